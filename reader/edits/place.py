"""Where edits belong: their sentences with the neighbours, and texts that strayed from their rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from typing import Protocol

from reader.edits.edit import Edit
from reader.export.mark import canonical, digest
from translate.memory.passage import Passage
from translate.row import Target


class MisplacedError(Exception):
    """A sentence is not where it was exported; the message says how."""


class Finder(Protocol):
    """Finds the passage of an edit."""

    def passage(self, edit: Edit) -> Passage:
        """Where an edit belongs. Raises MisplacedError."""
        ...


class Articles:
    """The segments of articles, in which edits find their place."""

    def __init__(self, articles: Sequence[Sequence[str]]) -> None:
        self._articles = articles
        self._places: dict[str, list[tuple[int, int]]] = {}
        for number, texts in enumerate(articles):
            for index, text in enumerate(texts):
                self._places.setdefault(canonical(text), []).append((number, index))

    def passage(self, edit: Edit) -> Passage:
        """Of several places with its sentence, that nearest to where it was. Raises MisplacedError."""
        places = self._places.get(canonical(edit.source))
        if not places:
            raise MisplacedError("its sentence is not in the article any more")
        wanted = edit.mark.segment if edit.mark is not None else 0
        number, index = min(places, key=lambda place: abs(place[1] - wanted))
        texts = self._articles[number]
        following = texts[index + 1] if index + 1 < len(texts) else ""
        return Passage(texts[index], texts[index - 1] if index else "", following)


class Beside:
    """The rows of the file itself, among which each finds its neighbours by the numbers in their marks.

    Rows may be sorted and left out. Where rows of several articles, or of two versions of one, came
    together in a file, those are neighbours beside which a row was exported.
    """

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._sources: dict[tuple[str, int, int], dict[str, None]] = {}
        for edit in edits:
            if edit.mark is not None and edit.mark.is_of(edit.source):
                place = (edit.article, edit.mark.of, edit.mark.segment)
                self._sources.setdefault(place, {})[edit.source] = None

    def passage(self, edit: Edit) -> Passage:
        """The sentence with its neighbours, None for one that is not in the file. Raises MisplacedError."""
        mark = edit.mark
        if mark is None:
            return Passage(edit.source, edit.previous, edit.following)
        before = [""] if mark.segment == 0 else list(self._at(edit, mark.segment - 1))
        after = [""] if mark.segment + 1 == mark.of else list(self._at(edit, mark.segment + 1))
        told = [] if edit.previous is None or edit.following is None else [(edit.previous, edit.following)]
        for previous, following in (*told, *product(before, after)):
            if mark.is_between(previous, following):
                return Passage(edit.source, previous, following)
        if before and after:
            raise MisplacedError("the sentences beside it are not those it was exported with")
        return Passage(edit.source, only(before), only(after))

    def _at(self, edit: Edit, segment: int) -> Mapping[str, None]:
        assert edit.mark is not None
        return self._sources.get((edit.article, edit.mark.of, segment), {})


def only(texts: Sequence[str]) -> str | None:
    """The text that is there alone."""
    return texts[0] if len(texts) == 1 else None


def moved_texts(edits: Sequence[Edit]) -> dict[tuple[int, Target], int]:
    """The cells whose text was moved there from another row, by place and target; the place of that row.

    As when a column is sorted alone, or a cell inserted: the text is that with which the other row was
    exported, and that row has another one now. A text that was copied still stands in its own row.
    """
    exported: dict[tuple[Target, str], int] = {}
    changed: set[tuple[int, Target]] = set()
    for edit in edits:
        base = edit.mark.cells.get(edit.target) if edit.mark is not None else None
        if base is not None and canonical(edit.text):
            if base.digest == digest(edit.text):
                # It stands where it belongs; others have it from here.
                exported[edit.target, base.digest] = -1
            else:
                changed.add((edit.place, edit.target))
                exported.setdefault((edit.target, base.digest), edit.place)
    moved = {}
    for edit in edits:
        if (edit.place, edit.target) in changed:
            origin = exported.get((edit.target, digest(edit.text)), -1)
            if origin not in (-1, edit.place):
                moved[edit.place, edit.target] = origin
    return moved
