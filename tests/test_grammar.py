"""The grammar, by example: each row of tests/grammar names a rule, a phrase that uses it, and its drafts."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from seeds.article import Kind
from translate.engine import Job
from translate.entities.recogniser import Recogniser
from translate.lexicon import load_lexicon
from translate.row import Segment, Target
from translate.terms.termbase import load_termbase
from translate.transfer.analysis import Analyst
from translate.transfer.chart import Branch, Node
from translate.transfer.engine import Transfer
from translate.transfer.grammar import load_grammar

TABLES = sorted((Path(__file__).parent / "grammar").glob("*.tsv"))
LEAST_OF_A_RULE, LEAST_OF_ALL = 3, 800

Example = tuple[str, str, str, str]


def examples(table: Path) -> list[Example]:
    """The rows of a table: rule, Chinese, English, Vietnamese."""
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert rows[0] == ["rule", "zh", "en", "vi"]
    return [(rule, zh, en, vi) for rule, zh, en, vi in rows[1:]]


@cache
def engine() -> Transfer:
    return Transfer(load_lexicon())


@cache
def recogniser() -> Recogniser:
    return Recogniser(load_termbase(), load_lexicon())


def jobs(texts: list[str]) -> Iterator[Job]:
    """Each text by itself, so that no name is known from another."""
    for text in texts:
        segment = Segment(0, 0, Kind.BODY, text, 0, 0, len(text))
        (entities,) = recogniser().recognise([segment])
        yield Job(text, entities, Kind.BODY)


def rules_used(job: Job) -> set[str]:
    """The rules of the trees that a text is read as, its quotations and brackets included."""
    analysis = engine().analyse(job)
    groups = (stretch for group in analysis.groups.values() for stretch in group)
    return {
        name
        for stretch in (*analysis.stretches, *groups)
        for tree in stretch.trees
        for name in rule_names(tree)
    }


def rule_names(tree: Node) -> Iterator[str]:
    """The rules of one tree."""
    if isinstance(tree, Branch):
        yield tree.rule.name
        for child in tree.children:
            yield from rule_names(child)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_examples_are_drafted_as_they_should(table: Path) -> None:
    rows = examples(table)
    wrong = []
    for (rule, zh, en, vi), job in zip(rows, jobs([row[1] for row in rows]), strict=True):
        drafts = engine().draft(job, Target.EN).text, engine().draft(job, Target.VI).text
        if drafts != (en, vi):
            wrong.append((rule, zh, drafts))
        elif rule not in rules_used(job):
            wrong.append((rule, zh, ("the rule is not used", "")))
    assert not wrong


def test_every_rule_has_examples() -> None:
    counts = Counter(rule for table in TABLES for rule, *_ in examples(table))
    rules = load_grammar().rules
    assert set(counts) <= set(rules)
    assert not [name for name in rules if counts[name] < LEAST_OF_A_RULE]
    assert counts.total() >= LEAST_OF_ALL


def test_no_example_is_given_twice() -> None:
    texts = Counter(zh for table in TABLES for _, zh, *_ in examples(table))
    assert not [zh for zh, count in texts.items() if count > 1]


def test_gates_shut_out_no_reading() -> None:
    grammar, lexicon = load_grammar(), load_lexicon()
    words = frozenset(part for rule in grammar.rules.values() for part in rule.parts)
    ungated = replace(grammar, gates=dict.fromkeys(grammar.gates, words))
    texts = [row[1] for table in TABLES for row in examples(table)][::5]
    for job in jobs(texts):
        read, freely = (Analyst(lexicon, rules).analyse(job) for rules in (grammar, ungated))
        assert read.stretches == freely.stretches, job.text
