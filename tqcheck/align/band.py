"""Where a translation of each sentence is to be looked for: a band around pairs that are surely one."""

from __future__ import annotations

from bisect import bisect_left

import numpy as np

from tqcheck.align.similarity import Floats, Ints, Links

NEAR = 12
"""Sentences looked at on either side of the expected one; on the texts the costs were fitted on, none was missed."""
SLACK = 0.25
"""What share of the way between two anchors the band may stray besides: with few anchors they are far apart."""
WIDEST = 150
SMALL = 20_000
"""Pairs of sentences up to which all are looked at."""
SURE = 0.15
"""Cosine of the weighted units from which a mutually best pair counts as an anchor."""
DISTANCE = 0.5
"""What is taken off that cosine, while choosing, for a pair of which one is at the text's start and one at its end."""
LIGHT = 0.6
"""Mass added to each sentence, so that two short sentences with one common word are no sure pair."""


def anchors(links: Links, mass_source: Floats, mass_target: Floats) -> list[tuple[int, int]]:
    """Pairs of sentences that are each other's best, as the heaviest chain of them that goes forward on both sides."""
    n, m = len(mass_source), len(mass_target)
    scale = np.sqrt((mass_source[links.source] + LIGHT) * (mass_target[links.target] + LIGHT))
    cosine = links.weight / scale
    apart = np.abs((links.source + 0.5) / max(n, 1) - (links.target + 0.5) / max(m, 1))
    worth = cosine - DISTANCE * apart
    best = _best(links.source, worth, n) & _best(links.target, worth, m) & (cosine > SURE)
    return chain(links.source[best], links.target[best], cosine[best])


def _best(group: Ints, worth: Floats, size: int) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Which of the pairs is the best of its group, of equals the last; `size` groups."""
    most = np.full(size, -np.inf)
    np.maximum.at(most, group, worth)
    last = np.full(size, -1)
    equal = np.flatnonzero(worth == most[group])
    np.maximum.at(last, group[equal], equal)
    found = np.zeros(len(group), np.bool_)
    found[last[last >= 0]] = True
    return found


def chain(source: Ints, target: Ints, weight: Floats) -> list[tuple[int, int]]:
    """Heaviest chain that rises on both sides: the targets so far are kept with ever heavier chains behind them."""
    ends: list[int] = []
    tops: list[float] = []
    tails: list[int] = []
    before = [-1] * len(source)
    for k in np.lexsort((-target, source)).tolist():
        end, place = int(target[k]), bisect_left(ends, int(target[k]))
        total = float(weight[k]) + (tops[place - 1] if place else 0.0)
        before[k] = tails[place - 1] if place else -1
        if place < len(ends) and ends[place] == end and tops[place] >= total:
            continue
        stop = place
        while stop < len(ends) and tops[stop] <= total:
            stop += 1
        ends[place:stop], tops[place:stop], tails[place:stop] = [end], [total], [k]
    chain: list[tuple[int, int]] = []
    k = tails[-1] if tails else -1
    while k >= 0:
        chain.append((int(source[k]), int(target[k])))
        k = before[k]
    return chain[::-1]


def band(n: int, m: int, pairs: list[tuple[int, int]]) -> tuple[Ints, Ints]:
    """For each number 0..n of source sentences done, the least and the greatest number of target sentences done.

    Both rise, the first begins at 0 and the last ends at m; neighbouring ranges overlap.
    """
    if n * m <= SMALL or not n or not m:
        return np.zeros(n + 1, np.int64), np.full(n + 1, m, np.int64)
    at = np.array([0.0, *(i + 0.5 for i, _ in pairs), float(n)])
    to = np.array([0.0, *(j + 0.5 for _, j in pairs), float(m)])
    rows = np.arange(n + 1, dtype=np.float64)
    path = np.interp(rows, at, to)
    gap = np.searchsorted(at, rows).clip(1, len(at) - 1)
    width = NEAR + np.minimum(SLACK * np.minimum(at[gap] - at[gap - 1], to[gap] - to[gap - 1]), WIDEST)
    # A row reaches as far as its neighbours' paths: where one side has an insertion, the path jumps.
    low = np.minimum(np.r_[path[0], path[:-1]], path) - width
    high = np.maximum(np.r_[path[1:], path[-1]], path) + width
    low = np.minimum.accumulate(np.floor(low)[::-1])[::-1].clip(0, m)
    high = np.maximum.accumulate(np.ceil(high)).clip(0, m)
    low[0], high[-1] = 0, m
    return low.astype(np.int64), high.astype(np.int64)
