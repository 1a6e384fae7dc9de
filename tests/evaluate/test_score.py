"""Findings against marks: what counts as right, what as found, what chance and raters reach."""

from __future__ import annotations

import numpy as np
import pytest

from tqcheck.evaluate.gold import Flag, Mark, Place, Text, agreed, meet
from tqcheck.evaluate.score import evaluate
from tqcheck.model.finding import Side

TARGET = "The bridge on the river was opened by the mayor on Monday."
MARKS = (
    Mark(Place(4, 10), "major", "accuracy", ("r1",)),
    Mark(Place(4, 23), "major", "accuracy", ("r2",)),
    Mark(Place(52, 58), "minor", "style", ("r3",)),
    Mark(Place(0, 2, Side.SOURCE), "major", "accuracy/omission", ("r1",)),
    Mark(Place(42, 47), "major", "source error", ("r1",)),
)
TEXT = Text("t", "市长周一为大桥通车", TARGET, ("r1", "r2", "r3"), MARKS)
CLEAN = Text("c", "好", "A good day it was.", ("r1", "r2", "r3"), ())


def _flags(*places: tuple[int, int], rule: str = "R", side: Side = Side.TARGET) -> list[Flag]:
    return [Flag(Place(start, end, side), rule) for start, end in places]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [((4, 10), (9, 12), True), ((4, 10), (10, 12), False), ((4, 10), (12, 12), True), ((13, 13), (4, 10), False)],
)
def test_places_meet_where_they_share_a_code_point_or_one_without_width_stands_near(
    one: tuple[int, int], other: tuple[int, int], expected: bool
) -> None:
    assert Place(*one).meets(Place(*other)) is Place(*other).meets(Place(*one)) is expected
    starts, ends = np.array([one[0], 90]), np.array([one[1], 91])
    assert meet(starts, ends, *other).tolist() == [expected, False]


def test_a_flag_is_right_where_it_shares_a_code_point_with_a_mark() -> None:
    found = evaluate([TEXT, CLEAN], {"t": _flags((4, 10), (52, 53), (24, 27)), "c": _flags((0, 1))}).findings.target
    assert (found.flags, found.any, found.major, found.two, found.shared) == (4, 2, 1, 1, 4)


def test_a_fault_of_the_source_is_a_mark_and_no_error() -> None:
    found = evaluate([TEXT], {"t": _flags((42, 47))}).findings.target
    assert (found.any, found.major, found.found) == (1, 0, 0)


def test_recall_is_of_major_marks_and_of_those_that_two_agree_on() -> None:
    done = evaluate([TEXT, CLEAN], {"t": _flags((12, 14))})
    assert (done.majors, done.agreed) == (3, 2)
    assert (done.findings.whole.found, done.findings.whole.agreed) == (1, 1)
    assert [mark.place.end for mark in agreed(MARKS)] == [10, 23]


def test_a_mark_met_by_two_flags_is_found_once() -> None:
    assert evaluate([TEXT], {"t": _flags((4, 6), (7, 9))}).findings.target.found == 2


def test_flags_on_the_source_are_told_apart_but_find() -> None:
    done = evaluate([TEXT], {"t": _flags((1, 3), side=Side.SOURCE)}).findings
    assert (done.target.flags, done.source.flags, done.source.any, done.source.omission) == (0, 1, 1, 1)
    assert done.whole.found == 1


def test_where_something_is_missing_two_code_points_beside_it_will_do() -> None:
    gap = Text("g", "", TARGET, ("r",), (Mark(Place(10, 10), "major", "omission", ("r",)),))
    near, far = (evaluate([gap], {"g": _flags(place)}).findings.target.any for place in ((12, 14), (13, 14)))
    assert (near, far) == (1, 0)


def test_rules_are_counted_each_by_itself() -> None:
    flags = [*_flags((4, 10), rule="A"), *_flags((24, 27), (4, 6), rule="B")]
    rules = evaluate([TEXT], {"t": flags}).findings.rules
    assert {key[0]: (t.flags, t.any, t.found) for key, t in rules.items()} == {"A": (1, 1, 2), "B": (2, 1, 2)}


def test_two_raters_are_asked_only_where_several_rated() -> None:
    alone = Text("o", "", TARGET, ("r1",), MARKS[:1])
    found = evaluate([TEXT, alone], {"t": _flags((4, 10)), "o": _flags((4, 10))}).findings.target
    assert (found.flags, found.shared, found.two) == (2, 1, 1)


def test_one_rater_is_measured_against_the_others() -> None:
    done = evaluate([TEXT, CLEAN], {})
    assert done.rater and done.severe
    # r1 marks the bridge, which r2 marks too, and an omission; r2 as r1; r3 what nobody else does.
    assert (done.rater.target.flags, done.rater.target.any, done.rater.target.major) == (3, 2, 2)
    assert (done.rater.source.flags, done.rater.source.any) == (1, 0)
    assert (done.severe.target.flags, done.severe.target.any) == (2, 2)
    # Majors that the others have: one beside r1's, two beside r2's, three beside r3's; r1 and r2 find each other's bridge.
    assert (done.other_majors, done.rater.whole.found, done.severe.whole.found) == (6, 2, 2)
    assert done.rated == 3 * done.size


def test_with_one_rater_there_is_no_agreement() -> None:
    done = evaluate([Text("o", "", TARGET, ("r1",), MARKS[:1])], {})
    assert done.rater is None and done.severe is None and done.agreed == 0


def test_chance_is_the_same_for_the_same_seed_and_near_the_share_of_marked_text() -> None:
    text = Text("w", "", "x" * 1000, ("r",), (Mark(Place(0, 300), "major", "a", ("r",)),))
    flags = {"w": _flags(*[(500, 501)] * 100)}
    done = evaluate([text], flags)
    assert done.chance == evaluate([text], flags).chance != evaluate([text], flags, seed=2).chance
    assert done.findings.target.any == 0
    assert done.chance.target.any == pytest.approx(30, abs=5)
    assert done.chance.target.flags == 100


def test_the_span_measure_takes_each_rater_in_turn() -> None:
    text = Text("s", "", TARGET, ("r1", "r2"), (Mark(Place(4, 10), "minor", "a", ("r1",)),))
    assert evaluate([text], {"s": _flags((4, 10))}).findings.credit.figures() == {
        "precision": 50.0,
        "recall": 100.0,
        "f1": 66.67,
    }


def test_renderings_without_spaces_are_counted_in_characters() -> None:
    text = Text("z", "A bridge", "大桥 通车", ("r",), (), target_lang="zh")
    done = evaluate([text], {})
    assert (done.size, done.unit) == (4, "characters")
    assert evaluate([CLEAN], {}).unit == "words"
