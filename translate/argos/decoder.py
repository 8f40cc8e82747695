"""A decoder: one package's model in CTranslate2, loaded when first used, released when idle."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any, Protocol

from translate.argos.batches import batches
from translate.argos.hypothesis import Decoding, Hypothesis, aligned
from translate.argos.pieces import Pieces, spans_of
from translate.argos.settings import OUTPUT_LIMIT, Machine, Search
from translate.engine import EngineError
from translate.models.errors import PackageError
from translate.models.package import Package
from translate.models.vocabulary import language_token

# What CTranslate2 raises for models and machines that do not do.
FAILURES = (RuntimeError, ValueError, LookupError, MemoryError, OSError)


class Decodes(Protocol):
    """What the engine wants of a decoder."""

    def length(self, text: str) -> int:
        """How many pieces a source has."""
        ...

    def decode(self, sources: Sequence[str], search: Search, *, waiting: bool = False) -> Iterator[Decoding]:
        """What is proposed for each source, in order, as soon as it is known."""
        ...

    def close(self) -> None:
        """Releases what was loaded."""
        ...


class Decoder:
    """Decodes with one package. Any number of threads may use it at once."""

    def __init__(self, package: Package, machine: Machine) -> None:
        self.package = package
        self._machine = machine
        self._lock = threading.Lock()
        self._loaded: tuple[Any, Pieces] | None = None
        self._users = 0
        self._used = 0.0
        self._timer: threading.Timer | None = None

    @property
    def is_loaded(self) -> bool:
        """Whether the model is in memory."""
        return self._loaded is not None

    def length(self, text: str) -> int:
        """How many pieces a source has."""
        with self._models() as (_, pieces):
            return len(pieces.encode(text))

    def decode(self, sources: Sequence[str], search: Search, *, waiting: bool = False) -> Iterator[Decoding]:
        """What is proposed for each source, in order, as soon as it is known.

        Never more batches are under way than keep the workers busy, so that a caller who stops
        asking is rid of the work at once. Raises EngineError.
        """
        with self._models() as (translator, pieces):
            tokens = [pieces.encode(source) for source in sources]
            todo = iter(batches([len(one) for one in tokens], waiting=waiting))
            running: deque[tuple[list[int], list[Any]]] = deque()
            done: dict[int, Decoding] = {}
            yielded = 0
            while yielded < len(sources):
                # Whom somebody waits for has the machine to itself.
                room = 1 if waiting and not yielded else 2 * self._machine.workers
                for batch in islice(todo, max(0, room - len(running))):
                    running.append((batch, self._start(translator, [tokens[i] for i in batch], search)))
                batch, results = running.popleft()
                for index, result in zip(batch, results, strict=True):
                    done[index] = self._decoding(
                        pieces, sources[index], tokens[index], self._wait(result), search.length_penalty
                    )
                while yielded in done:
                    yield done.pop(yielded)
                    yielded += 1

    def close(self) -> None:
        """Releases the model, once those who use it have done."""
        with self._lock:
            if self._timer is not None:
                self._timer.cancel()
                self._timer = None
            self._loaded = None

    def _start(self, translator: Any, batch: Sequence[Sequence[str]], search: Search) -> list[Any]:
        """A batch on its way."""
        prefix = self.package.target_prefix
        try:
            results: list[Any] = translator.translate_batch(
                batch,
                target_prefix=[[prefix]] * len(batch) if prefix else None,
                asynchronous=True,
                beam_size=search.beam,
                num_hypotheses=search.hypotheses,
                length_penalty=search.length_penalty,
                repetition_penalty=search.repetition_penalty,
                no_repeat_ngram_size=search.no_repeat,
                min_decoding_length=search.shortest,
                max_decoding_length=OUTPUT_LIMIT,
                suppress_sequences=[list(one) for one in search.suppressed] or None,
                replace_unknowns=True,
                return_scores=True,
                return_attention=True,
            )
        except FAILURES as error:
            raise self._failure(error) from error
        return results

    def _wait(self, result: Any) -> Any:
        try:
            return result.result()
        except FAILURES as error:
            raise self._failure(error) from error

    def _decoding(
        self, pieces: Pieces, source: str, tokens: Sequence[str], result: Any, penalty: float
    ) -> Decoding:
        """A result of CTranslate2 as hypotheses; its attention rows have no column for the end mark."""
        prefix = self.package.target_prefix
        cuts = spans_of(tokens, source)
        found = []
        for number, output in enumerate(result.hypotheses):
            rows = result.attention[number] if result.attention else []
            if prefix and output[:1] == [prefix]:
                output, rows = output[1:], rows[1:]
            text = pieces.decode(output)
            spans = spans_of(output, text)
            sketch = aligned(text, spans, rows, source, cuts)
            found.append(
                Hypothesis(
                    sketch, tuple(output), tuple(spans), mean(result.scores[number], len(output), penalty)
                )
            )
        return Decoding(source, tuple(found), len(result.hypotheses[0]) >= OUTPUT_LIMIT)

    @contextmanager
    def _models(self) -> Iterator[tuple[Any, Pieces]]:
        """Translator and pieces, loaded if need be, not released before the block ends."""
        with self._lock:
            loaded = self._loaded = self._loaded or self._load()
            self._users += 1
        try:
            yield loaded
        finally:
            with self._lock:
                self._users -= 1
                self._used = time.monotonic()
                if self._users == 0 and self._loaded is not None and self._timer is None:
                    self._watch(self._machine.idle)

    def _watch(self, seconds: float) -> None:
        """Looks after some seconds whether the model is idle. The lock is held."""
        self._timer = threading.Timer(seconds, self._look)
        self._timer.daemon = True
        self._timer.start()

    def _look(self) -> None:
        with self._lock:
            self._timer = None
            left = self._used + self._machine.idle - time.monotonic()
            if self._users == 0 and left <= 0:
                self._loaded = None
            elif self._users == 0 and self._loaded is not None:
                self._watch(left)

    def _load(self) -> tuple[Any, Pieces]:
        import ctranslate2

        package, machine = self.package, self._machine
        if not (package.model / "model.bin").is_file():
            raise EngineError(
                f"The model {package.name} is no longer at {package.path};"
                f" say sanyu models install {package.name}.",
                why="model-gone",
                name=package.name,
                path=str(package.path),
            )
        try:
            token = language_token(package)
            pieces = Pieces(package.sentencepiece, package.target_sentencepiece, token)
            translator = ctranslate2.Translator(
                str(package.model),
                device=machine.device,
                inter_threads=machine.workers,
                intra_threads=machine.threads,
                compute_type=machine.compute,
                max_queued_batches=-1,
            )
        except (*FAILURES, PackageError) as error:
            raise self._failure(error) from error
        return translator, pieces

    def _failure(self, error: Exception) -> EngineError:
        """What went wrong, as a sentence."""
        name, what = self.package.name, " ".join(str(error).split())
        if isinstance(error, MemoryError) or "bad_alloc" in what or "out of memory" in what.lower():
            return EngineError(
                f"There is not enough memory for the model {name}; close other programs.",
                why="memory",
                name=name,
            )
        if "version" in what and ("binary" in what or "more recent" in what or "revision" in what):
            return EngineError(
                f"The model {name} was made for a newer CTranslate2; say pip install --upgrade ctranslate2.",
                why="model-newer",
                name=name,
            )
        reason = what[:160].rstrip(".")
        if self._machine.device != "cpu" or "compute type" in what:
            setting = "ARGOS_COMPUTE_TYPE" if "compute type" in what else "ARGOS_DEVICE_TYPE"
            return EngineError(
                f"This machine cannot decode as {setting} asks ({reason}); unset {setting}.",
                why="machine",
                name=setting,
            )
        return EngineError(
            f"The model {name} does not work ({reason});"
            f" say sanyu models verify {name}, or install it again.",
            why="model",
            name=name,
        )


def mean(score: float, length: int, penalty: float) -> float:
    """The mean log probability of a piece; CTranslate2 divides their sum by length ** penalty."""
    power: float = max(1, length) ** (penalty - 1)
    return score * power
