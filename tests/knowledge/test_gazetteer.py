"""Places by their names in many languages."""

from __future__ import annotations

from importlib import resources

import pytest

from tqcheck.knowledge.gazetteer import english_mentions, english_name, gazetteer, home
from tqcheck.lang.words import words


def places(code: str, text: str) -> set[str]:
    return {place for mention in gazetteer(code).mentions(text) for place in mention.places}


@pytest.mark.parametrize(
    ("code", "text", "place"),
    [
        ("de", "in Österreich", "AT"), ("de", "die französische Küche", "FR"), ("pl", "w Niemczech", "DE"),
        ("pl", "włoscy", "IT"), ("cs", "do Řecka", "GR"), ("ru", "в Японии", "JP"), ("uk", "у Польщі", "PL"),
        ("es", "estadounidense", "US"), ("it", "tedesca", "DE"), ("fr", "Pays-Bas", "NL"), ("hi", "जर्मनी में", "DE"),
        ("ja", "米国の", "US"), ("ko", "프랑스", "FR"), ("ar", "فرنسا", "FR"), ("pt", "Alemanha", "DE"),
        ("tr", "Almanya", "DE"), ("zh", "意大利", "IT"),
    ],
)  # fmt: skip
def test_a_country_is_found_by_name_case_or_adjective(code: str, text: str, place: str) -> None:
    assert place in places(code, text)


def test_a_form_of_the_name_is_plain_and_an_adjective_is_not() -> None:
    assert [m.plain for m in gazetteer("pl").mentions("w Norwegii")] == [True]
    assert [m.plain for m in gazetteer("it").mentions("architetti tedeschi")] == [True]
    assert [m.plain for m in gazetteer("de").mentions("japanische Gärten")] == [False]


def test_a_short_common_word_is_no_place() -> None:
    assert not any(m.plain for m in gazetteer("de").mentions("unter Vertrag im Zuge der Gründung"))
    assert places("hi", "स्वीकार") == set()


def test_english_names_adjectives_and_aliases_are_one_place() -> None:
    for text in ("Ivory Coast", "Ivorian", "Côte d’Ivoire"):
        found = {p for _, _, hits in english_mentions(words(f"the {text}")) for p in hits}
        assert "CI" in found
    assert {p for _, _, hits in english_mentions(words("the U. S. Senate")) for p in hits} == {"US"}


def test_small_letters_name_no_place_in_english() -> None:
    assert list(english_mentions(words("they ate turkey on fine china"))) == []


def test_the_home_of_a_language_and_a_country_in_english() -> None:
    assert home("pl") == {"PL"}
    assert home("zh") == {"CN"}
    assert english_name("NO") == "Norway"


@pytest.mark.parametrize("file", ["countries.tsv", "exonyms.tsv"])
def test_no_row_comes_twice_and_every_row_has_names(file: str) -> None:
    text = (resources.files("tqcheck.knowledge") / file).read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    firsts = [row[0] for row in rows]
    assert len(set(firsts)) == len(firsts)
    assert all(any(cell.strip() for cell in row[1:]) for row in rows)
