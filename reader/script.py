"""The Chinese as one likes to read it: of the same length in either script."""

from __future__ import annotations

from functools import lru_cache

from reader.plain import shown
from translate.script import Script, converter, script_of, simplify

NAMES = {None: "as it came", Script.SIMPLIFIED: "Simplified", Script.TRADITIONAL: "Traditional"}
"""The choices there are, in words; None leaves the text alone."""


@lru_cache(maxsize=4096)
def in_script(text: str, script: Script | None) -> str:
    """A text in a script, of the same length, so character offsets stay right."""
    if script is None or text.isascii():
        return text
    text = shown(text)  # OpenCC takes no surrogates and ends at NUL
    return simplify(text) if script is Script.SIMPLIFIED else _traditional(text)


def _traditional(text: str) -> str:
    if script_of(text) is Script.TRADITIONAL:
        return text
    convert = converter("s2t")
    whole = convert(text)
    if len(whole) == len(text):
        return whole
    single = (convert(char) for char in text)
    return "".join(new if len(new) == 1 else old for new, old in zip(single, text, strict=True))
