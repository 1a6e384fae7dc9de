"""Plain text: lines are paragraphs, as slices of the file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.model.text import Span
from tqcheck.readers.text import joint, paragraphs


def test_each_line_with_words_is_a_paragraph_without_the_space_around_it() -> None:
    text = "标题\r\n\r\n\u3000\u3000第一段。 \r\nSecond\tline\n\n\u00a0\n\ufeffThird\rFourth"
    assert [p.text for p in paragraphs(text)] == ["标题", "第一段。", "Second\tline", "Third", "Fourth"]


@pytest.mark.parametrize("separator", ["\n", "\r", "\r\n", "\f", "\v", "\x85", "\u2028", "\u2029"])
def test_form_feeds_and_separators_part_paragraphs(separator: str) -> None:
    assert [p.text for p in paragraphs(f"One.{separator}Two.")] == ["One.", "Two."]


@given(st.text(alphabet="ab中 \u3000\n\r\f\u2028\ufeff。"))
def test_paragraphs_are_slices_in_order_that_cover_all_that_shows(text: str) -> None:
    found = paragraphs(text)
    end = 0
    for passage in found:
        span = passage.locate(Span(0, len(passage.text)))
        assert span.of(text) == passage.text == passage.text.strip()
        assert not text[end : span.start].replace("\ufeff", "").strip()
        end = span.end
    assert not text[end:].replace("\ufeff", "").strip()


@pytest.mark.parametrize(
    ("before", "after", "between"),
    [("中", "国", ""), ("。", "中", ""), ("中", "a", " "), ("a", "b", " "), ("가", "나", " "), ("カ", "ナ", "")],
)
def test_a_line_end_joins_chinese_and_parts_spaced_scripts(before: str, after: str, between: str) -> None:
    assert joint(before, after) == between
