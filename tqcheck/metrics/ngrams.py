"""Counting the n-grams that two texts share, segment by segment, in numpy.

An n-gram with its segment is packed into an integer. Sorted, the keys of the longest n-grams have those of all shorter
ones as their leading bits: one sort counts every order. Where the longest do not fit, the shorter ones are numbered
first and stand for themselves in the keys of the longer.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tqcheck.metrics.words import Ints, Tokens

BLOCK = 32_768
"""Tokens of the reference that are counted together, about: what is sorted stays in the processor's cache."""
BITS = 62
"""Bits of a key, without the one that tells the sides apart."""
_UNKNOWN, _PAST_END, _FIRST = 0, 1, 2
"""What stands for a token that the reference lacks and for the end of a segment of the text, for the end of a segment
of the reference, and the first that stands for one of its tokens: the ends of the two never match."""


@dataclass(frozen=True)
class _Pass:
    """Orders counted by one sort.

    done    how many orders are counted before; orders: how many in this pass
    keys    of the reference, sorted
    bounds  the key at which each segment begins, and one past the last
    known   the keys that longer n-grams begin with, distinct and sorted; None where there are no longer ones
    """

    done: int
    orders: int
    keys: Ints
    bounds: Ints
    known: Ints | None


class References:
    """The n-grams of a reference up to an order, sorted once for all texts that are compared with it."""

    def __init__(self, tokens: Tokens, order: int) -> None:
        self.tokens, self.order = tokens, order
        size = int(tokens.codes.max()) + 1 if len(tokens.codes) else 1
        self._place = _places(tokens.codes, size)
        self._blocks = [_Block(self, first, last) for first, last in _stretches(tokens.starts)]

    def matches(self, text: Tokens) -> Ints:
        """For each segment and order, how many n-grams of `text` the reference has too: (segments, order).

        An n-gram counts as often as the side that has it less often.
        """
        found = np.zeros((len(text.lengths), self.order), np.int64)
        codes = self.dense(text.codes)
        for block in self._blocks:
            block.count(text, codes, found)
        return found

    def dense(self, codes: Ints) -> Ints:
        """The place of each code among those that the reference has, from 1; 0 for others."""
        return np.where(codes < len(self._place), self._place[np.minimum(codes, len(self._place) - 1)], 0)


class _Block:
    """The n-grams of some segments of a reference."""

    def __init__(self, whole: References, first: int, last: int) -> None:
        self._first, self._last, self._order = first, last, whole.order
        starts = whole.tokens.starts[first : last + 1]
        codes = whole.dense(whole.tokens.codes[starts[0] : starts[-1]])
        self._place = _places(codes, int(whole._place.max(initial=0)) + 1)
        self._place[self._place > 0] += _FIRST - 1
        self._bits = int(self._place.max(initial=_PAST_END)).bit_length()
        self._passes: list[_Pass] = []
        size = last - first
        windows = _windows(self._place[codes], starts, self._order, _PAST_END)
        prefix = np.repeat(np.arange(size), np.diff(starts))
        bounds = np.arange(size + 1)
        done = 0
        while done < self._order:
            room = BITS - int(bounds[-1]).bit_length()
            orders = min(self._order - done, room // self._bits)
            keys = _keys(prefix, windows, done, orders, self._bits)
            sorted_keys = np.sort(keys)
            bounds = bounds << orders * self._bits
            known = _distinct(sorted_keys) if done + orders < self._order else None
            self._passes.append(_Pass(done, orders, sorted_keys, bounds, known))
            if known is not None:
                prefix = np.searchsorted(known, keys) + 1
                bounds = np.searchsorted(known, bounds) + 1
            done += orders

    def count(self, text: Tokens, codes: Ints, found: Ints) -> None:
        """Put the matches of the block's segments into their rows of `found`; `codes` as the reference has them."""
        starts = text.starts[self._first : self._last + 1]
        codes = codes[starts[0] : starts[-1]]
        windows = _windows(self._place[codes], starts, self._order, _UNKNOWN)
        prefix = np.repeat(np.arange(self._last - self._first), np.diff(starts))
        for one in self._passes:
            keys = _keys(prefix, windows, one.done, one.orders, self._bits)
            shared = _shared(one, np.sort(keys), self._bits)
            found[self._first : self._last, one.done : one.done + one.orders] = shared
            if one.known is not None:
                at = np.minimum(np.searchsorted(one.known, keys), len(one.known) - 1)
                prefix = np.where(one.known[at] == keys, at + 1, 0)


def _shared(one: _Pass, mine: Ints, bits: int) -> Ints:
    """How many n-grams both have, by segment and order; `mine` are sorted keys."""
    # Which side a key is of becomes its last bit. Two sorted runs are merged in linear time by the stable sort.
    both = np.concatenate([one.keys << 1, (mine << 1) | 1])
    both.sort(kind="stable")
    segments = np.searchsorted(both, one.bounds << 1)
    made = np.concatenate([[0], np.cumsum(both & 1)])
    differs = both[1:] ^ both[:-1]
    found = np.empty((len(one.bounds) - 1, one.orders), np.int64)
    for n in range(one.orders):
        # Where the next n-gram of this order begins in the sorted keys.
        turns = np.flatnonzero(differs >= 1 << 1 + bits * (one.orders - 1 - n)) + 1
        ends = np.concatenate([[0], turns, [len(both)]])
        here = np.diff(made[ends])
        summed = np.concatenate([[0], np.cumsum(np.minimum(here, np.diff(ends) - here))])
        found[:, n] = np.diff(summed[np.searchsorted(ends, segments)])
    return found


def _keys(prefix: Ints, windows: list[Ints], done: int, orders: int, bits: int) -> Ints:
    keys = prefix
    for codes in windows[done : done + orders]:
        keys = (keys << bits) | codes
    return keys


def _windows(codes: Ints, starts: Ints, order: int, past_end: int) -> list[Ints]:
    """The token at each place, the one after it, and so on, with `past_end` after a segment's last."""
    lengths = np.diff(starts)
    spread = np.full(len(codes) + len(lengths) * (order - 1), past_end, np.int64)
    places = np.arange(len(codes)) + np.repeat(np.arange(len(lengths)) * (order - 1), lengths)
    spread[places] = codes
    return [spread[places + n] for n in range(order)]


def _places(codes: Ints, size: int) -> Ints:
    """For each number below `size` its place, from 1, among those that occur in `codes`; 0 for those that do not."""
    occurs = np.bincount(codes, minlength=size) > 0
    return np.where(occurs, np.cumsum(occurs), 0)


def _distinct(keys: Ints) -> Ints:
    """Sorted keys, each once."""
    return keys[np.concatenate([[True], keys[1:] != keys[:-1]])] if len(keys) else keys


def _stretches(starts: Ints) -> list[tuple[int, int]]:
    """Segments that are counted together: first and one past the last."""
    count = len(starts) - 1
    cuts = [0]
    while cuts[-1] < count:
        most = int(np.searchsorted(starts, starts[cuts[-1]] + BLOCK, side="right")) - 1
        cuts.append(min(count, max(most, cuts[-1] + 1)))
    return list(zip(cuts, cuts[1:], strict=False))
