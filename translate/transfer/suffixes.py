"""Words with a suffix, made from the word before it: 战略性 is strategic, 发展型 development-type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translate.lexicon import CORE, Lexicon, Sense, vietnamese

SUFFIX = "性"
KIND = "型"


def qualities(word: str, lexicon: Lexicon) -> Iterator[Sense]:
    """The senses of ``word`` + 性: as a quality before a noun, as a noun. None if it has no quality."""
    known = [sense for sense in lexicon.get(word) if sense.layer == CORE and not sense.when]
    quality = first(known, "ab")
    if quality is None or not quality.en or not quality.vi:
        return
    vi = vietnamese(quality).replace("_", "").strip()
    yield Sense(word + SUFFIX, "b", quality.en, f"mang tính {vi}")
    yield Sense(word + SUFFIX, "n", f"{quality.en} nature", f"tính {vi}", "u")


def kinds(word: str, lexicon: Lexicon) -> Iterator[Sense]:
    """The sense of ``word`` + 型, which tells the kind of the noun behind it. None if it is no noun."""
    known = [sense for sense in lexicon.get(word) if sense.layer == CORE and not sense.when]
    thing = first(known, "n")
    if thing is None or not thing.en or not thing.vi:
        return
    vi = vietnamese(thing).replace("_", "").strip().removeprefix("sự ").removeprefix("việc ")
    yield Sense(word + KIND, "b", f"{thing.en.replace(' ', '-')}-oriented", f"kiểu {vi}")
    yield Sense(word + KIND, "n", f"{thing.en}-oriented type", f"kiểu {vi}", "c")


def first(senses: Sequence[Sense], tags: str) -> Sense | None:
    """The first sense of one of the parts of speech."""
    return next((sense for sense in senses if sense.pos in tags), None)
