"""Words rendered by their opposite."""

from __future__ import annotations

import pytest

from tqcheck import lang
from tqcheck.evidence.opposites import opposites

ZH, EN = lang.get("zh"), lang.get("en")


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("大米价格上周上涨。", "The price of rice fell last week.", ["fell"]),
        ("大米价格上周上涨。", "The price of rice rose last week.", []),
        ("大米价格上周上涨。", "The price of rice did not fall last week.", []),
        ("大米价格上周上涨，煤炭价格下跌。", "The price of rice fell last week, that of coal rose.", []),
        ("大米价格上周停止上涨。", "The price of rice fell last week.", []),
        ("煤炭进口上周恢复。", "Coal exports resumed last week.", ["exports"]),
        ("该国北部下了大雨。", "Heavy rain fell in the south of the country.", ["south"]),
        ("公司拒绝这一建议。", "The company accepted the proposal.", ["accepted"]),
        ("公司出售这座工厂。", "The company bought the factory.", ["bought"]),
        ("他父亲是医生。", "His mother is a doctor.", ["mother"]),
        ("这并不难。", "This is not hard.", []),
        ("回答这个问题不难。", "The question is hard to answer.", ["hard to"]),
        # Another word of the source is glossed by it.
        ("北部下雨，越南无雨。", "It rained in the north, not in South Vietnam.", []),
        ("", "", []),
    ],
)
def test_a_word_that_says_the_opposite_is_found(source: str, target: str, expected: list[str]):
    assert [found.target.of(target) for found in opposites(source, target, ZH, EN)] == expected


def test_both_languages_call_the_matters_by_the_same_names():
    from tqcheck.lang.en_antonyms import ANTONYMS as ENGLISH
    from tqcheck.lang.zh.antonyms import ANTONYMS as CHINESE

    def matters(table) -> set[str]:
        listed = [*table.words.values(), *table.stems.values(), *(ends for _, ends in table.phrases)]
        return {matter for ends in listed for matter, _, _ in ends}

    assert matters(CHINESE) == matters(ENGLISH)
