from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.model.text import LineIndex, Passage, Position, Span, join

BREAKS = st.text(alphabet="a水\t \r\n\v\f\x85\u2028𠀀", max_size=40)


@st.composite
def spans(draw, longest: int = 30) -> Span:
    start = draw(st.integers(0, longest))
    return Span(start, draw(st.integers(start, longest)))


@st.composite
def picked(draw) -> tuple[str, Passage]:
    """A text, and a passage of some of its characters in order, as a reader leaves mark-up out."""
    text = draw(st.text(alphabet="abc大桥<>\n", min_size=1, max_size=30))
    kept = sorted(draw(st.sets(st.integers(0, len(text) - 1), min_size=1)))
    return text, Passage("".join(text[i] for i in kept), (*kept, kept[-1] + 1))


# Spans


@pytest.mark.parametrize(("start", "end"), [(-1, 0), (3, 2), (-2, -1)])
def test_a_span_cannot_be_negative_or_run_backwards(start, end):
    with pytest.raises(ValueError, match=f"{start}..{end}"):
        Span(start, end)


def test_a_span_covers_code_points_and_not_bytes_or_utf_16_units():
    assert Span(1, 3).of("𠀀大桥") == "大桥"


def test_an_empty_span_has_no_length_and_is_still_a_place():
    assert len(Span(4, 4)) == 0
    assert bool(Span(4, 4))


def test_spans_that_only_touch_do_not_overlap():
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 4).overlaps(Span(3, 5))


def test_an_empty_span_overlaps_nothing_beside_it():
    assert not Span(3, 3).overlaps(Span(3, 5))
    assert not Span(3, 3).overlaps(Span(3, 3))


def test_spans_sort_by_start_and_then_by_end():
    assert sorted([Span(2, 9), Span(0, 4), Span(2, 3)]) == [Span(0, 4), Span(2, 3), Span(2, 9)]


@given(spans(), spans())
def test_spans_behave_as_the_sets_of_their_code_points(a, b):
    mine, theirs = set(range(a.start, a.end)), set(range(b.start, b.end))
    assert len(a) == len(mine)
    assert a.overlaps(b) == (bool(mine & theirs) or (min(len(a), len(b)) == 0 and _strictly_within(a, b)))
    if theirs:
        assert a.contains(b) == (theirs <= mine)
    assert a.cover(b).contains(a) and a.cover(b).contains(b)
    assert len(a.cover(b)) == max(a.end, b.end) - min(a.start, b.start)


def _strictly_within(a: Span, b: Span) -> bool:
    short, long = sorted((a, b), key=len)
    return long.start < short.start and short.end < long.end


@given(spans(), st.integers(0, 9))
def test_a_shifted_span_keeps_its_length(span, by):
    assert span.shift(by) == Span(span.start + by, span.end + by)


def test_a_span_is_not_shifted_out_of_the_text():
    with pytest.raises(ValueError):
        Span(2, 5).shift(-3)


# Lines and columns


def test_lines_and_columns_count_from_one():
    assert LineIndex("The bridge\nopened.").position(0) == Position(1, 1)
    assert LineIndex("The bridge\nopened.").position(11) == Position(2, 1)


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_a_line_ends_at_each_kind_of_line_end(end):
    text = f"大桥{end}通车"
    assert LineIndex(text).position(text.index("车")) == Position(2, 2)


def test_a_column_counts_code_points():
    assert LineIndex("𠀀𠀀 bridge").position(3) == Position(1, 4)


def test_form_feeds_and_line_separators_do_not_end_a_line():
    text = "one\ftwo\u2028three\x85four\vfive"
    assert LineIndex(text).position(text.index("five")).line == 1


def test_the_end_of_the_text_has_a_position():
    assert LineIndex("").position(0) == Position(1, 1)
    assert LineIndex("ab").position(2) == Position(1, 3)
    assert LineIndex("ab\n").position(3) == Position(2, 1)


@given(BREAKS)
def test_every_offset_stands_where_universal_newlines_put_it(text):
    index = LineIndex(text)
    lines = list(io.StringIO(text, newline=""))  # newline="" keeps LF, CR and CRLF apart as written
    offset = 0
    for number, line in enumerate(lines, 1):
        for column in range(1, len(line) + 1):
            assert index.position(offset) == Position(number, column)
            offset += 1


# Passages


def test_a_slice_leads_back_to_its_place():
    text = "（新华社）大桥周一通车。"
    passage = Passage(text[5:], 5)
    assert passage.locate(Span(2, 4)).of(text) == "周一"
    assert passage.whole.of(text) == "大桥周一通车。"


def test_a_passage_without_its_mark_up_leads_back_to_what_is_written():
    text = "The <b>new</b> bridge"
    kept = [*range(4), *range(7, 10), *range(14, 21)]
    passage = Passage("".join(text[i] for i in kept), (*kept, 21))
    assert passage.text == "The new bridge"
    assert passage.locate(Span(4, 7)).of(text) == "new"
    assert passage.locate(Span(4, 14)).of(text) == "new</b> bridge"
    assert passage.whole == Span(0, 21)


def test_an_empty_span_is_located_where_it_stands():
    assert Passage("bridge", 10).locate(Span(3, 3)) == Span(13, 13)
    assert Passage("ab", (4, 8, 9)).locate(Span(1, 1)) == Span(8, 8)
    assert Passage("ab", (4, 8, 9)).locate(Span(2, 2)) == Span(9, 9)


@given(st.text(min_size=1, max_size=30), st.data())
def test_a_span_of_a_slice_is_found_again_where_it_was_located(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    passage = Passage(text[start:end], start)
    low = data.draw(st.integers(0, end - start))
    span = Span(low, data.draw(st.integers(low, end - start)))
    assert passage.locate(span).of(text) == span.of(passage.text)
    assert passage.find(passage.locate(span)) == span


@given(picked(), st.data())
def test_a_span_of_picked_characters_is_found_again_where_it_was_located(made, data):
    text, passage = made
    low = data.draw(st.integers(0, len(passage.text) - 1))
    span = Span(low, data.draw(st.integers(low + 1, len(passage.text))))
    there = passage.locate(span)
    assert text[there.start] == passage.text[span.start]
    assert text[there.end - 1] == passage.text[span.end - 1]
    assert passage.find(there) == span


@pytest.mark.parametrize("passage", [Passage("bridge", 10), Passage("bridge", tuple(range(10, 17)))])
def test_nothing_is_found_of_what_lies_outside(passage):
    assert len(passage.find(Span(0, 10))) == 0
    assert len(passage.find(Span(16, 30))) == 0


@pytest.mark.parametrize("passage", [Passage("bridge", 10), Passage("bridge", tuple(range(10, 17)))])
def test_what_lies_partly_outside_is_found_as_far_as_it_is_shown(passage):
    assert passage.find(Span(0, 12)).of(passage.text) == "br"
    assert passage.find(Span(14, 30)).of(passage.text) == "ge"
    assert passage.find(Span(0, 99)).of(passage.text) == "bridge"


# Joined passages


def test_joined_passages_lead_back_to_their_own_places():
    text = "Rain fell.  [ad]  Roads closed."
    joined = join([Passage(text[:10], 0), Passage(text[18:], 18)], " ")
    assert joined.text == "Rain fell. Roads closed."
    assert joined.locate(Span(11, 16)).of(text) == "Roads"
    assert joined.locate(Span(5, 10)).of(text) == "fell."
    assert joined.whole == Span(0, len(text))


def test_a_span_across_the_joint_covers_both_ends():
    text = "Rain fell.  [ad]  Roads closed."
    joined = join([Passage(text[:10], 0), Passage(text[18:], 18)], " ")
    assert joined.locate(Span(5, 16)).of(text) == "fell.  [ad]  Roads"


def test_one_passage_joined_is_itself_and_none_is_empty():
    alone = Passage("Rain fell.", 7)
    assert join([alone], " ") is alone
    assert join([], " ").text == ""
    assert join([], " ").whole == Span(0, 0)


def test_empty_passages_are_joined_without_trace():
    joined = join([Passage("", 0), Passage("Rain", 3), Passage("", 8), Passage("fell", 12)], " ")
    assert joined.text == "Rain fell"
    assert joined.locate(Span(5, 9)) == Span(12, 16)


@given(st.text(alphabet="ab 雨\n", min_size=2, max_size=30), st.data(), st.sampled_from(["", " ", "\n\n"]))
def test_every_character_of_joined_passages_is_the_originals_own(text, data, between):
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=8)))
    parts = [Passage(text[a:b], a) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    joined = join(parts, between)
    assert joined.text == between.join(part.text for part in parts if part.text)
    at = 0
    for part in parts:
        if part.text:
            assert joined.locate(Span(at, at + len(part.text))) == part.whole
            at += len(part.text) + len(between)


def test_passages_that_were_joined_are_joined_again():
    first = join([Passage("ab", 0), Passage("cd", 5)])
    assert join([first, Passage("ef", 9)]).locate(Span(3, 5)) == Span(6, 10)


@given(st.text(alphabet="a水é😀\n\r\ud800", max_size=3000), st.integers(0, 3000))
def test_a_column_in_bytes_counts_the_lines_own_utf_8(text, offset):
    offset = min(offset, len(text))
    index = LineIndex(text)
    before = text[offset - index.position(offset).column + 1 : offset]
    assert index.byte_column(offset) == len(before.encode("utf-8", "surrogatepass")) + 1
