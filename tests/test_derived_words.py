"""The tables that scripts derive for the lexicon: borrowed words and compounds."""

from __future__ import annotations

import pytest

from seeds.tables import folder, read_columns
from seeds.tools.check_tables import faults_of_vietnamese
from seeds.tools.derive_compounds import compounds
from seeds.tools.derive_hanviet_words import borrowed
from translate.lexicon import CEDICT, CORE, DERIVED, load_lexicon, vietnamese

READINGS = {"父": "phụ", "妇": "phụ", "女": "nữ", "长": "trường", "成": "thành", "医": "y", "术": "thuật"}
WORDS = {"phụ nữ": 5000, "trưởng thành": 3000, "trường thành": 20, "y thuật": 800}


def derived(name: str) -> dict[str, str]:
    return dict(zip(*read_columns(folder("lexicon").joinpath(name), 2), strict=True))


def test_a_reading_that_is_a_vietnamese_word_is_taken() -> None:
    assert dict(borrowed({"医术": "medical skill"}, {}, {"医术": 9}, READINGS, WORDS)) == {"医术": "y thuật"}


def test_of_several_readings_the_one_that_is_a_word_is_taken() -> None:
    assert dict(borrowed({"长成": "grow up"}, {}, {}, READINGS, WORDS)) == {"长成": "trưởng thành"}


def test_a_word_that_is_only_read_alike_is_left_out() -> None:
    core = {"妇女": {("woman", "phụ nữ")}}
    frequencies = {"父女": 50, "妇女": 6000}
    assert not list(borrowed({"父女": "father and daughter"}, core, frequencies, READINGS, WORDS))
    rivals = {"父女": "father and daughter", "妇女": "woman"}
    assert dict(borrowed(rivals, {}, frequencies, READINGS, WORDS)) == {"妇女": "phụ nữ"}


@pytest.mark.parametrize(
    ("zh", "en", "parts", "vi"),
    [
        ("室内设计", "interior design", [("室内", "n", "interior", "nội thất"), ("设计", "n", "design", "thiết kế")], "thiết kế nội thất"),
        ("高精度", "high precision", [("高", "a", "high", "cao"), ("精度", "n", "precision", "độ chính xác")], "độ chính xác cao"),
        ("多学科", "many subjects", [("多", "a", "many", "nhiều _"), ("学科", "n", "subject", "môn học")], "nhiều môn học"),
        ("老虎机", "slot machine", [("老", "a", "old", "già"), ("虎机", "n", "tiger", "hổ")], None),
    ],
)  # fmt: skip
def test_compounds(zh: str, en: str, parts: list[tuple[str, str, str, str]], vi: str | None) -> None:
    core = {
        part[0]: [dict(zip(("zh", "pos", "en", "vi"), part, strict=True)) | {"when": ""}] for part in parts
    }
    assert dict(compounds({zh: en}, core)).get(zh) == vi


@pytest.mark.parametrize("name", ["hanviet.tsv", "compounds.tsv"])
def test_derived_words_stand_behind_the_core_and_before_the_dictionary(name: str) -> None:
    lexicon = load_lexicon()
    table = derived(name)
    assert len(table) >= 1000
    for zh, vi in table.items():
        assert not list(faults_of_vietnamese(vi)), (zh, vi)
        layers = {(sense.layer, vietnamese(sense)) for sense in lexicon.get(zh)}
        assert layers == {(DERIVED, vi)} or {layer for layer, _ in layers} == {CORE}, zh


def test_what_no_table_has_is_read_character_by_character() -> None:
    (sense,) = load_lexicon().get("汤婆子")
    assert sense.layer == CEDICT
    assert vietnamese(sense) == "thang bà tử"


@pytest.mark.parametrize(
    ("zh", "vi"),
    [("耶路撒冷", "Jerusalem"), ("惠灵顿", "Wellington"), ("论语", "luận ngữ"), ("礼拜二", "lễ bái nhị")],
)
def test_foreign_names_keep_their_latin_form(zh: str, vi: str) -> None:
    assert [vietnamese(sense) for sense in load_lexicon().get(zh)] == [vi]
