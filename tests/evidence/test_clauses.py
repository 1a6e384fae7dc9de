"""Clauses of a sentence, and which renders which."""

from __future__ import annotations

from tqcheck import lang
from tqcheck.evidence.clauses import clauses, split

ZH, EN = lang.get("zh"), lang.get("en")
SOURCE = "大桥周一通车，火车站正在重建，农民在田里收割水稻。"
TARGET = "Farmers harvested rice in the fields, the bridge opened on Monday and the railway station, 3,500 metres away."


def test_clauses_end_at_punctuation_but_not_within_figures():
    assert [span.of(TARGET) for span in split(TARGET, EN)] == [
        "Farmers harvested rice in the fields",
        "the bridge opened on Monday and the railway station",
        "3,500 metres away.",
    ]


def test_clauses_begin_at_words_that_begin_one():
    text = "He stayed because the road was closed (by snow)"
    assert [span.of(text) for span in split(text, EN)] == ["He stayed", "because the road was closed", "by snow"]


def test_a_clause_is_found_again_wherever_it_stands():
    sides = clauses(SOURCE, TARGET, ZH, EN)
    assert sides.rendering(0) == 1
    assert sides.rendering(2) == 0
    assert sides.rendered(0) == 2


def test_a_clause_that_shares_nothing_has_no_rendering():
    sides = clauses("大桥周一通车，他很高兴。", "The bridge opened on Monday, prices fell.", ZH, EN)
    assert sides.rendering(1) is None
    assert clauses("", "", ZH, EN).source == []
