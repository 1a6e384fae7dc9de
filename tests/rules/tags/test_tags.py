"""Tags and placeholders of units: what is told of them, where, and what is left alone."""

from __future__ import annotations

import pytest

from tqcheck.model.finding import Finding, Side
from tqcheck.rules.base import Example
from tqcheck.rules.registry import select


@pytest.fixture
def told(findings):
    """What the rules of tags find in the content of a source and a target, as code, side and words."""

    def run(source: str, target: str) -> list[tuple[str, str, str]]:
        found: tuple[Finding, ...] = findings(Example(target, source=source, format="xliff"), select(["TAG"]))
        return [(f.rule, f.primary.side.value, f.primary.text) for f in found]

    return run


def pair(number: int, words: str) -> str:
    return f'<bpt id="{number}">&lt;b></bpt>{words}<ept id="{number}">&lt;/b></ept>'


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (f"{pair(1, '甲')}{pair(2, '乙')}", f"{pair(2, 'B')} {pair(1, 'A')}"),
        (pair(1, f"甲{pair(2, '乙')}"), f"{pair(1, 'A')} {pair(2, 'B')}"),
        ('甲<ept id="1"/>乙', 'A<ept id="1"/> B'),
        ('<bpt id="1"/><bpt id="2"/>甲<ept id="1"/>乙<ept id="2"/>', '<bpt id="1"/><bpt id="2"/>A<ept id="1"/>B<ept id="2"/>'),
        ("甲<mrk mtype='term'>乙</mrk>", "A B"),
        ("甲<x id='1'/><x id='1'/>", "<x id='1'/>A<x id='1'/>"),
    ],
)  # fmt: skip
def test_whole_pairs_in_another_order_are_fine(told, source: str, target: str) -> None:
    assert told(source, target) == []


def test_a_pair_that_is_missing_is_told_once(told) -> None:
    assert told(f"甲{pair(1, '乙')}", "A B") == [("TAG001", "source", '<bpt id="1">&lt;b></bpt>')]


def test_half_a_pair_is_told_as_the_end_that_is_missing(told) -> None:
    assert told(f"甲{pair(1, '乙')}", 'A <bpt id="1">&lt;b></bpt>B') == [
        ("TAG001", "source", '<ept id="1">&lt;/b></ept>')
    ]


def test_a_tag_once_too_often_is_told_at_its_second_place(told, findings) -> None:
    example = Example('A <x id="1"/>B<x id="1"/>', source='甲<x id="1"/>乙', format="xliff")
    (finding,) = findings(example, select(["TAG"]))
    assert finding.rule == "TAG002"
    assert finding.primary.excerpt.text == 'A B<x id="1"/>'
    assert finding.primary.excerpt.span.of(finding.primary.excerpt.text) == '<x id="1"/>'


def test_another_number_is_one_missing_and_one_added(told) -> None:
    assert [code for code, *_ in told('甲<g id="1">乙</g>', 'A <g id="2">B</g>')] == ["TAG002", "TAG001"]


def test_pairs_that_cross_are_told_where_the_outer_one_closes(told) -> None:
    source = pair(1, f"甲{pair(2, '乙')}")
    target = '<bpt id="1"/>A<bpt id="2"/>B<ept id="1"/>C<ept id="2"/>'
    assert told(source, target) == [("TAG003", "target", '<ept id="1"/>')]


def test_a_unit_without_a_translation_is_not_told_of_its_tags(told) -> None:
    assert told('甲<g id="1">乙</g>%s', "") == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("%s 的 %s", "%s of %s"),
        ("%1$s 的 %2$s", "%2$s of %1$s"),
        ("%s有%s", "%2$s in %1$s"),
        ("{a} 和 {b}", "{b} and {a}"),
        ("{{ name }} ${x}", "${x} {{name}}"),
        ("增长 5% 左右", "up 5% so far, 100%sure and 7 %d'accord"[:18]),
        ("http://x.cn/%e4%bd%a0", "http://x.cn/%e4%bd"),
    ],
)
def test_placeholders_that_are_all_there_are_fine(told, source: str, target: str) -> None:
    assert told(source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("共%(n)d条", "%(m)d in all", [("target", "%(m)d")]),
        ("共{n}条", "all of them", [("source", "{n}")]),
        ("共一条", "{n} in all", [("target", "{n}")]),
        ("%s有%d个", "%d in %s", [("target", "%d")]),
        ("{{x}}年", "year {x}", [("target", "{x}")]),
        ("%d%%", "%s%%", [("target", "%s")]),
    ],
)
def test_a_placeholder_that_one_side_lacks_is_told(told, source: str, target: str, expected) -> None:
    assert told(source, target) == [("TAG004", *item) for item in expected]


def test_the_suggestion_is_the_sources_own(findings) -> None:
    example = Example("Hello {nom}", source="你好{name}", format="xliff")
    (finding,) = findings(example, select(["TAG004"]))
    assert finding.suggestion == "{name}"
    assert [(place.side, place.text) for place in finding.locations[1:]] == [(Side.SOURCE, "{name}")]


def test_plain_texts_are_never_searched(findings) -> None:
    assert findings(Example("It has %s and {x}.", source="它有{name}。"), select(["TAG"])) == ()
