"""Bookmarks and notes stay with their sentences."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cache.annotations import Annotations, digest_of, nearest
from cache.database import APPLICATION_ID
from cache.vault import NotKeptError

TEXTS = ["第一句。", "第二句。", "第三句。", "第二句。"]


@pytest.fixture
def annotations(tmp_path: Path) -> Annotations:
    return Annotations(tmp_path / "annotations.sqlite", print, tmp_path / "backups")


def test_looking_makes_no_file(tmp_path: Path, annotations: Annotations) -> None:
    assert annotations.get("a", 0, TEXTS[0]) is None
    assert annotations.all() == [] and annotations.placed("a", TEXTS) == []
    annotations.put("a", 0, TEXTS[0], bookmarked=False)
    annotations.close()
    assert list(tmp_path.iterdir()) == []


def test_a_bookmark_and_a_note_are_there_after_reopening(tmp_path: Path) -> None:
    first = Annotations(tmp_path / "a.sqlite")
    first.put("a", 1, TEXTS[1], bookmarked=True, label="hier", note="ghi chu\u0301")
    first.close()
    again = Annotations(tmp_path / "a.sqlite")
    found = again.get("a", 1, TEXTS[1])
    assert found is not None and (found.bookmarked, found.label, found.note) == (True, "hier", "ghi chú")
    assert again.get("a", 1, "another text") is None and again.get("b", 1, TEXTS[1]) is None
    again.close()


def test_the_last_word_stands_and_nothing_at_all_removes(annotations: Annotations) -> None:
    annotations.put("a", 1, TEXTS[1], bookmarked=True)
    annotations.put("a", 1, TEXTS[1], bookmarked=False, note="look")
    (found,) = annotations.all()
    assert not found.bookmarked and found.note == "look"
    annotations.put("a", 1, TEXTS[1], bookmarked=False, note="  ")
    assert annotations.all() == []


def test_removing_says_whether_it_was_there(annotations: Annotations) -> None:
    made = annotations.put("a", 1, TEXTS[1], bookmarked=True)
    assert annotations.remove(made) and not annotations.remove(made)


def test_they_follow_their_sentence_when_the_article_changes(annotations: Annotations) -> None:
    annotations.put("a", 1, "第二句。", bookmarked=True)
    annotations.put("a", 2, "第三句。", bookmarked=False, note="n")
    annotations.put("a", 0, "第一句。", bookmarked=True)
    changed = ["新的一句。", "新的第一句。", "第二句。", "第三句。", "第二句。"]
    assert [(one.row, one.annotation.segment) for one in annotations.placed("a", changed)] == [
        (0, 0),
        (2, 1),
        (3, 2),
    ]


def test_those_of_an_earlier_version_are_shown_beside_their_text(annotations: Annotations) -> None:
    annotations.put("old", 0, "第一句。", bookmarked=True)
    annotations.put("old", 1, "删去的一句。", bookmarked=True)
    annotations.put("new", 2, "第三句。", bookmarked=True)
    rows = ["新。", "第一句。", "第三句。"]
    found = annotations.placed("new", rows, earlier=["old", "new"])
    assert [(one.row, one.annotation.article) for one in found] == [(1, "old"), (2, "new")]
    moved = annotations.put("new", 1, "第一句。", bookmarked=True, note="x", instead_of=found[0].annotation)
    assert annotations.get("old", 0, "第一句。") is None
    assert annotations.placed("new", rows)[0].annotation == moved


def test_what_cannot_be_saved_is_refused(tmp_path: Path) -> None:
    newer = sqlite3.connect(tmp_path / "a.sqlite")
    newer.execute(f"PRAGMA application_id={APPLICATION_ID}")
    newer.execute("PRAGMA user_version=99")
    newer.close()
    annotations = Annotations(tmp_path / "a.sqlite")
    with pytest.raises(NotKeptError):
        annotations.put("a", 0, TEXTS[0], bookmarked=True)


@given(st.lists(st.integers(0, 50)), st.integers(0, 60), st.integers(0, 51))
def test_a_row_is_always_within_the_article(rows: list[int], wanted: int, length: int) -> None:
    rows = [row for row in rows if row < length]
    row = nearest(rows, wanted, length)
    assert 0 <= row <= max(0, length - 1)
    assert not rows or (row in rows and all(abs(row - wanted) <= abs(r - wanted) for r in rows))


def test_texts_have_digests_of_their_own() -> None:
    assert digest_of("一") != digest_of("二") and len(digest_of("\ud800")) == 8
