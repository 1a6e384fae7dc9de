"""Numbers and dates of a source and its rendering, compared by value."""

from __future__ import annotations

import time

from tqcheck import lang
from tqcheck.evidence.quantities import compare_quantities
from tqcheck.lang.quantity import Quantity


def compare(source: str, target: str, source_lang: str = "zh"):  # type: ignore[no-untyped-def]
    return compare_quantities(source, target, lang.get(source_lang), lang.get("en"))


def test_a_scale_slip_is_named() -> None:
    (found,) = compare("该基金持有1.2亿元。", "The fund holds 12 million yuan.").contradictions
    assert (found.difference, found.note) == ("scale", "ten times too small")


def test_spans_cover_the_number_in_each_text() -> None:
    source, target = "该基金持有1.2亿元。", "The fund holds 12 million yuan."
    (found,) = compare(source, target).contradictions
    assert found.source.span.of(source) == "1.2亿"
    assert found.target.span.of(target) == "12 million"


def test_the_field_of_a_date_that_differs_is_named() -> None:
    fields = {
        target: [c.difference for c in compare("法律自2019年5月30日起施行。", target).contradictions]
        for target in ("From May 30, 2018.", "From April 30, 2019.", "From May 3, 2019.")
    }
    assert list(fields.values()) == [["year"], ["month"], ["day"]]


def test_without_a_source_only_the_malformed_is_reported() -> None:
    found = compare("", "Some 34,03 people and 1,2,3 and 12 million came in 2019.")
    assert [q.low for q in found.malformed] == [3403]
    assert not found.contradictions and not found.added


def test_a_list_without_spaces_is_no_malformed_figure() -> None:
    found = compare("12、30、40号房间已满。", "Rooms 12,30,40 are full.")
    assert not found.malformed and not found.contradictions


def test_two_texts_that_share_nothing_are_left_alone() -> None:
    found = compare("招收了工人。", "It has 250 workers, 30 trucks and 12 sites.")
    assert not found.added


def test_a_day_said_for_today_is_not_added() -> None:
    assert not compare("当日，股市上涨。", "Stocks rose on the 27th.").added


def test_a_number_given_twice_is_found_once() -> None:
    assert not compare("共有250人。", "There were 250 people; the 250 came by bus.").added


def test_empty_texts_have_no_numbers() -> None:
    assert not compare("", "").target_quantities
    assert not compare("没有数字。", "No number here.").contradictions


def test_every_matched_number_agrees_in_value() -> None:
    found = compare("3人、50公里、20%和1.5亿元。", "Three people, 50 km, 20% and 150 million yuan.")
    values = [(s.low, t.low) for s, t in found.matched if isinstance(s, Quantity) and isinstance(t, Quantity)]
    assert sorted(values) == [(3, 3), (20, 20), (50, 50), (1.5e8, 1.5e8)]


def test_reading_and_comparing_takes_well_under_a_millisecond() -> None:
    source = (
        "记者从水利厅了解到，今年以来，全省向28条河流实施了生态补水，5月30日累计完成补水17.5亿立方米，惠及一百二十万人口。"
        * 2
    )
    target = (
        "This year the province has supplied water to 28 rivers; by May 30 it came to 1.75 billion cubic meters." * 2
    )
    compare(source, target)
    begin = time.process_time()
    for number in range(200):
        compare(f"{source}{number}", f"{target}{number}")
    assert (time.process_time() - begin) / 200 < 0.004
