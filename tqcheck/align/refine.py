"""How likely each pair of words is a link: first by the two words, then twice more by what is linked around them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from tqcheck.align.cells import Cells, Known

FIRST = ("context", "gloss", "phrase", "quantity", "sound", "apart")
"""What the first round weighs; see `Known`."""
ROUND = (
    "before", "row", "column", "diagonal", "level", "rest_row", "rest_column", "bend", "light_source", "light_target",
    "size", "apart", "phrase", "gloss", "sound",
)  # fmt: skip
"""What each later round weighs.

before       log odds of the round before (between -8 and 5)
row, column  by how much they are above the best other of the row, of the column
diagonal     probabilities of the two pairs that go on from here in both texts (i-1, j-1 and i+1, j+1)
level        of the same source word with the target words beside
rest_row, rest_column  how much of the source word, of the target word, other links claim (at most 3)
bend         ln(1 + distance) from where the links of neighbouring words lead to expect the link, over both sides
light_source, light_target  whether the word is grammar
The others as in `Known`.
"""
NEAR = 3.0
"""Words after which the say of a neighbour's link has fallen to 1/e."""


@dataclass(frozen=True)
class Weights:
    """Weights of the logistic models, the constant last: of the first round, and of each later one."""

    first: tuple[float, ...]
    rounds: tuple[tuple[float, ...], ...]


def odds(known: Known, weights: Weights) -> Cells:
    """The log odds that each source word (row) and target word (column) render each other."""
    found = weigh(first_features(known), weights.first)
    for weight in weights.rounds:
        found = weigh(features(found, known), weight)
    return found


def weigh(features: Cells, weights: tuple[float, ...]) -> Cells:
    """The weighted sum of `features` (k, n, m), the last of `weights` being the constant."""
    return np.asarray(np.tensordot(np.array(weights[:-1], np.float32), features, 1) + np.float32(weights[-1]))


def first_features(known: Known) -> Cells:
    """What the first round weighs: an array for each of `FIRST`."""
    return np.stack([getattr(known, name) for name in FIRST])


def features(before: Cells, known: Known) -> Cells:
    """What a later round weighs: an array for each of `ROUND`, from the log odds of the round before."""
    s = np.clip(before, -8, 5)
    p = probability(s)
    n, m = s.shape
    wide = np.zeros((n + 2, m + 2), np.float32)
    wide[1:-1, 1:-1] = p
    claimed_row, claimed_column = p.sum(axis=1, keepdims=True), p.sum(axis=0, keepdims=True)
    found = np.empty((len(ROUND), n, m), np.float32)
    found[0] = s
    found[1] = s - _best_other(s)
    found[2] = s - _best_other(s.T).T
    found[3] = wide[:-2, :-2] + wide[2:, 2:]
    found[4] = wide[1:-1, :-2] + wide[1:-1, 2:]
    found[5] = np.minimum(claimed_row - p, 3)
    found[6] = np.minimum(claimed_column - p, 3)
    found[7] = _bend(p) + _bend(p.T).T
    found[8] = known.light[0][:, None]
    found[9] = known.light[1]
    for place, name in enumerate(ROUND[10:], 10):
        found[place] = getattr(known, name)
    return found


def probability(odds: Cells) -> Cells:
    """The probability for log odds."""
    return np.asarray(1 / (1 + np.exp(-odds)), np.float32)


def _best_other(s: Cells) -> Cells:
    """For each cell, the greatest of the other cells of its row; where it is alone, itself."""
    if s.shape[1] < 2:
        return s
    top = np.partition(s, -2, axis=1)
    best, second = top[:, -1:], top[:, -2:-1]
    return np.asarray(np.where(s >= best, second, best))


def _bend(p: Cells) -> Cells:
    """How far each cell lies from where the likely links of the other rows lead to expect its row's link."""
    n, m = p.shape
    rows, columns = np.arange(n, dtype=np.float32), np.arange(m, dtype=np.float32)
    likely = np.where(p > 0.5, p, 0)
    place = likely @ columns / (likely.sum(axis=1) + 1e-6)
    near = _nearness(n) * likely.max(axis=1, initial=0)
    total = near.sum(axis=1)
    # Each neighbour expects the link as far on from its own as the texts' lengths have it.
    expected = (near @ (place - rows * (m / n)) + total * rows * (m / n)) / (total + 1e-3)
    away = np.abs(columns - expected[:, None]) * np.minimum(total, 1)[:, None]
    return np.asarray(np.log1p(away), np.float32)


@lru_cache(maxsize=64)
def _nearness(n: int) -> Cells:
    """How much each of `n` words heeds each other one, itself not at all."""
    rows = np.arange(n, dtype=np.float32)
    near: Cells = np.exp(-np.abs(rows[:, None] - rows) / NEAR)
    np.fill_diagonal(near, 0)
    return near
