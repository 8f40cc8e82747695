"""Builds a full-size Argos package of random weights: for speed and memory, for its output means nothing.

    python tests/benchmarks/random_model.py FOLDER [--pair zh_en] [--archive]

leaves FOLDER/translate-zh_en-1_0 (66 MB), and with --archive FOLDER/zh_en.argosmodel. The size is that of the public
OPUS-MT packages: 6 + 6 layers, 512 wide, 2,048 inside, 8 heads, 32,000 shared pieces, int8. Needs what sanyu needs
and no training; the same seed gives the same package. Not random is where the decoder's last layer looks: at the
source piece in its own place, until that is the end. So output is as long as the source and as varied, in the
target's script and with its numbers, and attention runs along the diagonal.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import struct
import zipfile
from pathlib import Path
from typing import Any

NAMES = {"zh": "Chinese", "zt": "Chinese (traditional)", "en": "English", "vi": "Vietnamese"}
LAYERS, WIDTH, INNER, HEADS, PIECES = 6, 512, 2048, 8, 32_000
EOS = 2
# Pieces that answer with themselves, and those that answer with one of them.
COPIED = "0123456789.,;:!?%$()-/"
PLAIN = dict(zip("，。、；：！？（）", ",.,;:!?()", strict=True))
# Dimensions that are not random: the position (sines and cosines, each with its negative), the end, what is copied.
RATES = [0.85**i for i in range(16)]
PLACE = list(range(64))
SAME = list(range(64, 64 + 1 + len(COPIED)))
POSITIONS = 2048

LATIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
SIGNS = ".,;:!?%$()[]\"'-–—/&+·…，。、；：！？（）《》“”‘’「」"
ONSETS = "b c ch d đ g gi h k kh l m n ng nh p ph qu r s t th tr v x w f j sh st pr"
VOWELS = "aăâeêioôơuưyáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
CODAS = ["", "", "n", "ng", "nh", "c", "t", "m", "p", "i", "u", "r", "s", "l"]


def vocabulary(rng: random.Random) -> list[str]:
    """PIECES pieces: letters and signs, jieba's commonest characters and words, and invented syllables and words."""
    import jieba

    known = dict.fromkeys(["<unk>", "<s>", "</s>", "▁", *LATIN, *SIGNS, *VOWELS, "Đ"])
    lines = Path(jieba.__file__).with_name("dict.txt").read_text(encoding="utf-8").splitlines()
    common = sorted((line.split(" ")[:2] for line in lines), key=lambda row: -int(row[1]))
    known |= dict.fromkeys([word for word, _ in common if len(word) == 1][:6000])
    known |= dict.fromkeys([word for word, _ in common if 2 <= len(word) <= 4][:9000])
    while len(known) < PIECES:
        vowels = VOWELS if rng.random() < 0.4 else "aeiou"
        parts = (
            rng.choice(ONSETS.split()) + rng.choice(vowels) + rng.choice(CODAS)
            for _ in range(1 if vowels is VOWELS else rng.randint(1, 3))
        )
        known[("▁" if rng.random() < 0.7 else "") + "".join(parts)] = None
    return list(known)


def sentencepiece_model(pieces: list[str], rng: random.Random) -> bytes:
    """A unigram model of these pieces: the protocol buffer sentencepiece_model.ModelProto, written by hand."""

    def field(number: int, content: bytes) -> bytes:
        size = len(content)
        length = bytes([size]) if size < 128 else bytes([size & 127 | 128, size >> 7])
        return bytes([number << 3 | 2]) + length + content

    unknown, control, normal = 2, 3, 1
    model = b""
    for i, piece in enumerate(pieces):
        kind = unknown if i == 0 else control if i <= EOS else normal
        score = 0.0 if kind != normal else -9 - rng.random() - (4 if len(piece) == 1 else 0)
        content = field(1, piece.encode()) + b"\x15" + struct.pack("<f", score) + bytes([0x18, kind])
        model += field(1, content)
    return model + field(3, field(1, b"identity"))


def spec(pieces: list[str], target: str, seed: int) -> Any:
    """The CTranslate2 specification with all weights set, not yet quantized; `target` is the language's code."""
    import numpy as np
    from ctranslate2.specs import TransformerSpec

    rng = np.random.default_rng(seed)
    kept = [*PLACE, *SAME]

    def linear(part: Any, rows: int, columns: int = WIDTH, strength: float = 1.0) -> None:
        weight = rng.standard_normal((rows, columns), np.float32)
        part.weight = weight * np.float32(strength / math.sqrt(columns))
        part.bias = np.zeros(rows, np.float32)

    def into_stream(part: Any, columns: int = WIDTH, strength: float = 0.2) -> None:
        linear(part, WIDTH, columns, strength)
        part.weight[kept] = 0

    def norm(part: Any, gain: float = 1.0) -> None:
        part.gamma, part.beta = np.full(WIDTH, gain, np.float32), np.zeros(WIDTH, np.float32)

    def feed_forward(part: Any) -> None:
        norm(part.layer_norm)
        linear(part.linear_0, INNER)
        into_stream(part.linear_1, INNER)

    def self_attention(part: Any) -> None:
        norm(part.layer_norm)
        linear(part.linear[0], 3 * WIDTH)
        into_stream(part.linear[1])

    def cross_attention(part: Any, last: bool) -> None:
        norm(part.layer_norm)
        linear(part.linear[0], WIDTH)
        linear(part.linear[1], 2 * WIDTH)
        into_stream(part.linear[2], strength=2.0 if last else 0.2)
        if last:
            keys, values = part.linear[1].weight[:WIDTH], part.linear[1].weight[WIDTH:]
            for looks in (part.linear[0].weight, keys):
                looks[:] = 0
                looks[range(WIDTH), PLACE * HEADS] = 8
            values[SAME] = 0
            values[SAME, SAME] = 1
            part.linear[2].weight[SAME, SAME] = 2

    model = TransformerSpec.from_config(LAYERS, HEADS, pre_norm=True)
    for layer in model.encoder.layer:
        self_attention(layer.self_attention)
        feed_forward(layer.ffn)
    for layer in model.decoder.layer:
        self_attention(layer.self_attention)
        cross_attention(layer.attention, last=layer is model.decoder.layer[-1])
        feed_forward(layer.ffn)
    norm(model.encoder.layer_norm)
    # Spreads the logits like a trained model's: a few pieces share the probability.
    norm(model.decoder.layer_norm, 8)
    angles = np.outer(np.arange(POSITIONS), RATES)
    places = np.zeros((POSITIONS, WIDTH), np.float32)
    places[:, PLACE] = np.hstack([np.sin(angles), np.cos(angles), -np.sin(angles), -np.cos(angles)])
    for half in (model.encoder, model.decoder):
        half.position_encodings.encodings = places.copy()
    # A piece must not answer with itself.
    model.decoder.scale_embeddings = False
    embedding = rng.standard_normal((len(pieces), WIDTH), np.float32) * np.float32(0.5 / math.sqrt(WIDTH))
    embedding[:, kept] = 0
    for dimension, piece in zip(SAME, ["</s>", *COPIED], strict=True):
        alike = [i for i, other in enumerate(pieces) if PLAIN.get(other, other) == piece]
        embedding[alike] = 0
        embedding[alike, dimension] = 10 / math.sqrt(WIDTH)
    for part in (model.encoder.embeddings[0], model.decoder.embeddings, model.decoder.projection):
        part.weight = embedding.copy()
    allowed = [i == EOS or (i > EOS and writes(target, piece)) for i, piece in enumerate(pieces)]
    model.decoder.projection.bias = np.where(allowed, 0, -1000).astype(np.float32)
    return model


def writes(language: str, piece: str) -> bool:
    """Whether text in this language has such pieces."""
    if any(letter >= "\u3000" for letter in piece):
        return language in ("zh", "zt")
    return language == "vi" or piece.removeprefix("▁").isascii()


def build(folder: Path, pair: str = "zh_en", seed: int = 1) -> Path:
    """Make the package's folder inside `folder`; its path."""
    rng = random.Random(seed)
    pieces = vocabulary(rng)
    package = folder / f"translate-{pair}-1_0"
    model = spec(pieces, pair.split("_")[1], seed)
    model.register_source_vocabulary(pieces)
    model.register_target_vocabulary(pieces)
    model.config.add_source_eos = True
    model.validate()
    model.optimize(quantization="int8")
    (package / "model").mkdir(parents=True)
    model.save(str(package / "model"))
    (package / "sentencepiece.model").write_bytes(sentencepiece_model(pieces, rng))
    source, target = pair.split("_")
    metadata = {"package_version": "1.0", "argos_version": "1.9.0"}
    metadata |= {"from_code": source, "from_name": NAMES[source], "to_code": target, "to_name": NAMES[target]}
    (package / "metadata.json").write_text(json.dumps(metadata, indent=4) + "\n", encoding="utf-8")
    (package / "README.md").write_text("Random weights, for benchmarks.\n", encoding="utf-8")
    return package


def archive(package: Path) -> Path:
    """Zip a package's folder beside it, as it would be downloaded; the archive's path."""
    pair = package.name.split("-")[1]
    path = package.with_name(f"{pair}.argosmodel")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file:
        for part in sorted(package.rglob("*")):
            file.write(part, part.relative_to(package.parent))
    return path


def main() -> None:
    """Build what the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--pair", default="zh_en", choices=[f"{a}_{b}" for a in NAMES for b in NAMES if a != b]
    )
    parser.add_argument("--archive", action="store_true", help="also make the .argosmodel file")
    options = parser.parse_args()
    package = build(options.folder, options.pair)
    print(archive(package) if options.archive else package)


if __name__ == "__main__":
    main()
