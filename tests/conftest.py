"""For every test: no network, and a home of its own."""

import os
import signal
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

# In importlib mode the folder of the tests is not on the path by itself.
sys.path.insert(0, str(Path(__file__).parent))

import cli_help
import no_network

no_network.block()


def pytest_configure() -> None:
    """What runs outside any test must not see the developer's own home either."""
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
