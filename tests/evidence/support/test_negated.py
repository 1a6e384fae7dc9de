"""Words that stand negated on one side only."""

from __future__ import annotations

import pytest

from tqcheck import lang
from tqcheck.evidence.support.content import content
from tqcheck.evidence.support.negated import one_sided


def _odd(own: str, *others: str, code: str = "en") -> list[tuple[str, bool, list[str]]]:
    found = one_sided(content(own), [content(other) for other in others], lang.get(code))
    return [(o.span.of(own), o.added, [s.of(t) for s, t in zip(o.theirs, others, strict=True)]) for o in found]


def test_what_all_alternates_negate_and_the_rendering_states() -> None:
    assert _odd("The road was safe.", "The road was not safe.", "The road was never safe.") == [
        ("was safe", False, ["not safe", "never safe"])
    ]


def test_what_the_rendering_negates_and_all_alternates_state() -> None:
    assert _odd("The shop will not open.", "The shop will open.", "The shop is to open.") == [
        ("not open", True, ["will open", "to open"])
    ]


def test_contracted_negations_count() -> None:
    assert _odd("The shop opens.", "The shop doesn't open.", "The shop won’t open.") != []


@pytest.mark.parametrize(
    "own",
    [
        "The road was unsafe.",
        "The road was hardly safe.",
        "The road was anything but safe.",
        "The road was a danger.",
        "The road was not safe.",
        "The road was insufficiently safe.",
    ],
)
def test_an_opposite_or_a_softer_word_may_say_the_same(own: str) -> None:
    assert _odd(own, "The road was not safe.", "The road was never safe.") == []


def test_words_negated_together_need_one_negation() -> None:
    own = "It was not retirement, because he came back."
    assert (
        _odd(own, "It was not retirement because he came back.", "It was not a retirement because he came back") == []
    )


@pytest.mark.parametrize("idiom", ["not only open", "not until Monday open", "no doubt open"])
def test_idioms_negate_nothing(idiom: str) -> None:
    assert _odd("The shop will open.", f"The shop will {idiom}.", f"The shop does {idiom}.") == []


def test_one_alternate_that_states_it_clears_the_rendering() -> None:
    assert _odd("The road was safe.", "The road was not safe.", "The road was not safe.", "The road was safe.") == []
    assert _odd("The shop will not open.", "The shop will open.", "The shop will not open.") == []


def test_one_alternate_alone_and_unread_languages_show_nothing() -> None:
    assert _odd("The road was safe.", "The road was not safe.") == []
    assert _odd("The road was safe.", "The road was not safe.", "The road was not safe.", code="und") == []
