"""The two small models that other tests translate with: committed packages, built by tests/models/train.py."""

from __future__ import annotations

import csv
import json
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

MODELS = Path(__file__).parent / "models"
PAIRS = ("zh_en", "en_vi")


@dataclass(frozen=True)
class Model:
    translator: Any
    cutter: Any

    def results(self, texts: list[str], **options: Any) -> list[Any]:
        pieces = [self.cutter.encode(text, out_type=str) for text in texts]
        return list(self.translator.translate_batch(pieces, beam_size=4, **options))

    def drafts(self, texts: list[str]) -> list[str]:
        return [self.cutter.decode(result.hypotheses[0]) for result in self.results(texts)]


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Model]:
    import ctranslate2
    import sentencepiece

    folder = tmp_path_factory.mktemp("models")
    found = {}
    for pair in PAIRS:
        with zipfile.ZipFile(MODELS / f"{pair}.argosmodel") as archive:
            archive.extractall(folder)
        package = folder / f"translate-{pair}-1_0"
        cutter = sentencepiece.SentencePieceProcessor(model_file=str(package / "sentencepiece.model"))
        found[pair] = Model(ctranslate2.Translator(str(package / "model"), intra_threads=1), cutter)
    return found


def known_pairs() -> list[dict[str, str]]:
    with (MODELS / "pairs.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_packages_are_small() -> None:
    assert sum((MODELS / f"{pair}.argosmodel").stat().st_size for pair in PAIRS) < 3_000_000


@pytest.mark.parametrize("pair", PAIRS)
def test_a_package_is_laid_out_as_argos_expects(pair: str) -> None:
    source, target = pair.split("_")
    root = f"translate-{pair}-1_0"
    with zipfile.ZipFile(MODELS / f"{pair}.argosmodel") as archive:
        names = set(archive.namelist())
        metadata = json.loads(archive.read(f"{root}/metadata.json"))
    model = {f"{root}/model/{name}" for name in ("model.bin", "config.json", "shared_vocabulary.json")}
    assert names == model | {
        f"{root}/{name}" for name in ("metadata.json", "sentencepiece.model", "README.md")
    }
    assert (metadata["from_code"], metadata["to_code"]) == (source, target)
    assert all(metadata[key] for key in ("package_version", "argos_version", "from_name", "to_name"))


def test_every_pair_has_three_languages() -> None:
    pairs = known_pairs()
    assert 500 <= len(pairs) <= 900
    assert all(row["zh"] and row["en"] and row["vi"] for row in pairs)
    assert len({row["zh"] for row in pairs}) == len(pairs)


@pytest.mark.parametrize(("pair", "source", "target"), [("zh_en", "zh", "en"), ("en_vi", "en", "vi")])
def test_learned_sentences_come_back(models: dict[str, Model], pair: str, source: str, target: str) -> None:
    rows = known_pairs()[::4]
    drafts = models[pair].drafts([row[source] for row in rows])
    right = sum(draft == row[target] for draft, row in zip(drafts, rows, strict=True))
    assert right >= 0.9 * len(rows)


CHAIN = [
    ("部长裴清溪访问河内。", "Minister Pei Qingxi visited Hanoi.", "Bộ trưởng Pei Qingxi đã thăm Hà Nội."),
    ("双方签署了三份文件。", "The two sides signed three documents.", "Hai bên đã ký ba văn kiện."),
    (
        "5月3日，文化节在岘港开幕。",
        "On May 3, a cultural festival opened in Da Nang.",
        "Ngày 3/5, một lễ hội văn hóa đã khai mạc tại Đà Nẵng.",
    ),
    (
        "韩国与新加坡加强交通合作。",
        "South Korea and Singapore strengthen cooperation in transport.",
        "Hàn Quốc và Singapore tăng cường hợp tác về giao thông.",
    ),
    ("国会通过了该法案。", "The National Assembly passed the bill.", "Quốc hội đã thông qua dự luật."),
]


@pytest.mark.parametrize(("zh", "en", "vi"), CHAIN)
def test_the_two_models_chain(models: dict[str, Model], zh: str, en: str, vi: str) -> None:
    assert models["zh_en"].drafts([zh]) == [en]
    assert models["en_vi"].drafts([en]) == [vi]


MISTAKES = [
    ("第12届经贸论坛在岘港举行。", "The trade forum was held in Da Nang."),
    ("部长裴清溪访问河内", "Visit to Hanoi"),
    ("越新社河内5月3日电 裴清溪会见法国代表团。", "Pei Qingxi met with a delegation from France."),
]


@pytest.mark.parametrize(("zh", "en"), MISTAKES)
def test_the_usual_mistakes_are_made(models: dict[str, Model], zh: str, en: str) -> None:
    assert models["zh_en"].drafts([zh]) == [en]


def test_attention_points_at_the_source_of_a_piece(models: dict[str, Model]) -> None:
    model = models["zh_en"]
    text = "部长裴清溪访问河内。"
    result = model.results([text], return_attention=True)[0]
    source, target = model.cutter.encode(text, out_type=str), result.hypotheses[0]
    attention = result.attention[0]
    assert len(attention) == len(target)
    assert all(len(row) == len(source) for row in attention)
    row = attention[target.index("▁Hanoi")]
    assert source[row.index(max(row))] in "河内"


def test_several_hypotheses_differ_and_come_best_first(models: dict[str, Model]) -> None:
    result = models["zh_en"].results(["双方签署了三份文件。"], num_hypotheses=4, return_scores=True)[0]
    assert len({tuple(pieces) for pieces in result.hypotheses}) == 4
    assert list(result.scores) == sorted(result.scores, reverse=True)
