"""Which words of a rendering each alternate has, and in what company."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tqcheck.evidence.support.tokens import Flags, Floats, Ints, Tokens

LONGEST_RUN = 8
"""Words in a row, the same on both sides, beyond which more say nothing."""


@dataclass(frozen=True)
class Others:
    """All alternates of a place, one after the other.

    starts  where each begins in the rows below
    sizes   how many tokens each has
    """

    parts: tuple[Tokens, ...]
    starts: Ints
    sizes: Ints
    folded: Ints
    stem: Ints
    root: Ints
    traits: Floats

    def __len__(self) -> int:
        return len(self.parts)

    def any_of(self, table: NDArray[Any]) -> Floats:
        """For each alternate (rows) whether any of its columns of `table` holds, for each row of it."""
        found: Floats = np.logical_or.reduceat(table, self.starts, axis=1).T.astype(np.float32)
        return found

    def most_of(self, table: NDArray[Any]) -> Floats:
        """For each alternate (rows) the greatest of its columns of `table`, for each row of it."""
        found: Floats = np.maximum.reduceat(table, self.starts, axis=1).T.astype(np.float32)
        return found


def gather(parts: Sequence[Tokens]) -> Others:
    """Several alternates, none of them empty, as one."""
    sizes = np.array([len(part) for part in parts], np.int64)
    return Others(
        tuple(parts),
        np.cumsum(sizes) - sizes,
        sizes,
        np.concatenate([part.folded for part in parts]),
        np.concatenate([part.stem for part in parts]),
        np.concatenate([part.root for part in parts]),
        np.concatenate([part.traits for part in parts]),
    )


@dataclass(frozen=True)
class Matches:
    """The words of a rendering (rows) against the words of all alternates (columns).

    exact, stem, root  whether the two are one, by the word, its stem, its first letters
    left               whether they are one by stem, and so are the words before them
    run                how many words in a row are the same on both sides around the two, 0 where they are not one
    """

    exact: Flags
    stem: Flags
    root: Flags
    left: Flags
    run: NDArray[np.uint8]


def match(own: Tokens, others: Others) -> Matches:
    """Every word of `own` against every word of `others`."""
    exact = own.folded[:, None] == others.folded
    stem = own.stem[:, None] == others.stem
    root = stem | (own.root[:, None] == others.root)
    linked = stem.copy()
    linked[:, others.starts] = False  # no run goes on from one alternate into the next
    left = np.zeros_like(stem)
    left[1:, 1:] = linked[1:, 1:] & stem[:-1, :-1]
    before, after = _lengths(left, stem)
    return Matches(exact, stem, root, left, np.where(stem, before + after + 1, 0).astype(np.uint8))


def _lengths(left: Flags, stem: Flags) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """How many words in a row are the same before each pair, and after it."""
    before, after = left.astype(np.uint8), np.zeros(stem.shape, np.uint8)
    after[:-1, :-1] = left[1:, 1:]
    back, ahead = left, after.astype(np.bool_)
    for _ in range(LONGEST_RUN - 1):
        further = np.zeros_like(stem)
        further[1:, 1:] = left[1:, 1:] & back[:-1, :-1]
        onward = np.zeros_like(stem)
        onward[:-1, :-1] = left[1:, 1:] & ahead[1:, 1:]
        if not further.any():
            break
        before += further
        after += onward
        back, ahead = further, onward
    return before, after
