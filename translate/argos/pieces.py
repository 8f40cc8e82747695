"""SentencePiece: text into the pieces a model knows, and back, with the characters each stands for."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from translate.engine import EngineError

SPACE = "▁"
# How far to look on for a piece that is not where it should be, before it is given no characters.
REACH = 8
Span = tuple[int, int]


class Pieces:
    """The SentencePiece models of a package: one for its source, one for its target, mostly the same.

    ``token`` stands before each source that is not empty, where the model wants to be told its target.
    """

    def __init__(self, source: Path, target: Path, token: str = "") -> None:
        self._first = [token] if token else []
        self._source = processor(source)
        self._target = self._source if target == source else processor(target)

    def encode(self, text: str) -> list[str]:
        """The pieces of a source text."""
        tokens: list[str] = self._source.encode(text, out_type=str)
        return self._first + tokens if tokens else tokens

    def decode(self, tokens: Sequence[str]) -> str:
        """The text of a target's pieces, as Argos Translate writes it: no underscores, no first space."""
        text: str = self._target.decode_pieces(list(tokens))
        return text.replace(SPACE, " ").replace("_", " ").removeprefix(" ")


def processor(path: Path) -> Any:
    """A loaded SentencePiece model."""
    import sentencepiece

    try:
        return sentencepiece.SentencePieceProcessor(model_file=str(path))
    except (OSError, RuntimeError) as error:
        raise EngineError(
            f"The SentencePiece model {path} cannot be read;"
            " say sanyu models verify, or install the package again.",
            why="pieces",
            path=str(path),
        ) from error


def spans_of(tokens: Sequence[str], text: str) -> list[Span]:
    """The characters of ``text`` each piece stands for, as (start, end).

    Pieces are of the normalised text (NFKC, ▁ for a space, some characters gone): they are followed
    through the text character by character; a piece that is not found stands for nothing, at the
    place where it was sought.
    """
    plain: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for normal in unicodedata.normalize("NFKC", character):
            if not normal.isspace() and normal != "_":
                plain.append(normal.casefold())
                places.append(place)
    spans: list[Span] = []
    position = 0
    for token in tokens:
        wanted = unicodedata.normalize("NFKC", token.replace(SPACE, "").replace("_", "")).casefold()
        found = seek(wanted, plain, position) if wanted.strip() else -1
        if found < 0:
            here = places[position] if position < len(places) else len(text)
            spans.append((here, here))
            continue
        last = found + len(wanted) - 1
        spans.append((places[found], places[last] + 1))
        position = last + 1
    return spans


def seek(wanted: str, plain: Sequence[str], position: int) -> int:
    """Where ``wanted`` begins at or soon behind ``position``; -1 where it does not."""
    size = len(wanted)
    for start in range(position, min(position + REACH, len(plain) - size + 1)):
        if "".join(plain[start : start + size]) == wanted:
            return start
    return -1
