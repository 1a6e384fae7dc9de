"""From the probability of each word to spans of about three."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

MOST_WORDS = 6
"""Words of the longest span: a person marks about three."""


LONGEST = 4
"""Words of the longest span that `grow` makes: less than `merge`, and as often right, for it begins at the peaks."""


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring words, first and last inclusive, with the greatest of their probabilities."""

    first: int
    last: int
    peak: float


def merge(
    chance: NDArray[Any], mark: NDArray[np.bool_], stop: NDArray[np.bool_], seed: float, reach: float
) -> list[Run]:
    """Spans of words, in order.

    chance  each word's probability
    mark    which tokens are marks, which no span begins or ends with
    stop    which words are too common to begin or end a span with, unless they are seeds themselves
    seed    a span has at least one word as probable as this
    reach   neighbours join it that have at least this share of `seed`, over one stop word or mark between
    """
    low = seed * reach
    on = np.flatnonzero((chance >= low) & ~mark)
    groups: list[list[int]] = []
    for i in on.tolist():
        if groups and (i - groups[-1][1] == 1 or (i - groups[-1][1] == 2 and (stop[i - 1] or mark[i - 1]))):
            groups[-1][1] = i
        else:
            groups.append([i, i])
    found: list[Run] = []
    for first, last in groups:
        for a, b in _pieces(chance, first, last, seed):
            while a < b and (mark[a] or (stop[a] and chance[a] < seed)):
                a += 1
            while b > a and (mark[b] or (stop[b] and chance[b] < seed)):
                b -= 1
            found.append(Run(a, b, float(chance[a : b + 1].max())))
    return sorted(found, key=lambda run: run.first)


def _pieces(chance: NDArray[Any], first: int, last: int, seed: float) -> Iterator[tuple[int, int]]:
    """The stretch itself or, where it is too long, pieces of it around its peaks."""
    todo = [(first, last)]
    while todo:
        x, y = todo.pop()
        if x > y or chance[x : y + 1].max() < seed:
            continue
        if y - x < MOST_WORDS:
            yield x, y
            continue
        a = b = x + int(np.argmax(chance[x : y + 1]))
        while b - a + 1 < MOST_WORDS:
            before = chance[a - 1] if a > x else -1.0
            after = chance[b + 1] if b < y else -1.0
            if before >= after:
                a -= 1
            else:
                b += 1
        yield a, b
        todo += [(x, a - 1), (b + 1, y)]


def grow(
    chance: NDArray[Any], mark: NDArray[np.bool_], stop: NDArray[np.bool_], seed: float, reach: float
) -> list[Run]:
    """Spans of words, in order, each grown from its most probable word; the arguments are those of `merge`."""
    text = _Text(chance.tolist(), mark.tolist(), stop.tolist(), [False, *[True] * len(chance), False], seed * reach)
    found: list[Run] = []
    seeds = np.flatnonzero((chance >= seed) & ~mark)
    for peak in seeds[np.argsort(-chance[seeds], kind="stable")].tolist():
        if not text.free[peak + 1]:
            continue
        a = b = peak
        while True:
            room = LONGEST - (b + 1 - a) + sum(text.mark[a : b + 1])
            near = [at for at in (text.next(a, -1, room), text.next(b, 1, room)) if at is not None]
            if not near:
                break
            to = max(near, key=text.chance.__getitem__)
            a, b = min(a, to), max(b, to)
        while a < b and text.stop[a] and text.chance[a] < seed:
            a += 1
        while b > a and text.stop[b] and text.chance[b] < seed:
            b -= 1
        text.free[a + 1 : b + 2] = [False] * (b + 1 - a)
        found.append(Run(a, b, max(text.chance[a : b + 1])))
    return sorted(found, key=lambda run: run.first)


@dataclass(frozen=True, slots=True)
class _Text:
    """A text that spans grow in: lists, for they look at one word at a time.

    free  whether a word is in no span yet, with one place more on either side
    low   probability from which a word joins a span
    """

    chance: list[float]
    mark: list[bool]
    stop: list[bool]
    free: list[bool]
    low: float

    def next(self, end: int, side: int, room: int) -> int | None:
        """The word that a span takes in next beyond its `end`, over one unlikely stop word or mark; None where none."""
        at = end + side
        if not self.free[at + 1]:
            return None
        if self.mark[at] or (self.stop[at] and self.chance[at] < self.low):
            room -= not self.mark[at]
            at += side
            if not self.free[at + 1]:
                return None
        return at if room > 0 and not self.mark[at] and self.chance[at] >= self.low else None
