"""Names with a word put for another are seen; right ones in their variety, and other bodies' names, are left alone."""

from __future__ import annotations

import pytest

from tqcheck import lang
from tqcheck.evidence.near_names import find_near
from tqcheck.evidence.terms import find_terms
from tqcheck.knowledge import Entry, Glossary

ZH = lang.get("zh")


def entry(term: str, *renderings: str, kind: str = "organisation") -> Entry:
    return Entry(term, renderings, kind=kind, lang="zh")


GLOSSARY = Glossary(
    [
        entry("海洋保护组织", "Marine Protection Organization", "MPO"),
        entry("国家渔业委员会", "National Fisheries Commission", kind="body"),
        entry("渔业部", "Ministry of Fisheries", kind="body"),
        entry("世界港口贸易协会", "World Port Trade Association", "World Port Trading Society"),
        entry("河西晚报", "Hexi Evening News", kind="outlet"),
        entry("山河重工", "Shanhe Heavy Industry", kind="company"),
        entry("教科文署", "Agency for Educational, Scientific and Cultural Affairs"),
        entry("港口协会", "Port Trade Association"),
    ]
)


def near(source: str, target: str) -> list[str]:
    terms = find_terms(source, target, ZH, GLOSSARY)
    return [one.target.of(target) for one in find_near(target, ZH, terms)]


@pytest.mark.parametrize(
    ("source", "target", "wrong"),
    [
        ("海洋保护组织开会。", "The Marine Conservation Organization met.", "Marine Conservation Organization"),
        ("海洋保护组织开会。", "The Maritime Protection Organization met.", "Maritime Protection Organization"),
        ("国家渔业委员会开会。", "The National Fisheries Committee met.", "National Fisheries Committee"),
        ("国家渔业委员会开会。", "The National Committee for Fisheries met.", "National Committee for Fisheries"),
        ("渔业部发布通知。", "The Council of Fisheries issued a notice.", "Council of Fisheries"),
        ("河西晚报记者报道。", "A Hexian Evening News reporter said so.", "Hexian Evening News"),
        ("港口协会开会。", "The Port Trading Association met.", "Port Trading Association"),
        (
            "教科文署成立。",
            "The Agency for Education, Science and Culture Affairs was set up.",
            "Agency for Education, Science and Culture Affairs",
        ),
    ],
)
def test_a_name_with_a_word_changed_is_found(source: str, target: str, wrong: str) -> None:
    assert near(source, target) == [wrong]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("海洋保护组织开会。", "The Marine Protection Organization met."),
        ("海洋保护组织开会。", "The Organization of Marine Protection met."),
        ("国家渔业委员会开会。", "The State Fisheries Commission met."),
        ("国家渔业委员会开会。", "China's Fisheries Commission met."),
        ("渔业部发布通知。", "The Fisheries Ministry issued a notice."),
        ("渔业部长发言。", "Fisheries Minister Lopez spoke."),
        ("世界港口贸易协会开会。", "The World Port Trading Society met."),
        ("山河重工与另一家公司签约。", "Tieshan Heavy Industry signed with another firm."),
        ("海洋保护组织开会。", "The group met in Marine Park."),
        ("会议召开。", "The Marine Conservation Organization met."),
    ],
)
def test_right_names_short_forms_and_names_of_others_are_left_alone(source: str, target: str) -> None:
    assert near(source, target) == []


def test_a_part_of_a_longer_name_is_no_name_by_itself() -> None:
    source = "海洋保护组织开会。"
    assert near(source, "The Marine Conservation Organization Press met.") == []


def test_two_names_joined_by_and_are_not_one() -> None:
    target = "The Port Committee and the Fisheries Committee met."
    assert near("国家渔业委员会开会。", target) == ["Fisheries Committee"]
