"""Persons' names of which a part is translated, and surnames of two characters."""

from __future__ import annotations

import pytest

from tqcheck import lang
from tqcheck.evidence.name_glosses import glossed_name
from tqcheck.lang.words import words
from tqcheck.model.text import Span

ZH = lang.get("zh")


def found(name: str, target: str) -> str:
    person = ZH.person(name, Span(0, len(name)), name)
    assert person is not None
    span = glossed_name(person, words(target), target, ZH)
    return span.of(target) if span else ""


@pytest.mark.parametrize(
    ("name", "target", "wrong"),
    [
        ("马小红", "Later Ma Little Red came.", "Ma Little Red"),
        ("周大海", "Later Zhou the Sea came.", "Zhou the Sea"),
        ("仇大海", "Then came Hatred Dahai.", "Hatred Dahai"),
        ("诸葛立明", "Then came Zhu Getting Liming.", "Zhu Getting Liming"),
        ("欧阳晓雪", "Then came Europe Yangxiaoxue.", "Europe Yangxiaoxue"),
        ("尉迟国强", "Then came Wei Chiguoqiang.", "Wei Chiguoqiang"),
    ],
)
def test_a_translated_or_cut_name_is_found(name: str, target: str, wrong: str):
    assert found(name, target) == wrong


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("马小红", "Later Ma Xiaohong came, and Ma said no."),
        ("马小红", "Mr Ma said the Red Cross would come."),
        ("何平", "He Ping came. He Said is a song."),
        ("诸葛立明", "Then came Zhuge Liming."),
        ("欧阳晓雪", "Then Ms Xiaoxue came."),
    ],
)
def test_a_right_name_is_not(name: str, target: str):
    assert found(name, target) == ""
