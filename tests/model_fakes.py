"""Small packages that are real: a CTranslate2 model with random weights, a trained SentencePiece model."""

from __future__ import annotations

import io
import json
import random
import shutil
import zipfile
from functools import cache
from pathlib import Path

WIDTH, HEADS, LAYERS, WORDS = 16, 2, 1, 300
TEXTS = {
    "zh": "越南农业部表示今年前八个月大米出口量增长双方同意加强经济合作河内会议举行代表团访问。雙強經濟",
    "en": "the two sides agreed to strengthen economic cooperation rice exports grew in eight months meeting hanoi The cooperation.",
    "vi": "hai bên nhất trí tăng cường hợp tác kinh tế xuất khẩu gạo tám tháng hội nghị hà nội phái đoàn thăm",
}


@cache
def sentencepiece(source: str, target: str) -> bytes:
    """A SentencePiece model of both languages, trained in a moment."""
    import sentencepiece as library

    chance = random.Random(3)
    lines = []
    for _ in range(400):
        for text in (TEXTS[source], TEXTS[target]):
            words = list(text) if " " not in text else text.split()
            joint = "" if " " not in text else " "
            lines.append(joint.join(chance.choice(words) for _ in range(12)))
    model = io.BytesIO()
    library.SentencePieceTrainer.train(
        sentence_iterator=iter(lines),
        model_writer=model,
        vocab_size=WORDS,
        hard_vocab_limit=False,
        character_coverage=1.0,
        minloglevel=2,
    )
    return model.getvalue()


def tokens(model: bytes) -> list[str]:
    """The words of a CTranslate2 model that goes with a SentencePiece model."""
    import sentencepiece as library

    processor = library.SentencePieceProcessor(model_proto=model)
    return [processor.id_to_piece(index) for index in range(processor.get_piece_size())]


@cache
def weights(vocabulary: tuple[str, ...], seed: int) -> dict[str, bytes]:
    """The files of a CTranslate2 model."""
    import tempfile

    import numpy
    from ctranslate2.specs import transformer_spec

    chance = numpy.random.default_rng(seed)

    def matrix(*shape: int) -> numpy.ndarray:
        return chance.normal(0, 0.3, shape).astype(numpy.float32)

    spec = transformer_spec.TransformerSpec.from_config(LAYERS, HEADS, pre_norm=True)

    def norm(layer) -> None:  # type: ignore[no-untyped-def]
        layer.gamma, layer.beta = numpy.ones(WIDTH, numpy.float32), numpy.zeros(WIDTH, numpy.float32)

    def linear(layer, rows: int, columns: int) -> None:  # type: ignore[no-untyped-def]
        layer.weight, layer.bias = matrix(rows, columns), matrix(rows)

    def common(layer) -> None:  # type: ignore[no-untyped-def]
        norm(layer.self_attention.layer_norm)
        linear(layer.self_attention.linear[0], 3 * WIDTH, WIDTH)
        linear(layer.self_attention.linear[1], WIDTH, WIDTH)
        norm(layer.ffn.layer_norm)
        linear(layer.ffn.linear_0, 4 * WIDTH, WIDTH)
        linear(layer.ffn.linear_1, WIDTH, 4 * WIDTH)

    spec.encoder.embeddings[0].weight = matrix(len(vocabulary), WIDTH)
    spec.decoder.embeddings.weight = matrix(len(vocabulary), WIDTH)
    for side in (spec.encoder, spec.decoder):
        side.position_encodings.encodings = matrix(512, WIDTH)
        norm(side.layer_norm)
        for layer in side.layer:
            common(layer)
    for layer in spec.decoder.layer:
        norm(layer.attention.layer_norm)
        linear(layer.attention.linear[0], WIDTH, WIDTH)
        linear(layer.attention.linear[1], 2 * WIDTH, WIDTH)
        linear(layer.attention.linear[2], WIDTH, WIDTH)
    linear(spec.decoder.projection, len(vocabulary), WIDTH)
    spec.register_source_vocabulary(list(vocabulary))
    spec.register_target_vocabulary(list(vocabulary))
    spec.validate()
    with tempfile.TemporaryDirectory() as folder:
        spec.save(folder)
        return {path.name: path.read_bytes() for path in Path(folder).iterdir()}


def package(source: str = "zh", target: str = "en", version: str = "1.9", seed: int = 1) -> dict[str, bytes]:
    """The files of a package, by their path in it."""
    pieces = sentencepiece("zh" if source == "zt" else source, target)
    metadata = {
        "package_version": version,
        "argos_version": "1.9",
        "from_code": source,
        "from_name": source,
        "to_code": target,
        "to_name": target,
        "type": "translate",
    }
    model = {f"model/{name}": data for name, data in weights(tuple(tokens(pieces)), seed).items()}
    return {
        "metadata.json": json.dumps(metadata).encode(),
        "README.md": b"A package of the tests.\n",
        "sentencepiece.model": pieces,
    } | model


def plain(source: str = "zh", target: str = "vi") -> dict[str, bytes]:
    """The files of a CTranslate2 model as a converter leaves them, with the SentencePiece models beside."""
    files = {name.removeprefix("model/"): data for name, data in package(source, target).items()}
    pieces = files.pop("sentencepiece.model")
    del files["metadata.json"], files["README.md"]
    return files | {"source.spm": pieces, "target.spm": pieces}


def folder(path: Path, files: dict[str, bytes]) -> Path:
    """Writes files into a folder, which is made anew."""
    shutil.rmtree(path, ignore_errors=True)
    for name, data in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_bytes(data)
    return path


def archive(path: Path, files: dict[str, bytes], root: str = "translate-fake/") -> Path:
    """Writes files into an .argosmodel archive."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in files.items():
            file.writestr(root + name, data)
    return path
