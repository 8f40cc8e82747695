"""What of an article one wants to see: which languages, and the Chinese in which script."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from reader.tui.fold import find_all
from reader.tui.script import NAMES, in_script
from translate.row import Row, Target
from translate.script import Script

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


@dataclass(frozen=True, slots=True)
class Look:
    """The languages shown, in order, and the script of the Chinese: None as it came."""

    languages: tuple[Language, ...] = tuple(Language)
    script: Script | None = None

    def toggled(self, language: Language) -> Look:
        """With a language shown or hidden."""
        shown = {*self.languages} ^ {language}
        return replace(self, languages=tuple(language for language in Language if language in shown))

    def turned(self) -> Look:
        """With the Chinese in the next script."""
        scripts = list(NAMES)
        return replace(self, script=scripts[(scripts.index(self.script) + 1) % len(scripts)])

    def text_of(self, row: Row, language: Language) -> str | None:
        """A row's text as it is to be seen, of the same length as it is stored."""
        text = text_of(row, language)
        return in_script(text, self.script) if text and language is Language.ZH else text

    def find(self, row: Row, language: Language, folded: str) -> list[Span]:
        """Where a folded query occurs in a row's text, as it is seen or as it is stored."""
        text = text_of(row, language) or ""
        found = find_all(text, folded)
        if self.script is not None and language is Language.ZH:
            found = sorted({*found, *find_all(in_script(text, self.script), folded)})
        return found


ALL = Look()
"""All three languages, the Chinese as it came."""


def text_of(row: Row, language: Language) -> str | None:
    """A row's stored text in a language; None where there is none yet."""
    if language.target is None:
        return row.segment.text
    cell = row.cells.get(language.target)
    return None if cell is None else cell.text
