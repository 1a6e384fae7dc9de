"""Doubled words, and the glance that spares a clean text the search for them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqcheck.rules.repetition.doubled_word import _DOUBLED, may_double

WORDS = st.sampled_from(
    ["the", "The", "New", "Zealand", "ad-hoc", "it's", "and/or", "and", "x_1", "é", "1,200", "2019–20", "5th", "5", "m"]
)
MARKS = st.sampled_from([" ", " ", " ", "  ", "\n", "\t", ". ", ", ", " (", ") ", "-", "/", "—", '"', "' ", "] "])


@settings(max_examples=400, deadline=None)
@given(st.lists(st.tuples(WORDS, MARKS), max_size=9), st.integers(1, 4))
def test_nothing_doubled_is_overlooked(parts: list[tuple[str, str]], times: int) -> None:
    text = "".join(word + mark for word, mark in parts)
    for made in (text, " ".join([text.strip()] * times), f"He saw {text} {text}.", f"({text}) ({text})"):
        assert may_double(made) or not _DOUBLED.search(made)


@pytest.mark.parametrize("text", ["the the end", "New Zealand new zealand", "up and/or down up and/or down", "5 m m"])
def test_what_stands_twice_is_looked_at(text: str) -> None:
    assert may_double(text)


def test_a_clean_text_is_not_searched() -> None:
    assert not may_double("The bridge over the river was opened to traffic on Monday, and the city welcomed it.")
