"""What a rendering leaves out: clauses, the end, quotations, items."""

from __future__ import annotations

import pytest

from tqcheck import lang
from tqcheck.evidence.lists import dropped
from tqcheck.evidence.omissions import cut_short, omitted, quotations_lost

ZH, EN = lang.get("zh"), lang.get("en")
SOURCE = "跨河大桥周一上午正式通车，当地政府还计划明年修建一座水库和两条公路。"
HALF = "The bridge over the river was opened to traffic on Monday morning"
WHOLE = f"{HALF}, and the local government plans to build a reservoir and two roads next year."
CLAUSE = "当地政府还计划明年修建一座水库和两条公路。"


def test_a_clause_that_nothing_renders_is_omitted():
    assert [span.of(SOURCE) for span in omitted(SOURCE, f"{HALF}.", ZH, EN)] == [CLAUSE]


@pytest.mark.parametrize(
    "target",
    [
        WHOLE,
        # As many words that render nothing of the source: the clause may be told in others.
        f"{HALF}, and officials now hope that funding arrives soon for another dam plus several highways elsewhere.",
        "Completely different words about apples, chairs and music.",
        "",
    ],
)
def test_a_clause_that_may_be_rendered_is_not(target: str):
    assert list(omitted(SOURCE, target, ZH, EN)) == []


def test_an_end_is_cut_off_only_where_the_rendering_does_not_end():
    span = cut_short(SOURCE, f"{HALF} and the", ZH, EN)
    assert span is not None and span.of(SOURCE) == CLAUSE
    assert cut_short(SOURCE, f"{HALF}.", ZH, EN) is None
    assert cut_short(SOURCE, WHOLE.rstrip("."), ZH, EN) is None
    assert cut_short(SOURCE.rstrip("。"), f"{HALF} and the", ZH, EN) is None


def test_a_quotation_is_lost_where_neither_its_marks_nor_its_words_are_there():
    source = "市长周一上午视察水库并会见农民，他说“我们明年修建两条公路和一所医院”。"
    short = "The mayor inspected the reservoir and met farmers on Monday morning"
    assert [s.of(source) for s in quotations_lost(source, f"{short}.", ZH, EN)] == ["“我们明年修建两条公路和一所医院”"]
    assert list(quotations_lost(source, f"{short}, and promised two roads and a hospital.", ZH, EN)) == []
    assert list(quotations_lost("市长视察“水库”。", "The mayor visited it on Monday.", ZH, EN)) == []


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("They grow apples, grapes and wheat.", ["棉花"]),
        ("They grow apples, cotton, grapes and wheat.", []),
        # A part of the list is left over: it may be the item in other words.
        ("They grow apples, fibre crops, grapes and wheat.", []),
        ("They grow apples and many other things.", []),
        ("", []),
    ],
)
def test_an_item_between_two_others_is_dropped_where_the_list_has_no_room_for_it(target: str, expected: list[str]):
    source = "他们种植苹果、棉花、葡萄和小麦。"
    assert [found.item.of(source) for found in dropped(source, target, ZH, EN)] == expected
