"""Resampling: chance is told from difference at the level that is promised."""

from __future__ import annotations

import numpy as np
import pytest

from tqcheck.metrics import ChrfPlusPlus
from tqcheck.metrics.base import Metric
from tqcheck.metrics.significance import agreement, clusters, difference, grouped, holm, interval, resample


class Mean(ChrfPlusPlus):
    """The mean of the segments' values: a metric whose null distribution is known."""

    def score(self, total) -> float:
        return float(total[0] / total[1])

    def scores(self, totals):
        return totals[:, 0] / totals[:, 1]


MEAN: Metric = Mean()


def rows(values) -> np.ndarray:
    return np.column_stack([values, np.ones(len(values))])


@pytest.mark.parametrize("method", ["randomisation", "bootstrap"])
def test_false_positives_under_a_true_null_stay_near_the_level(method: str) -> None:
    random = np.random.default_rng(11)
    runs, hits = 1000, 0
    for seed in range(runs):
        base = random.normal(50, 10, 120)
        a, b = (rows(base + random.normal(0, 8, 120)) for _ in range(2))
        hits += difference(resample(MEAN, [a, b], 400, seed), 0, 1, method).p <= 0.05
    assert 0.035 <= hits / runs <= 0.065


@pytest.mark.parametrize("method", ["randomisation", "bootstrap"])
def test_a_system_against_its_own_copy_is_p_one(method: str) -> None:
    values = rows(np.random.default_rng(1).normal(50, 10, 60))
    assert difference(resample(MEAN, [values, values.copy()], 300, 1), 0, 1, method).p == 1.0


@pytest.mark.parametrize("method", ["randomisation", "bootstrap"])
def test_a_true_difference_above_the_detectable_one_is_found(method: str) -> None:
    random = np.random.default_rng(2)
    base = random.normal(50, 10, 400)
    a, b = rows(base + 2 + random.normal(0, 4, 400)), rows(base + random.normal(0, 4, 400))
    found = difference(resample(MEAN, [a, b], 500, 3), 0, 1, method)
    assert found.value > found.detectable > 0
    assert found.p < 0.01


def test_the_detectable_difference_is_that_of_the_normal_approximation() -> None:
    random = np.random.default_rng(4)
    values = rows(random.normal(50, 10, 500)), rows(random.normal(50, 10, 500))
    expected = 2.8 * np.std(values[0][:, 0] - values[1][:, 0], ddof=1) / np.sqrt(500)
    assert difference(resample(MEAN, list(values), 2000, 5), 0, 1).detectable == pytest.approx(expected, rel=0.06)


def test_the_same_seed_gives_the_same_outcome_and_another_does_not() -> None:
    random = np.random.default_rng(6)
    pair = [rows(random.normal(50, 10, 80)) for _ in range(2)]
    first, again, other = (difference(resample(MEAN, pair, 200, seed), 0, 1) for seed in (1, 1, 2))
    assert first == again != other


def test_articles_are_resampled_as_wholes() -> None:
    values = rows(np.array([1.0, 2.0, 3.0, 4.0]))
    assert grouped(values, ["x", "y", "x", "y"]).tolist() == [[4.0, 2.0], [6.0, 2.0]]


def test_an_interval_holds_the_score() -> None:
    values = rows(np.random.default_rng(7).normal(50, 10, 200))
    low, high = interval(resample(MEAN, [values], 500, 1), 0)
    assert low < MEAN.score(values.sum(axis=0)) < high


def test_holm_is_the_published_example() -> None:
    # Holm 1979 applied by hand: 4 x .005, 3 x .01, then .04 at least .03 and 2 x .03, and the last no smaller.
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])
    assert holm([]) == []


def test_systems_that_cannot_be_told_apart_share_a_rank() -> None:
    apart = {(0, 1), (0, 2)}

    def separate(a: int, b: int) -> bool:
        return (a, b) in apart or (b, a) in apart

    assert clusters([30.0, 20.0, 19.0], 1, separate) == [1, 2, 2]
    assert clusters([30.0, 20.0, 19.0], -1, separate) == [2, 1, 1]


def test_what_a_difference_means_to_people_is_known_for_two_metrics_and_starts_at_chance() -> None:
    assert agreement("chrf", 1.0) == pytest.approx(0.7)
    assert agreement("chrf", -1.63) == pytest.approx(0.8)
    assert agreement("bleu", 0.0) == 0.5
    assert agreement("bleu", 50.0) == 0.8
    assert agreement("ter", 1.0) is None
    assert agreement("chrf++", 1.0) is None
