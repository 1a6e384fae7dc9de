"""Scores of renderings over shared units: by corpus, article and segment, with intervals and comparisons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tqcheck.compare.units import Batch
from tqcheck.metrics import named
from tqcheck.metrics.base import Metric, Statistics
from tqcheck.metrics.significance import (
    Resampled,
    agreement,
    clusters,
    difference,
    grouped,
    holm,
    interval,
    resample,
)
from tqcheck.model.comparison import Kept
from tqcheck.model.score import Comparison, Score

LEVEL = 0.05
"""Significance level, after Holm's correction over all pairs of a metric."""


@dataclass(frozen=True)
class Testing:
    """How differences are tested.

    method     `randomisation` or `bootstrap`
    unit       what is resampled: `segment` or `article`
    resamples  how many times
    """

    method: str = "randomisation"
    unit: str = "segment"
    resamples: int = 1000
    seed: int = 12345


@dataclass(frozen=True)
class Scored:
    """Scores and comparisons, the rank cluster of each system for each metric, and the statistics of all."""

    scores: tuple[Score, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    ranks: dict[str, dict[str, int]] | None = None
    kept: tuple[Kept, ...] = ()


def score(batch: Batch, metrics: Sequence[str], testing: Testing | None = None) -> Scored:
    """Score every system of a batch with a reference by `metrics`, and compare all pairs of systems."""
    testing = testing or Testing()
    references = [unit.reference or "" for unit in batch.units]
    scores: list[Score] = []
    comparisons: list[Comparison] = []
    ranks: dict[str, dict[str, int]] = {}
    kept: list[Kept] = []
    for metric in named(metrics):
        read = metric.against(references)
        rows = [read([unit.texts[n] for unit in batch.units]) for n in range(len(batch.systems))]
        kept.extend(Kept(metric.name, system, row) for system, row in zip(batch.systems, rows, strict=True))
        tested = _resampled(metric, rows, batch, testing)
        scores.extend(_scores(metric, rows, batch, tested))
        if tested is not None:
            made = _comparisons(metric, batch, tested, testing)
            comparisons.extend(made)
            ranks[metric.name] = _ranks(metric, batch, tested, made)
    return Scored(tuple(scores), tuple(comparisons), ranks, tuple(kept))


def _resampled(metric: Metric, rows: Sequence[Statistics], batch: Batch, testing: Testing) -> Resampled | None:
    """The systems resampled; None where there is but one unit, which tells nothing of chance."""
    if testing.unit == "article":
        rows = [grouped(row, [unit.group for unit in batch.units]) for row in rows]
    if len(rows[0]) < 2:
        return None
    return resample(metric, rows, testing.resamples, testing.seed, testing.method == "randomisation")


def _scores(metric: Metric, rows: Sequence[Statistics], batch: Batch, tested: Resampled | None) -> list[Score]:
    whole, single = metric.signature(), metric.signature(segments=True)
    articles = [unit.group for unit in batch.units]
    several = len(set(articles)) > 1
    found: list[Score] = []
    for n, system in enumerate(batch.systems):
        every = [metric.segment_score(row) for row in rows[n]]
        span = interval(tested, n) if tested else None
        found.append(Score(metric.name, system, "corpus", "", metric.score(rows[n].sum(axis=0)), whole, span))
        mean = float(np.mean(every))
        found.append(Score(metric.name, system, "corpus", "", mean, single, aggregate="mean of segments"))
        if several:
            totals = grouped(rows[n], articles)
            for article, total in zip(dict.fromkeys(articles), totals, strict=True):
                found.append(Score(metric.name, system, "article", article, metric.score(total), whole))
        for unit, value in zip(batch.units, every, strict=True):
            found.append(Score(metric.name, system, "segment", unit.id, value, single))
    return found


def _comparisons(metric: Metric, batch: Batch, tested: Resampled, testing: Testing) -> list[Comparison]:
    size = len(batch.systems)
    pairs = [(a, b) for a in range(size) for b in range(a + 1, size)]
    found = [difference(tested, a, b, testing.method) for a, b in pairs]
    adjusted = holm([one.p for one in found])
    method = f"paired {testing.method}, {testing.resamples} resamples by {testing.unit}, seed {testing.seed}"
    return [
        Comparison(
            metric.name,
            batch.systems[one.a],
            batch.systems[one.b],
            one.value,
            one.p,
            p_adjusted,
            method,
            one.detectable,
            agreement(metric.name, one.value),
        )
        for one, p_adjusted in zip(found, adjusted, strict=True)
    ]


def _ranks(metric: Metric, batch: Batch, tested: Resampled, made: Sequence[Comparison]) -> dict[str, int]:
    apart = {frozenset((one.a, one.b)) for one in made if one.p_adjusted <= LEVEL}
    systems = batch.systems
    found = clusters(
        [float(value) for value in tested.scores],
        metric.better,
        lambda a, b: frozenset((systems[a], systems[b])) in apart,
    )
    return dict(zip(systems, found, strict=True))
