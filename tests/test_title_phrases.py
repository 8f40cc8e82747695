from functools import cache
from pathlib import Path

import pytest
from recognition import recogniser, segments

from seeds.article import Kind
from translate.engine import Job
from translate.lexicon import load_lexicon
from translate.row import Entity, Target
from translate.terms.termbase import load_termbase
from translate.transfer.engine import Transfer

PHRASES = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "phrases" / "titles.tsv").read_text("utf-8").splitlines()[1:]
]


@cache
def transfer() -> Transfer:
    return Transfer(load_lexicon())


@cache
def recognised(zh: str) -> tuple[Entity, ...]:
    return recogniser().recognise(segments(zh))[0]


def rendering(zh: str, target: Target) -> str:
    """The phrase as a caption, without the article that it may begin with."""
    text = transfer().draft(Job(zh, recognised(zh), Kind.CAPTION), target).text
    text = text.removeprefix("The ") if target is Target.EN else text
    return text[:1].upper() + text[1:]


@pytest.mark.parametrize(("zh", "en", "vi"), PHRASES, ids=[zh for zh, _, _ in PHRASES])
def test_a_title_with_its_name_reads_as_the_news_agency_writes_it(zh: str, en: str, vi: str) -> None:
    assert rendering(zh, Target.EN) in en.split(" | ")
    assert rendering(zh, Target.VI) in vi.split(" | ")


def test_there_are_three_hundred_phrases_and_many_that_no_entry_holds() -> None:
    assert len({zh for zh, _, _ in PHRASES}) == len(PHRASES) >= 300
    entries = {entry.zh for entry in load_termbase()}
    composed = [zh for zh, _, _ in PHRASES if len(recognised(zh)) == 1 and zh not in entries]
    strings = [zh for zh, _, _ in PHRASES if len(recognised(zh)) > 2]
    assert len(composed) >= 60
    assert len(strings) >= 30
