"""What is hoped of a model: the views of raters on each word."""

from __future__ import annotations

from tqcheck.evaluate.examples import FULL, soft_labels
from tqcheck.evaluate.gold import Mark, Place
from tqcheck.evaluate.mqm import Rated
from tqcheck.evidence.support import tokens

TARGET = "one two three four five six seven eight"


def _rated(*marks: Mark) -> Rated:
    return Rated("set", "doc", "1", "system", "", TARGET, ("a", "b"), marks)


def _mark(word: str, rater: str, severity: str = "major") -> Mark:
    at = TARGET.index(word)
    return Mark(Place(at, at + len(word)), severity, "accuracy/mistranslation", (rater,))


def test_a_word_counts_by_the_share_of_raters_who_marked_it_and_half_where_the_error_is_minor() -> None:
    hope, known = soft_labels(_rated(_mark("two", "a"), _mark("two", "b", "minor"), _mark("six", "a")), tokens(TARGET))
    assert hope.tolist() == [0, 0.75, 0, 0, 0, 0.5, 0, 0]
    assert known.tolist() == [1] * 8


def test_what_comes_after_a_raters_last_mark_of_the_most_that_he_may_make_is_unknown() -> None:
    marked = [_mark(word, "a") for word in TARGET.split()[:FULL]]
    hope, known = soft_labels(_rated(*marked, _mark("six", "b")), tokens(TARGET))
    assert hope.tolist() == [0.5] * FULL + [1, 0, 0]
    assert known.tolist() == [1] * FULL + [0.5] * 3
