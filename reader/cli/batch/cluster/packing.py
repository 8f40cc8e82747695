"""The driver's side: what workers must know, and the articles with all that is remembered of them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from cache.places import Places
from cache.unit import Unit
from reader.cli.batch.cluster.parcel import Commission, Hello, LoadedSource, Parcel, code_version
from reader.cli.batch.cluster.worker import SHAPING
from reader.cli.batch.stream import ForeignText, message_of
from reader.cli.batch.task import Failed, Task
from reader.cli.memory import Memory
from reader.export.translated import Layout
from translate.memory.passage import Passage
from translate.pipeline import stretches_of
from translate.remembered import recognition_key
from translate.row import Row, Target
from translate.script import HAN_IN_TEXT
from translate.segment import segments_of
from translate.terms.termbase import load_termbase
from translate.workshop import Workshop

TRANSFER = "transfer"
LANGUAGES = {Target.EN: "English", Target.VI: "Vietnamese"}


def commission_of(
    places: Places,
    workshop: Workshop,
    targets: tuple[Target, ...],
    *,
    choice: str,
    ascii_names: bool,
    layout: Layout | None,
    aligned: bool,
    rescue: bool,
    environ: Mapping[str, str] = os.environ,
) -> Commission:
    """What workers must know. Raises TermbaseError for a glossary that cannot be used."""
    # Compiled here, once, for all of them.
    load_termbase(places.glossary, places.termbase)
    if all(name == TRANSFER for name, _ in engines_of(workshop, targets).values()):
        # A worker with models of its own must not use them.
        choice = TRANSFER
    return Commission(
        choice, targets, ascii_names, layout, aligned, rescue, bytes_of(places.glossary),
        bytes_of(places.termbase), {name: environ[name] for name in SHAPING if environ.get(name)},
    )  # fmt: skip


def engines_of(workshop: Workshop, targets: tuple[Target, ...]) -> dict[Target, tuple[str, str]]:
    """For each target the name and fingerprint of the engine that drafts, and whose keys the cache has."""
    first = {target: workshop.chosen(target) for target in targets}
    return {target: (engine.name, engine.fingerprint) for target, engine in first.items()}


def expected(workshop: Workshop, targets: tuple[Target, ...]) -> Hello:
    """What a worker must say to be of the same version as this process."""
    return Hello("this machine", code_version(), engines_of(workshop, targets))


def objection(hello: Hello, wanted: Hello) -> str:
    """Why a worker cannot be used, and what to do about it; empty where it can."""
    if hello.code != wanted.code:
        return f"Worker {hello.name} has another version of sanyu; install there the one that is here."
    if hello.trouble:
        return f"Worker {hello.name} cannot be used: {hello.trouble}"
    theirs = hello.engines or {}
    for target, (name, fingerprint) in (wanted.engines or {}).items():
        there, its = theirs.get(target, ("", ""))
        if there != name:
            return (
                f"Worker {hello.name} lacks the models of {name} for {LANGUAGES[target]}; say there sanyu"
                " models install zh_en en_vi, or use --engine transfer, which needs none."
            )
        if its != fingerprint:
            return (
                f"Worker {hello.name} has other models of {name} than this machine; install the same there,"
                " or use --engine transfer, which needs none."
            )
    return ""


class Packer:
    """Reads articles and looks up what is remembered of them."""

    def __init__(
        self, memory: Memory, workshop: Workshop, targets: tuple[Target, ...], *, plain: bool
    ) -> None:
        self._memory = memory
        self._targets = targets
        self._plain = plain
        self._asked = {
            target: {engine.fingerprint for engine in workshop.choices(target)}
            for target in with_pivots(workshop, targets)
        }
        self._recognition = workshop.recognition_fingerprint()

    def pack(self, task: Task) -> Parcel | Failed:
        """An article ready to travel, or why it cannot be read."""
        try:
            article = task.source.load(plain=self._plain)
            rows = [Row(segment) for segment in segments_of(article)]
            if not any(HAN_IN_TEXT.search(row.segment.text) for row in rows):
                raise ForeignText(task.source.label)
            source = LoadedSource(task.source.path, task.source.name, article)
            texts = [row.segment.text for row in rows]
            translations = self._memory.translations
            drafts = [
                draft
                for target, fingerprints in self._asked.items()
                for draft in translations.of_texts(texts, target.value, fingerprints)
            ]
            return Parcel(replace(task, source=source), self._recognitions(rows), drafts, self._units(rows))
        except Exception as error:
            return Failed(task, message_of(error, task))

    def _recognitions(self, rows: list[Row]) -> dict[bytes, str]:
        found = {}
        for stretch in stretches_of(rows):
            key = recognition_key([rows[i].segment for i in stretch], self._recognition)
            known = self._memory.recognitions.get(key)
            if known is not None:
                found[key] = known
        return found

    def _units(self, rows: list[Row]) -> dict[Target, dict[int, Unit]]:
        if self._memory.edits.is_empty:
            return {}
        texts = [row.segment.text for row in rows]
        passages = [Passage.of(row, texts) for row in rows]
        return {
            target: {
                row.segment.index: unit
                for row, unit in zip(rows, self._memory.edits.standing_all(passages, target), strict=True)
                if unit is not None
            }
            for target in self._targets
        }


def with_pivots(workshop: Workshop, targets: tuple[Target, ...]) -> set[Target]:
    """The targets, and those that their engines go through."""
    through = (workshop.chosen(target).pivot(target) for target in targets)
    return {*targets, *(target for target in through if target is not None)}


def bytes_of(path: Path) -> bytes | None:
    """The content of a file, None where there is none."""
    try:
        return path.read_bytes()
    except OSError:
        return None
