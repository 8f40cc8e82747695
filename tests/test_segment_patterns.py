"""Patterns of the genre, by example: datelines, captions and credits, sign-offs, labels, set phrases."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest

from seeds.article import Kind
from translate.engine import Job
from translate.entities.recogniser import Recogniser
from translate.lexicon import load_lexicon
from translate.row import Segment, Target
from translate.terms.termbase import load_termbase
from translate.transfer.engine import Transfer

TABLE = Path(__file__).parent / "phrases" / "patterns.tsv"


@cache
def tools() -> tuple[Recogniser, Transfer]:
    return Recogniser(load_termbase(), load_lexicon()), Transfer(load_lexicon())


def job(kind: Kind, zh: str) -> Job:
    (entities,) = tools()[0].recognise([Segment(0, 0, kind, zh, 0, 0, len(zh))])
    return Job(zh, entities, kind)


def drafts(kind: Kind, zh: str) -> tuple[str, str]:
    asked = job(kind, zh)
    return tools()[1].draft(asked, Target.EN).text, tools()[1].draft(asked, Target.VI).text


def examples() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("kind", sorted({row["kind"] for row in examples()}))
def test_examples_are_drafted_as_they_should(kind: str) -> None:
    rows = [row for row in examples() if row["kind"] == kind]
    found = [(row["zh"], *drafts(Kind(kind), row["zh"])) for row in rows]
    assert found == [(row["zh"], row["en"], row["vi"]) for row in rows]


def test_there_are_many_examples_and_none_twice() -> None:
    texts = [(row["kind"], row["zh"]) for row in examples()]
    assert len(texts) >= 60
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("row", examples(), ids=lambda row: row["zh"])
def test_every_character_that_says_something_is_linked(row: dict[str, str]) -> None:
    asked = job(Kind(row["kind"]), row["zh"])
    for target in Target:
        draft = tools()[1].draft(asked, target)
        linked = {i for link in draft.alignment for i in range(link.source_start, link.source_end)}
        silent = set("的在值此之于们")
        missing = {c for i, c in enumerate(row["zh"]) if "\u4e00" <= c <= "\u9fff" and i not in linked}
        assert not missing - silent
        for link in draft.alignment:
            assert 0 <= link.source_start < link.source_end <= len(row["zh"])
            assert draft.text[link.target_start : link.target_end].strip()


@pytest.mark.parametrize(
    ("kind", "zh", "en"),
    [
        (Kind.BODY, "越通社发布了新闻。", "VNA)"),
        (Kind.BODY, "他说这张图自有道理。", "Photo"),
        (Kind.TITLE, "图为媒：一个新展览", "In the photo"),
        (Kind.BODY, "视频会议在河内举行。", "Video:"),
        (Kind.BODY, "来源：两国的共同历史", "Source: VNA"),
    ],
)
def test_what_only_looks_like_a_pattern_is_translated(kind: Kind, zh: str, en: str) -> None:
    assert en not in drafts(kind, zh)[0]
