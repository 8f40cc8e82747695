"""Explanation of drafts: for each word, how it was read, what it became, and which rules moved it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from translate.engine import Draft, Job
from translate.row import Target
from translate.transfer.analysis import Analysis, Stretch
from translate.transfer.chart import Leaf, Node
from translate.transfer.engine import Transfer
from translate.transfer.grammar import Rule


@dataclass(frozen=True, slots=True)
class Explained:
    """One word of a segment. ``start`` and ``end`` are character offsets in it.

    ``category`` is how the grammar read it; ``layer`` where its renderings come from (core, cedict,
    reading, or the entity's source); ``en`` and ``vi`` what the drafts say for it, empty where nothing
    does; ``rules`` the rules that put it in another place than the Chinese has it, innermost first.
    """

    zh: str
    start: int
    end: int
    category: str
    layer: str
    en: str
    vi: str
    rules: tuple[str, ...]


def explain(engine: Transfer, job: Job) -> list[Explained]:
    """The words of a segment in the order of the Chinese; those of whole-segment patterns are not in it."""
    drafts = {target: engine.draft(job, target) for target in Target}
    analysis = engine.analyse(job)
    words = [
        Explained(
            job.text[leaf.token.start : leaf.token.end],
            leaf.token.start,
            leaf.token.end,
            leaf.category,
            layer_of(leaf),
            said(drafts[Target.EN], leaf.token.start, leaf.token.end),
            said(drafts[Target.VI], leaf.token.start, leaf.token.end),
            rules,
        )
        for leaf, rules in leaves_of(analysis)
    ]
    return sorted(words, key=lambda word: word.start)


def leaves_of(analysis: Analysis) -> Iterator[tuple[Leaf, tuple[str, ...]]]:
    """Every word of a segment, those in quotations and brackets too, with the rules that moved it."""
    stretches: list[Stretch] = [*analysis.stretches]
    for group in analysis.groups.values():
        stretches += group
    for stretch in stretches:
        for tree in stretch.trees:
            yield from moved(tree, ())


def moved(node: Node, rules: tuple[str, ...]) -> Iterator[tuple[Leaf, tuple[str, ...]]]:
    """The leaves of a tree, each with the rules above it that change the order, innermost first."""
    if isinstance(node, Leaf):
        if not node.token.is_group:
            yield node, rules
        return
    here = (node.rule.name,) if reorders(node.rule) else ()
    for child in node.children:
        yield from moved(child, (*here, *rules))


def reorders(rule: Rule) -> bool:
    """Whether a rule sets its parts in another order than the Chinese, in either target."""
    orders = ([item.child for item in rule.order[target] if item.child >= 0] for target in Target)
    return any(order != sorted(order) for order in orders)


def layer_of(leaf: Leaf) -> str:
    """Where a word's renderings come from."""
    if leaf.token.entity is not None and leaf.sense is None:
        return leaf.token.entity.source
    return leaf.sense.layer if leaf.sense is not None else "reading"


def said(draft: Draft, start: int, end: int) -> str:
    """What a draft says for a stretch of the segment."""
    return " … ".join(
        draft.text[link.target_start : link.target_end]
        for link in draft.alignment
        if link.source_start >= start and link.source_end <= end
    )
