from __future__ import annotations

import pytest

from tqcheck import lang
from tqcheck.evidence.names import NameUse, find_names, free_capitals, spelled
from tqcheck.evidence.verdict import Verdict
from tqcheck.lang.words import words
from tqcheck.model.text import Span

ZH = lang.get("zh")


def uses(source: str, target: str, **kwargs) -> dict[str, NameUse]:
    return {use.person.name: use for use in find_names(target, ZH, ZH.persons(source), **kwargs)}


def verdict(source: str, target: str) -> Verdict:
    (use,) = uses(source, target).values()
    return use.verdict


@pytest.mark.parametrize(
    "target",
    [
        "County magistrate Zhou Haitao rushed to the dam.",
        "County magistrate Hai-tao Zhou rushed to the dam.",
        "County magistrate ZHOU HAITAO rushed to the dam.",
        "County magistrate Zhou Hai Tao rushed to the dam.",
        "County magistrate Chou Hai-t'ao rushed to the dam.",
        "The county magistrate, Zhou, rushed to the dam.",
    ],
)
def test_a_name_is_found_in_any_spelling_in_use(target):
    assert verdict("县长周海涛赶到大坝。", target) is Verdict.FOUND


@pytest.mark.parametrize(
    ("target", "wrong"),
    [
        ("County magistrate Zhou Seawave rushed to the dam.", "Zhou Seawave"),
        ("County magistrate Zhou Haitian rushed to the dam.", "Zhou Haitian"),
        ("County magistrate Week Haitao rushed to the dam.", "Week Haitao"),
    ],
)
def test_half_a_name_beside_something_else_contradicts_and_is_pointed_at(target, wrong):
    (use,) = uses("县长周海涛赶到大坝。", target).values()
    assert use.verdict is Verdict.CONTRADICTED
    assert use.target is not None and use.target.of(target) == wrong
    assert use.suggestion == "Zhou Haitao"


@pytest.mark.parametrize(
    "target",
    [
        "",
        "The county magistrate rushed to the dam.",
        "He rushed to the dam in the week.",
        "The County Magistrate Rushed to the Haitao Dam Project Monday",
    ],
)
def test_a_name_of_which_nothing_is_seen_is_unknown(target):
    assert verdict("县长周海涛赶到大坝。", target) is Verdict.UNKNOWN


def test_a_surname_before_a_title_or_in_a_bodys_name_is_no_wrong_name():
    source = "县长周海涛赶到大坝。"
    for target in ("Zhou County sent men.", "President Zhou spoke.", "Zhou Dynasty Bronze Museum reopened."):
        assert verdict(source, target) is not Verdict.CONTRADICTED


def test_a_name_said_rightly_as_often_as_the_source_says_it_is_never_contradicted():
    target = "Magistrate Zhou Haitao came with his brother Zhou Haibo."
    assert verdict("县长周海涛带着弟弟来了。", target) is Verdict.FOUND


def test_each_of_several_persons_has_a_verdict_of_their_own():
    found = uses(
        "记者王建华、刘思远报道，县长周海涛到场。", "Wang Jianhua and Liu Thinkfar report. The magistrate came."
    )
    assert found["王建华"].verdict is Verdict.FOUND
    assert found["刘思远"].verdict is Verdict.CONTRADICTED
    assert found["周海涛"].verdict is Verdict.UNKNOWN


def test_a_stretch_that_is_a_known_term_already_is_no_person():
    source = "县长周海涛赶到大坝。"
    assert uses(source, "Zhou Seawave came.", taken=[Span(2, 5)]) == {}


def test_a_rendering_of_a_known_term_does_not_fill_a_persons_slot():
    target = "Zhou Tiger Foods sent rice."
    assert uses("县长周海涛赶到大坝。", target, rendered=[Span(0, 14)])["周海涛"].verdict is Verdict.UNKNOWN


def test_a_person_known_beforehand_is_looked_for_without_a_title():
    person = ZH.person("周海涛", Span(0, 3), "周海涛又来了。")
    assert person is not None
    found = uses("周海涛又来了。", "Zhou Seawave came again.", known=[person])
    assert found["周海涛"].verdict is Verdict.CONTRADICTED


def test_a_language_that_names_no_persons_gives_none():
    assert find_names("Hans Miller came.", lang.get("is"), lang.get("is").persons("Der Landrat Hans Meier kam.")) == ()


def test_the_words_that_spell_a_name_are_told():
    person = ZH.person("周海涛", Span(0, 3))
    assert person is not None
    found = words("Then Zhou Haitao left; Zhou did not return; a zhou is a state.")
    assert [found[i].text for i in spelled(person, found)] == ["Zhou", "Haitao", "Zhou"]


def test_capitals_for_which_the_source_accounts_are_not_free():
    source, target = "县长周海涛赶到大坝。", "Yesterday Zhou Haitao met Tang Reed at the Ministry. He left."
    names = find_names(target, ZH, ZH.persons(source))
    ministry = target.index("Ministry")
    free = free_capitals(target, names, [Span(ministry, ministry + 8)], {})
    assert [word.text for word in free] == ["Tang", "Reed"]
