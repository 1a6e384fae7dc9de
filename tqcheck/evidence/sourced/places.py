"""Where in a source the words of a rendering go back to, and what stands there that nothing renders."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tqcheck.evidence.sourced.words import SourceWords
from tqcheck.evidence.support.features import Columns
from tqcheck.evidence.support.tokens import Floats

Flags = NDArray[np.bool_]
Ints = NDArray[np.int64]

ASTRAY, LIGHTLY = 0.6, 0.2
"""What a link loses for each whole length by which it is out of place, and for going back to grammar."""
ANCHOR, ANCHORED = 0.5, 0.25
"""Weight from which a link of a word of content tells where its neighbours belong, and the share of the length by which
it may be out of place."""
FAR = 16.0
"""Distance, in words, that stands for `nothing is left`."""
UNKNOWN = -1.0


def linked(weights: Floats, light: Flags, mark: Flags) -> Ints:
    """For each word of the rendering (column) the source word that it goes back to; -1 where none speaks for it."""
    n, m = weights.shape
    apart = np.abs((np.arange(n)[:, None] + 0.5) / n - (np.arange(m) + 0.5) / m)
    score = np.where(weights > 0, weights - ASTRAY * apart - LIGHTLY * light[:, None], -9.0)
    link = score.argmax(0)
    found: Ints = np.where((score[link, np.arange(m)] > -9) & ~mark, link, -1)
    return found


def gaps(link: Ints, weights: Floats, content: Flags, source: SourceWords, left: Flags) -> tuple[Columns, Floats]:
    """What lies in the source between what the nearest sure words before and after go back to.

    Also where in the source each word is to be looked for.
    """
    n, m = len(source), len(link)
    place = np.arange(m)
    sure = content & (link >= 0)
    sure &= (weights[link, place] >= ANCHOR) & (np.abs((link + 0.5) / n - (place + 0.5) / m) < ANCHORED)
    # The nearest sure word strictly before each word, and strictly after it.
    last = np.maximum.accumulate(np.where(sure, place, -1))
    before = np.concatenate([[-1], last[:-1]])
    after = np.concatenate([np.minimum.accumulate(np.where(sure, place, m)[::-1])[::-1][1:], [m]])
    previous = np.where(before >= 0, link[before], -1)
    following = np.where(after < m, link[np.minimum(after, m - 1)], n)
    low = np.minimum(previous, following) + 1
    high = np.maximum(np.maximum(previous, following), low)
    sums = np.zeros((4, n + 1), np.float32)
    rows = (np.ones(n), left, left * source.size, left * np.maximum(source.common, 0))
    np.cumsum(np.stack(rows), axis=1, out=sums[:, 1:])
    held = sums[:, high] - sums[:, low]
    limits = {"gap:words": 12, "gap:left": 8, "gap:size": 12, "gap:rare": 6}
    found: Columns = {name: np.minimum(row, limits[name]) for name, row in zip(limits, held, strict=True)}
    found["gap:order"] = np.sign(following - previous).astype(np.float32)
    middle = np.where(following < n, (previous + following) / 2, previous + 1.0)
    expected = np.where(previous >= 0, middle, np.where(following < n, following - 1.0, (place + 0.5) / m * n))
    return found, expected.astype(np.float32)


def nearest(expected: Floats, source: SourceWords, left: Flags, term: Floats) -> Columns:
    """What the word of the source is like that nothing renders and that stands nearest to where a word belongs.

    term  which source words are of a known term that is not rendered in any accepted form
    """
    m = len(expected)
    names = ("size", "common", "rare", "senses")
    free = np.flatnonzero(left)
    if not len(free):
        found: Columns = {f"left:{name}": np.full(m, UNKNOWN, np.float32) for name in (*names, "term")}
        return found | {"left:far": np.full(m, FAR, np.float32), "left:near": np.zeros(m, np.float32)}
    apart = np.abs(free[:, None] - expected)
    which = free[apart.argmin(0)]
    found = {f"left:{name}": getattr(source, name)[which] for name in names}
    return found | {
        "left:term": term[which],
        "left:far": np.minimum(apart.min(0), FAR - 1).astype(np.float32),
        "left:near": (apart <= 3).sum(0).astype(np.float32),
    }
