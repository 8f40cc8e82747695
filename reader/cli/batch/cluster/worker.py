"""What runs elsewhere: engines and models, loaded once, for one article after the other."""

from __future__ import annotations

import os
import platform
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from cache.places import Places
from cache.processes import is_running
from reader.cli.batch.cluster.carried import CarriedEdits, CarriedRecognitions, CarriedTranslations
from reader.cli.batch.cluster.parcel import Commission, Hello, Parcel, code_version
from reader.cli.batch.stream import Stream
from reader.cli.batch.task import Task
from reader.cli.batch.worker import Answer, outcome_of
from translate.engine import EngineError
from translate.workshop import Workshop

# Variables of the driver's that shape neural drafts; a worker's own do not count.
SHAPING = ("ARGOS_BEAM_SIZE", "ARGOS_COMPUTE_TYPE", "ARGOS_DEVICE_TYPE")
# A worker is given one processor core.
THREADS = "ARGOS_INTER_THREADS"
FOLDER = "sanyu-worker-"


class ClusterWorker:
    """Translates what it is given. It writes nothing but into a folder of its own."""

    def __init__(self, commission: Commission) -> None:
        self._commission = commission
        folder = own_folder(Path(commission.folder or tempfile.gettempdir()))
        glossary, termbase = folder / "glossary.tsv", folder / "termbase.tsv"
        if commission.glossary is not None:
            glossary.write_bytes(commission.glossary)
        if commission.termbase is not None:
            termbase.write_bytes(commission.termbase)
        environ = {name: value for name, value in os.environ.items() if name not in SHAPING}
        environ.setdefault(THREADS, "1")
        self._workshop = Workshop(
            choice=commission.choice,
            user_glossary=glossary,
            compiled_termbase=termbase,
            models=Places.find().models,
            rescue=commission.rescue,
            environ={**environ, **commission.environ},
        )
        self._translations = CarriedTranslations(folder / "translations.sqlite")
        self._recognitions = CarriedRecognitions(folder / "recognitions.sqlite")
        self._edits = CarriedEdits()
        self._stream: Stream | None = None

    def hello(self) -> Hello:
        """Who this is and what it drafts with."""
        name = f"{platform.node()} (process {os.getpid()})"
        try:
            self._ready()
            engines = {}
            for target in self._commission.targets:
                engine = self._workshop.chosen(target)
                engines[target] = (engine.name, engine.fingerprint)
        except EngineError as error:
            return Hello(name, code_version(), None, str(error))
        return Hello(name, code_version(), engines)

    def work(self, parcel: Parcel) -> Answer:
        """What came of an article; never raises."""
        for carried in (self._translations, self._recognitions, self._edits):
            carried.carry(parcel)
        outcome, fatal = outcome_of(self._ready(), parcel.task)
        drafts, lookups, hits, resumed = self._translations.taken()
        # The driver knows the task; the article need not travel back.
        outcome = replace(outcome, task=light(parcel.task))
        return Answer(outcome, drafts, self._recognitions.taken(), lookups, hits, resumed, fatal)

    def _ready(self) -> Stream:
        if self._stream is None:
            commission = self._commission
            pipeline = self._workshop.pipeline(
                self._translations,
                commission.targets,
                recognitions=self._recognitions,
                ascii_names=commission.ascii_names,
                edits=self._edits,
            )
            pipeline.aligned = commission.aligned
            self._stream = Stream(pipeline, layout=commission.layout)
        return self._stream


def own_folder(parent: Path) -> Path:
    """A fresh folder for this process; those of processes that are gone are removed.

    Most workers end by being killed, so none can do that for itself.
    """
    for old in parent.glob(f"{FOLDER}*"):
        number = old.name.removeprefix(FOLDER).partition("-")[0]
        if number.isdecimal() and not is_running(int(number)):
            shutil.rmtree(old, ignore_errors=True)
    return Path(tempfile.mkdtemp(prefix=f"{FOLDER}{os.getpid()}-", dir=parent))


def light(task: Task) -> Task:
    """A task that names its source and no more."""
    from reader.cli.sources import Source

    return replace(task, source=Source(task.source.path, task.source.name))
