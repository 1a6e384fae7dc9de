"""The span measure: one to one, credit by overlap, all texts together."""

from __future__ import annotations

from itertools import permutations
from random import Random

import pytest

from tqcheck.evaluate.overlap import Credit, credit


def test_the_same_span_is_wholly_right() -> None:
    assert credit([(3, 7)], [(3, 7)]) == Credit(1, 1, 1.0, 1.0)


def test_credit_is_the_share_of_the_overlap() -> None:
    assert credit([(0, 10)], [(5, 9)]) == Credit(1, 1, 0.4, 1.0)
    assert credit([(0, 5)], [(5, 9)]) == Credit(1, 1, 0.0, 0.0)


def test_a_mark_is_found_once_and_a_span_finds_one() -> None:
    assert credit([(0, 4), (0, 4)], [(0, 4)]) == Credit(2, 1, 1.0, 1.0)
    assert credit([(0, 8)], [(0, 4), (4, 8)]) == Credit(1, 2, 0.5, 1.0)


def test_the_best_matching_is_taken_and_not_the_first() -> None:
    # By itself the first span is best off with the first mark; both together are best off the other way round.
    found = credit([(0, 10), (0, 6)], [(0, 8), (6, 12)])
    assert (found.right, found.found) == (pytest.approx(4 / 10 + 1), pytest.approx(4 / 6 + 6 / 8))


def test_the_matching_is_the_best_of_all_there_are() -> None:
    def worth(a: tuple[int, int], b: tuple[int, int]) -> float:
        return 2 * max(0, min(a[1], b[1]) - max(a[0], b[0])) / (a[1] - a[0] + b[1] - b[0])

    random = Random(7)
    for _ in range(300):
        sides = [
            [(s, s + random.randint(1, 9)) for s in (random.randint(0, 20) for _ in range(random.randint(1, 5)))]
            for _ in "ab"
        ]
        few, many = sorted(sides, key=len)
        best = max(sum(map(worth, few, chosen)) for chosen in permutations(many, len(few)))
        assert _worth_of(few, many, worth) == pytest.approx(best)


def _worth_of(few, many, worth) -> float:
    from tqcheck.evaluate.overlap import _clusters, _matched

    return sum(worth(a, b) for some, others in _clusters(few, many) for a, b in _matched(some, others))


def test_empty_spans_and_marks_are_left_out() -> None:
    assert credit([(4, 4)], [(4, 4), (1, 2)]) == Credit(0, 1)


def test_figures_are_of_all_texts_together() -> None:
    total = credit([(0, 4)], [(0, 4)]) + credit([(0, 4), (6, 8), (9, 11)], [])
    assert total.figures() == {"precision": 25.0, "recall": 100.0, "f1": 40.0}
    assert Credit().figures() == {"precision": 0.0, "recall": 0.0, "f1": 0.0}
