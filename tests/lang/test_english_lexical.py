import pytest

from tqcheck import lang
from tqcheck.lang.english_lexical import stem, stems


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("said says saying", "say"),
        ("take took taken takes taking", "tak"),
        ("stop stops stopped stopping", "stop"),
        ("supply supplies supplied", "supply"),
        ("national nations nation", "nation"),
        ("children child", "child"),
    ],
)
def test_forms_of_a_word_have_one_stem(words, expected):
    assert {stem(word) for word in words.split()} == {expected}


def test_figures_lose_their_separators():
    assert stems("12,500 people.") == ["12500", "person"]


def test_words_that_are_everywhere_are_left_out():
    assert stems("This is what he had of it") == []


def test_capitalised_words_are_names():
    found = lang.get("en").lexical("Mr Zhou left Liuzhou yesterday")
    assert {"~zhou", "~liuzhou"} <= set(found.names)
    assert "~yesterday" not in found.names
    assert found.names["~liuzhou"] in found.units


def test_a_unit_is_matched_by_its_stem_and_by_the_beginning_of_the_word():
    assert lang.get("en").lexical("France Franc").units["franc"] == {"franc", "france"}
