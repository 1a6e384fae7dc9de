"""Where each word of a rendering would stand in an alternate: its slot, between what both have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import Levenshtein, MatchingBlock

from tqcheck.evidence.support.cases import Cases
from tqcheck.evidence.support.tokens import Flags, Ints, Tokens


@dataclass(frozen=True)
class Slots:
    """For each alternate (rows) and each word of a rendering (columns), the word's place in the alternate.

    equal      whether the word stands there too, in order
    low, high  the words of the alternate that stand in its place (for an equal word, that word), `high` exclusive
    before     how many words the alternate has more, right before the word
    mine       how many neighbouring words of the rendering share the slot
    """

    equal: Flags
    low: Ints
    high: Ints
    before: Ints
    mine: Ints


WIDER = (0, 2)
"""By how many words on either side a slot is widened where more than the slot itself is looked at."""


def windows(places: Slots, sizes: Ints) -> tuple[Ints, Ints]:
    """The first words of all slots, widened by each of `WIDER` in turn, and the ends, exclusive, within `sizes`."""
    low = np.stack([np.maximum(places.low - wide, 0) for wide in WIDER])
    reach = np.maximum(places.high, places.low)
    return low, np.stack([np.minimum(reach + wide, sizes) for wide in WIDER])


def blocks(own: Tokens, other: Tokens) -> list[MatchingBlock]:
    """The words that both have in order, by the shortest edit of the one's stems into the other's.

    For each stretch of them, in order, where it begins in the one and in the other, and how long it is; at the end of
    both an empty one.
    """
    return Levenshtein.opcodes(own.letters, other.letters).as_matching_blocks()


def stretch(own: Tokens, other: Tokens, first: int, last: int) -> tuple[int, int]:
    """Which words of `other` stand in the place of the words `first` to `last` (inclusive), the end exclusive."""
    found = blocks(own, other)
    return _slot(found, first)[0], _slot(found, last)[1]


def _slot(found: Sequence[MatchingBlock], n: int) -> tuple[int, int]:
    done = 0
    for block in found:
        if n < block.a:
            return done, block.b
        if n < block.a + block.size:
            return block.b + n - block.a, block.b + n - block.a + 1
        done = block.b + block.size
    raise IndexError(n)


def slots(several: Cases) -> Slots:
    """The slots of all words, from the shortest edit of each rendering's stems into those of each alternate."""
    own = several.own
    both = [
        (block.a, block.b, block.size)
        for n, other in enumerate(several.others.parts)
        for block in blocks(own.parts[n % len(several)], other)
    ]
    a, b, size = np.array(both, np.int64).T
    last = np.flatnonzero(size == 0)
    done_a, done_b = np.append(0, a + size)[:-1], np.append(0, b + size)[:-1]
    done_a[last[:-1] + 1] = done_b[last[:-1] + 1] = 0
    more_a, more_b = a - done_a, b - done_b
    # What differs before each block and the block itself, one after the other, are all words in their order.
    lengths = np.stack([more_a, size], 1).ravel()
    begins = np.cumsum(lengths) - lengths

    def of(differing: Ints, same: Ints) -> Ints:
        found: Ints = np.repeat(np.stack([differing, same], 1).ravel(), lengths)
        return found

    none, one = np.zeros_like(size), np.ones_like(size)
    equal = of(none, one)
    low = of(done_b, b) + equal * (np.arange(len(equal)) - np.repeat(begins, lengths))
    before = np.zeros_like(low)
    added = (more_a == 0) & (more_b > 0) & (size > 0)
    before[begins[1::2][added]] = more_b[added]
    shape = several.count, len(own)
    high = np.where(equal, low + 1, of(b, none))
    return Slots(
        equal.reshape(shape) > 0, low.reshape(shape), high.reshape(shape), before.reshape(shape),
        of(more_a, one).reshape(shape),
    )  # fmt: skip
