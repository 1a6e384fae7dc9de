"""Foreign names as their characters are read in Mandarin."""

from __future__ import annotations

import pytest

from tqcheck import lang
from tqcheck.evidence.abroad import ReadAtHome, read_at_home
from tqcheck.evidence.terms import find_terms
from tqcheck.knowledge import Glossary, bundled

ZH = lang.get("zh")
GLOSSARY = Glossary(bundled("zh"))


def read(source: str, target: str, background: str = "") -> tuple[ReadAtHome, ...]:
    persons = ZH.persons(source)
    apart = [person.span for person in persons if person.certain]
    terms = find_terms(source, target, ZH, GLOSSARY, apart)
    return tuple(read_at_home(source, target, ZH, persons, terms, background))


def texts(source: str, target: str, background: str = "") -> list[str]:
    return [use.target.of(target) for use in read(source, target, background)]


def test_a_place_that_is_named_after_a_foreign_country_is_not_read_in_mandarin():
    assert texts("越南兴安省修建桥梁。", "A bridge is built in Xing'an, Vietnam.") == ["Xing'an"]
    assert texts("俄罗斯海参崴举行音乐节。", "A festival is held in Haishenwai, Russia.") == ["Haishenwai"]


def test_the_country_may_stand_elsewhere_in_the_document():
    background = "来宾参观越南兴安省。\n兴安省修建桥梁。"
    assert texts("兴安省修建桥梁。", "A bridge is built in Xing'an.", background) == ["Xing'an"]
    assert texts("兴安省修建桥梁。", "A bridge is built in Xing'an.") == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("山东德州举行比赛。", "A race is held in Dezhou, Shandong."),
        ("内蒙古兴安盟种植水稻。", "Rice is grown in Xing'an League, Inner Mongolia."),
        ("越南兴安省修建桥梁。", "A bridge is built in Hung Yen, Vietnam."),
        ("意大利米兰市举行展览。", "A show is held in Milan, Italy."),
        ("印度总理莫迪发言。", "Indian Prime Minister Modi spoke."),
        ("马英九发言。", "Ma Ying-jeou spoke."),
    ],
)
def test_chinese_places_and_right_names_are_left_alone(source: str, target: str):
    assert texts(source, target) == []


def test_a_known_foreigner_is_not_spelt_as_a_chinese_name():
    (use,) = read("印度总理莫迪发言。", "Indian Prime Minister Mo Di spoke.")
    assert (use.name, use.spelling) == ("莫迪", "Narendra Modi")
    assert texts("越共中央总书记苏林会见来宾。", "General Secretary Su Lin met the guests.") == ["Su Lin"]


def test_a_transcribed_foreigner_is_not_spelt_in_pinyin_where_only_pinyin_has_the_letters():
    source = "柬埔寨省长迪赛哈说，道路已修好。"
    assert texts(source, "Governor Di Saiha of Cambodia said the road was mended.") == ["Di Saiha"]
    assert texts(source, "Governor Tea Seiha of Cambodia said the road was mended.") == []
