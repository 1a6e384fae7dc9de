"""Numbers that have changed places are told by the words that they stand with, and by nothing else."""

from __future__ import annotations

import pytest

from tqcheck import lang
from tqcheck.evidence.crossings import crossed
from tqcheck.evidence.quantities import compare_quantities


def places(source: str, target: str, source_lang: str = "zh") -> list[tuple[str, str]]:
    """What stands in the rendering and what should, as both texts write it."""
    here, there = lang.get(source_lang), lang.get("en")
    found = compare_quantities(source, target, here, there)
    crossings = crossed(found.matched, source, target, here, there)
    return [(c.target.span.of(target), c.source.span.of(source)) for c in crossings]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("男性占60%，女性占40%。", "Men made up 40% and women 60%.", [("40", "60"), ("60", "40")]),
        ("他1990年结婚，1995年离婚。", "He married in 1995 and divorced in 1990.", [("1995", "1990年"), ("1990", "1995年")]),
        ("税率由3%提高至5%。", "The tax rate was raised from 5% to 3%.", [("5", "3"), ("3", "5")]),
        ("北部降雨6至12毫米，南部降雨3至5毫米。", "Northern areas had 3 to 5 mm of rain and southern areas 6 to 12 mm.",
         [("3", "6"), ("5", "12"), ("6", "3"), ("12", "5")]),
        ("煤炭产量增长12%，钢铁产量增长14%，石油产量增长13%。",
         "Coal output grew 14%, steel output 13% and oil output 12%.",
         [("14", "12"), ("13", "14"), ("12", "13")]),
        ("甲班30人，老年人，每天喝2升水，孩子，每天喝1升水。",
         "Class A has 30 people; an elderly person drinks 1 litre of water a day, and a child drinks 2 litres a day.",
         [("1", "2"), ("2", "1")]),
        ("医院里有5名医生和9名护士。", "The hospital has 9 doctors and 5 nurses.", [("9", "5"), ("5", "9")]),
    ],
)  # fmt: skip
def test_numbers_beside_one_anothers_words_are_swapped(
    source: str, target: str, expected: list[tuple[str, str]]
) -> None:
    assert places(source, target) == expected


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("男性占60%，女性占40%。", "Women made up 40% and men 60%."),
        ("他1990年结婚，1995年离婚。", "He divorced in 1995, having married in 1990."),
        ("税率由3%提高至5%。", "The tax rate was raised to 5% from 3%."),
        ("浙江、云南分别划转国有资本158亿元、185亿元。", "Zhejiang and Yunnan transferred 15.8 billion yuan and 18.5 billion yuan."),
        ("全市有养殖场913个，建设了两条130万只的生产线。", "The city has 913 farms and two lines for 1.3 million head."),
        ("男性占50%，女性占50%。", "Women made up 50% and men 50%."),
        ("医院里有5名医生和9名护士。", "The hospital has 9 nurses and 5 doctors."),
    ],
)  # fmt: skip
def test_another_order_with_the_right_words_is_no_swap(source: str, target: str) -> None:
    assert places(source, target) == []


def test_a_swap_is_reported_once_with_the_word_that_shows_it() -> None:
    source, target = "男性占60%，女性占40%。", "Men made up 40% and women 60%."
    found = compare_quantities(source, target, lang.get("zh"), lang.get("en")).contradictions
    assert [c.target.span.of(target) for c in found] == ["40", "60"]
    assert '"women"' in found[1].note
