"""A weighed finding gives way to one that is known."""

from __future__ import annotations

from dataclasses import replace

from tqcheck.check import _precise
from tqcheck.model.finding import Excerpt, Finding, Location, Severity, Side
from tqcheck.model.text import Span
from tqcheck.rules.registry import select

RULES = select()


def _finding(rule: str, start: int, end: int, side: Side = Side.TARGET, confidence: float = 0.5) -> Finding:
    place = Location("a", side, Span(start, end), 1, 1, "", Excerpt("", Span(0, 0)))
    return Finding("a", "target", rule, "", Severity.MAJOR, confidence, "", (place,))


def test_what_is_weighed_gives_way_to_what_is_known_at_the_same_place() -> None:
    known, weighed = _finding("NAM001", 4, 10), _finding("ALT007", 8, 14, confidence=0.9)
    assert _precise([weighed, known], RULES) == [known]


def test_it_stands_elsewhere_and_beside_findings_on_the_source() -> None:
    known, weighed = _finding("NAM001", 4, 8), _finding("ALT007", 8, 14)
    assert set(_precise([known, weighed], RULES)) == {known, weighed}
    source = replace(known, locations=_finding("NAM002", 8, 14, Side.SOURCE).locations)
    assert set(_precise([source, weighed], RULES)) == {source, weighed}


def test_known_findings_do_not_displace_each_other() -> None:
    both = [_finding("NAM001", 4, 10), _finding("QTY001", 4, 10)]
    assert set(_precise(both, RULES)) == set(both)
