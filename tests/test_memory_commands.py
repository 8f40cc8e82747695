"""What a person wrote shows in every command, and no command loses it."""

import json
from pathlib import Path

import pytest
from cli_help import CHINESE, sanyu

from cache.annotations import Annotations
from cache.places import Places
from reader.cli.memory import Memory
from seeds.load import load_file
from translate.memory.edits import Edits
from translate.memory.memory import TranslationMemory
from translate.memory.passage import Passage
from translate.row import Cell, Row, Target
from translate.segment import segments_of

pytestmark = pytest.mark.usefixtures("one_workshop")
EN, VI = Target.EN, Target.VI


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An article in a working folder."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "one.txt"
    path.write_text(CHINESE)
    return path


def rows_of(article: Path) -> tuple[list[Row], list[str]]:
    rows = [Row(segment) for segment in segments_of(load_file(article))]
    return rows, [row.segment.text for row in rows]


def opened() -> TranslationMemory:
    home = Places.find()
    return TranslationMemory(home.memory, print, home.backups)


def translated(article: Path) -> list[dict[str, dict[str, str]]]:
    assert sanyu("translate", article, "-o", "out", "--format", "jsonl,md").code == 0
    return [json.loads(line) for line in Path("out/one.jsonl").read_text().splitlines()]


def test_translating_makes_no_memory(article: Path) -> None:
    translated(article)
    sanyu("cache", "stats")
    home = Places.find()
    assert not home.memory.exists() and not home.annotations.exists() and not home.backups.exists()


def test_an_edit_wins_over_the_cache_in_every_format_and_reverting_gives_the_draft_back(
    article: Path,
) -> None:
    drafts = translated(article)
    rows, texts = rows_of(article)
    memory, passage = opened(), Passage.of(rows[1], texts)
    memory.edit(passage, EN, "Both sides agree.", replaced=str(drafts[1]["en"]), replaced_by="transfer")
    edited = translated(article)
    assert edited[1]["en"] == "Both sides agree." and edited[1]["engine"] == {
        "en": "person",
        "vi": "transfer",
    }
    assert edited[0] == {**drafts[0], "cached": {"en": True, "vi": True}}
    assert "Both sides agree." in Path("out/one.md").read_text()
    memory.revert(passage, EN)
    memory.close()
    assert translated(article)[1]["en"] == drafts[1]["en"]


def test_edits_are_checked_like_drafts_and_tell_their_state(article: Path) -> None:
    rows, texts = rows_of(article)
    memory = opened()
    memory.edit(Passage.of(rows[0], texts), VI, "Không có con số nào ở đây, cũng không có năm tháng.")
    memory.review(Passage.of(rows[1], texts), VI, "Hai bên đồng ý tăng cường hợp tác.", "transfer")
    first, second = Edits(memory).cells(rows, VI, texts)
    assert (
        first is not None and "number" in first.flags and (first.engine, first.state) == ("person", "edited")
    )
    assert second == Cell("Hai bên đồng ý tăng cường hợp tác.", "transfer", True, (), (), "reviewed")
    assert Edits(memory).cells(rows, EN, texts) == [None, None]
    memory.close()


def test_an_edit_shows_in_a_pipeline_that_is_open_already(article: Path) -> None:
    from cli_help import workshop

    rows, texts = rows_of(article)
    with Memory(Places.find(), print) as memory:
        pipeline = memory.pipeline(workshop(), (EN,))
        before = [row for batch in pipeline.fill(rows) for row in batch]
        assert before[1].cells[EN].state == "draft"
        memory.edits.edit(Passage.of(rows[1], texts), EN, "By hand.")
        after = [row for batch in pipeline.fill(rows) for row in batch]
        assert (after[1].cells[EN].text, after[1].cells[EN].state) == ("By hand.", "edited")
        assert after[0].cells[EN].text == before[0].cells[EN].text


def test_clearing_the_cache_leaves_a_persons_work(article: Path) -> None:
    translated(article)
    rows, texts = rows_of(article)
    memory = opened()
    memory.edit(Passage.of(rows[1], texts), EN, "By hand.")
    memory.review(Passage.of(rows[0], texts), VI, "Bản duyệt.", "transfer")
    memory.close()
    home = Places.find()
    annotations = Annotations(home.annotations)
    annotations.put("a", 0, texts[0], bookmarked=True, note="look")
    annotations.close()
    assert sanyu("cache", "clear", "--yes").code == 0
    work = json.loads(sanyu("cache", "stats", "--json").out)["own_work"]
    assert work == {
        "path": str(home.data), "edited": 1, "reviewed": 1, "versions": 2, "bookmarks": 1, "notes": 1,
    }  # fmt: skip
    assert "1 segment edited, 1 reviewed, 1 bookmark, 1 note" in sanyu("cache", "stats").out
    assert translated(article)[1]["en"] == "By hand."


def test_nothing_is_written_without_the_edits_that_a_newer_sanyu_keeps(article: Path) -> None:
    import sqlite3

    from cache.database import APPLICATION_ID

    home = Places.find()
    home.data.mkdir(parents=True)
    newer = sqlite3.connect(home.memory)
    newer.execute(f"PRAGMA application_id={APPLICATION_ID}")
    newer.execute("PRAGMA user_version=99")
    newer.close()
    result = sanyu("translate", article, "-o", "out")
    assert result.code == 1 and "your edits would be missing" in result.err and "Update sanyu" in result.err
    assert not Path("out/one.md").exists()


def test_doctor_looks_through_a_persons_work(article: Path) -> None:
    def found() -> dict[str, object]:
        findings = json.loads(sanyu("doctor", "--json").out)["findings"]
        return next(finding for finding in findings if finding["name"] == "your edits")

    assert found()["value"] == "none yet" and not Places.find().memory.exists()
    memory = opened()
    memory.edit(Passage("会谈。"), EN, "By hand.")
    memory.close()
    assert str(found()["value"]).startswith("1 edited, 0 reviewed") and not found()["broken"]
    path = Places.find().memory
    path.write_bytes(path.read_bytes()[:100] + b"\xff" * 20_000)
    first = found()
    assert first["broken"] and "the copy memory-" in str(first["mend"])
    assert str(found()["value"]).startswith("1 edited") and not found()["broken"]
