"""Derives lexicon/compounds.tsv: ``python -m seeds.tools.derive_compounds``.

The table gives Vietnamese for nouns of CC-CEDICT that are made of two words of the core lexicon:
室内设计 is 设计 with 室内 before it, in Vietnamese the other way round. The dictionary's English
says whether a noun means what its parts do: it has to share a word with the second, the head.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from seeds.tables import folder, read_columns, read_rows
from seeds.tools.derive_hanviet_words import told
from seeds.tools.table import SEEDS, write_table

# The parts of speech a first part may have, the likeliest first.
BEFORE_NOUNS = "nbav"
LONGEST = 6
# What makes a noun of a Vietnamese verb; inside a compound it is left out.
NOMINALISERS = ("sự ", "việc ")

Row = Mapping[str, str]


def compounds(dictionary: Mapping[str, str], core: Mapping[str, Sequence[Row]]) -> Iterator[tuple[str, str]]:
    """(Chinese, Vietnamese) for the nouns (Chinese to English) that two words of the core make up."""
    for zh, en in dictionary.items():
        if zh in core or not 3 <= len(zh) <= LONGEST or en[:1].isupper():
            continue
        pairs = [pair for cut in range(1, len(zh)) for pair in parts(zh[:cut], zh[cut:], core)]
        meaning = told(en)
        fitting = [pair for pair in pairs if told(pair[1]["en"]) & meaning]
        # The parts may say no less than the dictionary does; a single character has to be in its English.
        whole = (
            (first, head)
            for first, head in fitting
            if told(first["en"]) & meaning and len(meaning) <= len(told(first["en"]) | told(head["en"]))
        )
        longer = ((first, head) for first, head in fitting if len(first["zh"]) > 1)
        chosen = next(whole, None) or next(longer, None)
        if chosen is not None:
            yield zh, joined(*chosen)


def parts(first: str, head: str, core: Mapping[str, Sequence[Row]]) -> Iterator[tuple[Row, Row]]:
    """The readings of two words as a noun and what stands before it."""
    before = [row for row in core.get(first, ()) if row["pos"] in BEFORE_NOUNS and not row["when"]]
    for row in sorted(before, key=lambda row: BEFORE_NOUNS.index(row["pos"])):
        for noun in core.get(head, ()):
            if noun["pos"] == "n" and not noun["when"]:
                yield row, noun


def joined(first: Row, head: Row) -> str:
    """The Vietnamese of a compound: the head, then what stands before it in Chinese."""
    before, noun = first["vi"], head["vi"]
    if "_" in before and first["pos"] in "ab":
        return before.replace("_", noun)
    before = before.replace("_", "").strip()
    for word in NOMINALISERS:
        before = before.removeprefix(word)
    return before if f"{before} ".startswith(f"{noun} ") else f"{noun} {before}"


def main() -> None:
    """Writes the table."""
    lexicon = folder("lexicon")
    core: dict[str, list[Row]] = {}
    for table in sorted(lexicon.iterdir(), key=lambda table: table.name):
        if table.name.startswith("core"):
            for _, row in read_rows(table):
                core.setdefault(row["zh"], []).append(row)
    words, tags, english = read_columns(lexicon.joinpath("cedict.tsv"), 3)
    nouns = {zh: en for zh, tag, en in zip(words, tags, english, strict=True) if tag == "n"}
    borrowed = set(read_columns(lexicon.joinpath("hanviet.tsv"), 2)[0])
    rows = [row for row in compounds(nouns, core) if row[0] not in borrowed]
    write_table(SEEDS / "lexicon" / "compounds.tsv", ["zh", "vi"], rows)


if __name__ == "__main__":
    main()
