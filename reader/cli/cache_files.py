"""The databases of the cache as its commands open them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TypeVar

from cache.annotations import Annotations
from cache.memory import MemoryStore
from cache.places import Places
from cache.recognitions import Recognitions
from cache.translations import Translations
from reader.cli.console import Failure, notice

Store = TypeVar("Store", Translations, Recognitions)


@contextmanager
def opened(home: Places) -> Iterator[tuple[Translations, Recognitions] | None]:
    """The two databases, None where there is no cache: asking makes none.

    Raises Failure where they cannot be used: what is remembered in their stead would tell nothing.
    """
    if not home.translations.exists():
        yield None
        return
    with (
        closing(usable(Translations, home.translations)) as translations,
        closing(usable(Recognitions, home.recognitions)) as recognitions,
    ):
        yield translations, recognitions


def usable(kind: type[Store], path: Path) -> Store:
    """A database of the cache; raises Failure where it cannot be used."""
    said: list[str] = []
    store = kind(path, said.append)
    if store.database.refusal:
        store.close()
        raise Failure(store.database.refusal)
    for message in said:
        notice(message)
    return store


def own_work(home: Places) -> dict[str, int]:
    """How much a person wrote, approved and marked; nothing is made by asking."""
    memory = MemoryStore(home.memory, notice, home.backups)
    annotations = Annotations(home.annotations, notice, home.backups)
    try:
        counts, marks = memory.counts(), annotations.all()
    finally:
        memory.close()
        annotations.close()
    return {
        "edited": counts.edited,
        "reviewed": counts.reviewed,
        "versions": counts.versions,
        "bookmarks": sum(mark.bookmarked for mark in marks),
        "notes": sum(bool(mark.note) for mark in marks),
    }


def files_of(home: Places) -> list[Path]:
    """The databases with the files SQLite keeps beside them, and damaged ones that were moved aside."""
    if not home.cache.is_dir():
        return []
    return sorted(
        file
        for path in (home.translations, home.recognitions, home.termbase, home.search)
        for file in home.cache.glob(f"{path.name}*")
    )
