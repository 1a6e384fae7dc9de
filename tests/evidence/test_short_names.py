"""Countries called by one character, by what the document names in full."""

from __future__ import annotations

import pytest

from tqcheck import lang
from tqcheck.evidence.short_names import misresolved
from tqcheck.knowledge import Glossary, bundled
from tqcheck.knowledge.load import short_names

ZH = lang.get("zh")
GLOSSARY = Glossary(bundled("zh"))


def wrong(source: str, target: str, introduced: str) -> list[tuple[str, str]]:
    found = misresolved(source, target, introduced + source, ZH, GLOSSARY, short_names("zh"))
    return [(use.wrong.of(target), use.place) for use in found]


@pytest.mark.parametrize(
    ("source", "target", "introduced", "flagged"),
    [
        ("马方表示欢迎。", "The horse side welcomed it.", "马来西亚总理来访。", [("horse side", "马来西亚")]),
        ("马方表示欢迎。", "Ma Fang welcomed it.", "马来西亚总理来访。", [("Ma Fang", "马来西亚")]),
        ("马方表示欢迎。", "Mali welcomed it.", "马来西亚总理来访。", [("Mali", "马来西亚")]),
        ("马方表示欢迎。", "Malaysia welcomed it.", "马拉维外长来访。", [("Malaysia", "马拉维")]),
        (
            "乌方表示欢迎。",
            "The Ukrainian side welcomed it.",
            "乌兹别克斯坦总统来访。",
            [("Ukrainian", "乌兹别克斯坦")],
        ),
        ("土方表示欢迎。", "The earthwork welcomed it.", "土耳其总统来访。", [("earthwork", "土耳其")]),
        ("文方表示欢迎。", "The cultural side welcomed it.", "文莱苏丹来访。", [("cultural side", "文莱")]),
        ("新方表示欢迎。", "The new side welcomed it.", "新西兰总理来访。", [("new side", "新西兰")]),
        ("印尼方表示欢迎。", "The Indian side welcomed it.", "印度尼西亚总统来访。", [("Indian", "印尼")]),
        (
            "土叙地震后，救援继续。",
            "Rescue goes on after the Tuxu quake.",
            "土耳其和叙利亚发生地震。",
            [("Tuxu", "土耳其")],
        ),
        ("供澳食品安全。", "Food supplied to Australia is safe.", "澳门特区政府说。", [("Australia", "澳门")]),
    ],
)
def test_another_place_a_meaning_or_a_sound_is_wrong(
    source: str, target: str, introduced: str, flagged: list[tuple[str, str]]
):
    assert wrong(source, target, introduced) == flagged


def test_every_wrong_mention_is_given():
    found = wrong("马方期待中马关系发展。", "Mali looks to China-Mali ties.", "马来西亚总理来访。")
    assert [text for text, _ in found] == ["Mali", "Mali"]


def test_of_two_countries_side_by_side_one_is_not_named_twice():
    target = "Vietnam-Vietnam ties grow."
    assert wrong("越文关系发展。", target, "越南总理访问文莱。") == [("Vietnam-Vietnam", "文莱")]


def test_a_language_in_a_list_is_no_compass_point():
    source = "文件以中、英、法、西等语种发布。"
    assert wrong(source, "It is out in Chinese, English, French and Western.", "") == [("Western", "西班牙")]
    assert wrong(source, "It is out in Chinese, English, French and Spanish.", "") == []


@pytest.mark.parametrize(
    ("source", "target", "introduced"),
    [
        ("马方表示欢迎。", "The Malaysian side welcomed it.", "马来西亚总理来访。"),
        ("马方表示欢迎。", "Mali welcomed it.", "马来西亚和马里的部长来访。"),
        ("马方表示欢迎。", "Mali welcomed it.", "部长来访。"),
        ("印方表示欢迎。", "The Indian side welcomed it.", "印度总理来访。"),
        ("官方表示，东方的云散去。", "The authorities said the eastern clouds had gone.", "马来西亚总理来访。"),
        ("中方和新方会谈。", "The Chinese side and the other side held talks.", "新西兰总理来访。"),
    ],
)
def test_right_renderings_and_what_the_document_leaves_open_are_not_flagged(source: str, target: str, introduced: str):
    assert wrong(source, target, introduced) == []
