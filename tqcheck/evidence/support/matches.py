"""Which words of a rendering each alternate has, and in what company."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tqcheck.evidence.support.tokens import Flags, Floats, Ints, Tokens, content

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

    @cached_property
    def content(self) -> Ints:
        """The positions of the words that are neither marks nor grammar."""
        return content(self.traits)

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
    return Matches(exact, stem, root, left, _runs(left, stem))


def _runs(left: Flags, stem: Flags) -> NDArray[np.uint8]:
    """How many words in a row are the same around each pair, at most `LONGEST_RUN` of them on either side."""
    found = np.zeros(stem.shape, np.uint8)
    row, column = np.nonzero(stem)
    if not len(row):
        return found
    order = np.lexsort((row, column - row))
    row, column = row[order], column[order]
    # Sorted along the diagonals, the pairs of a run are neighbours: each but the first has its left one before it.
    begins = np.flatnonzero(~left[row, column])
    ends = np.append(begins[1:], len(row))
    lengths = ends - begins
    place = np.arange(len(row))
    before = place - np.repeat(begins, lengths)
    after = np.repeat(ends, lengths) - 1 - place
    found[row, column] = np.minimum(before, LONGEST_RUN) + np.minimum(after, LONGEST_RUN) + 1
    return found
