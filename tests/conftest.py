"""For every test: no network, and a home of its own."""

import os
import signal
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# In importlib mode the folder of the tests is not on the path by itself.
sys.path.insert(0, str(Path(__file__).parent))

import cli_help
import no_network

no_network.block()

# How long an example takes is the machine's affair.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


# These wait for processes, Ray or a browser: begun last, they would keep one worker busy and leave the others idle.
SLOW = """
    test_ray_cluster test_ray_local test_tui_trouble test_locked_stores test_batch_crash test_batch_workers test_serve
    test_cli_interrupt test_batch_watch test_libreoffice test_html_page test_full_disk
""".split()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take long."""
    items.sort(key=lambda item: item.path.stem not in SLOW)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One worker more than there are cores: many tests wait for a process of their own."""
    return (os.cpu_count() or 1) + 1


def keep_bytecode(config: pytest.Config) -> None:
    """Let what the tests start compile each module once, where Python is told to write no bytecode.

    It is kept beside pytest's own cache, not beside the sources.
    """
    if sys.dont_write_bytecode and sys.pycache_prefix is None:
        cache = getattr(config, "cache", None)  # there is none where pytest is told to keep none
        folder = cache.mkdir("bytecode") if cache else tempfile.mkdtemp(prefix="sanyu-bytecode-")
        sys.dont_write_bytecode, sys.pycache_prefix = False, str(folder)
        os.environ["PYTHONPYCACHEPREFIX"] = str(folder)
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_configure(config: pytest.Config) -> None:
    """What runs outside any test must not see the developer's own home either."""
    keep_bytecode(config)
    os.environ["SANYU_HOME"] = tempfile.mkdtemp(prefix="sanyu-tests-")
    for name in ("NO_COLOR", "FORCE_COLOR"):
        os.environ.pop(name, None)
    # Started in the background of a script, with & or nohup, the tests and all they start are deaf to Ctrl-C.
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh SANYU_HOME."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("SANYU_HOME", str(folder))
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(folder / "argos"))
    return folder


@pytest.fixture
def loopback() -> Iterator[None]:
    """Opens this machine's own addresses, for tests that play a server."""
    with no_network.loopback():
        yield


@pytest.fixture
def one_workshop(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands in this process use a workshop that is loaded once for all tests."""
    monkeypatch.setattr("reader.cli.translate.Workshop", lambda **options: cli_help.workshop())
