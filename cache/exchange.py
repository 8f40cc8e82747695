"""The cache as lines of JSON: what is remembered, for another machine or another day."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cache.draft_tables import rekeyed, write
from cache.translations import Translation, Translations
from cache.unit import Address, Unit

FORMAT, VERSION = "sanyu cache", 1
BATCH = 1000


class ExchangeError(Exception):
    """A file that is not what ``export`` wrote; the message says what is wrong, and where."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A translation with the Unix time in seconds at which it was made."""

    translation: Translation
    created: int


def header() -> str:
    """The first line of a file."""
    return json.dumps({"format": FORMAT, "version": VERSION})


def translation_lines(translations: Translations) -> Iterator[str]:
    """A line for each translation, in the order in which they were made; read page by page."""
    last = 0
    while True:
        rows = translations.database.read(
            "SELECT t.id, t.key, t.source, t.target, e.name, e.fingerprint, t.text, t.flags, t.alignment,"
            " t.created FROM translation t JOIN engine e ON e.id = t.engine"
            " WHERE t.id > ? ORDER BY t.id LIMIT ?",
            (last, BATCH),
        )
        if not rows:
            return
        for number, key, source, target, engine, fingerprint, text, flags, alignment, created in rows:
            last = int(str(number))
            yield line_of(
                {
                    "type": "translation", "key": coded(key), "source": source, "target": target,
                    "engine": engine, "fingerprint": fingerprint, "text": text, "flags": str(flags).split(),
                    "alignment": coded(alignment), "created": created,
                }
            )  # fmt: skip


def unit_line(unit: Unit) -> str:
    """The line of a person's unit."""
    address = unit.address
    return line_of(
        {
            "type": "unit", "lookup": coded(address.lookup), "before": coded(address.before),
            "after": coded(address.after), "target": address.target, "source": unit.source,
            "text": unit.text, "state": unit.state, "who": unit.who, "previous": unit.previous,
            "following": unit.following, "abstract": unit.abstract, "slots": unit.slots,
            "alignment": coded(unit.alignment), "saved": unit.saved,
        }
    )  # fmt: skip


def read_lines(lines: Iterable[str]) -> Iterator[Kept | Unit]:
    """What a file holds. Raises ExchangeError, with the number of the line."""
    numbered = enumerate(lines, 1)
    try:
        first = json.loads(next(numbered, (1, ""))[1])
    except (ValueError, RecursionError):
        first = None
    if not isinstance(first, dict) or first.get("format") != FORMAT:
        raise ExchangeError("this is not a file that sanyu cache export wrote")
    if first.get("version") != VERSION:
        raise ExchangeError("a newer sanyu wrote this file; update sanyu to read it")
    for number, line in numbered:
        if line.strip():
            try:
                yield item_of(json.loads(line))
            except (ValueError, KeyError, TypeError, binascii.Error, RecursionError) as error:
                raise ExchangeError(f"line {number} is damaged or cut short") from error


def item_of(record: object) -> Kept | Unit:
    """The value of one line. Raises ValueError, KeyError, TypeError."""
    if not isinstance(record, dict):
        raise TypeError
    if record["type"] == "unit":
        address = Address(
            bytes_in(record, "lookup"), text_in(record, "target"), bytes_in(record, "before"),
            bytes_in(record, "after"),
        )  # fmt: skip
        return Unit(
            address, text_in(record, "source"), text_in(record, "text"), text_in(record, "state"),
            text_in(record, "who"), maybe(record, "previous"), maybe(record, "following"),
            text_in(record, "abstract"), text_in(record, "slots"), bytes_in(record, "alignment"),
            number_in(record, "saved"),
        )  # fmt: skip
    if record["type"] != "translation" or len(bytes_in(record, "key")) != 16:
        raise ValueError
    flags = record["flags"]
    if not isinstance(flags, list) or not all(isinstance(flag, str) for flag in flags):
        raise TypeError
    source = text_in(record, "source")
    translation = Translation(
        rekeyed(bytes_in(record, "key"), source), source, text_in(record, "target"),
        text_in(record, "engine"), text_in(record, "fingerprint"), text_in(record, "text"), tuple(flags),
        bytes_in(record, "alignment"),
    )  # fmt: skip
    return Kept(translation, number_in(record, "created"))


def take_in(translations: Translations, kept: list[Kept]) -> int:
    """Takes translations in, those that are not known; how many. Raises sqlite3.OperationalError."""
    with translations.database.atomic() as connection:
        fresh = []
        for one in kept:
            query = "SELECT 1 FROM translation WHERE key = ?"
            if connection.execute(query, (one.translation.key,)).fetchone() is None:
                fresh.append(one)
        for one in fresh:
            write(connection, [one.translation], one.created)
    return len(fresh)


def line_of(record: dict[str, object]) -> str:
    """A record as a line."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def coded(value: object) -> str:
    """Bytes as text."""
    assert isinstance(value, bytes)
    return base64.b64encode(value).decode("ascii")


def text_in(record: dict[str, object], key: str) -> str:
    """A text of a record. Raises KeyError, TypeError."""
    value = record[key]
    if not isinstance(value, str):
        raise TypeError
    # A lone surrogate has no place in the database.
    value.encode("utf-8")
    return value


def maybe(record: dict[str, object], key: str) -> str | None:
    """A text that may be null."""
    return None if record[key] is None else text_in(record, key)


def number_in(record: dict[str, object], key: str) -> int:
    """A whole number of a record that SQLite can hold. Raises KeyError, TypeError, ValueError."""
    value = record[key]
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError
    if not 0 <= value < 1 << 62:
        raise ValueError
    return value


def bytes_in(record: dict[str, object], key: str) -> bytes:
    """Bytes of a record. Raises KeyError, TypeError, binascii.Error."""
    return base64.b64decode(text_in(record, key), validate=True)
