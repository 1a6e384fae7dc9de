"""Clauses of which no alternate has anything."""

from __future__ import annotations

from tqcheck import lang
from tqcheck.evidence.support.content import content
from tqcheck.evidence.support.lone_clauses import lone_clauses

PLAIN = "The bridge was opened to traffic on Monday."


def _lone(own: str, *others: str) -> list[str]:
    return [c.span.of(own) for c in lone_clauses(content(own), [content(o) for o in others], lang.get("en"))]


def test_a_clause_that_stands_for_nothing_is_told() -> None:
    own = "The bridge was opened to traffic on Monday, although engineers found cracks in several pillars."
    assert _lone(own, PLAIN, PLAIN) == ["although engineers found cracks in several pillars."]


def test_a_clause_for_which_most_alternates_have_other_words_is_left_alone() -> None:
    own = "The bridge was opened to traffic on Monday, although engineers found cracks in several pillars."
    other = "The bridge was opened to traffic on Monday, despite fractures which experts saw below the supports."
    assert _lone(own, other, other, PLAIN) == []
    assert _lone(own, other, PLAIN, PLAIN) != []


def test_one_alternate_that_has_its_words_clears_it() -> None:
    own = "The bridge was opened to traffic on Monday, although engineers found cracks in several pillars."
    assert _lone(own, PLAIN, PLAIN, own) == []


def test_short_clauses_are_left_alone() -> None:
    assert _lone("The bridge was opened to traffic on Monday, a sunny day.", PLAIN, PLAIN) == []


def test_other_forms_and_acronyms_of_the_same_words_count_as_had() -> None:
    full = "The bridge was opened to traffic on Monday, the National Aeronautics Space Administration said."
    short = "The bridge was opened to traffic on Monday, NASA said."
    assert _lone(full, short, short) == []


def test_without_alternates_nothing_is_told() -> None:
    assert _lone("Although engineers found cracks in several pillars, it was opened.") == []
