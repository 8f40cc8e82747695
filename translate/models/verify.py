"""Whether a package works: it is loaded, and translates a line."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

from translate.models.errors import PackageError
from translate.models.package import Package
from translate.models.vocabulary import check, language_token, pieces, words

LINES = {
    "zh": "双方同意加强经济合作。",
    "zt": "雙方同意加強經濟合作。",
    "en": "The two sides agreed to strengthen economic cooperation.",
}
LONGEST = 256


@dataclass(frozen=True, slots=True)
class Trial:
    """What a package made of a line. ``unknown`` are tokens of the line that the model does not know."""

    package: Package
    line: str
    tokens: list[str]
    unknown: list[str]
    translation: str
    loading: float
    translating: float


def verify(package: Package, line: str = "") -> Trial:
    """Loads a package and translates a line, ours unless one is given. Raises PackageError, OSError."""
    check(package)
    started = time.perf_counter()
    source, target = pieces(package.sentencepiece), pieces(package.target_sentencepiece)
    translator = load(package)
    loaded = time.perf_counter()
    text = line or LINES["zt" if package.traditional else package.source]
    token = language_token(package)
    tokens: list[str] = [*([token] if token else []), *source.encode(text, out_type=str)]
    known = words(package.model, "source")
    try:
        results = translator.translate_batch(
            [tokens],
            target_prefix=[[package.target_prefix]] if package.target_prefix else None,
            beam_size=4,
            max_decoding_length=LONGEST,
        )
    except (RuntimeError, ValueError) as error:
        raise PackageError(f"it cannot translate ({first_line(error)}); install it again") from None
    translation: str = target.decode(results[0].hypotheses[0])
    if not translation.strip():
        raise PackageError("it loads, but translates a line into nothing; install it again")
    return Trial(
        package=package,
        line=text,
        tokens=tokens,
        unknown=[token for token in tokens if token not in known],
        translation=translation,
        loading=loaded - started,
        translating=time.perf_counter() - loaded,
    )


def load(package: Package) -> Any:
    """The model, on the processor with one thread. Raises PackageError."""
    import ctranslate2

    try:
        return ctranslate2.Translator(str(package.model), device="cpu", inter_threads=1, intra_threads=1)
    except (RuntimeError, ValueError, MemoryError) as error:
        if "binary version" in str(error):
            raise PackageError(
                "it was made for a newer CTranslate2; say pip install --upgrade ctranslate2"
            ) from None
        raise PackageError(f"it cannot be loaded ({first_line(error)}); install it again") from None


def first_line(error: BaseException) -> str:
    """The beginning of a message from a library."""
    lines = str(error).strip().splitlines()
    return lines[0][:200] if lines else type(error).__name__
