"""What the parts of the English generator ask of each other."""

from __future__ import annotations

from abc import ABC, abstractmethod

from translate.transfer.chart import Branch, Leaf, Node
from translate.transfer.draft import Piece
from translate.transfer.english_words import Clause


class Generator(ABC):
    """The pieces of trees and words, in a form and within a clause."""

    @abstractmethod
    def _node(self, node: Node, form: str, clause: Clause) -> list[Piece]:
        """The pieces of any tree."""

    @abstractmethod
    def _ordered(self, node: Branch, form: str, clause: Clause) -> list[Piece]:
        """The children of a branch in the order of its rule."""

    @abstractmethod
    def _finite(self, form: str) -> str:
        """The form of a verb that a rule adds."""

    @abstractmethod
    def _what(self, thing: Node, clause: Clause) -> list[Piece]:
        """What somebody or something is, or is taken as."""


def at(leaf: Leaf, text: str) -> Piece:
    """A piece that stands for a leaf."""
    return Piece(text, leaf.token.start, leaf.token.end)


def possessed_by(owner: list[Piece]) -> Piece:
    """The mark behind an owner's name."""
    return Piece("'" if owner and owner[-1].text.endswith("s") else "'s", glued=True)
