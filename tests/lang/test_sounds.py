"""Likeness of names across romanisations, and what shows that a German noun is a name."""

from __future__ import annotations

import pytest

from tqcheck import lang
from tqcheck.lang.capitals import latin, spelled_out
from tqcheck.lang.english_common import derive, is_common
from tqcheck.lang.sounds import bones, likeness

ONE_NAME = 66


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [("Вашингтон", "washington"), ("ベトナム", "vietnam"), ("Щербаков", "shcherbakov"), ("フランシスコ", "francisco"),
     ("Хабиб", "khabib"), ("कैनेडी", "kennedy"), ("Krzyckim", "krzycki")],
)  # fmt: skip
def test_one_name_in_two_scripts_is_alike(ours: str, theirs: str) -> None:
    assert likeness([latin(ours)], [theirs])[0, 0] >= ONE_NAME


@pytest.mark.parametrize(
    ("ours", "theirs"), [("вологда", "mulligan"), ("carmen", "lindqvist"), ("ジョンソン", "watabe")]
)
def test_two_names_are_not(ours: str, theirs: str) -> None:
    assert likeness([latin(ours)], [theirs])[0, 0] < ONE_NAME


def test_bones_are_consonants_by_class() -> None:
    assert bones("moskva") == bones("moscow") + "p" or bones("moscow")[:3] == bones("moskva")[:3]
    assert bones("philippa") == bones("filipa")


def test_likeness_of_nothing_is_empty() -> None:
    assert likeness([], ["a"]).shape == (0, 1)


def test_words_are_spelled_out_once_each_with_their_vowel_signs() -> None:
    assert spelled_out("जापान और जापान") == spelled_out("जापान और")


def test_common_words_are_told_by_small_letters_in_glosses() -> None:
    text = "甲 甲 [jia3] /armor/armor plate/\n乙 乙 [yi3] /Lisbon/\n丙 丙 [bing3] /council/council (abbr. for Council)/council/"
    found = derive(text)
    assert {"armor", "plate", "council"} <= found
    assert "lisbon" not in found


@pytest.mark.parametrize("word", ["ministries", "labour", "voted", "theatre", "sept", "council"])
def test_forms_and_spellings_of_common_words_are_common(word: str) -> None:
    assert is_common(word)


def test_german_names_are_told_from_nouns() -> None:
    found = {
        n.text: n.sure for n in lang.get("de").proper_names("Gestern sprach Ministerin Andrea Kolb über die Regierung.")
    }
    assert found["Andrea"] and found["Kolb"]
    assert not found["Regierung"]
    genitive = {n.text: n.sure for n in lang.get("de").proper_names("Das ist wegen Portugals Schulden so.")}
    assert genitive["Portugals"]
