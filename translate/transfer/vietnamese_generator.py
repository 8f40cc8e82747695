"""What the parts of the Vietnamese generator ask of each other."""

from __future__ import annotations

from abc import ABC, abstractmethod

from translate.lexicon import vietnamese
from translate.transfer.chart import Branch, Leaf, Node
from translate.transfer.draft import SLOT, Piece, fill_slot
from translate.transfer.tree import head_leaf


class Generator(ABC):
    """The pieces of trees and words, in a form."""

    @abstractmethod
    def _node(self, node: Node, form: str) -> list[Piece]:
        """The pieces of any tree."""

    @abstractmethod
    def _ordered(self, node: Branch, form: str) -> list[Piece]:
        """The children of a branch in the order of its rule."""


def at(leaf: Leaf, text: str) -> Piece:
    """A piece that stands for a leaf."""
    return Piece(text, leaf.token.start, leaf.token.end)


def vi_of(node: Node) -> str:
    """The Vietnamese of a phrase's head."""
    sense = head_leaf(node).sense
    return vietnamese(sense) if sense is not None else ""


def around(frame: list[Piece], inner: list[Piece]) -> list[Piece]:
    """The inner pieces at the slot of the frame; in front of it where it has none."""
    if SLOT in frame:
        return fill_slot(frame, inner)
    return [*frame, *inner]
