"""Choosing the engine: argos where a model is, else transfer; the newcomer's way; what --explain says."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from argos_help import MODELS, unpacked
from cli_help import process, sanyu

from seeds.load import load_bytes
from translate.engine import EngineError
from translate.row import Row, Target
from translate.workshop import Workshop

TEXT = "主任丁文岸访问昆明。\n日本与柬埔寨加强科技合作。\n中国与澳大利亚签署了数字化转型合作协议。\n"
NOTHING = {"HOME": "/nonexistent"}


def rows(workshop: Workshop, text: str = TEXT) -> list[Row]:
    pipeline = workshop.pipeline(None)
    article = load_bytes(text.encode(), "a.txt", plain=True)
    return [row for batch in pipeline.fill(pipeline.open(article)) for row in batch]


def test_auto_is_transfer_without_a_model_and_says_nothing(tmp_path: Path) -> None:
    found = rows(Workshop(models=tmp_path, environ=NOTHING))
    assert {cell.engine for row in found for cell in row.cells.values()} == {"transfer"}
    assert not any("fallback" in flag for row in found for flag in row.flags)


def test_auto_is_argos_for_the_targets_it_reaches(tmp_path: Path) -> None:
    unpacked(tmp_path, "zh_en")
    found = rows(Workshop(models=tmp_path, environ=NOTHING))
    assert "argos" in {row.cells[Target.EN].engine for row in found}
    assert {row.cells[Target.VI].engine for row in found} == {"transfer"}


def test_both_packages_translate_into_both_languages(tmp_path: Path) -> None:
    unpacked(tmp_path)
    found = rows(Workshop(models=tmp_path, environ=NOTHING))
    assert [row.cells[target].engine for row in found[1:] for target in Target] == ["argos"] * 4
    assert "Nhật Bản và Campuchia" in found[1].cells[Target.VI].text


def test_packages_of_an_argos_installation_are_found(tmp_path: Path) -> None:
    unpacked(tmp_path / "theirs")
    environ = {**NOTHING, "ARGOS_PACKAGES_DIR": str(tmp_path / "theirs")}
    workshop = Workshop(choice="argos", models=tmp_path / "ours", environ=environ)
    assert workshop.argos is not None and workshop.argos.targets() == set(Target)


@pytest.mark.parametrize(
    ("names", "message"),
    [
        ((), "argos has no model for English and Vietnamese; say sanyu models install zh_en en_vi"),
        (("zh_en",), "argos has no model for Vietnamese; say sanyu models install en_vi"),
    ],
)
def test_asking_for_argos_without_a_model_is_one_sentence(
    tmp_path: Path, names: tuple[str, ...], message: str
) -> None:
    if names:
        unpacked(tmp_path, *names)
    workshop = Workshop(choice="argos", models=tmp_path, environ=NOTHING)
    with pytest.raises(EngineError, match=message):
        workshop.pipeline(None)
    if names:
        workshop.pipeline(None, [Target.EN])


def test_a_model_that_goes_while_running_gives_way_to_transfer(tmp_path: Path) -> None:
    unpacked(tmp_path)
    workshop = Workshop(models=tmp_path, environ=NOTHING)
    pipeline = workshop.pipeline(None)
    assert workshop.argos is not None
    shutil.rmtree(tmp_path)
    article = load_bytes(TEXT.encode(), "a.txt", plain=True)
    found = [row for batch in pipeline.fill(pipeline.open(article)) for row in batch]
    assert len(found) == 3
    for row in found:
        for cell in row.cells.values():
            assert cell.engine == "transfer" and "fallback" in cell.flags


def test_transfer_is_chosen_without_looking_for_models(tmp_path: Path) -> None:
    script = (
        "import sys\nfrom translate.workshop import Workshop\n"
        f"work = Workshop(choice='transfer', models=__import__('pathlib').Path({str(tmp_path)!r}))\n"
        "assert work.argos is None\n"
        "heavy = {'ctranslate2', 'sentencepiece', 'argostranslate', 'numpy', 'translate.models.store'}\n"
        "print(heavy & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "set()", done.stderr


def test_the_way_of_a_newcomer(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "nobody"))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "ARGOS_PACKAGES_DIR"):
        monkeypatch.delenv(name, raising=False)
    source = tmp_path / "a.txt"
    source.write_text(TEXT, encoding="utf-8")
    before = sanyu("translate", source, "--engine", "argos", "-o", tmp_path / "out")
    assert before.code == 1
    assert before.err.count("\n") == 1 and "sanyu models install zh_en en_vi" in before.err
    for name in ("zh_en", "en_vi"):
        assert sanyu("models", "install", MODELS / f"{name}.argosmodel").code == 0
    done = process("translate", source, "-o", tmp_path / "a.jsonl", "-q")
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in (tmp_path / "a.jsonl").read_text(encoding="utf-8").splitlines()]
    assert "argos" in json.dumps(lines) and "replaced" in json.dumps(lines)


def test_explain_says_which_step_put_what_right(home: Path, tmp_path: Path) -> None:
    for name in ("zh_en", "en_vi"):
        assert sanyu("models", "install", MODELS / f"{name}.argosmodel").code == 0
    source = tmp_path / "a.txt"
    source.write_text(TEXT, encoding="utf-8")
    done = sanyu("translate", source, "--explain", "-o", tmp_path / "out")
    assert done.code == 0, done.err
    assert "(argos)" in done.out
    assert "replaced 丁文岸: Ding Wenan → Đinh Văn Ngạn" in done.out
