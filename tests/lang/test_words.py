from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.lang.words import find_phrase, fold, phrase, stem, stems, words


def occurrences(text: str, term: str) -> list[str]:
    """The stretches of `text` in which `term` is found in any inflection."""
    found = words(text)
    return [text[found[a].span.start : found[b].span.end] for a, b in find_phrase(found, stems(term))]


def verbatim(text: str, term: str, across: bool = False) -> list[str]:
    found = words(text)
    keys = [word.folded for word in phrase(term)]
    return [
        text[found[a].span.start : found[b].span.end] for a, b in find_phrase(found, keys, exact=True, across=across)
    ]


# Words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge, 2.4 km long, opened.", ["The", "bridge", "2", "4", "km", "long", "opened"]),
        ("O'Brien left the U.S. on Monday.", ["O'Brien", "left", "the", "U.S.", "on", "Monday"]),
        ("China’s well-known Chang'e-5", ["China’s", "well", "known", "Chang'e", "5"]),
        ("Côte d'Ivoire", ["Côte", "d'Ivoire"]),
        ("snake_case “quoted”", ["snake", "case", "quoted"]),
        ("", []),
        ("— … !", []),
    ],
)
def test_a_text_is_parted_into_words(text, expected):
    assert [word.text for word in words(text)] == expected


@given(st.text(alphabet="Ab'’.-, É水\n5_", max_size=40))
def test_every_word_is_what_stands_at_its_place_and_no_letter_is_left_out(text):
    found = words(text)
    assert all(word.span.of(text) == word.text for word in found)
    covered = {i for word in found for i in range(word.span.start, word.span.end)}
    assert {i for i, c in enumerate(text) if c.isalnum()} <= covered
    assert sum(len(word.span) for word in found) == len(covered)


def test_a_capital_is_told_by_the_first_letter():
    assert [word.capitalised for word in words("Élan iPhone xinhua 5G NATO")] == [True, False, False, False, True]


def test_a_word_knows_whether_a_mark_parts_it_from_the_one_before():
    text = "Rain fell, roads closed. Power (and “light”) failed\nagain"
    assert [word.text for word in words(text) if word.parted] == ["roads", "Power", "and", "failed", "again"]


# Folding


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("China's", "china"),
        ("China’s", "china"),
        ("workers'", "workers"),
        ("U.S.", "us"),
        ("CÔTE", "cote"),
        ("Kraków", "krakow"),
        ("Straße", "strasse"),
        ("ＮＡＴＯ", "nato"),
        ("O’Brien", "o'brien"),
    ],
)
def test_folding_takes_capitals_accents_and_possessives_away(word, expected):
    assert fold(word) == expected


@given(st.text(alphabet="abÉñÅ'’s.ß", max_size=12))
def test_folding_leaves_no_capitals_accents_or_full_stops(word):
    folded = fold(word)
    assert folded == folded.lower()
    assert not set(folded) & set("ÉéÑñÅå.’")


# Stems


@pytest.mark.parametrize(
    "family",
    [
        "company companies",
        "box boxes",
        "church churches",
        "bridge bridges",
        "open opens opened opening",
        "plan plans planned planning",
        "promote promotes promoted promoting",
        "reform reforms reformed reforming",
        "spokesman spokesmen",
        "measure measures measured measuring",
        "strategy strategies",
        "crossing crossings",
    ],
)
def test_forms_of_one_word_meet_in_one_stem(family):
    assert len({stem(form) for form in family.split()}) == 1


@pytest.mark.parametrize(
    "pair",
    [
        ("organ", "organise"),
        ("univers", "university"),
        ("new", "news"),
        ("general", "generation"),
        ("state", "station"),
        ("nation", "national"),
        ("party", "part"),
        ("police", "policy"),
        ("bus", "business"),
        ("congress", "congruent"),
        ("minister", "ministry"),
        ("sing", "singer"),
    ],
)
def test_different_words_keep_different_stems(pair):
    a, b = (stem(word) for word in pair)
    assert a != b


@pytest.mark.parametrize("word", ["us", "was", "bed", "ing", "red", "who", "gas"])
def test_short_words_are_their_own_stems(word):
    assert stem(word) == word


def test_words_in_other_scripts_are_their_own_stems():
    assert stem("газеты") == "газеты"
    assert stem("水利部s") == "水利部s"


@given(st.text(alphabet="abcdeginrsty", min_size=1, max_size=12))
def test_a_stem_is_never_empty_and_begins_as_its_word_does(word):
    assert stem(word)
    assert stem(word)[0] == word[0]
    assert len(stem(word)) <= len(word)


def test_light_words_do_not_carry_a_term():
    assert [word.text for word in phrase("The Ministry of Foreign Affairs of China")] == [
        "Ministry",
        "Foreign",
        "Affairs",
        "China",
    ]
    assert stems("the Bank of China") == stems("China Bank")[::-1]
    assert phrase("of the") == ()


# Phrases


@pytest.mark.parametrize(
    "text",
    [
        "The Ministry of Water Resources warned.",
        "the ministry of the water resources",
        "The Ministries of Water Resource met.",
        "Ministry\nof Water Resources",
        "Ministry of Water-Resources",
    ],
)
def test_a_term_is_found_in_any_inflection_and_with_any_articles(text):
    assert len(occurrences(text, "Ministry of Water Resources")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The Ministry of Natural Resources warned.",
        "The Ministry of Water and Resources warned.",
        "Water Resources Ministry",
        "Ministry of Water",
        "",
    ],
)
def test_a_term_is_not_found_where_a_word_is_missing_changed_or_moved(text):
    assert occurrences(text, "Ministry of Water Resources") == []


def test_every_occurrence_is_found_in_order():
    text = "The flood peak passed; a second flood peak of the same height followed. Flood peaks!"
    assert occurrences(text, "flood peak") == ["flood peak", "flood peak", "Flood peaks"]


def test_an_occurrence_begins_and_ends_with_words_that_carry_the_term():
    assert occurrences("It is the State Council of the", "the State Council") == ["State Council"]


def test_a_phrase_that_begins_again_within_itself_is_found():
    assert occurrences("new new bridge", "new bridge") == ["new bridge"]


def test_an_empty_phrase_is_nowhere():
    assert find_phrase(words("The bridge opened."), ()) == []


def test_verbatim_forms_of_a_phrase_are_not_inflected():
    assert verbatim("combination punches, a Combination Punch", "combination punch") == ["Combination Punch"]


def test_a_verbatim_phrase_is_not_found_across_a_mark_unless_it_is_asked_for():
    text = "They read file No. 1 and file no 1."
    assert verbatim(text, "file no. 1") == ["file no 1"]
    assert verbatim(text, "file no. 1", across=True) == ["file No. 1", "file no 1"]
