from __future__ import annotations

import pytest

from tqcheck import lang
from tqcheck.evidence.terms import accepted_spans, find_terms
from tqcheck.evidence.verdict import Verdict
from tqcheck.knowledge import Entry, Glossary, Literal
from tqcheck.lang.words import words

ZH = lang.get("zh")
WATER = Entry(
    "水利部",
    ("Ministry of Water Resources", "water ministry"),
    (Literal("Water Conservancy Department"), Literal("Water Department", alone=False)),
    "body",
    lang="zh",
)
PUNCH = Entry("组合拳", ("package of measures",), (Literal("combination of measures", False),), "phrase", lang="zh")
GLOSSARY = Glossary([WATER, PUNCH])


def verdict(source: str, target: str) -> Verdict:
    (use,) = find_terms(source, target, ZH, GLOSSARY)
    return use.verdict


@pytest.mark.parametrize(
    "target",
    [
        "The Ministry of Water Resources issued an alert.",
        "China's water ministry issued an alert.",
        "MINISTRY OF WATER RESOURCES ISSUES ALERT",
        "The Ministries of Water Resources of both countries met.",
    ],
)
def test_a_term_in_an_accepted_rendering_is_found(target):
    assert verdict("水利部发布预警。", target) is Verdict.FOUND


def test_the_rendering_is_pointed_at():
    target = "On Monday the Ministry of Water Resources issued an alert."
    (use,) = find_terms("周一，水利部发布预警。", target, ZH, GLOSSARY)
    assert use.target is not None
    assert use.target.of(target) == "Ministry of Water Resources"
    assert [span.of("周一，水利部发布预警。") for span in use.sources] == ["水利部"]


@pytest.mark.parametrize("literal", ["Water Conservancy Department", "Water Department"])
def test_a_literal_rendering_where_the_source_has_the_term_contradicts(literal):
    target = f"The {literal} issued an alert."
    (use,) = find_terms("水利部发布预警。", target, ZH, GLOSSARY)
    assert use.verdict is Verdict.CONTRADICTED
    assert use.target is not None and use.target.of(target) == literal
    assert use.literal is not None and use.literal.text == literal


@pytest.mark.parametrize(
    "target", ["", "It issued an alert.", "The authorities issued an alert.", "The water department shut."]
)
def test_a_term_that_is_rendered_in_no_known_way_is_unknown(target):
    assert verdict("水利部发布预警。", target) is Verdict.UNKNOWN


def test_a_literal_form_is_no_matter_where_accepted_forms_account_for_every_use():
    target = "The Ministry of Water Resources, unlike the county's Water Department, issued an alert."
    assert verdict("水利部发布预警。", target) is Verdict.FOUND


def test_a_literal_form_contradicts_where_the_term_is_used_oftener_than_it_is_rightly_rendered():
    source = "水利部发布预警。水利部要求各地值守。"
    target = "The Ministry of Water Resources issued an alert. The Water Department asked all to stand by."
    assert verdict(source, target) is Verdict.CONTRADICTED


def test_a_literal_form_within_an_accepted_one_is_not_counted():
    glossary = Glossary(
        [
            Entry(
                "组合拳",
                ("a winning combination of measures",),
                (Literal("combination of measures", False),),
                "phrase",
                lang="zh",
            )
        ]
    )
    (use,) = find_terms("打好组合拳。", "They took a winning combination of measures.", ZH, glossary)
    assert use.verdict is Verdict.FOUND


def test_a_source_without_terms_has_no_uses():
    assert find_terms("大桥通车。", "The Water Department opened the bridge.", ZH, GLOSSARY) == ()


def test_each_term_is_one_use_with_all_its_places():
    source = "水利部打出组合拳，水利部表示将继续。"
    uses = find_terms(source, "The water ministry took a package of measures.", ZH, GLOSSARY)
    assert {use.entry.term: len(use.sources) for use in uses} == {"水利部": 2, "组合拳": 1}


@pytest.mark.parametrize("source", ["外交部發言人", "外交部发言人"])
def test_a_source_in_either_script_has_the_term_at_its_own_place(source):
    glossary = Glossary([Entry("发言人", ("spokesperson",), kind="office", lang="zh")])
    (use,) = find_terms(source, "The spokesperson", ZH, glossary)
    assert use.sources[0].of(source) == source[3:]
    assert use.verdict is Verdict.FOUND


def test_accepted_spans_are_in_order_and_none_lies_within_another():
    entry = Entry("人大", ("National People's Congress", "People's Congress"), kind="body")
    text = "The People's Congress and the National People's Congress"
    assert [span.of(text) for span in accepted_spans(entry, words(text))] == [
        "People's Congress",
        "National People's Congress",
    ]
