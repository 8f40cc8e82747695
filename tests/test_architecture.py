"""The house keeps its floors, and what is heavy is loaded late."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from reader.cli.main import COMMANDS

ROOT = Path(__file__).parent.parent
HEAVY = ["textual", "jieba", "ctranslate2", "opencc", "argostranslate", "numpy", "rich", "lxml", "sqlite3"]


def loaded_by(code: str) -> set[str]:
    """Which of the heavy modules a piece of code has loaded when it ends."""
    script = f"import sys\n{code}\nprint(*[m for m in {HEAVY!r} if m in sys.modules], sep='\\n')"
    result = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60, cwd=ROOT
    )
    assert result.returncode == 0, result.stderr
    return set(result.stdout.splitlines()) & set(HEAVY)


def test_no_import_runs_upwards() -> None:
    from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == EXIT_STATUS_SUCCESS


def test_only_the_tui_names_textual() -> None:
    names = re.compile(r"^\s*(?:import|from)\s+(?:textual|rich)\b", re.MULTILINE)
    floors = [
        path for floor in ("reader", "translate", "seeds", "cache") for path in (ROOT / floor).rglob("*.py")
    ]
    users = {path.relative_to(ROOT).as_posix() for path in floors if names.search(path.read_text())}
    assert users and all(user.startswith("reader/tui/") for user in users)


def test_translating_loads_no_textual(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("越南外长访问河内。\n")
    words = ["translate", str(article), "-o", str(tmp_path / "out"), "-q"]
    loaded = loaded_by(f"from reader.cli.main import run\nassert run({words!r}) == 0")
    assert "opencc" in loaded and not loaded & {"textual", "jieba", "argostranslate", "ctranslate2"}


@pytest.mark.parametrize("arguments", [["--help"], ["--version"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    assert loaded_by(f"from reader.cli.main import run\nassert run({arguments!r}) == 0") == set()


@pytest.mark.parametrize("module", [module for module, _, _ in COMMANDS.values()])
def test_loading_a_command_loads_no_engine_and_no_screen(module: str) -> None:
    assert loaded_by(f"import {module}") <= {"sqlite3"}


def test_the_readme_shows_every_command() -> None:
    readme = (ROOT / "README.md").read_text()
    if len(readme.splitlines()) < 10:
        pytest.skip("the README is still to be written")
    assert [name for name in COMMANDS if f"sanyu {name}" not in readme] == []
