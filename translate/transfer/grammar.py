"""The grammar: the table of synchronous rules, parsed and indexed for the chart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from translate.row import Target
from translate.transfer.rules import RULES

# What may stand between two marks, and how far each is from being a sentence.
ROOTS = {
    "CL": 0.0,
    "VP": 0.4,
    "NP": 0.5,
    "PP": 0.5,
    "LP": 0.5,
    "t": 0.2,
    "d": 0.2,
    "AP": 0.8,
    "Q": 0.5,
    "i": 0.3,
    "cj": 0.3,
    "PB": 0.4,
    "RS": 0.0,
    "BC": 0.2,
    "SA": 0.5,
}


# The same in headlines and titles, which name a thing as often as they tell what happens.
TITLE_ROOTS = {**ROOTS, "CL": 0.3, "NP": 0.1}


QUOTATION = "Q"


@dataclass(frozen=True, slots=True)
class Item:
    """One item of an order: a child (with the form asked of it) or a word."""

    child: int = -1
    form: str = ""
    head: bool = False
    word: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the table. ``head`` is the place of the head among the children, -1 for none.

    ``silent`` has the children that an order leaves out; the words it adds stand for them.
    """

    name: str
    result: str
    parts: tuple[str, ...]
    cost: float
    order: Mapping[Target, tuple[Item, ...]]
    head: int
    silent: Mapping[Target, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The rules, indexed for parsing. Rules of more than two parts go by way of joined categories.

    ``binary[left][right]`` lists (result, cost, rule); ``unary[part]`` likewise. The rule is None
    where the result is such a joined category. ``gates`` has, for each category that is made of others,
    terminals of which it needs at least one: without a noun or the like, there is no noun group.
    """

    rules: Mapping[str, Rule]
    binary: Mapping[str, Mapping[str, tuple[tuple[str, float, Rule | None], ...]]]
    unary: Mapping[str, tuple[tuple[str, float, Rule], ...]]
    gates: Mapping[str, frozenset[str]]


def parse_order(text: str) -> tuple[Item, ...]:
    """The items of an order such as ``3* that 1 2:fin``."""
    items = []
    for word in text.split():
        body, _, form = word.partition(":")
        if body.rstrip("*").isdigit():
            head = body.endswith("*") or form.startswith("*")
            items.append(Item(int(body.rstrip("*")) - 1, form.lstrip("*"), head))
        else:
            items.append(Item(word=word))
    return tuple(joined_words(items))


def joined_words(items: Sequence[Item]) -> Iterator[Item]:
    """The items with words that follow each other in one: ``in addition to``."""
    words: list[str] = []
    for item in (*items, None):
        if item is not None and item.word.isalpha() and not item.word.startswith("be"):
            words.append(item.word)
            continue
        if words:
            yield Item(word=" ".join(words))
            words = []
        if item is not None:
            yield item


def silent_children(order: Sequence[Item], size: int) -> tuple[int, ...]:
    """The children that an order leaves out."""
    return tuple(sorted(set(range(size)) - {item.child for item in order}))


def parse_rules(table: str) -> Iterator[Rule]:
    """The rules of a table."""
    for line in table.strip().splitlines():
        if not line or line.startswith("#"):
            continue
        left, english, vietnamese = (part.strip() for part in line.split("|"))
        name, _, production = left.partition(": ")
        result, _, right = production.partition(" <- ")
        *parts, cost = right.split()
        orders = {Target.EN: parse_order(english), Target.VI: parse_order(vietnamese)}
        heads = [item.child for item in (*orders[Target.EN], *orders[Target.VI]) if item.head]
        silent = {target: silent_children(order, len(parts)) for target, order in orders.items()}
        yield Rule(name, result, tuple(parts), float(cost), orders, heads[-1] if heads else -1, silent)


def gates_of(
    binary: Mapping[str, Mapping[str, Sequence[tuple[str, float, Rule | None]]]],
    unary: Mapping[str, Sequence[tuple[str, float, Rule]]],
) -> dict[str, frozenset[str]]:
    """Terminals of which a category needs one, for each that is made of others.

    They grow until each way to make a category has a part whose terminals are all among them.
    """
    ways: list[tuple[str, tuple[str, ...]]]
    ways = [(result, (part,)) for part, made in unary.items() for result, *_ in made]
    ways += [
        (result, (left, right))
        for left, partners in binary.items()
        for right, made in partners.items()
        for result, *_ in made
    ]
    gates: dict[str, set[str]] = {result: set() for result, _ in ways}
    growing = True
    while growing:
        growing = False
        for result, parts in ways:
            open_by = [gates[result] if part == result else opened_by(part, gates) for part in parts]
            if all(open_by) and not any(gate <= gates[result] for gate in open_by):
                gates[result] |= min(open_by, key=len)
                growing = True
    return {category: frozenset(gate) for category, gate in gates.items()}


def opened_by(part: str, gates: Mapping[str, set[str]]) -> set[str]:
    """The terminals that open a part of a rule; in lower case are those that words are read as."""
    word = "+" not in part and (part == QUOTATION or not part.isupper())
    return gates.get(part, set()) | ({part} if word else set())


@cache
def load_grammar() -> Grammar:
    """The grammar of the table, compiled once."""
    rules = {rule.name: rule for rule in parse_rules(RULES)}
    binary: dict[str, dict[str, list[tuple[str, float, Rule | None]]]] = {}
    unary: dict[str, list[tuple[str, float, Rule]]] = {}
    joined: set[str] = set()
    for rule in rules.values():
        if len(rule.parts) == 1:
            unary.setdefault(rule.parts[0], []).append((rule.result, rule.cost, rule))
            continue
        left = rule.parts[0]
        for part in rule.parts[1:-1]:
            both = f"{left}+{part}"
            if both not in joined:
                joined.add(both)
                binary.setdefault(left, {}).setdefault(part, []).append((both, 0.0, None))
            left = both
        binary.setdefault(left, {}).setdefault(rule.parts[-1], []).append((rule.result, rule.cost, rule))
    return Grammar(
        rules,
        {a: {b: tuple(c) for b, c in right.items()} for a, right in binary.items()},
        {part: tuple(results) for part, results in unary.items()},
        gates_of(binary, unary),
    )
