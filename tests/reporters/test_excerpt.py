"""Excerpts: one line around the place, carets under it by the columns of a terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tqcheck.model.finding import Excerpt
from tqcheck.model.text import Span
from tqcheck.reporters.display.excerpt import mark
from tqcheck.reporters.display.safe import shown


def at(text: str, words: str) -> Excerpt:
    start = text.index(words)
    return Excerpt(text, Span(start, start + len(words)))


def under(line: str, carets: str) -> str:
    """What of `line` stands above the carets, column by column."""
    low, high = len(carets) - len(carets.lstrip()), len(carets)
    column, found = 0, ""
    for c in line:
        if low <= column < high:
            found += c
        column += cell_len(c)
    return found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("approved. (New News Agency)", "New News Agency"),
        ("港口扩建（新华社）开工", "新华社"),
        ("港口 said 😀 that Agency did", "Agency"),
        ("e\u0301tude du Xinhua", "Xinhua"),
        ("tab\there \x1b[31mred", "red"),
    ],
)
def test_carets_stand_under_the_place(text, words):
    assert under(*mark(at(text, words))) == words


def test_a_long_line_is_cut_at_words_on_both_sides():
    line, carets = mark(at("one two three four five " * 20 + "HERE" + " six seven eight nine ten" * 20, "HERE"))
    assert line.startswith("… ") and line.endswith(" …")
    assert 80 <= cell_len(line) <= 106
    assert set(line.split()) <= set(
        ["…", "one", "two", "three", "four", "five", "HERE", "six", "seven", "eight", "nine", "ten"]
    )
    assert under(line, carets) == "HERE"


def test_room_that_one_side_does_not_need_goes_to_the_other():
    line, _ = mark(at("HERE" + " word" * 60, "HERE"))
    assert not line.startswith("…") and 90 <= cell_len(line) <= 106


def test_a_long_place_keeps_its_beginning_and_end():
    line, carets = mark(at("a " + "X" + "y" * 300 + "Z" + " b", "X" + "y" * 300 + "Z"))
    shown_place = under(line, carets)
    assert shown_place.startswith("Xyyy") and shown_place.endswith("yyyZ") and " … " in shown_place
    assert cell_len(line) <= 106


def test_a_place_over_several_lines_is_shown_on_one():
    line, carets = mark(at("first\nsecond\r\nthird", "first\nsecond\r\nthird"))
    assert line == "first second  third" and len(carets) == len(line)


def test_a_place_without_width_gets_one_caret():
    assert mark(Excerpt("ab", Span(1, 1))) == ("ab", " ^")


def test_right_to_left_text_is_marked_in_the_line():
    line, carets = mark(at("قال الوزير اليوم", "الوزير"))
    assert line == "قال [[الوزير]] اليوم" and carets == ""


def test_blank_excerpts_show_nothing():
    assert mark(Excerpt(" \n ", Span(1, 1))) == ("", "")


@given(st.text(), st.integers(0, 300), st.integers(0, 300))
def test_any_text_gives_one_safe_line_of_bounded_width(text, start, length):
    start = min(start, len(text))
    line, carets = mark(Excerpt(text, Span(start, min(len(text), start + length))))
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in line)
    assert cell_len(line) <= 110 and set(carets) <= {" ", "^"}


@given(st.text())
def test_making_text_safe_keeps_its_length(text):
    assert len(shown(text)) == len(text)
