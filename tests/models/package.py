"""What Argos Translate expects of a package: pieces, an int8 model, a folder in a ZIP."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import ctranslate2
import sentencepiece
from network import HEADS, LAYERS, Params

MARK = "|"
NAMES = {"zh": "Chinese", "en": "English", "vi": "Vietnamese"}


def pieces_model(lines: list[str], size: int) -> bytes:
    """A SentencePiece unigram model of `size` pieces for both languages; digits stand alone, no piece crosses MARK."""
    file = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(lines),
        model_writer=file,
        vocab_size=size,
        character_coverage=1.0,
        split_digits=True,
        pretokenization_delimiter=MARK,
        num_threads=1,
        minloglevel=1,
    )
    return file.getvalue()


def fill(spec: Any, values: Any) -> None:
    """Copy weights into the specification's layers of the same names."""
    for name, value in values.items():
        if isinstance(value, list):
            for part, weights in zip(getattr(spec, name), value, strict=True):
                fill(part, weights)
        elif isinstance(value, dict):
            fill(getattr(spec, name), value)
        else:
            setattr(spec, name, value.copy())


def save(params: Params, vocabulary: list[str], folder: Path) -> None:
    """Write the CTranslate2 model, int8."""
    spec = ctranslate2.specs.TransformerSpec.from_config(LAYERS, HEADS, pre_norm=True)
    fill(spec.encoder, params["encoder"])
    fill(spec.decoder, params["decoder"])
    for shared in (spec.encoder.embeddings[0], spec.decoder.embeddings, spec.decoder.projection):
        shared.weight = params["embedding"].copy()
    spec.decoder.projection.bias = params["bias"].copy()
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    spec.config.add_source_eos = True
    spec.validate()
    spec.optimize(quantization="int8")
    folder.mkdir()
    spec.save(str(folder))


def pack(folder: Path, package: Path) -> None:
    """Zip one folder, the same bytes for the same files."""
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(path.relative_to(folder.parent).as_posix(), (2025, 1, 1, 0, 0, 0))
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(entry, path.read_bytes())


def describe(folder: Path, code: tuple[str, str]) -> None:
    """Write metadata and README of a package from one language to another."""
    metadata = {"package_version": "1.0", "argos_version": "1.9.0"}
    metadata |= {
        "from_code": code[0],
        "from_name": NAMES[code[0]],
        "to_code": code[1],
        "to_name": NAMES[code[1]],
    }
    (folder / "metadata.json").write_text(json.dumps(metadata, indent=4) + "\n", encoding="utf-8")
    (folder / "README.md").write_text(
        f"# {NAMES[code[0]]} – {NAMES[code[1]]}\n\nA stand-in for tests, trained by tests/models/train.py "
        "on hand-written sentences. It knows a few hundred words.\n",
        encoding="utf-8",
    )
