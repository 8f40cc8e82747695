"""Packages of an existing Argos Translate installation: found, preferred or passed over, never touched."""

import json
import os
import subprocess
import sys
from pathlib import Path

import model_fakes as fakes
import pytest
from cli_help import sanyu, written

from cache.places import Places
from translate.models.argos import package_folders
from translate.models.store import installed, look, pick


@pytest.fixture
def argos(home: Path) -> Path:
    return home / "argos"


def models() -> Path:
    return Places.find().models


def test_they_are_used_where_they_lie(argos: Path) -> None:
    folder = fakes.folder(argos / "translate-zh_en-1_9", fakes.package())
    before = written(argos)
    packages = installed(models())
    assert [(one.name, one.origin, one.path) for one in packages] == [("zh_en", "argos", folder)]
    assert "Argos Translate" in sanyu("models", "list").out and sanyu("models", "verify").code == 0
    assert written(argos) == before


def test_ours_come_first_and_the_newest_of_theirs(argos: Path, tmp_path: Path) -> None:
    for version in ("1.0", "1.10", "1.9"):
        fakes.folder(argos / f"translate-zh_en-{version}", fakes.package(version=version))
    assert [one.version for one in installed(models())] == ["1.10", "1.9", "1.0"]
    path = fakes.archive(tmp_path / "a.argosmodel", fakes.package(version="0.1"))
    assert sanyu("models", "install", path).code == 0
    package = pick(installed(models()), "zh", "en")
    assert package is not None and (package.version, package.origin) == ("0.1", "sanyu")
    used = [one for one in json.loads(sanyu("models", "list", "--json").out)["installed"] if one["used"]]
    assert [one["version"] for one in used] == ["0.1"]


def test_traditional_serves_only_where_simplified_is_missing(argos: Path, tmp_path: Path) -> None:
    path = fakes.archive(tmp_path / "a.argosmodel", fakes.package("zt", "en"))
    assert sanyu("models", "install", path).code == 0
    package = pick(installed(models()), "zh", "en")
    assert package is not None and (package.name, package.source, package.traditional) == (
        "zt_en",
        "zh",
        True,
    )
    fakes.folder(argos / "zh_en", fakes.package("zh", "en"))
    package = pick(installed(models()), "zh", "en")
    assert package is not None and (package.name, package.traditional) == ("zh_en", False)
    assert "雙方" in sanyu("models", "verify", "zt_en").out


def test_broken_ones_are_skipped_and_named(argos: Path) -> None:
    fakes.folder(argos / "good", fakes.package())
    fakes.folder(argos / "nothing", {"x": b""})
    fakes.folder(
        argos / "bpe", {k: v for k, v in fakes.package().items() if "piece" not in k} | {"bpe.model": b""}
    )
    fakes.folder(argos / "garbled", fakes.package() | {"metadata.json": b"{"})
    fakes.folder(
        argos / "german",
        fakes.package() | {"metadata.json": b'{"package_version": "1", "from_code": "de", "to_code": "en"}'},
    )
    (argos / "a file").write_text("x")
    found = look(models())
    assert [one.path.name for one in found.packages] == ["good"]
    # Other languages are somebody else's business.
    assert {one.path.name for one in found.broken} == {"nothing", "bpe", "garbled"}
    result = sanyu("models", "list")
    assert result.code == 0 and "BPE" in result.err and "german" not in result.out + result.err
    assert sanyu("doctor").code == 0
    assert sanyu("models", "verify").code == 1 and sanyu("models", "verify", "zh_en").code == 0


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_named(argos: Path) -> None:
    folder = fakes.folder(argos / "good", fakes.package())
    (folder / "model" / "model.bin").chmod(0)
    assert "cannot be read" in look(models()).broken[0].reason


def test_no_folder_is_no_trouble(home: Path) -> None:
    assert installed(home / "nowhere", {"ARGOS_PACKAGES_DIR": str(home / "neither")}) == []
    assert not (home / "nowhere").exists() and not (home / "neither").exists()
    (home / "file").write_text("x")
    assert installed(home / "file", {"ARGOS_PACKAGES_DIR": str(home / "file")}) == []


def test_one_folder_by_two_ways_is_one_package(argos: Path) -> None:
    folder = fakes.folder(argos / "zh_en", fakes.package())
    (argos / "again").symlink_to(folder)
    assert len(installed(models())) == 1


def test_theirs_are_not_removed(argos: Path) -> None:
    folder = fakes.folder(argos / "zh_en", fakes.package())
    result = sanyu("models", "remove", "zh_en")
    assert result.code == 1 and "argospm remove translate-zh_en" in result.err and folder.is_dir()


def test_the_digest_follows_the_model_and_nothing_else(argos: Path) -> None:
    folder = fakes.folder(argos / "zh_en", fakes.package())

    def digest() -> str:
        return installed(models())[0].digest

    first = digest()
    assert digest() == first and (models() / "digests.json").is_file()
    (folder / "README.md").write_text("another")
    os.utime(folder / "model" / "model.bin")
    assert digest() == first
    for name in ("model/model.bin", "model/config.json", "sentencepiece.model"):
        before, stat = (folder / name).read_bytes(), (folder / name).stat()
        (folder / name).write_bytes(before[:-3] + bytes([before[-3] ^ 1]) + before[-2:])
        os.utime(folder / name, ns=(stat.st_atime_ns, stat.st_mtime_ns))
        assert digest() != first, name
        (folder / name).write_bytes(before)
        assert digest() == first
    (models() / "digests.json").write_text("[")
    assert digest() == first
    folder.rename(argos / "elsewhere")
    assert digest() == first


def test_a_folder_copied_by_hand_into_ours_is_used(home: Path) -> None:
    fakes.folder(models() / "translate-zh_en-1_9", fakes.package())
    assert [one.origin for one in installed(models())] == ["sanyu"]
    assert sanyu("models", "remove", "zh_en").code == 0 and installed(models()) == []


ENVIRONMENTS = [
    {},
    {"ARGOS_PACKAGES_DIR": "{}/p"},
    {"XDG_DATA_HOME": "{}/data"},
    {"XDG_CONFIG_HOME": "{}/config"},
    {"SNAP": "{}/snap", "SNAP_USER_DATA": "{}/user"},
]


@pytest.mark.parametrize("environment", ENVIRONMENTS)
def test_the_folders_are_those_of_argostranslate_itself(tmp_path: Path, environment: dict[str, str]) -> None:
    environ = {name: value.format(tmp_path) for name, value in environment.items()} | {"HOME": str(tmp_path)}
    for name in ("config", ".config"):
        (tmp_path / name / "argos-translate").mkdir(parents=True)
    settings = tmp_path / "config" / "argos-translate" / "settings.json"
    settings.write_text(json.dumps({"ARGOS_PACKAGES_DIR": str(tmp_path / "said")}))
    (tmp_path / "snap" / "snap_custom" / "packages").mkdir(parents=True)
    (tmp_path / "snap" / "snap_custom" / "content_snap_packages" / "one").mkdir(parents=True)
    ours = package_folders(environ)
    code = "from argostranslate import settings; print(*settings.package_dirs, sep='\\n')"
    result = subprocess.run(
        [sys.executable, "-c", code], env=environ, capture_output=True, text=True, timeout=60, cwd=tmp_path
    )
    assert result.returncode == 0, result.stderr
    assert [str(folder) for folder in ours] == result.stdout.split("\n")[:-1]
