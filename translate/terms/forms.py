"""Forms: all that an entry may be called in the three languages, folded, and the search in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from translate.shapes import simplified_shapes
from translate.terms.spellings import (
    BEGINNING,
    INSIDE,
    WHOLE,
    Spelling,
    fold,
    hanviet_syllables,
    pinyin_syllables,
)

NO_MATCH = 9
# A spelled form ranks behind the renderings that match likewise; inside one it is the weakest match of all.
SPELLED = {WHOLE: 0, BEGINNING: 1, INSIDE: 4}
AS_TYPED, CONVERTED, AS_SPELLED = range(3)


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of entries that are known by their numbers, from 0.

    ``keys`` are the Chinese forms. ``folded`` has a line for each entry, with a tab before and after
    each form; ``syllables`` a line for each character: itself, its pinyin, its Hán-Việt.
    """

    keys: Sequence[str]
    folded: bytes
    syllables: bytes

    @classmethod
    def of(cls, keys: Sequence[str], renderings: Iterable[Sequence[str]]) -> Forms:
        """The forms of entries given by their Chinese and by their renderings."""
        folded = "".join(
            "\t".join(("", *map(folded_form, (key, *forms)), "\n"))
            for key, forms in zip(keys, renderings, strict=True)
        )
        characters = sorted(set("".join(keys)))
        pinyin, hanviet = pinyin_syllables(characters), hanviet_syllables(characters)
        syllables = "\n".join(
            f"{c}\t{' '.join(pinyin.get(c, ()))}\t{' '.join(hanviet.get(c, ()))}"
            for c in characters
            if c in pinyin or c in hanviet
        )
        return cls(keys, encoded(folded), encoded(syllables))

    def search(self, query: str) -> dict[int, tuple[int, int]]:
        """The entries that match, by number, with place and manner of the match: (0, 0) is the best."""
        wanted = folded_form(query)
        if not wanted:
            return {}
        found: dict[int, tuple[int, int]] = {}
        # Conversion goes by the look of single characters, and may miss a name that needs none.
        manners = {folded_form(simplified_shapes(query)): CONVERTED, wanted: AS_TYPED}
        for form, manner in manners.items():
            for number, line in self._lines_with(form):
                match = rank(form, line.split("\t")), manner
                found[number] = min(found.get(number, match), match)
        for number, place in self._spelled(Spelling(wanted)):
            match = SPELLED[place], AS_SPELLED
            found[number] = min(found.get(number, match), match)
        return found

    def _lines_with(self, form: str) -> Iterator[tuple[int, str]]:
        """Each line of ``folded`` in which a form occurs, with its number."""
        text, wanted = self.folded, encoded(form)
        number = counted = end = 0
        while (place := text.find(wanted, end)) >= 0:
            start = text.rfind(b"\n", 0, place) + 1
            end = text.index(b"\n", place)
            number += text.count(b"\n", counted, start)
            counted = start
            yield number, decoded(text[start:end])

    def _spelled(self, spelling: Spelling) -> Iterator[tuple[int, int]]:
        if spelling.usable:
            for table in self._tables():
                yield from spelling.places(self.keys, table)

    def _tables(self) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
        """Each character's syllables in pinyin and in Hán-Việt."""
        pinyin, hanviet = {}, {}
        for line in decoded(self.syllables).split("\n"):
            if line:
                character, sounds, readings = line.split("\t")
                if sounds:
                    pinyin[character] = sounds.split(" ")
                if readings:
                    hanviet[character] = readings.split(" ")
        return pinyin, hanviet


def rank(wanted: str, forms: Iterable[str]) -> int:
    """How well an entry's folded forms match: 0 whole, 1 beginning, 2 a word's beginning, 3 inside."""
    best = NO_MATCH
    for form in forms:
        if wanted in form:
            if form == wanted:
                return 0
            place = 1 if form.startswith(wanted) else 2 if f" {wanted}" in form else 3
            best = min(best, place)
    return best


def folded_form(text: str) -> str:
    """Folded text with one space between words, so that it fits into a line."""
    return " ".join(fold(text).split())


def encoded(text: str) -> bytes:
    """UTF-8; what is no character at all finds nothing, but is no fault."""
    return text.encode("utf-8", "surrogatepass")


def decoded(text: bytes) -> str:
    """What ``encoded`` has encoded."""
    return text.decode("utf-8", "surrogatepass")
