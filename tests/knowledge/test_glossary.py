from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck import lang
from tqcheck.knowledge import Entry, Glossary, Literal
from tqcheck.lang.words import words


def entry(
    term: str, rendering: str = "x", *literals: str, kind: str = "body", required: bool = False, code: str = "zh"
):
    known = tuple(Literal(text.rstrip("*"), not text.endswith("*")) for text in literals)
    return Entry(term, (rendering,), known, kind, required=required, lang=code)


def found_terms(glossary: Glossary, text: str) -> list[str]:
    matches = glossary.terms(text)
    assert all(m.span.of(text) == m.entry.term for m in matches)
    return [m.entry.term for m in matches]


def found_literals(glossary: Glossary, text: str, alone: bool = True) -> list[str]:
    return [m.span.of(text) for m in glossary.literals(text, words(text), None if alone else list(glossary))]


# Terms in a source


def test_an_empty_glossary_finds_nothing():
    assert Glossary([]).terms("国务院周一开会。") == []
    assert found_literals(Glossary([]), "The State Institute met on Monday.") == []


def test_terms_are_found_in_order_with_their_places():
    glossary = Glossary([entry("外交部"), entry("新华社")])
    matches = glossary.terms("新华社记者在外交部，新华社说")
    assert [(m.span.start, m.span.end, m.entry.term) for m in matches] == [
        (0, 3, "新华社"),
        (6, 9, "外交部"),
        (10, 13, "新华社"),
    ]


def test_the_longest_of_several_terms_is_the_one_that_is_meant():
    glossary = Glossary([entry("国务院"), entry("国务院办公厅"), entry("办公厅")])
    assert found_terms(glossary, "国务院办公厅发文") == ["国务院办公厅"]
    assert found_terms(glossary, "国务院发文") == ["国务院"]


def test_a_term_that_begins_within_another_is_not_found():
    glossary = Glossary([entry("北京市"), entry("市政府")])
    assert found_terms(glossary, "北京市政府") == ["北京市"]


def test_a_term_is_not_found_within_a_latin_word():
    glossary = Glossary([entry("WTO"), entry("G20"), entry("5G")])
    assert found_terms(glossary, "加入WTO后") == ["WTO"]
    assert found_terms(glossary, "BWTO、WTOs、G200、15G、5GB") == []
    assert found_terms(glossary, "在G20峰会上，5G网络") == ["G20", "5G"]


def test_a_term_that_ends_in_chinese_may_stand_after_latin_letters():
    assert found_terms(Glossary([entry("卡车")]), "IVECO卡车") == ["卡车"]


def test_later_entries_for_a_term_replace_earlier_ones():
    glossary = Glossary([entry("群众", "the masses"), entry("群众", "residents", required=True)])
    assert len(glossary) == 1
    (match,) = glossary.terms("群众撤离")
    assert match.entry.renderings == ("residents",)


def test_a_users_term_in_traditional_characters_is_found_and_wins():
    glossary = Glossary([entry("新华社", "Xinhua"), entry("新華社", "Xinhua Wire", required=True, code="zh-Hant")])
    for text in ("新华社报道", "新華社報道"):
        (match,) = glossary.terms(lang.get("zh-Hant").normalise(text))
        assert match.entry.renderings == ("Xinhua Wire",)
        assert match.span.of(text) == text[:3]


@given(
    st.lists(st.text("国务院办公厅", min_size=1, max_size=4), min_size=1, max_size=6),
    st.text("国务院办公厅。", max_size=20),
)
def test_terms_do_not_overlap_and_leave_no_term_between_them(terms, text):
    glossary = Glossary([entry(term) for term in terms])
    matches = glossary.terms(text)
    free = list(text)
    for before, after in zip(matches, matches[1:], strict=False):
        assert before.span.end <= after.span.start
    for match in matches:
        assert match.span.of(text) == match.entry.term
        assert not any(text.startswith(t, match.span.start) and len(t) > len(match.span) for t in terms)
        free[match.span.start : match.span.end] = "\n" * len(match.span)
    assert not any(term in "".join(free) for term in terms)


# Literals in a target

NAMES = Glossary([entry("光明日报", "Guangming Daily", "Bright Daily", "Light Daily*", kind="outlet")])
PHRASE = Glossary([entry("组合拳", "package of measures", "combination punch", "combined fist*", kind="phrase")])


def test_a_literal_without_a_star_is_found_in_the_target_alone():
    assert found_literals(NAMES, "He told Bright Daily so.") == ["Bright Daily"]


def test_a_literal_with_a_star_is_found_only_where_the_source_settles_it():
    text = "He told Light Daily so."
    assert found_literals(NAMES, text, alone=True) == []
    assert found_literals(NAMES, text, alone=False) == ["Light Daily"]


def test_a_literal_name_must_bear_its_capitals():
    assert found_literals(NAMES, "It was a bright daily walk; a Bright daily walk.") == []
    assert found_literals(NAMES, "He told BRIGHT DAILY so.") == ["BRIGHT DAILY"]


def test_a_literal_phrase_may_bear_any_capitals():
    text = "A Combination Punch, a combination punch, a COMBINATION PUNCH"
    assert found_literals(PHRASE, text) == ["Combination Punch", "combination punch", "COMBINATION PUNCH"]
    listed = Glossary([entry("两个维护", "Two Upholds", "Two Maintenances", kind="phrase")])
    assert found_literals(listed, "They spoke of the two maintenances.") == ["two maintenances"]


def test_a_literal_is_whole_words_in_their_listed_form():
    assert found_literals(PHRASE, "They threw combination punches and recombination punch.") == []


def test_a_hyphen_or_an_accent_does_not_hide_a_literal():
    assert found_literals(PHRASE, "a combination-punch and a còmbination punch") == [
        "combination-punch",
        "còmbination punch",
    ]


def test_a_literal_does_not_run_across_a_comma_or_the_end_of_a_sentence():
    assert found_literals(PHRASE, "It is a combination. Punch cards, in combination, punch holes.") == []


def test_a_literal_that_is_listed_with_a_comma_or_a_full_stop_is_found_with_it():
    glossary = Glossary(
        [entry("一号文件", "No. 1 central document", "central file no. 1", "file, first", kind="phrase")]
    )
    assert found_literals(glossary, "They read Central File No. 1 aloud.") == ["Central File No. 1"]
    assert found_literals(glossary, "They read central file no 1, the file, first.") == [
        "central file no 1",
        "file, first",
    ]


def test_articles_and_of_may_come_and_go_in_a_literal():
    glossary = Glossary([entry("长江日报", "Changjiang Daily", "Daily of Long River", kind="outlet")])
    assert found_literals(glossary, "He told Daily of the Long River so.") == ["Daily of the Long River"]


def test_the_longer_of_two_literals_at_one_place_is_found():
    glossary = Glossary([entry("新华社", "Xinhua", "New Agency"), entry("新华通讯社", "Xinhua", "New Agency Office")])
    (match,) = glossary.literals("the New Agency Office", words("the New Agency Office"))
    assert match.entry.term == "新华通讯社"
    assert match.literal.text == "New Agency Office"


def test_words_of_accepted_renderings_are_known_but_those_of_persons_are_not():
    glossary = Glossary([entry("国务院", "State Council"), entry("李强", "Li Qiang", kind="person")])
    assert glossary.known_words == {"state", "council"}


# Words around a term


def test_a_term_is_not_found_within_a_longer_word_of_any_script_with_capitals():
    glossary = Glossary([entry("газ", code="ru"), entry("Über", code="de")])
    assert found_terms(glossary, "газ, газета, Überbau, Über") == ["газ", "Über"]


def test_a_term_before_a_particle_is_found():
    assert found_terms(Glossary([entry("신화통신", code="ko")]), "신화통신은 보도했다") == ["신화통신"]


def test_what_a_user_demands_of_a_word_is_not_demanded_of_a_longer_one():
    glossary = Glossary([entry("大学", "university", required=True)])
    assert found_terms(glossary, "三名大学生受伤") == []
    assert found_terms(glossary, "三所大学停课") == ["大学"]


def test_a_bundled_term_is_found_within_a_longer_word_of_the_dictionary():
    assert found_terms(Glossary([entry("大学", "university")]), "三名大学生受伤") == ["大学"]


def test_a_term_has_the_literals_of_a_shorter_one_within_it_that_shares_a_rendering() -> None:
    short = Entry("青桥", ("Green Bridge",), (Literal("blue crossing", alone=False),), "phrase", lang="zh")
    long = Entry("共建青桥", ("build the Green Bridge", "Green Bridge"), (), "phrase", lang="zh")
    text = "They build the blue crossing."
    found = Glossary([short, long]).literals(text, words(text), [long])
    assert [(m.span.of(text), m.entry.term) for m in found] == [("blue crossing", "共建青桥")]
    other = Entry("共建青桥", ("joint works",), (), "phrase", lang="zh")
    assert Glossary([short, other]).literals(text, words(text), [other]) == []


@pytest.mark.parametrize(
    "text", ["roll up your sleeves and add oil", "roll up your sleeves, and add oil", "roll up sleeves and add oil"]
)
def test_a_literal_phrase_is_found_with_possessives_or_as_a_list(text: str) -> None:
    entry = Entry("撸袖", ("work hard",), (Literal("roll up sleeves add oil", alone=False),), "phrase", lang="zh")
    assert [m.span.of(text) for m in Glossary([entry]).literals(text, words(text), [entry])] in ([text],)
