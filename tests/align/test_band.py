import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.align.band import anchors, band
from tqcheck.align.similarity import Links


def links(*rows):
    source, target, weight = zip(*sorted(rows), strict=True)
    return Links(np.array(source), np.array(target), np.array(weight, float))


def test_anchors_are_each_others_best():
    found = anchors(links((0, 0, 9), (0, 1, 5), (1, 1, 9), (2, 2, 8)), np.full(3, 10.0), np.full(3, 10.0))
    assert found == [(0, 0), (1, 1), (2, 2)]


def test_a_weak_best_is_no_anchor():
    assert anchors(links((0, 0, 1), (1, 1, 9)), np.full(2, 10.0), np.full(2, 10.0)) == [(1, 1)]


def test_of_equal_pairs_the_last_is_the_best_one():
    found = anchors(links((0, 1, 5), (1, 0, 5), (1, 1, 5)), np.full(2, 5.0), np.full(2, 5.0))
    assert found == [(1, 1)]


def test_anchors_go_forward_and_the_heaviest_chain_wins():
    found = anchors(links((0, 3, 9), (1, 1, 7), (2, 2, 7), (3, 0, 9)), np.full(4, 9.0), np.full(4, 9.0))
    assert found == [(1, 1), (2, 2)]


def test_without_links_there_are_no_anchors():
    empty = Links(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0))
    assert anchors(empty, np.zeros(3), np.zeros(2)) == []


def test_small_texts_are_searched_whole():
    low, high = band(10, 12, [(3, 3)])
    assert set(low) == {0} and set(high) == {12}


@st.composite
def chains(draw):
    n, m = draw(st.integers(150, 600)), draw(st.integers(150, 600))
    size = draw(st.integers(0, 20))
    source = sorted(draw(st.sets(st.integers(0, n - 1), min_size=size, max_size=size)))
    target = sorted(draw(st.sets(st.integers(0, m - 1), min_size=size, max_size=size)))
    return n, m, list(zip(source, target, strict=True))


@given(chains())
def test_a_band_leads_from_beginning_to_end_through_every_anchor(chain):
    n, m, pairs = chain
    low, high = band(n, m, pairs)
    assert low[0] == 0 and high[-1] == m
    assert (np.diff(low) >= 0).all() and (np.diff(high) >= 0).all()
    assert (low[1:] <= high[:-1]).all() and (low <= high).all()
    assert all(low[i] <= j <= high[i] and low[i + 1] <= j + 1 <= high[i + 1] for i, j in pairs)
