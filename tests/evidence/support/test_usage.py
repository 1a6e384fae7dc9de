"""What words the rest of a document uses."""

from __future__ import annotations

import numpy as np

from tqcheck.evidence.support import Usage, alternates_say, tokens
from tqcheck.evidence.support.usage import UNKNOWN

PASSAGES = (
    ("The minister went to Mumbai.", "The minister travelled to Mumbai."),
    ("He left Mumbai on Friday.", "On Friday he left Mumbai."),
    ("The harbour is new.", "The port is new."),
)


def _elsewhere(text: str, *words: str) -> list[float]:
    found = _counts(Usage(PASSAGES), text)
    return [found[tokens(text).words.index(word)] for word in words]


def _counts(usage: Usage, text: str) -> list[float]:
    roots = tokens(text).root
    found: list[float] = usage.elsewhere(np.full(len(roots), usage.passage(text)), roots).tolist()
    return found


def test_a_word_counts_for_the_other_passages_that_have_it_by_the_mean_of_their_renderings() -> None:
    assert _elsewhere("He left Mumbai on Friday.", "mumbai", "left", "friday") == [1.0, 0.0, 0.0]
    assert _elsewhere("The minister went to Mumbai.", "mumbai", "the") == [1.0, 1.0]
    assert _elsewhere("The port is new.", "port", "new") == [0.0, 0.0]


def test_passages_with_a_rendering_in_common_are_one() -> None:
    rows = (("a red ship", "a red boat"), ("a red boat", "a crimson boat"), ("a blue boat", "a boat in blue"))
    a, red, _ = _counts(Usage(rows), "a red ship")
    assert red == 0
    assert np.isclose(a, 2 / 2.5)


def test_nothing_is_known_of_a_document_of_one_passage_or_of_a_text_that_is_not_in_it() -> None:
    assert _counts(Usage(PASSAGES[2:]), "The harbour is new.") == [UNKNOWN] * 5
    assert _counts(Usage(PASSAGES), "Another text.") == [UNKNOWN] * 3


def test_what_the_document_says_elsewhere_stands_against_what_only_this_rendering_says() -> None:
    own = tokens("He left Meng Bai on Friday.")
    usage = Usage((PASSAGES[0], (own.text, "He left Mumbai on Friday.")))
    found = alternates_say(own, [tokens("He left Mumbai on Friday.")], usage)
    at = own.words.index("meng")
    assert found["doc:elsewhere"][at] == 0
    assert found["doc:instead"][at] == 1
    assert found["doc:instead"][own.words.index("left")] == 0
    assert (alternates_say(own, [tokens("He left Mumbai.")])["doc:elsewhere"] == -1).all()
