"""Subtitles: read cue by cue, and written again with their translations at the same times."""

from datetime import timedelta
from pathlib import Path

import pytest
import srt
from cli_help import sanyu
from hypothesis import given
from hypothesis import strategies as st

from reader.export.files import OutputError
from reader.export.subtitles import render
from reader.export.translated import Translated
from seeds.article import Article
from seeds.errors import DamagedSource, SourceError
from seeds.load import load_bytes, load_file
from translate.row import Cell, Row, Target
from translate.segment import segments_of

FILM = """1
00:00:01,000 --> 00:00:02,500 X1:100 X2:200
{\\an8}<i>你好，</i>
世界！

2
00:00:03,000 --> 00:00:04,000
越南大米出口增长。双方同意加强合作。

3
00:00:05,000 --> 00:00:06,000
- A <font color="red">OK</font>
- B

"""


def rows_of(article: Article, *targets: Target) -> list[Row]:
    return [
        Row(s, (), {target: Cell(f"{target} {s.index}", "transfer") for target in targets})
        for s in segments_of(article)
    ]


def test_each_cue_is_a_paragraph_without_numbers_times_and_marks() -> None:
    article = load_bytes(FILM.encode(), "film.srt")
    assert [(block.text, block.paragraph) for block in article.blocks] == [
        ("你好，世界！", 0), ("越南大米出口增长。双方同意加强合作。", 1), ("- A OK", 2), ("- B", 2),
    ]  # fmt: skip
    for block in article.blocks:
        assert block.text == "".join(article.source[p.start : p.end] for p in block.pieces)
    left = "".join(article.source[span.start : span.end] for span in article.boilerplate)
    assert "-->" in left and "<i>" in left and "你" not in left


@pytest.mark.parametrize("name", ["film.srt", "film.txt"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_any_name_and_encoding(name: str, encoding: str) -> None:
    text = FILM.replace("\n", "\r\n")
    article = load_bytes(text.encode(encoding), name)
    assert article.blocks[0].text == "你好，世界！" and article.title == "film"


@pytest.mark.parametrize("targets", [(Target.EN,), (Target.EN, Target.VI)])
def test_translations_stand_below_each_cue_at_its_time(targets: tuple[Target, ...]) -> None:
    article = load_bytes(FILM.encode(), "film.srt")
    written = render(Translated(article, rows_of(article, *targets), targets))
    before, after = list(srt.parse(FILM)), list(srt.parse(written))
    assert [(c.index, c.start, c.end, c.proprietary) for c in after] == [
        (c.index, c.start, c.end, c.proprietary) for c in before
    ]
    below = [f"{target} 0" for target in targets]
    assert after[0].content.split("\n") == ["{\\an8}<i>你好，</i>", "世界！", *below]
    assert after[1].content.split("\n")[1:] == [f"{target} 1 {target} 2" for target in targets]


def test_odd_files_are_read_as_players_read_them() -> None:
    odd = "\n\n7\n0:00:01.5 -> 0:00:02\n一。\n\n二。\n00:01:00,000 --> 00:00:59,000\n三。\n42\n\n9\n00:01:02,000 --> 00:01:03,000\n"
    article = load_bytes(odd.encode(), "odd.srt")
    assert [(block.text, block.paragraph) for block in article.blocks][:2] == [("一。二。", 0), ("三。42", 1)]
    cues = list(srt.parse(render(Translated(article, [], ()))))
    assert [cue.start for cue in cues][:2] == [timedelta(seconds=1.5), timedelta(minutes=1)]
    assert all(cue.start <= cue.end for cue in cues) and cues[0].content == "一。\n二。"


def test_without_times_it_is_no_subtitles() -> None:
    with pytest.raises(DamagedSource, match="no times"):
        load_bytes("大米。".encode(), "film.srt")
    article = load_bytes("大米。".encode(), "a.txt")
    with pytest.raises(OutputError, match="another format"):
        render(Translated(article, rows_of(article, Target.EN), (Target.EN,)))


def test_a_folder_has_its_subtitles(tmp_path: Path) -> None:
    from seeds.load import find_sources

    (tmp_path / "film.srt").write_text(FILM)
    (tmp_path / "~$letter.docx").write_text("x")
    assert find_sources(tmp_path) == [tmp_path / "film.srt"]
    assert load_file(tmp_path / "film.srt").blocks


@pytest.mark.usefixtures("one_workshop")
def test_the_command_writes_subtitles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "film.srt").write_text(FILM)
    assert sanyu("translate", "film.srt", "-o", "out", "--format", "srt", "--to", "en").code == 0
    cues = list(srt.parse((tmp_path / "out" / "film.srt").read_text()))
    assert len(cues) == 3 and "Vietnam" in cues[1].content and cues[1].content.count("\n") == 1
    (tmp_path / "a.txt").write_text("双方同意。")
    result = sanyu("translate", "a.txt", "-o", "out", "--format", "srt")
    assert result.code == 1 and "no times" in result.err and not (tmp_path / "out" / "a.srt").exists()
    assert sanyu("translate", "film.srt", "-o", ".", "--format", "srt").code == 1
    assert (tmp_path / "film.srt").read_text() == FILM


LINE = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp", "Zs"]), min_size=1, max_size=12
)


@given(st.lists(st.tuples(st.integers(0, 3_599_000), st.integers(0, 9999), st.lists(LINE, min_size=1, max_size=3)), min_size=1, max_size=5))  # fmt: skip
def test_nothing_of_a_cue_is_lost(cues: list[tuple[int, int, list[str]]]) -> None:
    text = srt.compose(
        [
            srt.Subtitle(
                n + 1, timedelta(milliseconds=at), timedelta(milliseconds=at + long), "\n".join(lines)
            )
            for n, (at, long, lines) in enumerate(cues)
        ],
        reindex=False,
    )
    article = load_bytes(text.encode(), "x.srt")
    outside = {n for block in article.blocks for p in block.pieces for n in range(p.start, p.end)}
    outside |= {n for span in article.boilerplate for n in range(span.start, span.end)}
    assert all(n in outside for n, character in enumerate(article.source) if not character.isspace() and character not in "\u200b\u2060\ufeff")  # fmt: skip
    written = list(srt.parse(render(Translated(article, [], ()))))
    assert [(c.start, c.end) for c in written] == [
        (timedelta(milliseconds=at), timedelta(milliseconds=at + long)) for at, long, _ in cues
    ]


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        article = load_bytes(
            f"1\n00:00:01,000 --> 00:00:02,000\n{text}\n".encode("utf-8", "replace"), "x.srt"
        )
    except SourceError:
        return
    render(Translated(article, rows_of(article, Target.EN), (Target.EN,)))
