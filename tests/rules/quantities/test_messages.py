"""What the rules about numbers tell the reader."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from tqcheck import lang
from tqcheck.evidence.unit import Context, Pair
from tqcheck.knowledge.glossary import Glossary
from tqcheck.model.alignment import Bead
from tqcheck.model.finding import Side
from tqcheck.model.text import Passage
from tqcheck.rules.base import Hit, Scope
from tqcheck.rules.registry import select


def only(source: str, target: str, offset: int = 0) -> Hit:
    context = Context(lang.get("en"), lang.get("zh"), Glossary(()))
    pair = Pair(context, Bead((0,), (0,)), Passage(source, offset), Passage(target, offset))
    reading = SimpleNamespace(pairs=(pair,), moved=frozenset())
    units = {Scope.PAIR: pair, Scope.ARTICLE: reading}
    rules = [rule for rule in select(["QTY"]) if rule.scope in units]
    (hit,) = [hit for rule in rules for hit in rule.check(units[rule.scope])]
    return hit


@pytest.mark.parametrize(
    ("source", "target", "message", "suggestion"),
    [
        ("该基金持有1.2亿元。", "The fund holds 12 million yuan.",
         '"12 million" where the source says 1.2亿元 (120 million yuan): ten times too small', "120 million"),
        ("自5月30日起施行。", "It takes effect on May 13.",
         '"May 13" where the source says 5月30日 (30 May): another day', "May 30"),
        ("公路长50公里。", "The road is 50 miles long.",
         '"50 miles" where the source says 50公里 (50 km): another unit', "km"),
        ("该厂有3403名工人。", "The plant has 34,03 workers.", '"34,03" is not a well-formed figure', "3403"),
        ("该厂有2000名工人。", "The plant has 2.000 workers.", '"2.000" is wrongly grouped where the source says 2000', "2000"),
        ("该厂招收了工人。", "The plant hired 250 workers.", '"250": the source has no such number', None),
        ("招收了250名工人。", "The plant hired workers.", "250 is not in the rendering", "250"),
    ],
)  # fmt: skip
def test_messages_give_both_values(source: str, target: str, message: str, suggestion: str | None) -> None:
    hit = only(source, target)
    assert (hit.message, hit.suggestion) == (message, suggestion)


def test_spans_and_the_source_phrase_lead_back_to_the_documents() -> None:
    source, target = "该基金持有1.2亿元。", "The fund holds 12 million yuan."
    hit = only(source, target, offset=100)
    assert (hit.span.start, hit.span.end) == (115, 125)
    (place,) = hit.related
    assert place.side is Side.SOURCE and (place.span.start, place.span.end) == (105, 110)
    assert {evidence.kind for evidence in hit.evidence} == {"source", "values"}


def test_an_omitted_number_is_shown_in_the_source() -> None:
    assert only("招收了250名工人。", "The plant hired workers.").side is Side.SOURCE
