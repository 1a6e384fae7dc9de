"""Whether a rendering goes with its alternates as a whole."""

from __future__ import annotations

from tqcheck.evidence.support.content import content
from tqcheck.evidence.support.departure import departure

SAME = (
    "The harbour police closed the northern bridge after heavy rain.",
    "Harbour police closed the northern bridge following heavy rain.",
    "After heavy rain, the harbour police closed the northern bridge.",
)


def _departs(own: str, *others: str, times: int = 1):
    return departure([(content(own), [content(other) for other in others])] * times)


def test_a_rendering_of_something_else_departs_at_the_words_that_no_alternate_has() -> None:
    own = "The harbour choir sang three cheerful songs in an empty hall."
    found = _departs(own, *SAME)
    assert found is not None
    assert found.span.of(own) == "choir sang three cheerful songs in"
    assert found.shared < 0.2 and found.among > 0.8


def test_a_freer_rendering_goes_with_them() -> None:
    assert _departs("Police in the harbour shut the bridge in the north because of heavy rain.", *SAME) is None


def test_a_long_text_departs_sooner_than_a_sentence() -> None:
    own = "The harbour guards shut off the northern crossing because of heavy downpours."
    assert _departs(own, *SAME) is None
    assert _departs(own, *SAME, times=30) is not None


def test_alternates_that_differ_among_themselves_show_nothing() -> None:
    assert (
        _departs("The choir sang three songs.", SAME[0], "Quilts reached the victims.", "A striker missed it.") is None
    )


def test_two_alternates_and_few_words_are_too_few() -> None:
    own = "The harbour choir sang three cheerful songs in an empty hall."
    assert _departs(own, *SAME[:2]) is None
    assert _departs(own, "Heavy rain", "Heavy rain", "The heavy rain") is None


def test_nothing_is_said_of_nothing() -> None:
    assert departure([]) is None
    assert _departs("", *SAME) is None
