"""What alternates say of the words of a rendering."""

from __future__ import annotations

import numpy as np

from tqcheck.evidence.support import alternates_say, tokens
from tqcheck.evidence.support.slots import all_slots


def _column(name: str, own: str, *others: str) -> dict[str, float]:
    mine = tokens(own)
    found = alternates_say(mine, [tokens(other) for other in others])
    return dict(zip(mine.words, found[name].tolist(), strict=True))


def test_marks_figures_and_abbreviations_are_tokens_with_their_places() -> None:
    text = "The U.S. paid $1,200.50, she said."
    found = tokens(text)
    assert [found.phrase(n, n) for n in range(len(found))] == [
        "The", "U.S.", "paid", "$", "1,200.50", ",", "she", "said", ".",
    ]  # fmt: skip


def test_a_word_is_borne_out_by_its_stem_and_a_figure_by_its_value() -> None:
    stem = _column("alt:stem", "Twelve workers mended 1,200 roads", "A worker mends 1200 road with 12 others")
    assert stem["workers"] == stem["mended"] == stem["1,200"] == stem["twelve"] == 1


def test_support_is_the_share_of_alternates_that_have_the_word() -> None:
    stem = _column("alt:stem", "the old bridge", "an old tower", "the bridge", "the old quay")
    assert np.isclose(stem["old"], 2 / 3)
    assert np.isclose(stem["bridge"], 1 / 3)


def test_a_name_in_another_spelling_is_near() -> None:
    near = _column("alt:near", "Zelenskiy spoke", "Zelensky spoke")
    assert near["zelenskiy"] > 0.85
    assert _column("alt:near", "Zelenskiy spoke", "Trudeau spoke")["zelenskiy"] < 0.5


def test_company_counts_the_words_in_a_row_that_are_the_same() -> None:
    run = _column("alt:run", "we saw the old bridge today", "they like the old bridge much")
    assert run["the"] == run["old"] == run["bridge"] == 3
    assert run["today"] == 0


def test_no_run_goes_on_from_one_alternate_into_the_next() -> None:
    run = _column("alt:run_max", "old bridge", "it is old", "bridge it is")
    assert run["old"] == run["bridge"] == 1


def test_the_slot_of_a_word_is_what_stands_between_what_both_have() -> None:
    own, other = tokens("He told the new agency on Friday"), tokens("He told Xinhua on Friday")
    places = all_slots(own, [other])
    n = own.words.index("agency")
    assert other.phrase(int(places.low[0, n]), int(places.high[0, n]) - 1) == "Xinhua"
    assert not places.equal[0, n]
    assert places.equal[0, own.words.index("friday")]


def test_what_all_alternates_have_in_the_slot_and_the_rendering_has_not_is_lacking() -> None:
    others = ("He told Xinhua on Friday", "He spoke to Xinhua on Friday", "Then he told Xinhua on Friday")
    lack = _column("alt:lack0", "He told the agency on Friday", *others)
    assert lack["agency"] > 0
    assert lack["friday"] == 0


def test_columns_are_the_same_whatever_the_number_of_alternates() -> None:
    one = alternates_say(tokens("One word."), [tokens("A word.")])
    three = alternates_say(tokens("Some more words."), [tokens("A word."), tokens("Words."), tokens("b")])
    assert list(one) == list(three)
    assert all(len(column) == 4 for column in three.values())
