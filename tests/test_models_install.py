"""``sanyu models``: packages from files and folders, listed, verified and removed."""

import errno
import json
import multiprocessing
import os
import signal
import subprocess
import sys
from pathlib import Path

import model_fakes as fakes
import pytest
from cli_help import process, sanyu, written

from cache.places import Places
from translate.models import installing, staging
from translate.models.store import installed, pick


def models() -> Path:
    return Places.find().models


def listed() -> dict[str, list[dict[str, object]]]:
    answer: dict[str, list[dict[str, object]]] = json.loads(sanyu("models", "list", "--json").out)
    return answer


def names() -> list[object]:
    return [one["name"] for one in listed()["installed"]]


def nothing_left_but(*folders: str) -> bool:
    there = {path.name.rsplit("-", 1)[0] for path in models().iterdir() if path.is_dir()}
    return there - {".downloads"} == set(folders)


def test_two_files_are_installed_listed_verified_and_removed(tmp_path: Path) -> None:
    first = fakes.archive(tmp_path / "one.argosmodel", fakes.package("zh", "en"))
    second = fakes.archive(tmp_path / "two.argosmodel", fakes.package("en", "vi"), root="")
    result = sanyu("models", "install", first, second)
    assert result.code == 0 and result.out == "", result.err
    assert "zh_en 1.9 is installed" in result.err and "by way of English" in result.err
    first.unlink()
    assert names() == ["zh_en", "en_vi"]
    shown = sanyu("models", "list")
    assert "zh_en" in shown.out and "used" in shown.out and "argosmodel" not in shown.out
    assert "another is used" not in shown.out
    trials = json.loads(sanyu("models", "verify", "--json").out)
    assert [one["sound"] for one in trials] == [True, True]
    assert all(one["translation"] and one["tokens"] and not one["unknown"] for one in trials)
    assert "双方" in sanyu("models", "verify", "zh_en").out
    assert sanyu("models", "remove", "zh_en").code == 0
    assert names() == ["en_vi"] and nothing_left_but("en_vi-1.9")
    again = sanyu("models", "remove", "zh_en")
    assert again.code == 1 and "there is en_vi" in again.err


def test_the_package_says_where_its_parts_are(tmp_path: Path) -> None:
    fakes.archive(tmp_path / "a.argosmodel", fakes.package("zh", "en"))
    assert sanyu("models", "install", tmp_path / "a.argosmodel").code == 0
    package = pick(installed(models(), {}), "zh", "en")
    assert package is not None and (package.name, package.version, package.origin) == (
        "zh_en",
        "1.9",
        "sanyu",
    )
    assert (package.model / "model.bin").is_file() and package.sentencepiece.is_file()
    assert package.target_sentencepiece == package.sentencepiece and len(package.digest) == 16


def test_only_what_is_needed_is_unpacked(tmp_path: Path) -> None:
    more = {
        "stanza/zh/tokenize/model.pt": b"x",
        "model/deep/er.bin": b"x",
        ".hidden": b"x",
        "weird name.txt": b"x",
    }
    path = fakes.archive(tmp_path / "a.argosmodel", fakes.package() | more)
    assert sanyu("models", "install", path).code == 0
    assert {name.split("/", 1)[1] for name in written(models()) if name.startswith("zh_en")} == {
        "README.md",
        "archive.sha256",
        "metadata.json",
        "sentencepiece.model",
        "model/config.json",
        "model/model.bin",
        "model/shared_vocabulary.json",
    }


def test_the_same_again_changes_nothing_and_another_version_takes_its_place(tmp_path: Path) -> None:
    path = fakes.archive(tmp_path / "a.argosmodel", fakes.package())
    first = json.loads(sanyu("models", "install", path, "--json").out)
    second = json.loads(sanyu("models", "install", path, "--json").out)
    assert (first[0]["unchanged"], second[0]["unchanged"]) == (False, True)
    assert first[0]["digest"] == second[0]["digest"]
    newer = fakes.archive(tmp_path / "b.argosmodel", fakes.package(version="2.0", seed=2))
    third = json.loads(sanyu("models", "install", newer, "--json").out)
    assert third[0]["digest"] != first[0]["digest"] and nothing_left_but("zh_en-2.0")


def test_what_rotted_is_mended_by_installing_again(tmp_path: Path) -> None:
    path = fakes.archive(tmp_path / "a.argosmodel", fakes.package())
    before = json.loads(sanyu("models", "install", path, "--json").out)[0]
    weights = Path(str(before["path"])) / "model" / "model.bin"
    data = bytearray(weights.read_bytes())
    data[len(data) // 2] ^= 1
    weights.write_bytes(data)
    assert listed()["installed"][0]["digest"] != before["digest"]
    after = json.loads(sanyu("models", "install", path, "--json").out)[0]
    assert (after["unchanged"], after["digest"]) == (False, before["digest"])


def test_a_folder_is_copied(tmp_path: Path) -> None:
    folder = fakes.folder(tmp_path / "unpacked", fakes.package("en", "vi"))
    from_folder = json.loads(sanyu("models", "install", folder, "--json").out)[0]
    path = fakes.archive(tmp_path / "a.argosmodel", fakes.package("en", "vi"))
    # Where a package came from does not show in what it translates.
    assert json.loads(sanyu("models", "install", path, "--json").out)[0]["digest"] == from_folder["digest"]


@pytest.mark.parametrize("layout", ["beside", "in model", "one sentencepiece.model", "archive"])
def test_a_plain_model_with_its_languages(tmp_path: Path, layout: str) -> None:
    files = fakes.plain("zh", "vi")
    if layout == "in model":
        files = {f"model/{name}": data for name, data in files.items()}
    elif layout == "one sentencepiece.model":
        files["sentencepiece.model"] = files.pop("source.spm")
        del files["target.spm"]
    source = (
        fakes.archive(tmp_path / "a.zip", files, root="opus/")
        if layout == "archive"
        else fakes.folder(tmp_path / "opus", files)
    )
    missing = sanyu("models", "install", source)
    assert missing.code == 1 and "--from zh --to vi" in missing.err and nothing_left_but()
    result = sanyu("models", "install", source, "--from", "zh", "--to", "vi")
    assert result.code == 0 and "translates into Vietnamese; for English install zh_en" in result.err, (
        result.err
    )
    package = pick(installed(models(), {}), "zh", "vi")
    assert package is not None and (package.name, package.version) == ("zh_vi", "1.0")
    assert (package.sentencepiece == package.target_sentencepiece) == (layout == "one sentencepiece.model")
    assert sanyu("models", "verify").code == 0


def test_links_of_a_folder_are_followed(tmp_path: Path) -> None:
    folder = fakes.folder(tmp_path / "hub", fakes.package())
    (folder / "model" / "model.bin").rename(tmp_path / "blob")
    (folder / "model" / "model.bin").symlink_to(tmp_path / "blob")
    assert sanyu("models", "install", folder).code == 0
    (tmp_path / "blob").unlink()
    assert sanyu("models", "verify").code == 0


def config(ending: str, **more: object) -> bytes:
    return json.dumps(
        {"eos_token": "</s>", "decoder_start_token": ending, "unk_token": "<unk>"} | more
    ).encode()


@pytest.mark.parametrize(
    ("before", "after"),
    [(config("</s>"), True), (config("<s>"), None), (config("</s>", add_source_eos=True), True)],
)
def test_marian_models_from_transformers_get_their_end_of_sentence(
    tmp_path: Path, before: bytes, after: bool | None
) -> None:
    folder = fakes.folder(tmp_path / "opus", fakes.plain() | {"config.json": before})
    assert sanyu("models", "install", folder, "--from", "zh", "--to", "vi").code == 0
    package = pick(installed(models(), {}), "zh", "vi")
    assert package is not None
    assert json.loads((package.model / "config.json").read_text()).get("add_source_eos") is after
    assert (folder / "config.json").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--from", "zh"], "both --from and --to"),
        (["--from", "en", "--to", "en"], "zh→en, zh→vi and en→vi"),
        (["--sha256", "abc"], "64 hexadecimal"),
    ],
)
def test_wrong_usage(tmp_path: Path, arguments: list[str], reason: str) -> None:
    path = fakes.archive(tmp_path / "a.argosmodel", fakes.package())
    result = sanyu("models", "install", path, *arguments)
    assert result.code == 2 and reason in result.err and result.err.count("\n") == 1


def test_a_digest_that_differs(tmp_path: Path) -> None:
    path = fakes.archive(tmp_path / "a.argosmodel", fakes.package())
    result = sanyu("models", "install", path, "--sha256", "0" * 64)
    assert result.code == 1 and "SHA-256" in result.err and "Nothing was installed" in result.err
    assert names() == []
    assert sanyu("models", "install", path, "--sha256", installing.sha256_of(path).upper()).code == 0


def test_one_that_fails_does_not_stop_the_others(tmp_path: Path) -> None:
    good = fakes.archive(tmp_path / "a.argosmodel", fakes.package())
    result = sanyu("models", "install", tmp_path / "gone.argosmodel", good)
    assert result.code == 1 and "gone.argosmodel: there is no such file" in result.err
    assert names() == ["zh_en"]


def test_a_name_nobody_knows(tmp_path: Path) -> None:
    result = sanyu("models", "install", "de_en")
    assert result.code == 1 and "zh_en, zt_en, en_vi" in result.err and result.err.count("\n") == 1


def test_no_space_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = fakes.archive(tmp_path / "a.argosmodel", fakes.package())
    written_so_far: list[int] = []

    def full(handle: int) -> None:
        written_so_far.append(handle)
        if len(written_so_far) > 2:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    result = sanyu("models", "install", path)
    assert result.code == 1 and "no space left" in result.err and "nothing was installed" in result.err
    assert nothing_left_but() and len(written_so_far) == 3


def test_a_folder_that_cannot_be_made(tmp_path: Path, home: Path) -> None:
    path = fakes.archive(tmp_path / "a.argosmodel", fakes.package())
    (home / "data").write_text("in the way")
    result = sanyu("models", "install", path)
    assert result.code == 1 and result.err.count("\n") == 1 and "Traceback" not in result.err


SLOW = """
import time
from translate.models import model_file
check = model_file.check
def slow(*arguments):
    print("halfway", flush=True)
    time.sleep(100)
    check(*arguments)
model_file.check = slow
from reader.cli.main import main
main()
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_an_interrupted_install_leaves_nothing_that_is_used(tmp_path: Path, number: int) -> None:
    path = fakes.archive(tmp_path / "a.argosmodel", fakes.package())
    words = [sys.executable, "-c", SLOW, "models", "install", str(path)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None and child.stdout.readline() == "halfway\n"
        child.send_signal(number)
        _, err = child.communicate(timeout=60)
    assert "Traceback" not in err and names() == []
    if number == signal.SIGINT:
        assert child.returncode == 130 and nothing_left_but()
    # What a killed one left is cleared by the next.
    assert sanyu("models", "install", path).code == 0 and nothing_left_but("zh_en-1.9")


def install_in_turn(path: str, barrier: object) -> None:
    barrier.wait()  # type: ignore[attr-defined]
    sys.exit(sanyu("models", "install", path).code)


def test_two_at_once(tmp_path: Path) -> None:
    context = multiprocessing.get_context("fork")
    barrier = context.Barrier(3)
    paths = [
        fakes.archive(tmp_path / f"{number}.argosmodel", fakes.package(version=f"{number}.0", seed=number))
        for number in (1, 2, 3)
    ]
    children = [context.Process(target=install_in_turn, args=(str(path), barrier)) for path in paths]
    for child in children:
        child.start()
    for child in children:
        child.join(60)
    assert [child.exitcode for child in children] == [0, 0, 0]
    assert len(names()) == 1 and sanyu("models", "verify").code == 0


def test_another_sanyu_is_waited_for_and_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staging, "AT_ONCE", 0.05)
    monkeypatch.setattr(staging, "PATIENCE", 0.05)
    path = fakes.archive(tmp_path / "a.argosmodel", fakes.package())
    with staging.locked(models(), print):
        result = sanyu("models", "install", path)
    assert result.code == 1 and "waiting" in result.err and "another sanyu" in result.err


def test_no_socket_is_opened_for_files(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    source = (Path(__file__).parent / "no_network.py").read_text()
    (site / "sitecustomize.py").write_text(source + "\n\nblock()\n")
    path = fakes.archive(tmp_path / "a.argosmodel", fakes.package())
    for words in (["install", path], ["list"], ["verify"], ["remove", "zh_en"]):
        result = process("models", *words, env={**os.environ, "PYTHONPATH": str(site)})
        assert result.returncode == 0 and "NetworkUsed" not in result.stderr, result.stderr


def test_listing_loads_nothing_heavy(tmp_path: Path) -> None:
    path = fakes.archive(tmp_path / "a.argosmodel", fakes.package())
    assert sanyu("models", "install", path).code == 0
    heavy = ["ctranslate2", "sentencepiece", "argostranslate", "httpx", "numpy", "filelock"]
    code = (
        "import sys\nfrom reader.cli.main import run\nassert run(['models', 'list']) == 0\n"
        f"print('loaded', [m for m in {heavy!r} if m in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert result.stdout.splitlines()[-1] == "loaded []", result.stdout + result.stderr


def test_the_doctor_knows_the_models(tmp_path: Path) -> None:
    path = fakes.archive(tmp_path / "a.argosmodel", fakes.package())
    assert sanyu("models", "install", path).code == 0
    found = [one for one in json.loads(sanyu("doctor", "--json").out)["findings"] if one["group"] == "Models"]
    assert [one["name"] for one in found] == ["neural engine", "zh_en"]
    assert "install en_vi" in found[0]["value"]
    (models() / "rubbish").mkdir()
    result = sanyu("doctor")
    assert result.code == 1 and "models remove rubbish" in result.out
    assert sanyu("models", "remove", "rubbish").code == 0 and sanyu("doctor").code == 0
