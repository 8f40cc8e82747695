"""An engine that fails gives way to the next, and a person is told why, once, with the mend."""

import socket
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from cli_help import sanyu

from translate.drafting import answers
from translate.engine import Draft, EngineError, Job
from translate.row import Target

MODELS = Path(__file__).parent / "models"
pytestmark = pytest.mark.usefixtures("loopback")


class Engine:
    """Drafts the first so many jobs, then fails."""

    appetite, fingerprint = 1, ""

    def __init__(self, name: str, able: int) -> None:
        self.name, self._able = name, able

    def pivot(self, target: Target) -> None: ...

    def targets(self) -> frozenset[Target]:
        return frozenset(Target)

    def translate(self, jobs: Sequence[Job], target: Target) -> Iterator[Draft]:
        for number, _ in enumerate(jobs):
            if number >= self._able:
                raise EngineError(f"{self.name} is ill; cure it.")
            yield Draft(f"by {self.name}")


def told_of(*engines: Engine, jobs: int = 3) -> list[str]:
    told: list[str] = []
    found = answers([Job("好", ())] * jobs, Target.EN, engines, rescue=False, told=told.append)
    assert len(list(found)) == jobs
    return told


def test_who_stands_in_and_why() -> None:
    ill, well = Engine("one", 1), Engine("two", 9)
    assert told_of(ill, well) == ["one is ill; cure it. Until then two stands in."]
    assert told_of(Engine("one", 0), ill, well) == [
        "one is ill; cure it. Until then one stands in.",
        "one is ill; cure it. Until then two stands in.",
    ]


def test_nothing_is_told_where_all_is_well() -> None:
    assert told_of(Engine("one", 3), Engine("two", 9)) == []


def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text("双方同意加强合作。\n学生们在图书馆读书。\n", encoding="utf-8")
    return path


def test_an_endpoint_where_nobody_listens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    monkeypatch.setenv("SANYU_ENDPOINT_URL", f"http://127.0.0.1:{port}/v1")
    monkeypatch.setenv("SANYU_ENDPOINT_MODEL", "m")
    result = sanyu("translate", article(tmp_path), "--engine", "openai", "--plain", "-o", tmp_path / "out")
    assert result.code == 0 and len(list((tmp_path / "out").iterdir())) == 1
    assert result.err.count("cannot be reached: start the server there") == 1
    assert "Until then transfer stands in." in result.err


def test_a_model_that_rotted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packages = tmp_path / "packages"
    for name in ("zh_en", "en_vi"):
        with zipfile.ZipFile(MODELS / f"{name}.argosmodel") as archive:
            archive.extractall(packages)
    for weights in packages.glob("*/model/model.bin"):
        weights.write_bytes(weights.read_bytes()[:50_000])
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(packages))
    result = sanyu("translate", article(tmp_path), "--plain", "-q", "-o", tmp_path / "out")
    assert result.code == 0 and len(list((tmp_path / "out").iterdir())) == 1
    assert "The model zh_en does not work" in result.err and "Until then transfer stands in." in result.err
    assert len(result.err.splitlines()) == len(set(result.err.splitlines())) <= 2
