"""A negation lost or added, across languages."""

from __future__ import annotations

import pytest

from tqcheck import lang
from tqcheck.evidence.polarity import clause_at, sentence_pairs, with_verb
from tqcheck.evidence.unit import Context, Pair
from tqcheck.knowledge.glossary import Glossary
from tqcheck.model.alignment import Bead
from tqcheck.model.text import Passage, Span
from tqcheck.rules.registry import select

RULES = select(["POL"])


def hits(source_lang: str, source: str, target: str) -> list[tuple[str, str]]:
    context = Context(lang.get("en"), lang.get(source_lang), Glossary(()))
    pair = Pair(context, Bead((0,), (0,)), Passage(source, 0), Passage(target, 0))
    return [(rule.code, hit.span.of(target)) for rule in RULES for hit in rule.check(pair)]


@pytest.mark.parametrize(
    ("source_lang", "source", "target", "expected"),
    [
        ("zh", "这家店不卖水果。", "The shop sells fruit.", "POL001"),
        ("zh", "这家店卖水果。", "The shop does not sell fruit.", "POL002"),
        ("zh", "孩子们没有受伤。", "The children were hurt.", "POL001"),
        ("zh", "孩子们没有受伤。", "The children were unhurt.", ""),
        ("zh", "他中午才到。", "He did not arrive until noon.", ""),
        ("zh", "是不是他？", "Is it him?", ""),
        ("zh", "产量不断上升。", "Output keeps rising.", ""),
        ("zh", "未来三天有雨。", "It will not rain for three days.", "POL002"),
        ("de", "Das Haus steht am Fluss.", "The house does not stand by the river.", "POL002"),
        ("de", "Das Haus steht nicht am Fluss.", "The house stands by the river.", "POL001"),
        ("fr", "La maison est près de la gare.", "The house is not near the station.", "POL002"),
        ("es", "La casa no está cerca.", "The house is close.", "POL001"),
        ("it", "La casa è vicina.", "The house is not close.", "POL002"),
        ("ru", "Дом стоит у реки.", "The house does not stand by the river.", "POL002"),
        ("ja", "家は川の近くにある。", "The house is not near the river.", "POL002"),
        ("hi", "घर नदी के पास है।", "The house is not near the river.", "POL002"),
        # A clause among others that do negate.
        (
            "zh",
            "商店周一不开门，工厂没有雇用工人。",
            "The shop does not open on Monday, the factory hired workers.",
            "POL001",
        ),
        (
            "zh",
            "商店周一不开门，工厂没有雇用工人。",
            "The shop does not open on Monday, the factory hired no workers.",
            "",
        ),
        # A negation of a negation where the source negates once, and the other way round.
        ("zh", "司机没有受伤。", "The driver was not unhurt.", "POL002"),
        ("zh", "这与天气不无关系。", "This is unrelated to the weather.", "POL001"),
        ("zh", "这与天气不无关系。", "This is not unrelated to the weather.", ""),
        # `Not only` is no negation.
        ("zh", "这家店不仅卖水果。", "The shop does not sell fruit.", "POL002"),
        ("zh", "这家店不仅卖水果。", "The shop does not sell fruit alone.", ""),
        # A word that holds a negator by chance.
        ("zh", "这家店卖巨无霸汉堡。", "The shop sells Big Macs.", ""),
        # What is negated is not in the source: a free rendering.
        ("zh", "学生们努力学习数学和历史。", "The students spare no effort to learn mathematics and history.", ""),
        ("und", "Foo bar baz.", "The house is not near the river.", ""),
    ],
)
def test_polarity(source_lang: str, source: str, target: str, expected: str) -> None:
    assert [code for code, _ in hits(source_lang, source, target)] == ([expected] if expected else [])


def test_sentences_are_judged_one_by_one_where_both_sides_have_as_many() -> None:
    source, target = "他不来。她只来一次。", "He comes. She comes only once."
    assert hits("zh", source, target) == [("POL001", "He comes.")]
    assert len(sentence_pairs(source, target)) == 2
    assert sentence_pairs("他来。", target) == [(Span(0, 3), Span(0, len(target)))]


def test_the_clause_at_a_share_of_the_text_is_found() -> None:
    text = "When it rains, the road floods."
    assert clause_at(text, 0.1).of(text) == "When it rains"
    assert clause_at(text, 0.9).of(text) == "the road floods."
    assert clause_at("", 0.5) == Span(0, 0)


def test_a_negation_is_shown_with_its_verb() -> None:
    text = "It does not sell fruit."
    assert with_verb(text, Span(8, 11)).of(text) == "not sell"
