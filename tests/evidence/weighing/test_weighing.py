"""From evidence to spans with a probability."""

from __future__ import annotations

import numpy as np
import pytest

from tqcheck.evidence.support import tokens
from tqcheck.evidence.weighing.judge import spans
from tqcheck.evidence.weighing.model import Kind, Model, load, pack, unpack
from tqcheck.evidence.weighing.spans import LONGEST, MOST_WORDS, grow, merge
from tqcheck.evidence.weighing.trees import AT_ONCE, from_dump

LEAF = {"leaf_value": 0.0}


def _tree(column: int, threshold: float, left: object, right: object) -> dict[str, object]:
    return {
        "split_feature": column, "threshold": threshold, "decision_type": "<=", "left_child": left, "right_child": right,
    }  # fmt: skip


TREES = {
    "tree_info": [
        {
            "tree_structure": _tree(
                0, 1.0, {"leaf_value": -1.0}, _tree(1, 5.0, {"leaf_value": 2.0}, {"leaf_value": 3.0})
            )
        },
        {"tree_structure": {"leaf_value": 0.5}},
    ]
}


def test_a_row_comes_to_the_leaf_that_the_questions_lead_to() -> None:
    rows = np.array([[1, 9], [1.5, 5], [2, 6]], np.float32)
    assert from_dump(TREES).raw(rows).tolist() == [-0.5, 2.5, 3.5]


def test_every_row_of_a_long_table_comes_to_its_leaf() -> None:
    rows = np.array([[1, 9], [1.5, 5], [2, 6]] * AT_ONCE, np.float32)
    assert from_dump(TREES).raw(rows).tolist() == [-0.5, 2.5, 3.5] * AT_ONCE


def test_no_rows_give_no_numbers() -> None:
    assert len(from_dump(TREES).raw(np.zeros((0, 2), np.float32))) == 0


def test_a_split_by_category_is_refused() -> None:
    tree = _tree(0, 1.0, LEAF, LEAF) | {"decision_type": "=="}
    with pytest.raises(ValueError, match="not a numeric split"):
        from_dump({"tree_info": [{"tree_structure": tree}]})


def _runs(chance: list[float], stop: str = "", mark: str = "") -> list[tuple[int, int]]:
    flags = [np.array([str(n) in places for n in range(len(chance))]) for places in (mark, stop)]
    return [(run.first, run.last) for run in merge(np.array(chance), *flags, seed=0.5, reach=0.5)]


def test_a_span_needs_a_seed_and_takes_in_its_neighbours() -> None:
    assert _runs([0.1, 0.3, 0.6, 0.3, 0.1, 0.4]) == [(1, 3)]


def test_one_stop_word_or_mark_is_bridged_and_two_are_not() -> None:
    assert _runs([0.6, 0.0, 0.6], stop="1") == [(0, 2)]
    assert _runs([0.6, 0.0, 0.6], mark="1") == [(0, 2)]
    assert _runs([0.6, 0.0, 0.6]) == [(0, 0), (2, 2)]
    assert _runs([0.6, 0.0, 0.0, 0.6], stop="12") == [(0, 0), (3, 3)]


def test_a_span_does_not_begin_or_end_with_a_stop_word_that_is_no_seed() -> None:
    assert _runs([0.3, 0.6, 0.3], stop="02") == [(1, 1)]
    assert _runs([0.7, 0.6, 0.3], stop="02") == [(0, 1)]


def test_a_long_stretch_is_cut_around_its_peaks() -> None:
    runs = _runs([0.6, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.9])
    assert all(last - first < MOST_WORDS for first, last in runs)
    assert runs[-1][1] == 8
    assert runs[0][0] == 0


def _grown(chance: list[float], stop: str = "", mark: str = "") -> list[tuple[int, int]]:
    flags = [np.array([str(n) in places for n in range(len(chance))]) for places in (mark, stop)]
    return [(run.first, run.last) for run in grow(np.array(chance), *flags, seed=0.5, reach=0.5)]


def test_a_span_grows_from_its_peak_over_one_stop_word_or_mark() -> None:
    assert _grown([0.1, 0.3, 0.6, 0.3, 0.1, 0.4]) == [(1, 3)]
    assert _grown([0.6, 0.0, 0.6], stop="1") == [(0, 2)]
    assert _grown([0.6, 0.0, 0.6], mark="1") == [(0, 2)]
    assert _grown([0.6, 0.0, 0.6]) == [(0, 0), (2, 2)]
    assert _grown([0.6, 0.0, 0.0, 0.6], stop="12") == [(0, 0), (3, 3)]
    assert _grown([0.3, 0.6, 0.3], stop="02") == [(1, 1)]
    assert _grown([0.1, 0.1]) == []


def test_a_span_takes_in_its_likelier_neighbours_until_it_is_long_enough() -> None:
    grown = _grown([0.4, 0.3, 0.3, 0.9, 0.4, 0.4, 0.3, 0.3, 0.6])
    assert grown == [(2, 5), (6, 8)]
    assert all(last - first < LONGEST for first, last in grown)


def _model(**seeds: float) -> Model:
    return Model(
        from_dump(TREES), ("a", "b"), frozenset({"en"}), {Kind(kind): seed for kind, seed in seeds.items()}, 0.2,
        np.array([0.2, 0.4]), np.array([0.5, 0.7]), {3: 1.0, 1: 0.8},
    )  # fmt: skip


def test_a_model_is_the_same_once_packed_and_unpacked() -> None:
    model = _model(name=0.3, number=0.2, words=0.4)
    again = unpack(pack(model))
    rows = np.array([[1, 9], [1.5, 5], [2, 6]], np.float32)
    assert again.forest.raw(rows).tolist() == model.forest.raw(rows).tolist()
    assert (again.columns, again.seeds, again.low, again.languages, again.shares) == (
        model.columns, model.seeds, model.low, model.languages, model.shares,
    )  # fmt: skip


def test_confidence_is_read_off_the_calibration() -> None:
    assert _model(words=0.4).confidence(0.3) == 0.6
    assert _model(words=0.4).confidence(0.9) == 0.7


def test_a_name_that_no_alternate_has_needs_less_than_other_words() -> None:
    own = tokens("so Bob went")
    columns = {
        "alt:stem": np.array([1, 0, 0]), "alt:near_max": np.zeros(3), "own:inner_capital": np.array([0, 1, 0]),
        "alt:count": np.full(3, 3),
    }  # fmt: skip
    found = spans(_model(name=0.3, number=0.3, words=0.4), own, columns, np.array([0.0, 0.35, 0.0]))
    assert [(run.first, kind) for run, kind in found] == [(1, Kind.NAME)]
    columns["alt:near_max"] = np.ones(3)
    assert spans(_model(name=0.3, number=0.3, words=0.4), own, columns, np.array([0.0, 0.35, 0.0])) == []


def test_the_weights_that_come_with_the_package_are_small_and_for_english() -> None:
    model = load("alternates")
    assert model is not None
    assert "en" in model.languages
    assert len(pack(model)) < 1_000_000


def test_with_fewer_alternates_it_takes_less() -> None:
    own = tokens("so it went")
    chance = np.array([0.0, 0.0, 0.35])
    for count, expected in ((3, []), (1, [2])):
        columns = {
            "alt:stem": np.ones(3), "alt:near_max": np.ones(3), "own:inner_capital": np.zeros(3),
            "alt:count": np.full(3, count),
        }  # fmt: skip
        found = spans(_model(name=0.4, number=0.4, words=0.4), own, columns, chance)
        assert [run.first for run, _ in found] == expected
