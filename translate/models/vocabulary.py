"""The words a model knows, and whether a SentencePiece model cuts text into them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from translate.models.errors import PackageError
from translate.models.package import Package

# A tokenizer of another model shares digits, marks and short words with ours: some 20 %.
LEAST_COVERED = 0.5
# How models of OPUS-MT with several targets, or several scripts of one, are told which is wanted:
# one token before the source, which no tokenizer makes.
TOKENS = {"en": (">>eng<<", ">>en<<"), "vi": (">>vie<<", ">>vi<<")}


def pieces(path: Path) -> Any:
    """The SentencePiece processor of a file. Raises PackageError."""
    import sentencepiece

    try:
        return sentencepiece.SentencePieceProcessor(model_file=str(path))
    except (RuntimeError, OSError, ValueError):
        raise PackageError(
            f"its {path.name} is no SentencePiece model, or a damaged one; copy or download the package again"
        ) from None


def words(model: Path, side: str) -> set[str]:
    """The tokens a model knows on a side, "source" or "target". Raises PackageError."""
    for name in (f"{side}_vocabulary", "shared_vocabulary"):
        for path in (model / f"{name}.json", model / f"{name}.txt"):
            if path.is_file():
                return read_words(path)
    raise PackageError(f"its model has no {side}_vocabulary nor shared_vocabulary; convert or copy it again")


def language_token(package: Package) -> str:
    """The token before each source that names the language wanted; empty where a model has none.

    A package with a target_prefix says itself how its model is told. Raises PackageError.
    """
    if package.target_prefix:
        return ""
    known = words(package.model, "source")
    return next((token for token in TOKENS[package.target] if token in known), "")


def read_words(path: Path) -> set[str]:
    """The tokens in a file: a JSON list, or one a line."""
    try:
        text = path.read_text(encoding="utf-8")
        tokens = json.loads(text) if path.suffix == ".json" else text.split("\n")
    except (ValueError, RecursionError):
        tokens = None
    if not isinstance(tokens, list) or not all(isinstance(token, str) for token in tokens):
        raise PackageError(f"its {path.name} is damaged; copy or download the package again")
    return set(tokens)


def covered(package: Package) -> float:
    """The smaller share, of both sides, of SentencePiece's pieces that the model knows."""
    sides = (("source", package.sentencepiece), ("target", package.target_sentencepiece))
    return min(share(pieces(path), words(package.model, side)) for side, path in sides)


def share(processor: Any, known: set[str]) -> float:
    """The share of a processor's pieces that are among the words known."""
    size: int = processor.get_piece_size()
    return sum(processor.id_to_piece(index) in known for index in range(size)) / max(size, 1)


def check(package: Package) -> None:
    """Raises PackageError where the SentencePiece model is that of another model."""
    if (part := covered(package)) < LEAST_COVERED:
        raise PackageError(
            f"its SentencePiece model belongs to another model (this one knows {part:.0%} of its pieces);"
            " copy or convert the package again"
        )
