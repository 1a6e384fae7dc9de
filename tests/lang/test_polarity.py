"""What negates, by word lists."""

from __future__ import annotations

import pytest

from tqcheck import lang


@pytest.mark.parametrize(
    "text", ["It is not.", "No one came.", "He doesn't.", "He won’t go.", "Nobody", "They neither saw nor heard it."]
)
def test_a_text_that_negates_has_a_cue_or_an_ending(text: str) -> None:
    english = lang.get("en")
    assert english.negations(text)
    assert english.polarity is not None
    words = {word.strip(".").casefold() for word in text.split()}
    assert words & english.polarity.cues or any(ending in text for ending in english.polarity.endings)


def test_a_text_that_negates_nothing_has_none() -> None:
    polarity = lang.get("en").polarity
    assert polarity is not None
    assert not {"the", "shop", "lacks", "fruit", "know"} & polarity.cues
    assert not any(ending in "the nation knows nought" for ending in polarity.endings)
