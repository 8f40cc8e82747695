"""What travels between the driver and its workers elsewhere; neither sees the other's files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cache.translations import Translation
from cache.unit import Unit
from reader.cli.batch.task import Task
from reader.cli.sources import Source
from reader.export.translated import Layout
from seeds.article import Article
from translate.fingerprint import fingerprint
from translate.row import Target

# What an output depends on besides its engine: reading, recognising, checking, rendering, and this.
CODE = (
    "translate",
    "translate/entities",
    "translate/memory",
    "translate/terms",
    "translate/transfer",
    "seeds",
    "seeds/glossary",
    "seeds/lexicon",
    "seeds/readings",
    "cache",
    "reader/export",
    "reader/cli/batch",
    "reader/cli/batch/cluster",
)


def code_version() -> str:
    """A digest of the code and tables that outputs depend on."""
    return fingerprint(*CODE)


@dataclass(frozen=True, slots=True)
class Commission:
    """What a worker must know to draft as the driver would.

    ``glossary`` is the user's own, ``termbase`` its compiled form with the seed glossary: contents of
    files, None where there are none. ``environ`` are the variables that shape a neural draft, and
    ``folder`` is where workers keep what is only for a while: empty for their system's own place.
    """

    choice: str
    targets: tuple[Target, ...]
    ascii_names: bool
    layout: Layout | None
    aligned: bool
    rescue: bool
    glossary: bytes | None
    termbase: bytes | None
    environ: Mapping[str, str]
    folder: str = ""


@dataclass(frozen=True, slots=True)
class Hello:
    """Who a worker is and what it drafts with: for each target the first engine and its fingerprint.

    ``trouble`` says why it cannot work at all.
    """

    name: str
    code: str = ""
    engines: Mapping[Target, tuple[str, str]] | None = None
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class LoadedSource(Source):
    """A document that was read by the driver."""

    article: Article

    def load(self, *, plain: bool) -> Article:
        """The document as an article."""
        return self.article


@dataclass(frozen=True, slots=True)
class Parcel:
    """An article with all that is remembered of it.

    ``drafts`` are those of its texts, whatever their entities, each with whether an interrupted run
    of the same command made it; ``units`` what a person wrote, by target and index of the segment.
    """

    task: Task
    recognitions: Mapping[bytes, str]
    drafts: Sequence[tuple[Translation, bool]]
    units: Mapping[Target, Mapping[int, Unit]]
