"""Words that may stand for one another."""

from __future__ import annotations

from tqcheck.lang.english_lexical import stem
from tqcheck.lang.english_synonyms import akin, related


def test_words_of_one_sense_are_akin_in_any_form() -> None:
    assert stem("soar") in akin("surged")
    assert stem("surge") in akin("soaring")
    assert stem("purchase") in akin("bought")


def test_words_that_are_derived_or_less_near_are_related_and_not_akin() -> None:
    assert stem("decision") in related("decide")
    assert stem("increase") in related("boost")
    assert not akin("boost") & related("boost")


def test_unlike_words_are_neither() -> None:
    assert stem("umbrella") not in akin("surge") | related("surge")


def test_a_word_is_not_akin_to_itself_and_an_unknown_one_to_nothing() -> None:
    assert stem("surge") not in akin("surge") | related("surge")
    assert akin("zxqvw") == related("zxqvw") == frozenset()
    assert akin("") == frozenset()
