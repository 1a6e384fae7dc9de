"""Scores of renderings over shared units: by corpus, article and segment, with intervals and comparisons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

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
    resample_all,
)
from tqcheck.metrics.words import Lexicon
from tqcheck.model.comparison import Kept
from tqcheck.model.score import Comparison, Score, ScoreColumn

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


@dataclass
class Scored:
    """Scores and comparisons, the rank cluster of each system for each metric, and the statistics of all."""

    scores: list[Score] = field(default_factory=list)
    columns: list[ScoreColumn] = field(default_factory=list)
    comparisons: list[Comparison] = field(default_factory=list)
    ranks: dict[str, dict[str, int]] = field(default_factory=dict)
    kept: list[Kept] = field(default_factory=list)


def score(batch: Batch, metrics: Sequence[str], testing: Testing | None = None) -> Scored:
    """Score every system of a batch with a reference by `metrics`, and compare all pairs of systems."""
    testing = testing or Testing()
    lexicon = Lexicon()
    reference = lexicon.read([unit.reference or "" for unit in batch.units])
    texts = [lexicon.read([unit.texts[n] for unit in batch.units]) for n in range(len(batch.systems))]
    measured = [(metric, metric.statistics(reference, texts)) for metric in named(metrics)]
    resampled = _resampled(measured, batch, testing)
    scored = Scored()
    for (metric, rows), tested in zip(measured, resampled, strict=True):
        scored.kept += [Kept(metric.name, system, row) for system, row in zip(batch.systems, rows, strict=True)]
        _add_scores(scored, metric, rows, batch, tested)
        if tested is not None:
            made = _comparisons(metric, batch, tested, testing)
            scored.comparisons += made
            scored.ranks[metric.name] = _ranks(metric, batch, tested, made)
    return scored


def _resampled(
    measured: Sequence[tuple[Metric, list[Statistics]]], batch: Batch, testing: Testing
) -> Sequence[Resampled | None]:
    """The systems resampled, metric by metric; None where there is but one unit, which tells nothing of chance."""
    if testing.unit == "article":
        groups = [unit.group for unit in batch.units]
        measured = [(metric, [grouped(row, groups) for row in rows]) for metric, rows in measured]
    if any(len(rows[0]) < 2 for _, rows in measured):
        return [None] * len(measured)
    return resample_all(measured, testing.resamples, testing.seed, testing.method == "randomisation")


def _add_scores(
    scored: Scored, metric: Metric, rows: Sequence[Statistics], batch: Batch, tested: Resampled | None
) -> None:
    whole, single = metric.signature(), metric.signature(segments=True)
    articles = [unit.group for unit in batch.units]
    ids = tuple(unit.id for unit in batch.units)
    names = tuple(dict.fromkeys(articles))
    for n, system in enumerate(batch.systems):
        every = metric.segment_scores(rows[n])
        span = interval(tested, n) if tested else None
        scored.scores.append(Score(metric.name, system, "corpus", "", metric.score(rows[n].sum(axis=0)), whole, span))
        mean = float(every.mean())
        scored.scores.append(Score(metric.name, system, "corpus", "", mean, single, aggregate="mean of segments"))
        if len(names) > 1:
            totals = metric.scores(grouped(rows[n], articles)).tolist()
            scored.columns.append(ScoreColumn(metric.name, system, "article", whole, names, totals))
        scored.columns.append(ScoreColumn(metric.name, system, "segment", single, ids, every.tolist()))


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
