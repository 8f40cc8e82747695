"""The settings of an Argos Translate installation: variables first, then its settings.json; wrong ones named."""

import json
from pathlib import Path

import pytest
from argos_help import unpacked

from translate.argos.decoder import Decoder
from translate.argos.settings import Machine, Search, machine_of, search_of
from translate.engine import EngineError
from translate.models.argos import with_settings
from translate.workshop import Workshop


@pytest.fixture
def config(tmp_path: Path) -> Path:
    folder = tmp_path / ".config" / "argos-translate"
    folder.mkdir(parents=True)
    return folder / "settings.json"


def environment(tmp_path: Path, **more: str) -> dict[str, str]:
    return dict(with_settings({"HOME": str(tmp_path), **more}))


def test_settings_json_is_read_and_variables_win(tmp_path: Path, config: Path) -> None:
    config.write_text(
        json.dumps({"ARGOS_INTER_THREADS": 3, "ARGOS_BEAM_SIZE": "2", "ARGOS_DEVICE_TYPE": "auto"})
    )
    known = environment(tmp_path, ARGOS_BEAM_SIZE="5")
    assert machine_of(known) == Machine("auto", 3, 1, "default")
    assert search_of(known).beam == 5


@pytest.mark.parametrize(
    "content", ["", "[]", '{"ARGOS_DEVICE_TYPE": ["cpu"]}', '{"ARGOS_INTER_THREADS": null}', "[" * 9999]
)
def test_settings_that_are_none_change_nothing(tmp_path: Path, config: Path, content: str) -> None:
    config.write_text(content)
    assert environment(tmp_path) == {"HOME": str(tmp_path)}


def test_only_settings_of_argos_are_taken(tmp_path: Path, config: Path) -> None:
    config.write_text(json.dumps({"PATH": "/nowhere", "HTTP_PROXY": "x", "ARGOS_BEAM_SIZE": 2}))
    assert environment(tmp_path) == {"HOME": str(tmp_path), "ARGOS_BEAM_SIZE": "2"}


def test_the_engine_follows_them(tmp_path: Path, config: Path) -> None:
    config.write_text(json.dumps({"ARGOS_DEVICE_TYPE": "toaster"}))
    unpacked(tmp_path / "models")
    workshop = Workshop(choice="argos", models=tmp_path / "models", environ={"HOME": str(tmp_path)})
    with pytest.raises(EngineError, match="ARGOS_DEVICE_TYPE is 'toaster'; say cpu, cuda or auto"):
        workshop.argos  # noqa: B018


@pytest.mark.parametrize(
    ("machine", "name"),
    [(Machine("cuda"), "ARGOS_DEVICE_TYPE"), (Machine(compute="float17"), "ARGOS_COMPUTE_TYPE")],
)
def test_what_this_machine_cannot_do_names_the_setting(tmp_path: Path, machine: Machine, name: str) -> None:
    import ctranslate2

    if name == "ARGOS_DEVICE_TYPE" and ctranslate2.get_cuda_device_count() > 0:
        pytest.skip("this machine can")
    decoder = Decoder(unpacked(tmp_path, "zh_en")[0], machine)
    with pytest.raises(EngineError, match=f"{name}") as caught:
        list(decoder.decode(["泰国榴莲价格下降。"], Search()))
    assert "models verify" not in str(caught.value)
