"""What all alternates say in one place and the rendering nowhere."""

from __future__ import annotations

from tqcheck.evidence.support.content import content
from tqcheck.evidence.support.lost import lost


def _gaps(own: str, *others: str, around: str = "") -> list[tuple[str, list[str]]]:
    mine, theirs = content(own), [content(other) for other in others]
    return [
        (
            mine.tokens.phrase(gap.before, gap.after),
            [one.tokens.phrase(*at) for one, at in zip(theirs, gap.theirs, strict=True)],
        )
        for gap in lost(mine, theirs, content(around).all_keys)
    ]


def test_the_words_around_the_gap_are_told_with_what_each_alternate_has_there() -> None:
    own = "The mayor opened the bridge on Monday, and schools stayed closed."
    full = "The mayor opened the bridge with a parade of fishing boats on Monday, and schools stayed closed."
    assert _gaps(own, full, full.replace("closed", "shut")) == [
        ("bridge on", ["parade of fishing boats", "parade of fishing boats"])
    ]


def test_a_figure_is_told_alone_and_other_words_only_by_three() -> None:
    own = "The mayor opened the bridge on Monday."
    assert _gaps(own, *["The mayor opened the bridge on Monday at 9."] * 2) == [("Monday", ["9", "9"])]
    assert _gaps(own, *["The mayor opened the bridge on Monday after lunch with joy."] * 2) == []


def test_words_that_one_alternate_lacks_too_are_not_missed() -> None:
    own = "The mayor opened the bridge on Monday."
    full = "The mayor opened the bridge with a parade of fishing boats on Monday."
    assert _gaps(own, full, own.replace("on", "this")) == []


def test_one_alternate_alone_shows_nothing() -> None:
    own = "The mayor opened the bridge on Monday."
    assert _gaps(own, "The mayor opened the bridge with a parade of fishing boats on Monday.") == []


def test_other_words_in_the_place_may_say_the_same() -> None:
    own = "The mayor opened the bridge with festive sailing on Monday."
    assert _gaps(own, *["The mayor opened the bridge with a parade of fishing boats on Monday."] * 2) == []


def test_words_said_elsewhere_are_moved() -> None:
    own = "With a parade of fishing boats, the mayor opened the bridge on Monday."
    assert _gaps(own, *["The mayor opened the bridge on Monday with a parade of fishing boats."] * 2) == []
    own = "The mayor opened the bridge on Monday."
    full = "The mayor opened the bridge with a parade of fishing boats on Monday."
    assert _gaps(own, full, full, around="Fishing boats sailed by in a parade.") == []


def test_an_acronym_may_stand_for_what_is_missing() -> None:
    own = "Envoys of the IOC came to the town on Monday."
    full = "Envoys of the International Olympic Committee came to the town on Monday."
    assert _gaps(own, full, full) == []
    assert _gaps(own.replace("IOC", "council"), own, own) == []


def test_a_gap_at_the_start_is_shown_by_the_first_word() -> None:
    own = "The mayor opened the bridge."
    assert _gaps(own, *["After heavy rain and two floods, the mayor opened the bridge."] * 2)[0][0] == "The"


def test_an_empty_rendering_has_no_place_to_show() -> None:
    assert _gaps("", "The mayor opened the bridge.", "The mayor opened the bridge.") == []
