"""Findings made by the source say what the alternates have at their place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tqcheck.model.finding import Finding
from tqcheck.rules.base import Example, Rule
from tqcheck.rules.registry import select

Find = Callable[[Example, Sequence[Rule]], tuple[Finding, ...]]


def _said(findings: Find, rule: str, target: str, source: str, *alternates: str) -> list[str]:
    (found,) = findings(Example(target, source, alternates=alternates), select([rule]))
    return [one.text for one in found.evidence if one.kind == "alternates"]


def test_a_wrong_number_comes_with_theirs(findings: Find) -> None:
    source, target = "约有12.4万人受灾。", "About 12.4 million people were affected."
    right = "About 124,000 people were affected."
    assert _said(findings, "QTY001", target, source, right, right, target + " Yes") == ["2 of 3 alternates: 124,000"]
    assert _said(findings, "QTY001", target, source, right) == ["the alternate: 124,000"]
    assert _said(findings, "QTY001", target, source) == []


def test_it_is_said_too_where_they_have_the_same(findings: Find) -> None:
    source, target = "约有12.4万人受灾。", "About 12.4 million people were affected."
    same = "Some 12.4 million people were hit."
    assert _said(findings, "QTY001", target, source, same, same) == ["2 of 2 alternates have the same"]


def test_a_clause_of_the_source_comes_with_how_many_have_it(findings: Find) -> None:
    source = "跨河大桥周一上午正式通车，当地政府还计划明年修建一座水库和两条公路。"
    short = "The bridge over the river was opened to traffic on Monday morning."
    full = short[:-1] + ", and the local government plans to build a reservoir and two roads next year."
    assert _said(findings, "COV006", short, source, full, full, short + " Yes") == ["2 of 3 alternates have it"]
    assert _said(findings, "COV006", short, source, short + " Yes") == []


def test_a_rule_that_asked_them_itself_is_left_as_it_is(findings: Find) -> None:
    source, target = "工程师方亚丁也出席了会议。", "Also present was Fang Aden, an engineer."
    right = "Fang Yading, an engineer, was also present."
    assert _said(findings, "NAM003", target, source, right, right) == ["2 of 2 alternates: Fang Yading"]
