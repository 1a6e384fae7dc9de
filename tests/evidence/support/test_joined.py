"""Keys in order, in groups and in pairs."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.evidence.support import tokens
from tqcheck.evidence.support.joined import apart, grouped, in_order, joined, meet, together

KEYS = st.lists(st.sampled_from([0, 1, 2, 65_535, 65_536, 131_072, 1 << 32, (1 << 32) + 1, 1 << 58]), min_size=1)


@given(KEYS)
def test_keys_of_any_size_come_in_order_and_equal_ones_as_they_were(keys: list[int]) -> None:
    assert in_order(np.array(keys)).tolist() == sorted(range(len(keys)), key=keys.__getitem__)


@given(KEYS)
def test_equal_keys_are_one_group(keys: list[int]) -> None:
    groups = grouped(np.array(keys))
    assert [[a == b for b in keys] for a in keys] == (groups[:, None] == groups).tolist()
    assert together(groups).tolist() == [keys.count(key) for key in keys]


@given(KEYS, KEYS)
def test_all_that_are_of_one_group_meet(mine: list[int], theirs: list[int]) -> None:
    groups = grouped(np.array(mine + theirs))
    a, b = meet(groups[: len(mine)], groups[len(mine) :])
    pairs = [(i, j) for i, one in enumerate(mine) for j, other in enumerate(theirs) if one == other]
    assert list(zip(a.tolist(), b.tolist(), strict=True)) == pairs


def test_keys_are_held_apart_by_text() -> None:
    keys = apart(np.array([0, 0, 1, 1, 2]), np.array([0, 9, 0, 9, 9]))
    assert len(set(keys.tolist())) == 5


def test_a_word_of_one_text_has_no_neighbour_in_the_next() -> None:
    both = joined([tokens("one two"), tokens("three")])
    (row,), at = both.spread([np.array([1, 2, 3])], 1, -1)
    assert (row[at - 1].tolist(), row[at + 1].tolist()) == ([-1, 1, -1], [2, -1, -1])
    assert (both.part.tolist(), both.place.tolist()) == ([0, 0, 1], [0, 1, 0])
