"""Whether one rendering's score is truly higher than another's: paired resampling over kept statistics.

Approximate randomisation swaps the two renderings of units at random (Riezler and Maxwell 2005); the bootstrap draws
units with repetition (Koehn 2004) and centres the signed differences, which keeps its false positives at the level
asked for. Both count outcomes at least as large as the one observed, so that a rendering against its own copy has
p = 1, and add one to both counts (Phipson and Smyth 2010), so that no p is zero.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from tqcheck.metrics.base import Floats, Metric, Statistics

CHUNK = 100
"""Resamples drawn at a time: bounds memory to this many rows of weights."""
POWERED = 1.959964 + 0.841621
"""Standard errors of a difference that a test at 5% finds four times in five."""
_AGREEMENT: Mapping[str, Sequence[tuple[float, float]]] = {
    "chrf": ((0.0, 0.5), (0.54, 0.6), (1.0, 0.7), (1.63, 0.8), (3.05, 0.9)),
    "bleu": ((0.0, 0.5), (0.78, 0.6), (1.39, 0.7), (2.34, 0.8)),
}
"""Difference of two systems' scores, and how often people agree with its sign (Kocmi et al. 2024, table 2)."""


@dataclass(frozen=True, slots=True)
class Resampled:
    """One metric's resampled scores, the same draws for every system.

    scores      of the whole, for each system
    bootstrap   (systems, resamples): of units drawn with repetition
    swapped     for two systems by position: the differences (a - b) when units are swapped at random
    """

    metric: Metric
    scores: Floats
    bootstrap: Floats
    swapped: Callable[[int, int], Floats]


@dataclass(frozen=True, slots=True)
class Difference:
    """Two systems under one metric: `a` minus `b`.

    p           that so large a difference comes about by chance
    detectable  the least difference that such a test finds four times in five on this batch
    """

    a: int
    b: int
    value: float
    p: float
    detectable: float


def grouped(rows: Statistics, groups: Sequence[str]) -> Statistics:
    """Statistics summed by group (article), in the order in which the groups first occur."""
    order = {name: number for number, name in enumerate(dict.fromkeys(groups))}
    found = np.zeros((len(order), rows.shape[1]))
    np.add.at(found, [order[name] for name in groups], rows)
    return found


def resample(metric: Metric, systems: Sequence[Statistics], resamples: int, seed: int, swap: bool = True) -> Resampled:
    """Resample the units (segments or articles) of all systems together.

    systems  statistics (units, k) of each system, over the same units
    swap     whether units are to be swapped as well, for approximate randomisation
    """
    return resample_all([(metric, systems)], resamples, seed, swap)[0]


def resample_all(
    measured: Sequence[tuple[Metric, Sequence[Statistics]]], resamples: int, seed: int, swap: bool = True
) -> list[Resampled]:
    """`resample` for several metrics over the same units, with the same draws, each of which is made but once."""
    columns = _exact(np.concatenate([rows for _, systems in measured for rows in systems], axis=1))
    units = len(columns)
    random = np.random.default_rng(seed)
    drawn = np.empty((resamples, columns.shape[1]))
    kept = np.empty_like(drawn) if swap else np.zeros((0, columns.shape[1]))
    weights = np.empty((CHUNK, units), columns.dtype)
    for first in range(0, resamples, CHUNK):
        size = min(CHUNK, resamples - first)
        for row, picks in enumerate(random.integers(units, size=(size, units))):
            weights[row] = np.bincount(picks, minlength=units)
        drawn[first : first + size] = weights[:size] @ columns
        if swap:
            kept[first : first + size] = random.integers(2, size=(size, units)).astype(columns.dtype) @ columns
    found: list[Resampled] = []
    first = 0
    for metric, systems in measured:
        last = first + len(systems) * systems[0].shape[1]
        found.append(_resampled(metric, systems, drawn[:, first:last], kept[:, first:last]))
        first = last
    return found


def _exact(columns: Statistics) -> npt.NDArray[np.floating[Any]]:
    """The statistics in single precision where every sum of as many counts as there are units is exact in it."""
    whole = bool((columns == np.rint(columns)).all())
    return columns.astype(np.float32) if whole and len(columns) * np.abs(columns).max(initial=0) < 1 << 24 else columns


def _resampled(metric: Metric, systems: Sequence[Statistics], drawn: Statistics, kept: Statistics) -> Resampled:
    """One metric's share of the sums that were drawn, system by system."""
    width = systems[0].shape[1]
    whole = [rows.sum(axis=0) for rows in systems]

    def part(of: Statistics, system: int) -> Statistics:
        return of[:, system * width : (system + 1) * width]

    def swapped(a: int, b: int) -> Floats:
        one = part(kept, a) - part(kept, b) + whole[b]
        other = whole[a] + whole[b] - one
        found: Floats = metric.scores(one) - metric.scores(other)
        return found

    scores = np.array([metric.score(total) for total in whole])
    return Resampled(metric, scores, np.stack([metric.scores(part(drawn, n)) for n in range(len(systems))]), swapped)


def difference(resampled: Resampled, a: int, b: int, method: str = "randomisation") -> Difference:
    """Compare two systems. `method` is `randomisation` or `bootstrap`."""
    observed = float(resampled.scores[a] - resampled.scores[b])
    drawn = resampled.bootstrap[a] - resampled.bootstrap[b]
    null = resampled.swapped(a, b) if method == "randomisation" else drawn - drawn.mean()
    # Sums in another order differ in the last bits.
    as_large = int((np.abs(null) >= abs(observed) - 1e-9).sum())
    return Difference(a, b, observed, (as_large + 1) / (len(null) + 1), POWERED * float(drawn.std(ddof=1)))


def interval(resampled: Resampled, system: int) -> tuple[float, float]:
    """The middle 95% of a system's bootstrapped scores."""
    low, high = np.percentile(resampled.bootstrap[system], [2.5, 97.5])
    return float(low), float(high)


def holm(values: Sequence[float]) -> list[float]:
    """p-values adjusted for their number (Holm 1979), in the order given."""
    order = sorted(range(len(values)), key=lambda n: values[n])
    adjusted = [0.0] * len(values)
    least = 0.0
    for rank, n in enumerate(order):
        least = max(least, min(1.0, (len(values) - rank) * values[n]))
        adjusted[n] = least
    return adjusted


def clusters(scores: Sequence[float], better: int, separate: Callable[[int, int], bool]) -> list[int]:
    """The rank cluster of each system, from 1: a cluster ends where every system above differs from every one below.

    better    1 where a higher score is better, -1 where a lower one is
    separate  whether two systems, by position, differ significantly
    """
    order = sorted(range(len(scores)), key=lambda n: -better * scores[n])
    found, cluster = [0] * len(scores), 1
    for rank, n in enumerate(order):
        if rank and all(separate(above, below) for above in order[:rank] for below in order[rank:]):
            cluster += 1
        found[n] = cluster
    return found


def agreement(metric: str, value: float) -> float | None:
    """How often people agree that a difference of `value` is one, .5 to the last point measured; None where unknown."""
    points = _AGREEMENT.get(metric)
    if points is None:
        return None
    return float(np.interp(abs(value), [x for x, _ in points], [y for _, y in points]))
