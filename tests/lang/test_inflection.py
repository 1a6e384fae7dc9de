"""Users' terms are found in the forms that English gives them."""

from __future__ import annotations

import pytest

from tqcheck.lang.words import find_phrase, stem, stems, words


def found(term: str, text: str) -> bool:
    return bool(find_phrase(words(text), stems(term)))


@pytest.mark.parametrize(
    "family",
    [
        "study studies studied studying",
        "apply applies applied applying",
        "die dies died dying",
        "agree agrees agreed agreeing",
        "free frees freed freeing",
        "control controls controlled controlling",
        "travel travels travelled traveled travelling",
        "use uses used using",
        "exceed exceeds exceeded exceeding",
        "embed embeds embedded",
        "life lives",
        "leaf leaves",
        "analysis analyses",
        "crisis crises",
        "child children",
        "woman women",
        "policeman policemen",
        "foot feet",
        "movie movies",
        "ally allies allied",
        "hold holds held holding",
        "build builds built building",
        "take takes took taken taking",
        "uphold upheld upholding",
        "bus buses",
        "hero heroes",
        "process processes processed",
        "sell sells sold selling",
    ],
)
def test_forms_of_a_word_meet(family):
    assert len({stem(form) for form in family.split()}) == 1, [stem(form) for form in family.split()]


@pytest.mark.parametrize(
    "pair",
    ["bill bile", "mill mile", "poll pole", "wall wale", "hundred hunger", "seed see", "need knee", "news new", "series serious",
     "fund found", "med medium", "people person", "rose rise", "state static", "policy police", "loss los", "install instant"],
)  # fmt: skip
def test_other_words_stay_apart(pair):
    one, other = pair.split()
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("high-speed railway", "Two high speed railways opened."),
        ("high speed railway", "HIGH-SPEED RAILWAYS"),
        ("cyber security", "a cybersecurity law"),
        ("cybersecurity", "a cyber-security law"),
        ("cybersecurity", "cyber security laws"),
        ("decision-making", "collective decisionmaking"),
        ("policymaker", "senior policy-makers met"),
        ("workers' congress", "The workers’ congresses met."),
        ("worker's congress", "workers' congress"),
        ("people's congress", "People’s Congresses"),
        ("Intelligent Manufacturing Park", "the intelligent manufacturing park's gate"),
        ("build a moderately prosperous society", "China built moderately prosperous societies"),
        ("uphold the banner", "upheld the banner"),
        ("poverty alleviation study", "poverty alleviation studies"),
        ("U.S. dollar", "US dollars"),
        ("café chain", "Cafe chains"),
    ],
)
def test_a_term_is_found_whatever_its_plural_tense_hyphen_possessive_or_case(term, text):
    assert found(term, text)


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("cyber security", "cybersecurityx law"),
        ("security law", "cybersecurity law"),
        ("cybersecurity", "cyber law security"),
        ("port authority", "airport authority"),
        ("airport", "fair port"),
        ("bill", "bile"),
    ],
)
def test_what_is_not_the_term_is_not_found(term, text):
    assert found(term, text) is False


def test_words_that_are_closed_up_are_one_place():
    text = "The new cyber-security law."
    ((first, last),) = find_phrase(words(text), stems("cybersecurity law"))
    assert text[words(text)[first].span.start : words(text)[last].span.end] == "cyber-security law"
