"""Texts one after the other, so that what is asked of a word is asked of thousands at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tqcheck.evidence.support.tokens import TRAIT, Flags, Floats, Ints, Tokens, content, sentence_starts

HEADLINE = 4
"""Words of content, all with a capital, that make a text a headline."""


@dataclass(frozen=True, eq=False)
class Joined:
    """The tokens of several texts, none of them empty, as one row.

    starts  where each text begins
    sizes   how many tokens each has
    The others are as in `Tokens`.
    """

    parts: tuple[Tokens, ...]
    starts: Ints
    sizes: Ints
    folded: Ints
    stem: Ints
    root: Ints
    signs: Ints
    traits: Floats

    def __len__(self) -> int:
        return len(self.stem)

    @cached_property
    def part(self) -> Ints:
        """For each token the number of its text."""
        found: Ints = np.repeat(np.arange(len(self.parts)), self.sizes)
        return found

    @cached_property
    def place(self) -> Ints:
        """For each token its position in its text."""
        found: Ints = np.arange(len(self)) - self.starts[self.part]
        return found

    @cached_property
    def content(self) -> Ints:
        """The positions of the words that are neither marks nor grammar."""
        return content(self.traits)

    @cached_property
    def telling_capitals(self) -> Flags:
        """Which words have a capital that says something: not at the start of a sentence, nor in a headline."""
        has = self.traits[:, TRAIT["capital"]] > 0
        words = (self.traits[:, TRAIT["mark"]] + self.traits[:, TRAIT["stop"]] + self.traits[:, TRAIT["digit"]]) == 0
        enough = np.add.reduceat(words, self.starts, dtype=np.int64) >= HEADLINE
        headline = enough & ~np.logical_or.reduceat(words & ~has, self.starts)
        found: Flags = has & ~sentence_starts(self) & ~headline[self.part]
        return found

    def spread(self, columns: Sequence[NDArray[Any]], room: int, missing: float) -> tuple[Floats, Ints]:
        """`columns` as rows, with `room` places that hold `missing` around every text, and where each token stands."""
        at = np.arange(len(self)) + room * (self.part + 1)
        found = np.full((len(columns), len(self) + room * (len(self.parts) + 1)), missing, np.float32)
        for row, column in zip(found, columns, strict=True):
            row[at] = column
        return found, at


def joined(parts: Sequence[Tokens]) -> Joined:
    """Several texts, none of them empty, as one row."""
    sizes = np.array([len(part) for part in parts], np.int64)
    return Joined(
        tuple(parts),
        np.cumsum(sizes) - sizes,
        sizes,
        np.concatenate([part.folded for part in parts]),
        np.concatenate([part.stem for part in parts]),
        np.concatenate([part.root for part in parts]),
        np.concatenate([part.signs for part in parts]),
        np.concatenate([part.traits for part in parts]),
    )


def apart(part: Ints, keys: Ints) -> Ints:
    """Keys (0 or more) made such that they are equal only in texts of one number."""
    found: Ints = part * (int(keys.max(initial=0)) + 1) + keys
    return found


def in_order(keys: Ints) -> Ints:
    """The positions of keys (0 or more) from the least to the greatest, equal ones in their order.

    Half a word at a time, from the last on: several times as fast as to compare thousands of them.
    """
    order: Ints = np.argsort(keys.astype(np.uint16), kind="stable")
    most, shift = int(keys.max(initial=0)), 16
    while most >> shift:
        order = order[np.argsort((keys[order] >> shift).astype(np.uint16), kind="stable")]
        shift += 16
    return order


def grouped(keys: Ints) -> Ints:
    """For each key (0 or more) the number of the group of those equal to it."""
    order = in_order(keys)
    found = np.zeros_like(order)
    found[order[1:]] = np.cumsum(np.diff(keys[order]) > 0)
    return found


def meet(mine: Ints, theirs: Ints) -> tuple[Ints, Ints]:
    """All pairs of equal numbers of groups, as positions in `mine` and `theirs`, in the order of `mine`, then `theirs`."""
    size = np.bincount(theirs, minlength=int(mine.max(initial=0)) + 1)
    begins, number = (np.cumsum(size) - size)[mine], size[mine]
    before = np.cumsum(number) - number
    at = np.arange(int(number.sum())) + np.repeat(begins - before, number)
    return np.repeat(np.arange(len(mine)), number), in_order(theirs)[at]


def together(groups: Ints) -> Ints:
    """For each number of a group how many there are of it."""
    found: Ints = np.bincount(groups)[groups]
    return found
