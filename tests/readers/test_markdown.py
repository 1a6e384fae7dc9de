"""Markdown: the prose stays, the marks go, and every character leads back."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.model.text import Span
from tqcheck.readers.markdown import paragraphs

CASES = {
    "# Title #\n\n## 标题\n\nBody": ["Title", "标题", "Body"],
    "##标题\n#5 is alive": ["标题", "#5 is alive"],
    "Title\n=====\n\nSub\n---\ntext": ["Title", "Sub", "text"],
    "---\ntitle: x\ndate: 2024\n---\nBody": ["Body"],
    "---\nNot front matter.\n---\nBody": ["Not front matter.", "Body"],
    "- one\n  goes on\n* two\n+ three\n1. four\n2) five\n- [x] six": [
        "one goes on",
        "two",
        "three",
        "four",
        "five",
        "six",
    ],
    "It fell in the year\n2023. It rose later.": ["It fell in the year 2023. It rose later."],
    "2023. A heading that is a year": ["2023. A heading that is a year"],
    "> quoted\n> on": ["quoted on"],
    "**bold** *it* __bo__ _it_ ~~gone~~ ***both***": ["bold it bo it gone both"],
    "snake_case_name 2 * 3 * 4 a * b": ["snake_case_name 2 * 3 * 4 a * b"],
    "中文**加粗。**后文": ["中文加粗。后文"],
    "**unclosed and *one": ["**unclosed and *one"],
    'A [link **here**](http://a.b/c_(d) "t"), [ref][1], ![img](a.png)end': ["A link here, ref, end"],
    "[![badge](a.png)](http://x)": [],
    "[1]: http://x.y\nText [1] and [note](not a target)": ["Text [1] and [note](not a target)"],
    "Said so.[^1]\n\n[^1]: The note.": ["Said so.", "The note."],
    "See <https://a.b/c> and <b>bold</b><br>line": ["See https://a.b/c and bold line"],
    "Keep <3 and a < b > c": ["Keep <3 and a < b > c"],
    "Text\n```py\ncode = 1\n```\nmore\n~~~\nx\n~~~": ["Text", "more"],
    "Text\n```\nnever closed\n\nstill read": ["Text", "never closed", "still read"],
    "`code *x*` and ``a`b`` and `open": ["code *x* and a`b and `open"],
    "A<!-- note\n\nmore -->B\n\n<!-- alone -->\n\nC <!-- never closed": ["AB", "C <!-- never closed"],
    r"\*not\* \# and 1\. \a": [r"*not* # and 1. \a"],
    "AT&amp;T &#20013;&copy; &nosuch; &": ["AT&T 中© &nosuch; &"],
    "| a | b\\|c |\n|---|:-:|\n| 1 | **2** |": ["a", "b|c", "1", "2"],
    "中文第一行，\n中文第二行。\nEnglish": ["中文第一行，中文第二行。 English"],
    "hard  \nbreak\\\nhere": ["hard", "break", "here"],
    "a\r\nb\r\n\r\nc": ["a b", "c"],
    "* * *\n\n---\n\n***": [],
}


@pytest.mark.parametrize("source", CASES)
def test_marks_go_and_prose_stays(source: str) -> None:
    assert [p.text for p in paragraphs(source)] == CASES[source]


def test_offsets_lead_back_across_marks() -> None:
    source = "---\na: b\n---\n## The **New** [Agency](http://x)\n"
    (passage,) = paragraphs(source)
    at = passage.text.index("New Agency")
    assert passage.locate(Span(at, at + 10)).of(source) == "New** [Agency"


def test_a_character_reference_leads_back_to_its_ampersand() -> None:
    (passage,) = paragraphs("AT&amp;T rose")
    assert passage.locate(Span(2, 3)).start == 2
    assert passage.locate(Span(3, 4)) == Span(7, 8)


@given(st.text(alphabet="ab中。 \n#*_[](){}<>!`~|\\>-+1.:^\"'\r\u3000=", max_size=80))
def test_every_character_is_the_original_one_at_its_offset(source: str) -> None:
    end = -1
    for passage in paragraphs(source):
        assert passage.text.strip() == passage.text != ""
        assert not isinstance(passage.origin, int)
        assert len(passage.origin) == len(passage.text) + 1
        assert list(passage.origin) == sorted(passage.origin)
        assert passage.origin[0] > end
        for c, at in zip(passage.text, passage.origin, strict=False):
            # A line end within a paragraph, and a <br>, are shown as a space.
            assert source[at] == c or (c == " " and source[at] in "\r\n<\u3000 ")
        end = passage.origin[-2]


@pytest.mark.parametrize(
    "piece", ["<!--", "*a ", "[a", "`a``b", "[a](b", "![", "<a ", "&a", "(", "- ", "_ ", "[a](((", "** ", "|a"]
)
def test_hostile_repetition_takes_linear_time(piece: str) -> None:
    start = time.process_time()
    paragraphs(piece * 20_000)
    assert time.process_time() - start < 2
