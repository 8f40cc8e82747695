"""What runs in a worker process: one article after the other, until the parent has no more."""

from __future__ import annotations

import contextlib
import signal
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection

from cache.commands import Began
from cache.places import Places
from cache.translations import Translation
from reader.cli.batch.gathering import GatheringRecognitions, GatheringTranslations
from reader.cli.batch.stream import Stream, message_of
from reader.cli.batch.task import Done, Failed, Outcome, Task
from reader.export.translated import Layout
from translate.memory.edits import Edits
from translate.memory.memory import TranslationMemory
from translate.row import Target
from translate.terms.termbase import TermbaseError
from translate.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Setup:
    """What a worker must know to draft with the embedded engine as the parent would."""

    places: Places
    targets: tuple[Target, ...]
    ascii_names: bool
    plain: bool
    layout: Layout | None
    aligned: bool
    began: Began


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of an article, and what the parent is to write into the cache.

    ``fatal`` says why no article at all can be translated; empty where all is well.
    """

    outcome: Outcome
    drafts: list[Translation]
    recognitions: list[tuple[bytes, str]]
    lookups: int
    hits: int
    resumed: int
    fatal: str = ""


def work(connection: Connection, setup: Setup) -> None:
    """Takes tasks from the connection and sends an Answer for each; ends when the parent is gone."""
    # Ctrl-C reaches every process of the terminal: the parent decides when its workers end.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    places = setup.places
    translations = GatheringTranslations(places.translations)
    translations.join(setup.began)
    recognitions = GatheringRecognitions(places.recognitions)
    edits = TranslationMemory(places.memory)
    workshop = Workshop(choice="transfer", user_glossary=places.glossary, compiled_termbase=places.termbase)
    pipeline = workshop.pipeline(
        translations,
        setup.targets,
        recognitions=recognitions,
        ascii_names=setup.ascii_names,
        edits=Edits(edits),
    )
    pipeline.aligned = setup.aligned
    stream = Stream(pipeline, plain=setup.plain, layout=setup.layout)
    with contextlib.suppress(EOFError, OSError):
        while True:
            task = connection.recv()
            assert isinstance(task, Task)
            outcome, fatal = outcome_of(stream, task)
            drafts, lookups, hits, resumed = translations.taken()
            connection.send(Answer(outcome, drafts, recognitions.taken(), lookups, hits, resumed, fatal))


def outcome_of(stream: Stream, task: Task) -> tuple[Outcome, str]:
    """What came of one task, whatever goes wrong, and why no other could be done either."""
    try:
        (outcome,) = stream.run((task,))
        if isinstance(outcome, Done):
            # What goes through a pipe is whole.
            whole = (c if isinstance(c, str | bytes) else "".join(c) for c in outcome.contents)
            outcome = replace(outcome, contents=tuple(whole))
    except TermbaseError as error:
        return Failed(task, str(error)), str(error)
    except Exception as error:
        return Failed(task, message_of(error, task)), ""
    return outcome, ""
