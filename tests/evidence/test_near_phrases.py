"""Set phrases rendered word by word."""

from __future__ import annotations

import pytest

from tqcheck import lang
from tqcheck.evidence.near_phrases import word_by_word
from tqcheck.knowledge import Entry
from tqcheck.lang.words import words

ZH = lang.get("zh")


def found(term: str, renderings: tuple[str, ...], target: str, kind: str = "phrase") -> str | None:
    span = word_by_word(Entry(term, renderings, kind=kind, lang="zh"), words(target), ZH)
    return span.of(target) if span else None


@pytest.mark.parametrize(
    ("term", "renderings", "target", "wrong"),
    [
        (
            "拱火浇油",
            ("fan the flames",),
            "They are arching fire and pouring oil again.",
            "arching fire and pouring oil",
        ),
        ("结构性改革", ("structural reform",), "The structure reform goes on.", "structure reform"),
        ("“金山”“银山”", ("invaluable assets",), "They want gold mountains and silver mountains.", None),
        ("啃硬骨头", ("tackle tough problems",), "We must gnaw at hard bones.", "gnaw at hard bones"),
    ],
)
def test_a_phrase_whose_words_gloss_its_characters_is_found(
    term: str, renderings: tuple[str, ...], target: str, wrong: str | None
) -> None:
    if wrong is None:
        wrong = "gold mountains and silver mountains"
    assert found(term, renderings, target) == wrong


@pytest.mark.parametrize(
    ("term", "renderings", "target"),
    [
        ("拱火浇油", ("fan the flames",), "They fan the flames."),
        ("新时代", ("new era",), "It is a new age."),
        ("啃硬骨头", ("tackle tough problems",), "The dog got a hard bone."),
        ("啃硬骨头", ("tackle tough problems",), "We must work hard."),
    ],
)
def test_accepted_words_synonyms_and_stray_glosses_are_left_alone(
    term: str, renderings: tuple[str, ...], target: str
) -> None:
    assert found(term, renderings, target) is None


def test_names_are_not_read_word_by_word_here() -> None:
    assert found("拱火浇油", ("Gonghuo",), "They are arching fire and pouring oil.", kind="company") is None
