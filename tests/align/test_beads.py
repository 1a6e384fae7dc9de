import itertools
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqcheck.align import beads
from tqcheck.align.beads import SHAPES, Costs, Texts, walk
from tqcheck.align.similarity import Links

COSTS = Costs(0.3, 1.2, 0.5, 0.4, 0.2, 0.5, 0.7, 0.1, (0.1, 0.1, 0.02, 0.03, 0.05))


def running(values):
    return np.concatenate([np.zeros((1, *values.shape[1:])), np.cumsum(values, axis=0)])


def texts(rng, n, m):
    matrix = np.where(rng.random((n, m)) < 0.4, rng.random((n, m)), 0.0)
    source, target = np.nonzero(matrix)
    return matrix, Texts(
        length_source=running(rng.random(n) + 0.2),
        length_target=running(rng.random(m) + 0.2),
        mass_source=running(rng.random(n) + 0.1),
        mass_target=running(rng.random(m) + 0.1),
        marks_source=running(rng.integers(0, 3, (n, 5)).astype(float)),
        marks_target=running(rng.integers(0, 3, (m, 5)).astype(float)),
        links=Links(source, target, matrix[source, target]),
        low=np.zeros(n + 1, np.int64),
        high=np.full(n + 1, m, np.int64),
    )


def price(t, matrix, c, a0, a1, b0, b1):
    """The cost of one bead, written out plainly."""
    a, b = a1 - a0, b1 - b0
    ls, lt = t.length_source[a1] - t.length_source[a0], t.length_target[b1] - t.length_target[b0]
    if not a or not b:
        return c.skip * (a + b) + c.skip_length * (ls + lt)
    ms, mt = t.mass_source[a1] - t.mass_source[a0], t.mass_target[b1] - t.mass_target[b0]
    common = matrix[a0:a1, b0:b1]
    cosine = min(1.0, common.sum() / np.sqrt((ms + c.light) * (mt + c.light)))
    total = (a * b) ** c.power * (c.lexical * (1 - cosine) + c.length * np.log((lt + c.short) / (ls + c.short)) ** 2)
    total += c.merge * (a + b - 2)
    marks = np.abs((t.marks_source[a1] - t.marks_source[a0]) - (t.marks_target[b1] - t.marks_target[b0]))
    return total + (np.minimum(marks, 2) * np.array(c.marks)).sum()


def cheapest(t, matrix, c, n, m):
    best = {(0, 0): 0.0}
    shapes = [*map(tuple, SHAPES.tolist()), (1, 0), (0, 1)]
    for i, j in itertools.product(range(n + 1), range(m + 1)):
        if i or j:
            best[i, j] = min(
                best[i - a, j - b] + price(t, matrix, c, i - a, i, j - b, j) for a, b in shapes if a <= i and b <= j
            )
    return best[n, m]


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(0, 9), st.integers(0, 9), st.sampled_from([5, 40, 1500]))
def test_the_walk_is_the_cheapest_that_a_plain_search_finds(seed, n, m, cells):
    matrix, t = texts(np.random.default_rng(seed), n, m)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(beads, "_CELLS", cells)
        steps = walk(t, COSTS)
    total = sum(price(t, matrix, COSTS, s.a0, s.a1, s.b0, s.b1) for s in steps)
    assert total == pytest.approx(cheapest(t, matrix, COSTS, n, m))


def test_beads_hold_at_most_six_of_a_side_and_eight_together():
    assert SHAPES.max() == 6
    assert SHAPES.sum(axis=1).max() == 8
    assert len(SHAPES) == 26


def test_nothing_outside_the_band_is_walked_through():
    matrix, t = texts(np.random.default_rng(1), 8, 8)
    low, high = np.arange(9).clip(1) - 1, np.minimum(np.arange(9) + 1, 8)
    steps = walk(replace(t, low=low, high=high), COSTS)
    assert all(low[s.a1] <= s.b1 <= high[s.a1] for s in steps)
    assert [s.a0 for s in steps] == [0, *[s.a1 for s in steps][:-1]]
