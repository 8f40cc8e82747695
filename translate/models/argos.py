"""Where an Argos Translate installation keeps its packages.

Asked of the environment and its settings.json, in the order of argostranslate.settings, and not of
that module itself: it makes folders when it is imported.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

_SETTING = "ARGOS_PACKAGES_DIR"


def package_folders(environ: Mapping[str, str]) -> list[Path]:
    """The folders in which packages lie side by side; they need not exist."""
    home = home_of(environ)
    said = environ.get(_SETTING) or settings_in(config_folder(environ, home) / "settings.json").get(_SETTING)
    data = Path(environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    folders = [Path(said) if said else data / "argos-translate" / "packages"]
    if "SNAP" in environ:
        custom = Path(environ["SNAP"]) / "snap_custom"
        folders.append(custom / "packages")
        folders += subfolders(custom / "content_snap_packages")
    return folders


def home_of(environ: Mapping[str, str]) -> Path:
    """The folder below which Argos Translate keeps all."""
    return Path(environ.get("SNAP_USER_DATA" if "SNAP" in environ else "HOME") or Path.home())


def config_folder(environ: Mapping[str, str], home: Path) -> Path:
    """Where Argos Translate keeps its settings."""
    return Path(environ.get("XDG_CONFIG_HOME") or home / ".config") / "argos-translate"


def with_settings(environ: Mapping[str, str]) -> Mapping[str, str]:
    """The environment, and what it does not say itself from settings.json, as Argos Translate reads them."""
    home = home_of(environ)
    return {**settings_in(config_folder(environ, home) / "settings.json"), **environ}


def settings_in(path: Path) -> dict[str, str]:
    """The settings of a settings.json that begin as its variables do; none if it is none."""
    try:
        settings = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    known = settings.items() if isinstance(settings, dict) else ()
    return {
        name: str(value) for name, value in known if name[:6] == "ARGOS_" and isinstance(value, str | int)
    }


def subfolders(folder: Path) -> list[Path]:
    """The folders directly inside one, sorted; none where it cannot be read."""
    try:
        return sorted(path for path in folder.iterdir() if path.is_dir() and path.name[0] != ".")
    except OSError:
        return []
