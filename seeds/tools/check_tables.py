"""Checks the hand-written tables: ``python -m seeds.tools.check_tables [FILE...]``.

Prints one line for each fault and exits 1 if there is any.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

GLOSSARY = ["zh", "en", "vi", "type", "status", "note", "source"]
DERIVED = ["zh", "vi"]
LEXICON = ["zh", "pos", "en", "vi", "num", "cl", "frame", "when"]
TYPES = {"person", "title", "organisation", "place", "event", "term"}
POS = frozenset("nvabdpcmqrtsfuyiehk")
# Classifiers and particles often have no counterpart at all.
EMPTY_ALLOWED = {"q", "u", "y"}
HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")

ONSET = "ngh|ng|nh|gh|gi|kh|ch|ph|th|tr|qu|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x|"
NUCLEUS = "iê|yê|uô|ươ|ia|ya|ua|ưa|uyê|uya|oa|oă|oe|oo|uâ|uê|uơ|uy|ue|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y"
CODA = "ng|nh|ch|c|k|m|n|p|t|i|y|o|u|"
SYLLABLE = re.compile(rf"(?:{ONSET})(?:o|u)?(?:{NUCLEUS})(?:{CODA})")
TONES = {"\u0300": "f", "\u0301": "s", "\u0303": "x", "\u0309": "r", "\u0323": "j"}
LATE_TONE = re.compile(r"o[àáảãạèéẻẽẹ]$|(?<![qQ])u[ỳýỷỹỵ]$", re.IGNORECASE)


def vietnamese_fault(word: str) -> str | None:
    """What is wrong with one Vietnamese syllable, or None.

    Words without Vietnamese letters (names in Latin script, acronyms) are let through.
    """
    lower = word.lower()
    decomposed = unicodedata.normalize("NFD", lower)
    if decomposed == lower and "đ" not in lower:
        return None
    tone = [TONES[c] for c in decomposed if c in TONES]
    bare = unicodedata.normalize("NFC", "".join(c for c in decomposed if c not in TONES))
    if len(tone) > 1:
        return "two tone marks"
    if not SYLLABLE.fullmatch(bare):
        return "not a Vietnamese syllable"
    if re.search(r"(?:c|ch|p|t)$", bare) and (not tone or tone[0] not in "sj"):
        return "a stop coda takes sắc or nặng"
    if LATE_TONE.search(unicodedata.normalize("NFC", lower)):
        return "tone mark on the wrong vowel (write hòa, thủy)"
    return None


def faults_of_vietnamese(text: str) -> Iterator[str]:
    """Each fault of a Vietnamese cell."""
    for word in re.findall(r"[^\W\d_]+", text):
        fault = vietnamese_fault(word)
        if fault:
            yield f"{word!r}: {fault}"


def faults_of_row(kind: str, row: dict[str, str]) -> Iterator[str]:
    """Each fault of one row of a glossary table, a lexicon table, or a table derived for the lexicon."""
    for column, cell in row.items():
        if cell != cell.strip() or "  " in cell:
            yield f"{column}: stray spaces"
        if cell != unicodedata.normalize("NFC", cell):
            yield f"{column}: not NFC"
    if not HAN.search(row["zh"]):
        yield "zh: no Chinese character"
    for column in row.keys() & {"en", "vi"}:
        if not row[column] and row.get("pos") not in EMPTY_ALLOWED:
            yield f"{column}: empty"
        if HAN.search(row[column]):
            yield f"{column}: Chinese character"
    if row.get("type") != "person" or "·" not in row["zh"]:
        yield from (f"vi: {fault}" for fault in faults_of_vietnamese(row["vi"]))
    if kind == "glossary":
        if row["type"] not in TYPES:
            yield f"type: {row['type']!r} is none of {', '.join(sorted(TYPES))}"
    elif kind == "lexicon":
        if row["pos"] not in POS:
            yield f"pos: {row['pos']!r} is unknown"
        if row["pos"] == "n" and row["num"] not in {"c", "u", "p"}:
            yield f"num: {row['num']!r} for a noun is none of c, u, p"
        if row["pos"] == "v" and re.match(r"to |be to ", row["en"]):
            yield "en: a verb is written without 'to'"
        if re.search(r"[();/]", row["en"] + row["vi"]):
            yield "en/vi: one rendering a cell, no brackets, semicolons or slashes"


def check(path: Path, seen: dict[tuple[str, ...], str]) -> Iterator[str]:
    """Each fault of one table; ``seen`` collects the keys of all tables, to find duplicates."""
    lines = path.read_text("utf-8").split("\n")
    header = lines[0].split("\t")
    kinds = {tuple(GLOSSARY): "glossary", tuple(LEXICON): "lexicon", tuple(DERIVED): "derived"}
    kind = kinds.get(tuple(header), "")
    if not kind:
        yield f"{path}:1: the header is neither the glossary's nor the lexicon's nor a derived table's"
        return
    for number, line in enumerate(lines[1:], 2):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) > len(header):
            yield f"{path}:{number}: {len(cells)} cells, {len(header)} headings"
            continue
        row = dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))
        for fault in faults_of_row(kind, row):
            yield f"{path}:{number}: {row['zh']}: {fault}"
        key = (kind, row["zh"], *((row["pos"], row["when"]) if kind == "lexicon" else ()))
        if key in seen:
            yield f"{path}:{number}: {row['zh']}: stands already at {seen[key]}"
        seen[key] = f"{path}:{number}"
    body = [line for line in lines[1:] if line and not line.startswith("#")]
    if body != sorted(body):
        yield f"{path}: lines are not sorted (run with --sort)"


def sort(path: Path) -> None:
    """Sorts a table's lines below its header, in place."""
    header, *body = path.read_text("utf-8").split("\n")
    path.write_text("\n".join([header, *sorted(filter(None, body))]) + "\n", "utf-8")


def main(arguments: Iterable[str]) -> int:
    """Runs the checks; returns the exit code."""
    words = list(arguments)
    home = Path(__file__).parent.parent
    paths = [Path(w) for w in words if not w.startswith("-")]
    tables = [*home.glob("glossary/*.tsv"), *home.glob("lexicon/core*.tsv")]
    tables += [home / "lexicon" / name for name in ("compounds.tsv", "hanviet.tsv")]
    paths = paths or sorted(path for path in tables if path.name != "cldr.tsv")
    if "--sort" in words:
        for path in paths:
            sort(path)
    seen: dict[tuple[str, ...], str] = {}
    count = 0
    for path in paths:
        for fault in check(path, seen):
            count += 1
            print(fault)
    print(f"{len(paths)} tables, {len(seen)} entries, {count} faults")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
