"""Plain OPUS-MT models: their language token, their end of sentence, their own vocabularies on each side."""

import json
from pathlib import Path

import model_fakes as fakes
import pytest

from translate.argos.decoder import Decoder
from translate.argos.settings import Machine, Search
from translate.models.installing import install_folder
from translate.models.package import Package
from translate.models.verify import verify

TOKEN = ">>vie<<"
LINES = ["双方同意加强经济合作。", "越南农业部表示今年前八个月大米出口量增长。"]


def opus(folder: Path, token: str | None, source: str = "zh", prefix: str = "") -> Package:
    """An installed model; ``token`` takes the place of a word of its vocabulary that no line needs."""
    files = fakes.plain(source, "vi")
    name = "shared_vocabulary.json"
    words = json.loads(files[name])
    if token is not None:
        words[-1] = token
    plain = fakes.folder(folder / "opus", files | {name: json.dumps(words).encode()})
    if prefix:
        metadata = json.loads(fakes.package(source, "vi")["metadata.json"])
        (plain / "metadata.json").write_text(json.dumps(metadata | {"target_prefix": prefix}))
    models = folder / "models"
    return install_folder(plain, models, print, None if prefix else (source, "vi")).package


def decoded(package: Package) -> list[tuple[str, ...]]:
    """The tokens of the likeliest hypotheses."""
    decoder = Decoder(package, Machine(workers=1))
    try:
        return [one.hypotheses[0].tokens for one in decoder.decode(LINES, Search())]
    finally:
        decoder.close()


def expected(package: Package, first: list[str]) -> list[tuple[str, ...]]:
    """The same from CTranslate2 directly, with these tokens before each source."""
    import ctranslate2
    import sentencepiece

    pieces = sentencepiece.SentencePieceProcessor(model_file=str(package.sentencepiece))
    translator = ctranslate2.Translator(str(package.model), device="cpu", inter_threads=1, intra_threads=1)
    results = translator.translate_batch(
        [first + pieces.encode(line, out_type=str) for line in LINES],
        beam_size=4, length_penalty=0.2, replace_unknowns=True, max_decoding_length=256,
    )  # fmt: skip
    return [tuple(result.hypotheses[0]) for result in results]


@pytest.mark.parametrize("token", [TOKEN, ">>vi<<"])
def test_a_model_that_wants_to_be_told_its_language_is_told(tmp_path: Path, token: str) -> None:
    package = opus(tmp_path, token)
    assert decoded(package) == expected(package, [token])
    assert decoded(package) != expected(package, [])
    assert verify(package).tokens[0] == token and not verify(package).unknown


@pytest.mark.parametrize("token", [None, ">>eng<<", ">>cmn_Hans<<"])
def test_others_are_told_nothing(tmp_path: Path, token: str | None) -> None:
    package = opus(tmp_path, token)
    assert decoded(package) == expected(package, [])
    assert TOKEN not in verify(package).tokens


def test_a_package_that_says_itself_how_is_left_alone(tmp_path: Path) -> None:
    package = opus(tmp_path, TOKEN, prefix="▁the")
    assert verify(package).tokens[0] != TOKEN


def test_words_are_aligned_as_if_the_token_were_not_there(tmp_path: Path) -> None:
    package = opus(tmp_path, TOKEN)
    decoder = Decoder(package, Machine(workers=1))
    for line, decoding in zip(LINES, decoder.decode(LINES, Search()), strict=True):
        words = [word for one in decoding.hypotheses for word in one.sketch.words if word.source_start >= 0]
        assert words and all(0 <= word.source_start < word.source_end <= len(line) for word in words)
    decoder.close()


def test_each_side_has_its_own_sentencepiece_and_vocabulary(tmp_path: Path) -> None:
    files = fakes.plain("zh", "vi")
    words = files.pop("shared_vocabulary.json")
    files |= {"source_vocabulary.json": words, "target_vocabulary.json": words}
    folder = fakes.folder(tmp_path / "opus", files)
    package = install_folder(folder, tmp_path / "models", print, ("zh", "vi")).package
    assert package.sentencepiece.name == "source.spm" and package.target_sentencepiece.name == "target.spm"
    assert decoded(package) == expected(package, [])
