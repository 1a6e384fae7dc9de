"""Which words of renderings their alternates have, and in what company."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tqcheck.evidence.support.cases import Cases
from tqcheck.evidence.support.joined import apart, grouped, in_order, meet, together
from tqcheck.evidence.support.tokens import Flags, Ints

LONGEST_RUN = 8
"""Words in a row, the same on both sides, beyond which more say nothing."""


@dataclass(frozen=True, eq=False)
class Links:
    """Pairs of a word of a rendering and a word of one of its alternates that are one.

    mine, theirs  the positions of the two in all renderings and in all alternates
    """

    cases: Cases
    mine: Ints
    theirs: Ints

    def __len__(self) -> int:
        return len(self.mine)

    @cached_property
    def _cell(self) -> Ints:
        return self.cases.alternate[self.theirs] * len(self.cases.own) + self.mine

    def any(self) -> Flags:
        """For each alternate (rows) and word of a rendering (columns) whether it has such a pair."""
        found = np.zeros(self.cases.shape, np.bool_)
        found.ravel()[self._cell] = True
        return found

    def least(self, values: NDArray[Any], none: float) -> NDArray[Any]:
        """The same: the least of `values`, one for each pair, and `none` where there is no pair."""
        found = np.full(self.cases.shape, none, values.dtype)
        np.minimum.at(found.ravel(), self._cell, values)
        return found

    def most(self, values: NDArray[Any]) -> NDArray[Any]:
        """The same: the greatest, 0 where there is no pair."""
        found = np.zeros(self.cases.shape, values.dtype)
        np.maximum.at(found.ravel(), self._cell, values)
        return found

    def where(self, kept: Flags) -> Links:
        """Those of the pairs for which `kept` holds."""
        return Links(self.cases, self.mine[kept], self.theirs[kept])


@dataclass(frozen=True, eq=False)
class Kin:
    """The words of renderings and of their alternates in groups: all that are the same beside one rendering.

    mine, theirs  the group of each word
    """

    cases: Cases
    mine: Ints
    theirs: Ints

    @cached_property
    def _held(self) -> Ints:
        """How many words of each group (rows) each alternate (columns) has."""
        count, groups = self.cases.count, int(max(self.mine.max(), self.theirs.max())) + 1
        found: Ints = np.bincount(self.theirs * count + self.cases.alternate, minlength=groups * count)
        return found.reshape(groups, count)

    @property
    def number(self) -> Ints:
        """For each alternate (rows) and word of a rendering (columns) how often it has the word."""
        return self._held[self.mine].T

    @property
    def among(self) -> Flags:
        """For each word of an alternate (rows) which alternates (columns) have it."""
        return self._held[self.theirs] > 0

    @property
    def said(self) -> Flags:
        """For each word of an alternate whether the rendering has it."""
        found = np.zeros(len(self._held), np.bool_)
        found[self.mine] = True
        return found[self.theirs]

    @property
    def again(self) -> Ints:
        """For each word of a rendering how often that has it."""
        return together(self.mine)

    @cached_property
    def links(self) -> Links:
        """All pairs of a group."""
        return Links(self.cases, *meet(self.mine, self.theirs))


def kin(cases: Cases, mine: Ints, theirs: Ints) -> Kin:
    """The words in groups by the keys of those of the renderings and of those of the alternates."""
    groups = grouped(apart(np.concatenate([cases.own.part, cases.about]), np.concatenate([mine, theirs])))
    return Kin(cases, groups[: len(mine)], groups[len(mine) :])


@dataclass(frozen=True, eq=False)
class Matches:
    """The words of renderings against the words of their alternates.

    stem, root  the words that are one by their stem, by their first letters
    exact       the pairs that are one word, with its ending
    akin        those that are one by their stem or by their first letters
    left        those that are one by their stem, and so are the words before them
    run         for each pair by stem how many words in a row are the same on both sides around it
    """

    stem: Kin
    root: Kin
    exact: Links
    akin: Links
    left: Links
    run: NDArray[np.uint8]


def match(cases: Cases) -> Matches:
    """Every word of each rendering against every word of its alternates."""
    own, others = cases.own, cases.others
    stem, root = kin(cases, own.stem, others.stem), kin(cases, own.root, others.root)
    links = stem.links
    exact = links.where(own.folded[links.mine] == others.folded[links.theirs])  # no word has two stems
    more = links.where(own.root[links.mine] != others.root[links.theirs])
    mine, theirs = (
        np.concatenate(both) for both in zip(*((x.mine, x.theirs) for x in (root.links, more)), strict=True)
    )
    left, run = _runs(links)
    return Matches(stem, root, exact, Links(cases, mine, theirs), links.where(left), run)


def _runs(stem: Links) -> tuple[Flags, NDArray[np.uint8]]:
    """Which pairs have one right before them, and for each how many words in a row are the same around it.

    At most `LONGEST_RUN` of them are counted on either side.
    """
    number = len(stem)
    left, run = np.zeros(number, np.bool_), np.zeros(number, np.uint8)
    if not number:
        return left, run
    # Sorted along the diagonals, the pairs of a run are neighbours: each but the first has its left one before it.
    width = len(stem.cases.own) + 1
    diagonal = (stem.theirs - stem.mine + width) * width + stem.mine
    order = in_order(diagonal)
    first = stem.cases.others.place[stem.theirs[order]] == 0  # no run goes on from one alternate into the next
    goes_on = np.append(False, np.diff(diagonal[order]) == 1) & ~first
    begins = np.flatnonzero(~goes_on)
    ends = np.append(begins[1:], number)
    lengths = ends - begins
    at = np.arange(number)
    before = at - np.repeat(begins, lengths)
    after = np.repeat(ends, lengths) - 1 - at
    left[order] = goes_on
    run[order] = np.minimum(before, LONGEST_RUN) + np.minimum(after, LONGEST_RUN) + 1
    return left, run
