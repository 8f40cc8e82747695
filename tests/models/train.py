"""Trains the two stand-in packages of the tests, zh_en.argosmodel and en_vi.argosmodel, on the CPU.

    python -m venv /tmp/train && /tmp/train/bin/pip install "jax==0.10.2" "optax==0.2.8" \\
        "ctranslate2==4.8.5" "sentencepiece==0.2.3" "sacrebleu==2.6.0"
    nice /tmp/train/bin/python tests/models/train.py            # both, into tests/models

Learns pairs.tsv and recombinations of its patterns (sentences.py). A package is what Argos Translate expects: one
folder with metadata.json, README.md, sentencepiece.model and a CTranslate2 model of int8 weights (package.py). Prints
how close the packages come on pairs.tsv and on recombinations never trained on. All seeds are fixed.

As Marian's OPUS-MT models do, the model (network.py) ends the source with </s>, and its last decoder layer's first head
is taught to point at the source pieces of each target piece, so that attention can find the span of a term.
"""

from __future__ import annotations

import argparse
import itertools
import math
import random
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

import ctranslate2
import jax
import jax.numpy as jnp
import numpy as np
import optax
import sacrebleu
import sentencepiece
from network import BOS, EOS, UNK, Dropout, Params, initial, run
from package import MARK, describe, pack, pieces_model, save
from sentences import HERE, Triple, pairs, read, recombined

BATCH, HELD_OUT = 64, 40
PIECES = {"zh_en": 1100, "en_vi": 900}
COLUMN = {"zh": 0, "en": 1, "vi": 2}


def word_links(corpus: list[tuple[list[int], list[int]]]) -> dict[tuple[int, int], float]:
    """IBM model 1 (Brown et al. 1993), both directions multiplied: how well a source and a target piece go together."""

    def model(rows: list[tuple[list[int], list[int]]]) -> dict[tuple[int, int], float]:
        table: dict[tuple[int, int], float] = defaultdict(lambda: 1.0)
        for _ in range(6):
            counts: dict[tuple[int, int], float] = defaultdict(float)
            totals: dict[int, float] = defaultdict(float)
            for source, target in rows:
                for t in target:
                    whole = sum(table[s, t] for s in source)
                    for s in source:
                        share = table[s, t] / whole
                        counts[s, t] += share
                        totals[s] += share
            table = defaultdict(float, {(s, t): count / totals[s] for (s, t), count in counts.items()})
        return table

    there = model(corpus)
    back = model([(target, source) for source, target in corpus])
    return {(s, t): math.sqrt(share * back[t, s]) for (s, t), share in there.items()}


def batch_of(
    rows: list[tuple[list[int], list[int]]], links: dict[tuple[int, int], float]
) -> tuple[np.ndarray, ...]:
    """Padded arrays: source, decoder input, labels, and the weight of each source piece for each label."""
    size = 8 * math.ceil((max(len(side) for row in rows for side in row) + 1) / 8)
    source, given, label = (np.zeros((len(rows), size), np.int32) for _ in range(3))
    guide = np.zeros((len(rows), size, size), np.float32)
    for i, (s, t) in enumerate(rows):
        source[i, : len(s) + 1] = [*s, EOS]
        given[i, : len(t) + 1] = [BOS, *t]
        label[i, : len(t) + 1] = [*t, EOS]
        weights = np.array([[links.get((a, b), 0.0) for a in s] for b in t]) ** 2
        if weights.size:
            strong = weights.max(axis=1) > 0.01
            guide[i, : len(t), : len(s)] = (
                weights / (weights.sum(axis=1, keepdims=True) + 1e-9) * strong[:, None]
            )
    return source, given, label, guide


def loss(params: Params, arrays: tuple[jax.Array, ...], key: jax.Array) -> jax.Array:
    source, given, label, guide = arrays
    logits, logs = run(params, source, given, Dropout(key))
    wanted = optax.smooth_labels(jax.nn.one_hot(label, logits.shape[-1]), 0.05)
    real = label != UNK
    entropy = (optax.softmax_cross_entropy(logits, wanted) * real).sum() / real.sum()
    off = -(guide * logs).sum() / (guide.sum() + 1)
    return entropy + 0.2 * off


def train(corpus: list[Triple], columns: tuple[int, int], cutter: Any, steps: int) -> Params:
    """Weights after `steps` batches of sentences of like length."""
    rng = random.Random(7)
    rows = [(cutter.encode(row[columns[0]]), cutter.encode(row[columns[1]])) for row in corpus]
    links = word_links(rows)
    params = initial(cutter.get_piece_size(), np.random.default_rng(7))
    schedule = optax.warmup_cosine_decay_schedule(0, 2e-3, steps // 12, steps, 1e-5)
    optimizer = optax.chain(optax.clip_by_global_norm(1.0), optax.adam(schedule, b2=0.98))
    state = optimizer.init(params)

    @jax.jit
    def step(params: Params, state: Any, arrays: Any, key: jax.Array) -> tuple[Params, Any, jax.Array]:
        value, slope = jax.value_and_grad(loss)(params, arrays, key)
        change, state = optimizer.update(slope, state)
        return optax.apply_updates(params, change), state, value

    def batches() -> Any:
        while True:
            order = sorted(rows, key=lambda row: max(len(row[0]), len(row[1])) // 8 + rng.random() * 0.99)
            cut = [order[i : i + BATCH] for i in range(0, len(order) - BATCH + 1, BATCH)]
            rng.shuffle(cut)
            yield from cut

    key, started = jax.random.key(7, impl="unsafe_rbg"), time.time()
    for number, chosen in enumerate(itertools.islice(batches(), steps), 1):
        key, use = jax.random.split(key)
        params, state, value = step(params, state, batch_of(chosen, links), use)
        if number % 200 == 0:
            print(f"  step {number}: loss {value:.3f}, {time.time() - started:.0f} s", flush=True)
    return jax.tree.map(np.array, params)


def greedy(params: Params, cutter: Any, texts: list[str], length: int = 64) -> list[str]:
    """What the training code itself would translate, without a beam: the control for the conversion."""
    params = jax.tree.map(jnp.asarray, params)
    step = jax.jit(lambda *arrays: run(params, *arrays, Dropout(None))[0].argmax(-1))
    source, pieces = np.zeros((2, len(texts), length), np.int32)
    for row, text in zip(source, texts, strict=True):
        ids = [*cutter.encode(text), EOS]
        row[: len(ids)] = ids
    pieces[:, 0] = BOS
    for i in range(1, length):
        pieces[:, i] = step(source, pieces)[:, i - 1]
    rows = [row[1 : [*row, EOS].index(EOS)].tolist() for row in pieces]
    return [str(cutter.decode(row)) for row in rows]


def build(code: tuple[str, str], steps: int, out: Path) -> None:
    """Train, convert, check and pack one direction."""
    source, target = COLUMN[code[0]], COLUMN[code[1]]
    known = pairs()
    taken = {row[0] for row in known}
    held = list(itertools.islice((row for row in recombined(2) if row[0] not in taken), 86))[::2][:HELD_OUT]
    taken |= {row[0] for row in held}
    fresh = [row for row in itertools.islice(recombined(3), 5000) if row[0] not in taken]
    # Whole sentences have no relatives among the recombinations: they need more turns.
    written = {row[0] for row in read(HERE / "patterns.tsv")}
    corpus = known * 2 + [row for row in known if row[0] in written] * 5 + fresh
    marked = [*known, *itertools.islice(recombined(3, MARK), 6000)]
    cutter_bytes = pieces_model(
        [row[column] for row in marked for column in (source, target)], PIECES["_".join(code)]
    )
    cutter = sentencepiece.SentencePieceProcessor(model_proto=cutter_bytes)
    print(f"{code[0]}→{code[1]}: {len(corpus)} rows, {cutter.get_piece_size()} pieces", flush=True)
    params = train(corpus, (source, target), cutter, steps)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / f"translate-{code[0]}_{code[1]}-1_0"
        folder.mkdir()
        save(params, [cutter.id_to_piece(i) for i in range(cutter.get_piece_size())], folder / "model")
        (folder / "sentencepiece.model").write_bytes(cutter_bytes)
        describe(folder, code)
        package = out / f"{code[0]}_{code[1]}.argosmodel"
        pack(folder, package)
        translator = ctranslate2.Translator(str(folder / "model"), intra_threads=1)
        judge(translator, cutter, known, held, (source, target))
        texts = [row[source] for row in (*known[::20], *held)]
        drafts = zip(greedy(params, cutter, texts), decode(translator, cutter, texts, 1), strict=True)
        same = sum(ours == theirs for ours, theirs in drafts)
    print(
        f"  converted equals trained on {same} of {len(texts)}; {package.name} {package.stat().st_size:,} bytes"
    )


def decode(translator: Any, cutter: Any, texts: list[str], beam: int) -> list[str]:
    """Translate as Argos does, with a beam."""
    results = translator.translate_batch(
        [cutter.encode(text, out_type=str) for text in texts],
        beam_size=beam,
        replace_unknowns=True,
        length_penalty=0.2,
    )
    return [cutter.decode_pieces(result.hypotheses[0]).strip() for result in results]


def judge(
    translator: Any, cutter: Any, known: list[Triple], held: list[Triple], columns: tuple[int, int]
) -> None:
    """Print how near the drafts come to the sentences of `known` and `held`."""
    for name, rows in (("pairs.tsv", known), ("held out", held)):
        drafts = decode(translator, cutter, [row[columns[0]] for row in rows], 4)
        wanted = [row[columns[1]] for row in rows]
        near = sum(sacrebleu.sentence_chrf(a, [b]).score >= 95 for a, b in zip(drafts, wanted, strict=True))
        whole = sacrebleu.corpus_chrf(drafts, [wanted]).score
        print(f"  {name}: {near / len(rows):.1%} of {len(rows)} at chrF ≥ 95, corpus chrF {whole:.1f}")
        for row, draft in zip(rows, drafts, strict=True):
            if name == "held out" and draft != row[columns[1]]:
                print(f"    {row[columns[0]]} → {draft}")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--only", choices=["zh_en", "en_vi"], help="train one of the two")
    parser.add_argument("--steps", type=int, default=1500)
    parser.add_argument("--out", type=Path, default=HERE)
    options = parser.parse_args()
    for code in (("en", "vi"), ("zh", "en")):
        if options.only in (None, "_".join(code)):
            build(code, options.steps, options.out)


if __name__ == "__main__":
    main()
