"""What alternates say of the words of a rendering."""

from __future__ import annotations

import numpy as np

from tqcheck.evidence.support import Case, Usage, all_say, alternates_say, cases, tokens
from tqcheck.evidence.support.slots import slots, stretch


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
    places = slots(cases([Case(own, [other])]))
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


def test_words_within_quotation_marks_and_beside_hyphens_are_known() -> None:
    quoted = _column("own:quoted", 'He called it "pit money" and left', "He left")
    assert quoted["pit"] == quoted["money"] == 1
    assert quoted["it"] == quoted["and"] == 0
    hyphen = _column("own:hyphen", "a well - known old-fashioned man", "He left")
    assert (hyphen["well"], hyphen["known"], hyphen["old"], hyphen["man"]) == (2, 1, 2, 0)


def test_the_case_that_the_alternates_give_a_word_is_compared() -> None:
    case = _column("alt:case", "The golden week began", "Golden Week began", "the golden week has begun")
    assert case["golden"] == 0.5
    assert case["the"] == -1
    assert case["began"] == 0
    assert _column("alt:case", "The ship left", "A boat left")["ship"] == -2


def test_words_of_content_keep_company_over_words_of_grammar() -> None:
    after = _column("alt:word_after", "the head of the agency spoke", "an agency head", "the agency's head spoke of it")
    assert after["agency"] == 0
    after = _column("alt:word_after", "the head of the agency spoke", "an agency spoke", "the agency sang")
    assert after["agency"] == 0.5
    assert after["head"] == 0
    assert after["of"] == -1


def test_a_time_is_borne_out_by_how_others_write_it() -> None:
    assert _column("alt:stem", "It began at 12:00", "It began at noon")["12:00"] == 1
    assert _column("alt:stem", "It began at 20:30", "It began at 8.30 p.m.")["20:30"] == 1
    assert _column("alt:stem", "It began at 20:00", "It began at 9 p.m.")["20:00"] == 0


def test_i_is_no_name_and_capitals_in_a_headline_say_nothing() -> None:
    assert _column("own:inner_capital", "Well, I'm here", "We are here")["i'm"] == 0
    assert _column("own:inner_capital", "We met Peter here", "We are here")["peter"] == 1
    assert sum(_column("own:inner_capital", "New Bridge Opens in the Old Valley", "A bridge").values()) == 0


PASSAGES = (
    ('He said: "The old bridge', "the old bridge - he said", "On the old bridge he spoke twice", "said he"),
    ("the old bridge", "the old bridge is old", "an old bridge, the old quay", "bridge the old"),
    ("Quay", "The quay", "A pier", "quay"),
    ("New Bridge Opens in the Old Valley -", "In the old valley a bridge", "old bridge", "New Bridge Opens"),
    ("valley - bridge, he said the old bridge the old bridge", "the old bridge the old bridge he", "he", "Valley; he"),
)


def test_what_is_told_of_a_word_does_not_depend_on_what_is_looked_at_with_it() -> None:
    usage = Usage(PASSAGES)
    several = [
        Case(tokens(own), [tokens(other) for other in others], usage if n != 2 else None)
        for n, (own, *others) in enumerate(PASSAGES)
    ]
    table = cases(several)
    together = all_say(table, slots(table))
    for case, start in zip(several, table.own.starts, strict=True):
        alone = alternates_say(case.own, case.others, case.usage)
        assert list(alone) == list(together)
        for name, column in alone.items():
            assert together[name][start : start + len(case.own)].tolist() == column.tolist(), name


def test_what_stands_in_the_place_of_a_phrase_is_what_its_first_and_last_words_have_there() -> None:
    for own, *others in PASSAGES:
        for mine, other in ((tokens(own), tokens(other)) for other in others):
            places = slots(cases([Case(mine, [other])]))
            for first in range(len(mine)):
                for last in range(first, len(mine)):
                    told = (places.low[0, first], places.high[0, last])
                    assert stretch(mine, other, first, last) == told


def test_a_synonym_in_the_place_of_a_word_is_told_and_one_elsewhere_is_not() -> None:
    told = _column(
        "alt:synonym", "the firm purchased two ships", "the firm bought two ships", "the firm lost two ships"
    )
    assert told["purchased"] == 0.5
    assert told["ships"] == told["two"] == told["firm"] == 0
    other = "they lost ships and sailed home on Monday and bought bread"
    far = _column("alt:synonym", "they purchased ships and sailed home on Monday and ate bread", other)
    assert far["purchased"] == 0


def test_kin_is_no_word_that_the_rendering_has_itself() -> None:
    assert _column("alt:kin", "he purchased ships", "he bought ships")["purchased"] == 1
    assert _column("alt:kin", "he purchased what he bought", "he bought ships")["purchased"] == 0
