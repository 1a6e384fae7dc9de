"""What a finding says that the alternates have."""

from __future__ import annotations

from tqcheck.evidence.weighing.doubts import Heard
from tqcheck.rules.alternates.heard import message


def _said(written: str, *phrases: str) -> str:
    return message(written, [Heard(f"alternate-{n}", phrase) for n, phrase in enumerate(phrases, 1)])


def test_the_longest_phrase_that_most_share_is_told_with_their_number() -> None:
    assert _said("New Club", "the China News Service said", "China News Service", "told China News Service") == (
        '"New Club" where 3 of 3 alternates say "China News Service"'
    )
    assert _said("pit", "big hole", "Trudeau", "dug by Trudeau") == '"pit" where 2 of 3 alternates say "Trudeau"'


def test_each_is_told_where_no_two_agree() -> None:
    assert _said("man", "image", "person") == '"man" where alternates say "image" and "person"'


def test_one_alternate_is_spoken_of_as_one() -> None:
    assert _said("man", "person") == '"man" where the alternate says "person"'
    assert _said("man", "") == '"man" where the alternate has nothing'


def test_where_most_have_nothing_that_is_told() -> None:
    assert _said("first came", "", "", "came") == '"first came" where 2 of 3 alternates have nothing'


def test_what_the_rendering_says_itself_is_not_held_against_it() -> None:
    assert _said("the old bridge", "the old bridge", "an old bridge over it", "old bridge") == (
        '"the old bridge" where alternates say "an old bridge over it" and "old bridge"'
    )
