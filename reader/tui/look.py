"""What of an article one wants to see: which languages, how wide, and the Chinese in which script."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum

from reader.script import NAMES, in_script
from reader.tui.fold import find_all
from reader.tui.ruby import Reading
from translate.row import Row, Target
from translate.script import Script
from translate.shapes import simplified_shapes

Span = tuple[int, int]
"""Character offsets of a stretch of text, the end excluded."""


class Language(Enum):
    """A column: the source or a target, with the label it is shown under."""

    ZH = "zh"
    EN = "en"
    VI = "vi"

    @property
    def target(self) -> Target | None:
        """The target in this column, or None for the source."""
        return None if self is Language.ZH else Target(self.value)

    @property
    def title(self) -> str:
        """The language's own name."""
        return {"zh": "中文", "en": "English", "vi": "Tiếng Việt"}[self.value]


# A Chinese sentence takes about three quarters of the cells its translations take.
_SHARES = (26, 37, 37)


@dataclass(frozen=True, slots=True)
class Look:
    """The languages shown, in order, and how.

    ``script`` is that of the Chinese, None as it came; ``reading`` stands above it, or ``below``.
    ``order`` has all languages, those not shown too; ``shares`` are the columns' widths in relation
    to each other, in the order of ``Language``.
    """

    languages: tuple[Language, ...] = tuple(Language)
    script: Script | None = None
    reading: Reading = Reading.NONE
    below: bool = False
    order: tuple[Language, ...] = tuple(Language)
    shares: tuple[int, ...] = _SHARES

    def toggled(self, language: Language) -> Look:
        """With a language shown or hidden."""
        shown = {*self.languages} ^ {language}
        return replace(self, languages=tuple(language for language in self.order if language in shown))

    def alone(self, language: Language) -> Look:
        """With one language only, or, if that is so already, with all of them."""
        only = (language,)
        return replace(self, languages=self.order if self.languages == only else only)

    def moved(self, language: Language, step: int) -> Look:
        """With a column one place on (``step`` 1) or back (-1) among those shown."""
        shown = list(self.languages)
        at = shown.index(language)
        if not 0 <= at + step < len(shown):
            return self
        shown[at], shown[at + step] = shown[at + step], shown[at]
        following = iter(shown)
        order = tuple(next(following) if one in shown else one for one in self.order)
        return replace(self, languages=tuple(shown), order=order)

    def resized(self, widths: Mapping[Language, int]) -> Look:
        """With the columns shown as wide as told, in cells; the others keep their relation to them."""
        before = sum(self.share(language) for language in widths)
        after = sum(widths.values())
        return replace(
            self,
            shares=tuple(
                max(1, widths[language] if language in widths else self.share(language) * after // before)
                for language in Language
            ),
        )

    def share(self, language: Language) -> int:
        """A column's width in relation to those of the others."""
        return self.shares[list(Language).index(language)]

    def turned(self) -> Look:
        """With the Chinese in the next script."""
        scripts = list(NAMES)
        return replace(self, script=scripts[(scripts.index(self.script) + 1) % len(scripts)])

    def text_of(self, row: Row, language: Language) -> str | None:
        """A row's text as it is to be seen, of the same length as it is stored."""
        text = text_of(row, language)
        return in_script(text, self.script) if text and language is Language.ZH else text

    def find(self, row: Row, language: Language, folded: str) -> list[Span]:
        """Where a folded query occurs in a row's text, as it is seen or as it is stored, in either script."""
        text = text_of(row, language) or ""
        found = find_all(text, folded)
        if language is not Language.ZH or not text or folded.isascii():
            return found
        found = sorted({*found, *find_all(simplified_shapes(text), simplified_shapes(folded))})
        if self.script is not None:
            found = sorted({*found, *find_all(in_script(text, self.script), folded)})
        return found

    def saved(self) -> dict[str, str]:
        """The look in words, for settings."""
        return {
            "columns": " ".join(language.value for language in self.languages),
            "order": " ".join(language.value for language in self.order),
            "widths": " ".join(map(str, self.shares)),
            "script": self.script.value if self.script else "",
            "reading": self.reading.value,
            "reading_below": "yes" if self.below else "no",
        }

    @classmethod
    def restored(cls, saved: Mapping[str, str]) -> Look:
        """A look from its words; what does not make sense there is as in a look nobody has changed."""
        order = _languages(saved.get("order", ""))
        order = order if len(order) == len(Language) else tuple(Language)
        shown = _languages(saved.get("columns", ""))
        shares = [
            int(width) for width in saved.get("widths", "").split() if width.isdecimal() and len(width) < 5
        ]
        fits = len(shares) == len(Language) and all(0 < share < 10_000 for share in shares)
        return cls(
            tuple(language for language in order if language in shown) or order,
            next((s for s in NAMES if s is not None and s.value == saved.get("script")), None),
            next((r for r in Reading if r.value == saved.get("reading")), Reading.NONE),
            saved.get("reading_below") == "yes",
            order,
            tuple(shares) if fits else _SHARES,
        )


ALL = Look()
"""All three languages, the Chinese as it came."""


def text_of(row: Row, language: Language) -> str | None:
    """A row's stored text in a language; None where there is none yet."""
    if language.target is None:
        return row.segment.text
    cell = row.cells.get(language.target)
    return None if cell is None else cell.text


def _languages(names: str) -> tuple[Language, ...]:
    known = {language.value: language for language in Language}
    return tuple(dict.fromkeys(known[name] for name in names.split() if name in known))
