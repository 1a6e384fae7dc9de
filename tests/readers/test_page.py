"""What a page shows, with offsets."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.readers.page import letters_of, visible


def shown(source: str) -> list[str]:
    page, _ = visible(source)
    return [page.passage(*block).text for block in page.blocks()]


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("<p>One</p><p>Two <b>bold</b></p>tail", ["One", "Two bold", "tail"]),
        ("<div>a<br>b<br/>c</div>", ["a", "b", "c"]),
        (
            "<body><script>var x = '<p>no</p>';</script><style>p{}</style><noscript><p>no</p></noscript><p>yes</p>",
            ["yes"],
        ),
        ("<template><div><template>x</template>y</div></template>z<svg><title>t</title></svg>", ["z"]),
        ("<head><title>T</title><meta charset=x></head><body>B</body>", ["B"]),
        ("<title>T</title><p>B", ["B"]),
        ("<p>A<!-- <p>no</p> -->B</p>", ["AB"]),
        ("<p>多行\n  中文，\n  与 English\n  words</p>", ["多行中文，与 English words"]),
        ("<p>a&nbsp;&nbsp;b\u3000c  d</p>", ["a\xa0b\u3000c d"]),
        ("<pre>one\ntwo</pre>", ["one", "two"]),
        (
            "<p>AT&amp;T &copy 2024 &nosuch; R&D &#20013;&#x6587;&ldquo;q&rdquo;</p>",
            ["AT&T © 2024 &nosuch; R&D 中文“q”"],
        ),
        ("<p>inter\u00adna&shy;tional&#8203;</p>", ["international"]),
        ("<![if !IE]><p>shown</p><![endif]>", ["shown"]),
        ("<p>3 < 4 and a & b", ["3 < 4 and a & b"]),
        ("", []),
    ],
)
def test_blocks_are_what_a_browser_shows_on_lines_of_their_own(source: str, blocks: list[str]) -> None:
    assert shown(source) == blocks


def test_the_title_is_kept_apart() -> None:
    page, head = visible("<html><head><title>\nA &amp; B</title></head><body><p>C</p>")
    assert (head.letters, page.letters) == ("A&B", "C")
    assert head.passage(0, 3).text == "A & B"


TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<br>",
        "<div class='x'>",
        "</div>",
        "<!-- c -->",
        "<script>x<p></script>",
        '<a href="a>b">',
        "\n",
        "<![CDATA[x]]>",
        "<!x",
        "</",
        "<",
    ]
)
REFERENCES = st.sampled_from(
    ["&amp;", "&lt;", "&copy", "&nbsp;", "&#20013;", "&#x4e2d;", "&bogus;", "&", "&#", "&copyright"]
)
WORDS = st.text(alphabet="ab 中。\u3000\r\n\t", min_size=1, max_size=5)


@given(st.lists(st.one_of(TAGS, WORDS, REFERENCES), max_size=25).map("".join))
def test_every_character_shown_is_the_original_one_or_its_reference(source: str) -> None:
    page, _ = visible(source)
    for start, end in page.blocks():
        passage = page.passage(start, end)
        assert not isinstance(passage.origin, int)
        assert list(passage.origin) == sorted(passage.origin)
        assert letters_of(passage.text) == page.letters[start:end]
        for c, at in zip(passage.text, passage.origin, strict=False):
            if not c.isspace():
                assert source[at] == c or (source[at] == "&" and c in html.unescape(source[at : at + 12]))
