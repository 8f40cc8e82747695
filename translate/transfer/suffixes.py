"""Words with the suffix 性, made from the word before it: 战略性 is strategic, or strategic nature."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translate.lexicon import CORE, Lexicon, Sense, vietnamese

SUFFIX = "性"


def qualities(word: str, lexicon: Lexicon) -> Iterator[Sense]:
    """The senses of ``word`` + 性: as a quality before a noun, as a noun. None if it has no quality."""
    known = [sense for sense in lexicon.get(word) if sense.layer == CORE and not sense.when]
    quality = first(known, "ab")
    if quality is None or not quality.en or not quality.vi:
        return
    vi = vietnamese(quality).replace("_", "").strip()
    yield Sense(word + SUFFIX, "b", quality.en, f"mang tính {vi}")
    yield Sense(word + SUFFIX, "n", f"{quality.en} nature", f"tính {vi}", "u")


def first(senses: Sequence[Sense], tags: str) -> Sense | None:
    """The first sense of one of the parts of speech."""
    return next((sense for sense in senses if sense.pos in tags), None)
