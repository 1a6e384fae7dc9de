from __future__ import annotations

import pytest

from tqcheck import lang
from tqcheck.lang.zh.persons import find_persons, named, romanisations, spelling, split_name
from tqcheck.model.text import Span


def names(text: str, certain: bool = False) -> list[str]:
    found = find_persons(text)
    assert all(person.span.of(text) == person.name for person in found)
    return [person.name for person in found if person.certain or not certain]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("记者覃远舟从现场发回报道。", ["覃远舟"]),
        ("村民韦秀兰告诉记者，水退了。", ["韦秀兰"]),
        ("市长周海涛表示，大桥将如期通车。", ["周海涛"]),
        ("外交部发言人毛宁说，中方对此表示欢迎。", ["毛宁"]),
        ("教授欧阳明远介绍了这项研究。", ["欧阳明远"]),
        ("局长司马青云主持会议。", ["司马青云"]),
    ],
)
def test_a_name_after_a_title_is_found_and_certain(text, expected):
    assert names(text, certain=True) == expected


def test_names_in_an_enumeration_are_all_found():
    text = "副主席李国梁、赵文博、蔡晓峰等出席会议。"
    assert names(text) == ["李国梁", "赵文博", "蔡晓峰"]


def test_names_are_given_in_order_and_none_overlap():
    found = find_persons("记者王建华、通讯员刘思远报道，县长陈志强到场指挥，村民张秀英已获救。")
    assert [person.name for person in found] == ["王建华", "刘思远", "陈志强", "张秀英"]
    assert all(a.span.end <= b.span.start for a, b in zip(found, found[1:], strict=False))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "大桥周一通车。",
        "长江水位上涨，黄河流域降雨。",
        "高速公路和铁路都已恢复。",
        "白天气温较高，夜间有雨。",
        "马上组织群众转移，安全第一。",
        "石油和天然气价格上涨。",
        "12月3日，气温降至零下8摄氏度。",
        "White House, NATO, G20",
    ],
)
def test_words_that_begin_with_a_surname_are_no_persons(text):
    assert names(text) == []


def test_a_name_in_traditional_characters_is_found_at_its_place():
    text = "記者劉國強從現場報導。"
    (person,) = lang.get("zh-Hant").persons(text)
    assert person.span.of(text) == "劉國強"
    assert person.spelling == "Liu Guoqiang"


# Spellings, as they are in use


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("毛宁", "Mao Ning"),
        ("周海涛", "Zhou Haitao"),
        ("欧阳明远", "Ouyang Mingyuan"),
        ("诸葛亮", "Zhuge Liang"),
        ("吕建国", "Lu Jianguo"),
        ("单田芳", "Shan Tianfang"),
        ("曾国藩", "Zeng Guofan"),
        ("仇英", "Qiu Ying"),
        ("覃远舟", "Qin Yuanzhou"),
    ],
)
def test_a_name_is_written_surname_first_in_pinyin(name, expected):
    assert spelling(name) == expected


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("毛泽东", "mao zedong"),
        ("毛泽东", "mao tsetung"),
        ("邓小平", "teng hsiaoping"),
        ("周恩来", "chou enlai"),
        ("梅海涛", "mei haitao"),
        ("许世友", "hsu shihyu"),
        ("张国荣", "chang kuojung"),
        ("单田芳", "shan tianfang"),
        ("解晓东", "xie xiaodong"),
        ("任重", "ren zhong"),
        ("任重", "ren chong"),
        ("吕秀莲", "lu xiulian"),
        ("吕秀莲", "lyu xiulian"),
        ("查良镛", "zha liangyong"),
    ],
)
def test_every_spelling_in_use_is_known(name, form):
    assert form in romanisations(name)


def test_no_other_name_is_among_the_spellings():
    assert "mao zemin" not in romanisations("毛泽东")
    assert "xiaoping deng" not in romanisations("邓小平")
    assert "chou enlei" not in romanisations("周恩来")
    assert "ning cat" not in romanisations("宁毛")


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("毛宁", ("毛", "宁")),
        ("周海涛", ("周", "海涛")),
        ("欧阳修", ("欧阳", "修")),
        ("欧阳明远", ("欧阳", "明远")),
        ("欧阳", ("欧", "阳")),
    ],
)
def test_a_surname_of_two_characters_is_told_from_a_given_name(name, parts):
    assert split_name(name) == parts


def test_each_character_has_its_readings():
    person = named("任重远", Span(0, 3), "任重远")
    assert person is not None
    assert [set(r) >= s for r, s in zip(person.readings, ({"ren"}, {"zhong", "chong"}, {"yuan"}), strict=True)] == [
        True
    ] * 3


@pytest.mark.parametrize("name", ["史密斯先生", "Zhou", "河", "", "周海涛Jr", "的士"])
def test_what_has_not_the_form_of_a_chinese_name_is_no_person(name):
    assert named(name, Span(0, len(name)), name) is None


def test_where_the_end_of_a_name_is_not_sure_the_longer_and_the_shorter_name_count_too():
    long = named("周海涛", Span(0, 3), "周海涛率队")
    short = named("毛宁", Span(0, 2), "毛宁静")
    assert long is not None and short is not None
    assert "zhou hai" in long.also and "zhou hai" not in long.romanised
    assert "mao ningjing" in short.also and "mao ningjing" not in short.romanised
