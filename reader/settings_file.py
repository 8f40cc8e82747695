"""The settings file: read with mercy, written with respect for what a person wrote around the values."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from reader.settings import ENDPOINT, SETTINGS, Settings
from reader.settings_kinds import WrongValueError

LARGEST = 1_000_000
MOST_NOTICES = 10
ENVIRONMENT = {"SANYU_ENDPOINT_URL": "endpoint.base_url", "SANYU_ENDPOINT_MODEL": "endpoint.model"}
SECRET = re.compile("key|token|secret|password", re.IGNORECASE)
# A value that may be a secret in the wrong place is not repeated.
UNQUOTED = frozenset({"endpoint.key_env", "endpoint.base_url"})
HEADER = "# Settings of sanyu. Leave out what should stay as it is by default.\n\n"


class SettingsError(Exception):
    """The settings cannot be written into the file ``path``; the message says what to do."""

    def __init__(self, message: str, path: str = "") -> None:
        super().__init__(message)
        self.path = path


def read_settings(
    path: Path, notice: Callable[[str], None], environ: Mapping[str, str] = os.environ
) -> Settings:
    """The settings of a file and of the environment, which wins; defaults for what is missing or wrong.

    Each thing that is wrong is one notice; the file itself is left alone.
    """
    notices: list[str] = []
    settings = Settings()
    text = text_of(path, notices.append)
    if text:
        settings = merged(settings, path, text, notices.append)
    for name, key in ENVIRONMENT.items():
        if environ.get(name):
            try:
                settings = settings.having(key, environ[name])
            except WrongValueError as error:
                notices.append(f"{name} cannot be used: {error}; it is ignored.")
    for line in notices[:MOST_NOTICES]:
        notice(line)
    if len(notices) > MOST_NOTICES:
        notice(f"{path}: and {len(notices) - MOST_NOTICES} more things are wrong there.")
    return settings


def text_of(path: Path, notice: Callable[[str], None]) -> str:
    """The text of the file; empty where there is none or it cannot be read."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise OSError("it is far too large")
        return data.decode("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except UnicodeDecodeError:
        notice(f"{path}: not UTF-8, so the default settings are used; save it as UTF-8.")
    except OSError as error:
        why = error.strerror or str(error)
        notice(f"{path}: cannot be read ({why}), so the default settings are used; mend or remove it.")
    return ""


def merged(settings: Settings, path: Path, text: str, notice: Callable[[str], None]) -> Settings:
    """The settings with all that is right in a file's text."""
    import tomllib

    try:
        document = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        notice(f"{path}: no TOML, so the default settings are used; mend it there: {error}.")
        return settings
    for key, value in entries(document):
        where = f"{path}{line_of(text, key)}"
        if key not in SETTINGS:
            notice(f"{where}: {unknown(key)}")
            continue
        try:
            settings = settings.having(key, value)
        except WrongValueError as error:
            shown = "this value" if key in UNQUOTED else shortened(value)
            kept = settings.value(key)
            used = f"{shortened(kept)} is used" if kept != "" else "it is ignored"
            notice(f"{where}: {key} cannot be {shown}: {error}; {used}.")
    return settings


def entries(document: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """The keys of a document with their values, those of the endpoint's table as ``endpoint.model``."""
    for key, value in document.items():
        if key == ENDPOINT and isinstance(value, dict):
            for name, inner in value.items():
                yield f"{ENDPOINT}.{name}", inner
        else:
            yield key, value


def unknown(key: str) -> str:
    """What to say about a key that is no setting."""
    if key == ENDPOINT:
        return "endpoint must be a table: write [endpoint] and its settings below that."
    name = key.rpartition(".")[2]
    if SECRET.search(name):
        return (
            f"{key} is ignored: a key is never read from this file; put it into the environment variable"
            " that endpoint.key_env names (SANYU_API_KEY)."
        )
    from difflib import get_close_matches

    near = get_close_matches(key, SETTINGS, 1) or [k for k in SETTINGS if k.endswith(f".{name}")]
    mend = f"did you mean {near[0]}?" if near else f"choose among {', '.join(SETTINGS)}."
    return f"there is no setting {key}; {mend}"


def line_of(text: str, key: str) -> str:
    """``, line 3`` for the line on which a key seems to stand; empty if none is found."""
    section, _, name = key.rpartition(".")
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        header = re.match(r"\s*\[\s*([\w.\"'-]+)\s*\]", line)
        if header:
            table = header[1].strip("\"'")
        assigned = re.match(r"\s*([\w.\"' -]+?)\s*=", line)
        if assigned:
            found = re.sub(r"[\"' ]", "", assigned[1])
            if (table, found) == (section, name) or (not table and found == key):
                return f", line {number}"
    return ""


def shortened(value: object) -> str:
    """A value as it may be shown, not too long."""
    if isinstance(value, list | tuple):
        text = "[" + ", ".join(shortened(item) for item in value[:6]) + "]"
    elif isinstance(value, bool):
        text = str(value).lower()
    else:
        text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else f"{text[:57]}…"


def write_settings(path: Path, changes: Mapping[str, object]) -> None:
    """Changes settings in the file, which keeps its comments and its order, or comes into being.

    A change to the default of a setting that the file does not name is left out. Raises
    SettingsError, WrongValueError, KeyError; then nothing is written.
    """
    import tomllib

    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    from reader.export.files import OutputError, write_atomically

    # A link stays a link: what it leads to is replaced.
    real = Path(os.path.realpath(path))
    try:
        data = real.read_bytes() if real.exists() else b""
        document = tomlkit.parse(data.decode("utf-8-sig"))
        standard = Settings()
        for key, value in changes.items():
            put(document, key, value, standard)
        text = tomlkit.dumps(document)
        tomllib.loads(text)
    except OSError as error:
        raise SettingsError(
            f"{path}: cannot be read ({error.strerror or error}); mend or remove it.", str(path)
        ) from error
    except (UnicodeDecodeError, TOMLKitError, tomllib.TOMLDecodeError, RecursionError, TypeError) as error:
        raise SettingsError(
            f"{path}: no TOML, so nothing is written into it; mend it or move it away ({error}).", str(path)
        ) from error
    try:
        write_atomically(real, text if data else HEADER + text)
    except OutputError as error:
        reason = error.__cause__
        why = (getattr(reason, "strerror", None) or str(reason)).lower()
        raise SettingsError(
            f"{path}: cannot be written ({why}); change its permissions or free some space.", str(path)
        ) from error


def put(document: object, key: str, value: object, standard: Settings) -> None:
    """Puts a value into a TOML document, with the setting's help beside it where it is not there yet."""
    import tomlkit
    from tomlkit.items import InlineTable
    from tomlkit.toml_document import TOMLDocument

    assert isinstance(document, TOMLDocument)
    checked = standard.having(key, value).value(key)
    section, _, name = key.rpartition(".")
    table = document
    if section:
        if section not in document:
            if checked == standard.value(key):
                return
            document[section] = tomlkit.table()
        table = document[section]
    plain = list(checked) if isinstance(checked, tuple) else checked
    if name in table:
        table[name] = plain
    elif checked != standard.value(key):
        item = tomlkit.item(plain)
        if not isinstance(table, InlineTable):
            item.comment(SETTINGS[key].help)
        table[name] = item
