"""The transformer of the stand-in packages: its weights, and how it runs.

That of Vaswani et al. 2017 with the layer norm first (Xiong et al. 2020), one embedding shared by all, and weights laid
out as CTranslate2 stores them. The last decoder layer's first head is there to point at the source (Garg et al. 2019).
"""

from __future__ import annotations

import math
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

WIDTH, INNER, HEADS, LAYERS = 128, 384, 4, 2
UNK, BOS, EOS = 0, 1, 2

Params = dict[str, Any]


def initial(pieces: int, rng: np.random.Generator) -> Params:
    """Random weights: matrices are (outputs, inputs), as CTranslate2 stores them."""

    def linear(rows: int, columns: int = WIDTH) -> Params:
        bound = math.sqrt(6 / (WIDTH + columns))
        weight = rng.uniform(-bound, bound, (rows, columns)).astype(np.float32)
        return {"weight": weight, "bias": np.zeros(rows, np.float32)}

    def norm() -> Params:
        return {"gamma": np.ones(WIDTH, np.float32), "beta": np.zeros(WIDTH, np.float32)}

    def attention(cross: bool) -> Params:
        sizes = (WIDTH, 2 * WIDTH, WIDTH) if cross else (3 * WIDTH, WIDTH)
        return {"layer_norm": norm(), "linear": [linear(size) for size in sizes]}

    def layer(decoder: bool) -> Params:
        parts = {"self_attention": attention(False), "ffn": {"layer_norm": norm()}}
        parts["ffn"] |= {"linear_0": linear(INNER), "linear_1": linear(WIDTH, INNER)}
        return parts | ({"attention": attention(True)} if decoder else {})

    def stack(decoder: bool) -> Params:
        return {"layer": [layer(decoder) for _ in range(LAYERS)], "layer_norm": norm()}

    embedding = rng.normal(0, WIDTH**-0.5, (pieces, WIDTH)).astype(np.float32)
    return {"embedding": embedding, "bias": np.zeros(pieces, np.float32)} | {
        "encoder": stack(False),
        "decoder": stack(True),
    }


def positions(length: int) -> np.ndarray:
    """Sinusoids (length, WIDTH) as CTranslate2 computes them: from position 1, all sines, then all cosines."""
    half = WIDTH // 2
    rates = np.exp(np.arange(half) * -(math.log(10000) / (half - 1)))
    angles = np.arange(1, length + 1)[:, None] * rates[None, :]
    return np.concatenate([np.sin(angles), np.cos(angles)], axis=1).astype(np.float32)


def dense(x: jax.Array, linear: Params) -> jax.Array:
    return x @ linear["weight"].T + linear["bias"]


def normed(x: jax.Array, norm: Params) -> jax.Array:
    centred = x - x.mean(-1, keepdims=True)
    return centred * jax.lax.rsqrt((centred**2).mean(-1, keepdims=True) + 1e-5) * norm["gamma"] + norm["beta"]


def attend(q: jax.Array, k: jax.Array, v: jax.Array, mask: jax.Array) -> tuple[jax.Array, jax.Array]:
    """Multi-head attention: the mixed values (batch, to, WIDTH) and the first head's log-weights."""

    def heads(x: jax.Array) -> jax.Array:
        return x.reshape(*x.shape[:2], HEADS, -1).transpose(0, 2, 1, 3)

    scores = heads(q) @ heads(k).transpose(0, 1, 3, 2) / math.sqrt(WIDTH // HEADS)
    logs = jax.nn.log_softmax(jnp.where(mask, scores, -1e9))
    mixed = (jnp.exp(logs) @ heads(v)).transpose(0, 2, 1, 3)
    return mixed.reshape(q.shape), logs[:, 0]


class Dropout:
    """Drops with `rate`, a fresh key each time; does nothing without a key."""

    def __init__(self, key: jax.Array | None, rate: float = 0.1) -> None:
        self.key, self.rate = key, rate

    def __call__(self, x: jax.Array) -> jax.Array:
        if self.key is None:
            return x
        self.key, key = jax.random.split(self.key)
        return jnp.where(jax.random.bernoulli(key, 1 - self.rate, x.shape), x / (1 - self.rate), 0)


def run(params: Params, source: jax.Array, target: jax.Array, drop: Dropout) -> tuple[jax.Array, jax.Array]:
    """Logits (batch, target length, pieces) and the taught head's log-weights over the source; padding is UNK (0)."""

    def embed(tokens: jax.Array) -> jax.Array:
        return drop(params["embedding"][tokens] * math.sqrt(WIDTH) + positions(tokens.shape[1]))

    def self_attention(x: jax.Array, part: Params, mask: jax.Array) -> jax.Array:
        q, k, v = jnp.split(dense(normed(x, part["layer_norm"]), part["linear"][0]), 3, axis=-1)
        return x + drop(dense(attend(q, k, v, mask)[0], part["linear"][1]))

    def forward(x: jax.Array, part: Params) -> jax.Array:
        hidden = jax.nn.relu(dense(normed(x, part["layer_norm"]), part["linear_0"]))
        return x + drop(dense(drop(hidden), part["linear_1"]))

    seen = (source != UNK)[:, None, None, :]
    memory = embed(source)
    for layer in params["encoder"]["layer"]:
        memory = forward(self_attention(memory, layer["self_attention"], seen), layer["ffn"])
    memory = normed(memory, params["encoder"]["layer_norm"])
    x = embed(target)
    causal = jnp.tril(jnp.ones((target.shape[1],) * 2, bool))
    logs = jnp.zeros(())
    for layer in params["decoder"]["layer"]:
        x = self_attention(x, layer["self_attention"], causal)
        part = layer["attention"]
        q = dense(normed(x, part["layer_norm"]), part["linear"][0])
        k, v = jnp.split(dense(memory, part["linear"][1]), 2, axis=-1)
        mixed, logs = attend(q, k, v, seen)
        x = forward(x + drop(dense(mixed, part["linear"][2])), layer["ffn"])
    x = normed(x, params["decoder"]["layer_norm"])
    return x @ params["embedding"].T + params["bias"], logs
