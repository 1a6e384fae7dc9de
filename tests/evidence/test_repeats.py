from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck import lang
from tqcheck.evidence.repeats import repeats, said_twice, source_repeats


def again(text: str, shortest: int) -> list[str]:
    return [repeat.again.of(text) for repeat in repeats(text, shortest)]


def test_a_phrase_said_twice_is_found_at_its_second_place_as_long_as_it_is():
    text = "The bridge over the river opened on Monday. Officials say the bridge over the river opened late."
    (repeat,) = repeats(text, 4)
    assert repeat.first.of(text) == "The bridge over the river opened"
    assert repeat.again.of(text) == "the bridge over the river opened"
    assert repeat.words == 6
    assert not repeat.at_once


def test_a_phrase_that_follows_itself_is_told():
    for text in ("New Zealand New Zealand won.", "New Zealand, New Zealand won.", "more water and more water"):
        (repeat,) = repeats(text, 2)
        assert repeat.at_once


def test_a_shorter_phrase_than_asked_for_is_no_repetition():
    assert again("red sky at night, red sky at dawn", 4) == []
    assert again("red sky at night, red sky at dawn", 3) == ["red sky at"]


@pytest.mark.parametrize("text", ["", "water", "one two three four five six"])
def test_a_text_that_says_all_things_once_has_none(text):
    assert repeats(text, 1) == []


def test_a_loop_is_found_at_every_turn():
    text = "and so on and so on and so on"
    assert again(text, 3) == ["and so on", "and so on"]


@given(st.lists(st.sampled_from(["red", "sky", "at", "night"]), max_size=24).map(" ".join), st.integers(1, 4))
def test_both_places_of_a_repetition_say_the_same_and_do_not_overlap(text, shortest):
    found = repeats(text, shortest)
    for repeat in found:
        assert repeat.first.of(text) == repeat.again.of(text)
        assert repeat.first.end <= repeat.again.start
        assert len(repeat.again.of(text).split()) == repeat.words >= shortest
    assert all(a.again.end <= b.again.start for a, b in zip(found, found[1:], strict=False))


@given(st.lists(st.integers(0, 10**6), min_size=2, max_size=8, unique=True), st.integers(0, 5))
def test_a_phrase_planted_twice_among_other_words_is_always_found(numbers, gap):
    phrase = " ".join(f"w{n}" for n in numbers)
    between = " ".join(f"x{n}" for n in range(gap))
    text = f"before {phrase} {between} {phrase} after"
    assert again(text, len(numbers)) == [phrase]


@pytest.mark.parametrize(
    ("source", "shortest", "expected"),
    [
        ("大家看看这座桥。", 1, True),
        ("我们研究研究再说。", 2, True),
        ("大桥通车，小桥停工。", 1, False),
        ("坚持预防为主，坚持预防为先。", 4, True),
        ("坚持预防为主，加强巡查。", 4, False),
        ("坚持预防，坚持预防。", 4, True),
        ("", 2, False),
    ],
)
def test_a_source_without_spaces_repeats_characters(source, shortest, expected):
    assert source_repeats(source, shortest, spaced=False) is expected


@pytest.mark.parametrize(
    ("source", "shortest", "expected"),
    [
        ("C'est très, très loin.", 1, True),
        ("Der Fluss, der Fluss stieg.", 4, True),
        ("Der Fluss stieg, das Dorf wartete.", 4, False),
        ("Il pleut, il neige.", 1, False),
    ],
)
def test_a_source_with_spaces_repeats_words(source, shortest, expected):
    assert source_repeats(source, shortest, spaced=True) is expected


@pytest.mark.parametrize(
    ("code", "source", "word", "expected"),
    [
        ("zh", "他研究研究再说。", "research", True),
        ("zh", "娜娜来了。", "Na", True),
        ("zh", "他获得哲学学位。", "university", False),  # 学学 is no word
        ("zh", "首都罗马，罗马斗兽场。", "Italy", False),
        ("fr", "Quand vous vous rendez à Paris.", "adjust", False),
        ("fr", "Il habite Baden Baden.", "Baden", True),
    ],
)
def test_what_the_source_says_twice_in_a_row_excuses_its_rendering_only(
    code: str, source: str, word: str, expected: bool
):
    assert said_twice(source, word, lang.get(code), lang.get("en")) is expected
