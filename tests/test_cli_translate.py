"""``sanyu translate``: what is written where, and what is said."""

import json
from pathlib import Path

import pytest
from cli_help import CHINESE, OTHER, sanyu, written

pytestmark = pytest.mark.usefixtures("one_workshop")
KEYS = ["article", "segment", "paragraph", "kind", "zh", "en", "vi", "engine", "cached", "terms", "flags"]


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text().splitlines()]


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a folder of two articles."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news" / "deep").mkdir(parents=True)
    (tmp_path / "news" / "one.txt").write_text(CHINESE)
    (tmp_path / "news" / "deep" / "two.md").write_text("# 大米出口\n\n" + OTHER)
    return tmp_path


def test_a_folder_keeps_its_structure_in_every_format(news: Path) -> None:
    result = sanyu("translate", "news", "-o", "out", "--format", "md,txt,jsonl")
    assert result.code == 0 and not result.out
    names = {"one", "deep/two"}
    assert written(news / "out") == {
        f"{name}.{suffix}" for name in names for suffix in ("md", "txt", "jsonl")
    }
    rows = lines(news / "out" / "deep" / "two.jsonl")
    assert [list(row) for row in rows] == [KEYS] * len(rows)
    assert rows[0]["article"] == "deep/two.md" and rows[0]["kind"] == "title"
    assert all(row["en"] and row["vi"] for row in rows)
    assert "2 articles" in result.err and "6 files" in result.err and "sanyu read news" in result.err


def test_the_default_is_markdown_below_translated_and_never_translated_again(news: Path) -> None:
    for _ in range(2):
        assert sanyu("translate", ".").code == 0
        assert written(news / "translated") == {"news/one.md", "news/deep/two.md"}


def test_the_second_run_is_remembered_and_rewrites_nothing(news: Path) -> None:
    first = json.loads(sanyu("translate", "news", "-o", "out", "--json").out)
    before = {path: path.stat().st_mtime_ns for path in (news / "out").rglob("*.md")}
    second = json.loads(sanyu("translate", "news", "-o", "out", "--json").out)
    assert second["cached"] == second["cells"] == first["cells"] > 0 == first["cached"]
    assert before == {path: path.stat().st_mtime_ns for path in (news / "out").rglob("*.md")}
    assert {*second} == {
        "articles", "skipped", "segments", "cells", "cached", "flagged", "written", "failures", "seconds", "dry_run",
    }  # fmt: skip
    sanyu("translate", "news", "-o", "rows", "--format", "jsonl", "--to", "en")
    row = lines(news / "rows" / "one.jsonl")[0]
    assert row["cached"] == {"en": True, "vi": None} and row["vi"] is None
    assert row["engine"] == {"en": "transfer", "vi": None}


def test_a_file_goes_to_a_file_whose_suffix_tells_the_format(news: Path) -> None:
    assert sanyu("translate", "news/one.txt", "-o", "there/one.jsonl").code == 0
    assert list(lines(news / "there" / "one.jsonl")[0]) == KEYS
    assert sanyu("translate", "-", "-o", "stdin.txt", stdin=CHINESE).code == 0
    assert written(news) >= {"there/one.jsonl", "stdin.txt"}


def test_stdout_gets_the_translation_and_nothing_else(news: Path) -> None:
    result = sanyu("translate", "-", "-o", "-", "--format", "jsonl", "--plain", stdin="\n越南\n\n河内\n")
    assert [json.loads(line)["paragraph"] for line in result.out.splitlines()] == [1, 3]
    assert result.code == 0 and not result.err
    result = sanyu("translate", "news", "-o", "-", "--format", "txt", "--to", "vi")
    assert "Hồ Chí Minh" in result.out and "Declaration" not in result.out and not result.err


def test_documents_of_the_same_name_do_not_overwrite_each_other(news: Path) -> None:
    for folder, text in (("a", CHINESE), ("b", OTHER)):
        (news / folder).mkdir()
        (news / folder / "x.txt").write_text(text)
    (news / "a" / "x.md").write_text(CHINESE)
    (news / "a" / "X.markdown").write_text(CHINESE)
    result = sanyu("translate", "a", "b", "-o", "out", "--format", "jsonl")
    assert result.code == 0
    names = {"a/x.txt.jsonl", "a/x.md.jsonl", "a/X.markdown.jsonl", "b/x.jsonl"}
    assert written(news / "out") == names
    articles = {lines(news / "out" / name)[0]["article"] for name in names}
    assert articles == {"a/x.txt", "a/x.md", "a/X.markdown", "b/x.txt"}


def test_a_document_named_twice_is_translated_once(news: Path) -> None:
    result = sanyu("translate", "news", "news/one.txt", "./news", "-o", "out", "--json")
    assert json.loads(result.out)["articles"] == 2


def test_an_article_is_never_overwritten(news: Path) -> None:
    result = sanyu("translate", "news/one.txt", "-o", "news", "--format", "txt")
    assert result.code == 1 and "overwrite" in result.err
    assert (news / "news" / "one.txt").read_text() == CHINESE
    result = sanyu("translate", "news/one.txt", "-o", "news/one.txt")
    assert result.code == 1 and (news / "news" / "one.txt").read_text() == CHINESE
    assert sanyu("translate", "news", "-o", "news").code == 2


def test_a_dry_run_writes_nothing(news: Path, home: Path) -> None:
    before = written(news)
    result = sanyu("translate", "news", "--dry-run", "--json")
    report = json.loads(result.out)
    assert (report["articles"], report["segments"], report["dry_run"]) == (2, 4, True)
    assert written(news) == before and written(home) == set()


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["news", "--format", "pdf"],
        ["news", "--format", "xliff3"],
        ["news", "-o", "-", "--format", "tmx"],
        ["news", "-o", "-", "--format", "docx"],
        ["news", "-o", "one.tmx"],
        ["news", "--format", "xliff", "--layout", "trilingual"],
        ["news", "--to", "de"],
        ["news", "--jobs", "0"],
        ["news", "-o", "-", "--format", "md,txt"],
        ["news", "-o", "-", "--json"],
        ["news", "-o", "one.md"],
        ["news/one.txt", "-o", "one.md", "--format", "txt"],
        ["news/one.txt", "-o", "one.md", "--format", "txt,md"],
        ["news", "--engine", "none"],
        ["news", "--bogus"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_2_and_writes_nothing(arguments: list[str], news: Path) -> None:
    before = written(news)
    result = sanyu("translate", *arguments)
    assert result.code == 2 and result.err and not result.out and "Traceback" not in result.err
    assert written(news) == before


def test_quiet_says_only_what_failed(news: Path) -> None:
    assert sanyu("translate", "news", "-q").err == ""
    result = sanyu("translate", "news", "gone", "-q")
    assert result.code == 1 and result.err.count("\n") == 1 and "gone" in result.err


def test_names_of_people_in_ascii(news: Path) -> None:
    result = sanyu("translate", "news/one.txt", "-o", "-", "--en-names", "ascii", "--jobs", "3")
    english = "".join(line for line in result.out.splitlines() if "**en**" in line)
    assert "Ho Chi Minh" in english and "Hồ Chí Minh" in result.out


def test_an_engine_that_is_not_there_is_named(news: Path) -> None:
    from translate.workshop import Workshop

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("reader.cli.translate.Workshop", Workshop)
        result = sanyu("translate", "news", "--engine", "argos")
    assert result.code == 1 and "argos" in result.err and result.err.count("\n") == 1


def test_help_offers_only_what_there_is() -> None:
    help_text = sanyu("translate", "--help").out
    assert "--jobs" in help_text and "this version" not in help_text
