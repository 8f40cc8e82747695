"""The words of texts as full-text search sees them: without diacritics, case, or difference of script.

Chinese has no spaces: a run of it becomes its pairs of neighbouring characters, and its last
character alone. A phrase of pairs is then found exactly where the characters stand side by side, a
single character wherever a pair begins with it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b

# Changed with everything here that changes what a text's words are.
VERSION = 1
LONGEST = 64
# From so many letters on a word also stands for the longer ones that begin with it: Vietnamese
# syllables are shorter, and mean something else when letters follow.
STEM = 5
HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
_HAN = re.compile(f"[{HAN}]")
_RUN = re.compile(f"[{HAN}]+|[^\\W_{HAN}]+")
_MARKS = re.compile("[\u0300-\u036f]+")
_QUOTED = re.compile('["“”„]([^"“”„]*)(?:["“”„]|$)|([^\\s"“”„]+)')


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that must follow each other; with ``is_open`` the last one may go on."""

    words: tuple[str, ...]
    is_open: bool = False

    @property
    def needle(self) -> str:
        """What a text's words, joined, contain where the phrase occurs."""
        return " " + " ".join(self.words) + ("" if self.is_open else " ")


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for: phrases that must all occur, in whatever order and language.

    ``whole`` is the same as one phrase, where there are several.
    """

    phrases: tuple[Phrase, ...] = ()
    whole: Phrase | None = None

    def __bool__(self) -> bool:
        return bool(self.phrases)


class Words:
    """Cuts texts and queries. ``shapes`` gives the Simplified shape of single characters."""

    def __init__(self, shapes: Mapping[str, str] | None = None) -> None:
        self._shapes = {ord(odd): usual for odd, usual in (shapes or {}).items()}
        self._chars: dict[str, str] = {}

    @property
    def fingerprint(self) -> str:
        """Changes with everything that the words of a text depend on."""
        digest = blake2b(repr((VERSION, sorted(self._shapes.items()))).encode(), digest_size=8)
        return digest.hexdigest()

    def fold(self, text: str) -> str:
        """The text in lower case, without diacritics, in Simplified script; đ counts as d."""
        if text.isascii():
            return text.lower()
        folded = _MARKS.sub("", unicodedata.normalize("NFKD", text).casefold()).replace("đ", "d")
        return folded.translate(self._shapes) if _HAN.search(folded) else folded

    def joined(self, text: str) -> str:
        """All words of a text in order, each with a space before it, and one behind the last."""
        return "".join(f" {word}" for word, _, _ in _cut(self.fold(text))) + " "

    def query(self, text: str) -> Query:
        """What a person typed: words, or phrases in quotation marks."""
        phrases, words = [], []
        for match in _QUOTED.finditer(text):
            quoted = match[1] is not None
            cut = [word for word, _, _ in _cut(self.fold(match[1] if quoted else match[2]))]
            if not cut:
                continue
            words += cut
            phrases.append(_phrase(cut, is_last=not quoted and match.end() == len(text), quoted=quoted))
        whole = _phrase(words, is_last=True, quoted=False) if len(phrases) > 1 else None
        return Query(tuple(phrases), whole)

    def spans(self, text: str, query: Query) -> list[tuple[int, int]]:
        """Where a query's phrases occur in a text: character offsets as it stands, in order.

        What touches, or has only white space in between, is one span.
        """
        folded, origins = self._with_origins(text)
        cut = list(_cut(folded))
        found = []
        for phrase in query.phrases:
            count = len(phrase.words)
            for at in range(len(cut) - count + 1):
                here = [word for word, _, _ in cut[at : at + count]]
                if here == list(phrase.words) or (phrase.is_open and _begins(here, phrase.words)):
                    start, stop = cut[at][1], cut[at + count - 1][1] + len(phrase.words[-1])
                    found.append((origins[start], self._end(text, origins[stop - 1] + 1)))
        return list(_apart(sorted(found), text))

    def _with_origins(self, text: str) -> tuple[str, list[int]]:
        """The folded text, and for each of its characters the offset of that from which it comes."""
        folded, origins = [], []
        for index, char in enumerate(text):
            piece = self._chars.get(char)
            if piece is None:
                piece = self._chars[char] = self.fold(char)
            folded.append(piece)
            origins.extend([index] * len(piece))
        return "".join(folded), origins

    def _end(self, text: str, end: int) -> int:
        """The end of a match with the marks on its last letter."""
        while end < len(text) and _MARKS.fullmatch(text[end]):
            end += 1
        return end


def _cut(folded: str) -> Iterator[tuple[str, int, int]]:
    """The words of a folded text with their offsets there."""
    for match in _RUN.finditer(folded):
        start, end = match.span()
        if _HAN.match(folded, start):
            for at in range(start, end):
                yield folded[at : min(at + 2, end)], at, min(at + 2, end)
        else:
            yield folded[start : min(end, start + LONGEST)], start, end


def _phrase(words: list[str], *, is_last: bool, quoted: bool) -> Phrase:
    """The words of something typed. What was typed last may not be finished yet."""
    last = words[-1]
    if _HAN.match(last):
        # The last character of a run follows from the pair before it, if there is one.
        paired = len(words) > 1 and len(words[-2]) == 2 and words[-2][1] == last and _HAN.match(words[-2])
        return Phrase(tuple(words[:-1])) if paired else Phrase(tuple(words), is_open=True)
    return Phrase(tuple(words), is_open=is_last or (not quoted and len(last) >= STEM))


def _begins(here: list[str], words: tuple[str, ...]) -> bool:
    return here[-1].startswith(words[-1]) and here[:-1] == list(words[:-1])


def _apart(spans: list[tuple[int, int]], text: str) -> Iterator[tuple[int, int]]:
    """Sorted spans with those that touch or overlap made one, white space aside."""
    if not spans:
        return
    start, end = spans[0]
    for begin, stop in spans[1:]:
        if begin > end and text[end:begin].strip():
            yield start, end
            start, end = begin, stop
        end = max(end, stop)
    yield start, end
