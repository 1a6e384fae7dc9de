"""Places: where they end, whatever ends lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.model.finding import Excerpt, Location, Side
from tqcheck.model.text import LineIndex, Position, Span


def location(text: str, start: int, end: int, **more: object) -> Location:
    at = LineIndex(text).position(start)
    return Location(
        "a", Side.TARGET, Span(start, end), at.line, at.column, text[start:end], Excerpt("", Span(0, 0)), **more
    )  # type: ignore[arg-type]


@pytest.mark.parametrize("end_of_line", ["\n", "\r", "\r\n"])
def test_a_place_over_lines_ends_on_the_last(end_of_line):
    text = end_of_line.join(["新 one", "two", "three 😀 four"])
    start, end = text.index("one"), text.index(" four")
    assert location(text, start, end).end == Position(3, 8)


def test_a_place_in_a_cell_ends_on_the_row_s_line():
    text = "one\ntwo"
    assert Location("a", Side.TARGET, Span(2, 6), 40, 3, text[2:6], Excerpt("", Span(0, 0)), cell=True).end == Position(
        40, 7
    )


@given(st.text(alphabet="a新😀\n\u2028\x0c"), st.data())
def test_the_end_is_where_the_text_has_it(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert location(text, start, end).end == LineIndex(text).position(end)
