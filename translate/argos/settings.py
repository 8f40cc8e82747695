"""Settings of the decoder: what it is asked for, and how many threads it may use."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

from translate.engine import EngineError

# Raised when drafts may change though packages and code do not.
VERSION = 1
# Output is cut by CTranslate2 at this many tokens; sources as long as SOURCE_LIMIT are split before.
OUTPUT_LIMIT = 256
SOURCE_LIMIT = 200
# A loaded model that nobody used for so many seconds is released.
IDLE = 60.0


@dataclass(frozen=True, slots=True)
class Search:
    """How to search for hypotheses. The defaults are those Argos Translate decodes with."""

    beam: int = 4
    hypotheses: int = 4
    length_penalty: float = 0.2
    repetition_penalty: float = 1.0
    no_repeat: int = 0
    shortest: int = 1
    suppressed: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Machine:
    """Where to decode. ``workers`` batches run side by side, each on ``threads`` threads."""

    device: str = "cpu"
    workers: int = 1
    threads: int = 1
    compute: str = "default"
    idle: float = IDLE


def machine_of(environ: Mapping[str, str]) -> Machine:
    """The machine as Argos Translate's own variables describe it, else all cores with one thread each.

    Several threads on one small batch spin more than they work: one a batch is four times faster.
    """
    device = environ.get("ARGOS_DEVICE_TYPE") or "cpu"
    if device not in ("cpu", "cuda", "auto"):
        raise EngineError(
            f"ARGOS_DEVICE_TYPE is {device!r}; say cpu, cuda or auto.", why="device", value=device
        )
    workers = number(environ, "ARGOS_INTER_THREADS") or (cores() if device == "cpu" else 1)
    threads = number(environ, "ARGOS_INTRA_THREADS") or 1
    compute = environ.get("ARGOS_COMPUTE_TYPE") or "auto"
    return Machine(device, workers, threads, "default" if compute == "auto" else compute)


def search_of(environ: Mapping[str, str]) -> Search:
    """The first search, with the beam that ARGOS_BEAM_SIZE asks for."""
    beam = max(1, number(environ, "ARGOS_BEAM_SIZE") or Search().beam)
    return Search(beam=beam, hypotheses=min(beam, Search().hypotheses))


def number(environ: Mapping[str, str], name: str) -> int:
    """A variable that holds a number; 0 where it is not set."""
    value = environ.get(name, "").strip()
    if not value:
        return 0
    if not value.isdecimal() or int(value) > 1024:
        raise EngineError(
            f"{name} is {value!r}; it must be a whole number.", why="number", name=name, value=value
        )
    return int(value)


def cores() -> int:
    """How many processor cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return max(1, os.cpu_count() or 1)
