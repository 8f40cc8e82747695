"""Typical faults of neural drafts: each is flagged, and the right draft beside it is not."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from reader import words
from reader.reasons import REASONS
from seeds.article import Kind
from translate.checks import flags_of
from translate.entities.recogniser import Recogniser
from translate.lexicon import load_lexicon
from translate.row import Entity, Segment, Target
from translate.terms.termbase import load_termbase

FAULTS = Path(__file__).parent / "phrases" / "faults.tsv"


@dataclass(frozen=True)
class Fault:
    """One line of faults.tsv."""

    name: str
    flag: str
    target: Target
    source: str
    right: str
    wrong: str


def fault_of(line: str) -> Fault:
    name, flag, code, source, right, wrong = line.split("\t")
    return Fault(name, flag, Target(code), source, right, wrong)


LINES = FAULTS.read_text(encoding="utf-8").splitlines()
FAULTS_KNOWN = [fault_of(line) for line in LINES if not line.startswith("#")]


@cache
def recogniser() -> Recogniser:
    return Recogniser(load_termbase(None, None), load_lexicon())


def entities_of(source: str) -> tuple[Entity, ...]:
    (entities,) = recogniser().recognise([Segment(0, 0, Kind.BODY, source, 0, 0, len(source))])
    return tuple(entities)


@pytest.mark.parametrize("fault", FAULTS_KNOWN, ids=lambda fault: fault.name)
def test_a_fault_is_flagged(fault: Fault) -> None:
    assert fault.flag in flags_of(fault.source, fault.wrong, entities_of(fault.source), fault.target)


@pytest.mark.parametrize("fault", FAULTS_KNOWN, ids=lambda fault: fault.name)
def test_the_right_draft_is_not(fault: Fault) -> None:
    flags = flags_of(fault.source, fault.right, entities_of(fault.source), fault.target)
    # That a name is a guess is told of every draft.
    assert set(flags) <= {"name"}


@pytest.mark.parametrize("language", ["zh", "vi"])
def test_every_flag_has_words(language: str) -> None:
    flags = {fault.flag for fault in FAULTS_KNOWN}
    assert flags <= REASONS.keys()
    messages = (Path(words.__file__).parent / f"{language}.ftl").read_text(encoding="utf-8")
    assert not {flag for flag in REASONS if f"\nreason-{flag} =" not in messages}


def test_a_draft_of_any_length_is_checked_in_linear_work() -> None:
    for draft in ("1 2 " * 3000, "a b " * 3000, "(" * 9000, "the two sides , " * 2000, "một hai ba " * 3000):
        for target in Target:
            flags_of("双方同意加强合作。" * 50, draft, (), target)
