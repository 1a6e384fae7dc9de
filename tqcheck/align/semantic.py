"""What sentences mean, as vectors: how far the sides of a bead are apart, and which sentences surely belong together."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tqcheck.align.band import chain
from tqcheck.align.encoder import Encoder, Pooled
from tqcheck.align.network import Vectors
from tqcheck.align.similarity import Floats, Ints

MOST_PAIRS = 16_000_000
"""Pairs of sentences up to which all are compared for anchors; of longer texts, those near a coarse path."""
BLOCKS = 1500
"""Into how many blocks a longer text is cut for the coarse path."""
AROUND = 12
"""Blocks on either side of the coarse path in which anchors are looked for."""
ROWS = 500
SURE = 0.3
"""Cosine from which a mutually best pair counts as an anchor (renderings mostly have .5 to .7, other pairs under .3)."""
DISTANCE = 0.2
"""What is taken off it, while choosing, for a pair of which one is at the text's start and one at its end."""


class Side:
    """One text: its sentences' vectors, and those of neighbouring sentences joined, made when they are asked for."""

    def __init__(self, encoder: Encoder, sentences: Sequence[str], joint: str, most: int) -> None:
        self._encoder, self._most = encoder, most
        self._pooled: Pooled = encoder.pooled(sentences, joint)
        size = len(sentences)
        self.vectors = np.empty((size, encoder.size), np.float16)
        for first in range(0, size, ROWS):
            stop = min(first + ROWS, size)
            self.vectors[first:stop] = encoder.stretches(self._pooled, first, stop, 1)[0]
        self.centre = self.vectors.mean(axis=0, dtype=np.float32) if size else np.zeros(encoder.size, np.float32)
        self._first = self._stop = 0
        self._held: Vectors = np.zeros((most, 0, encoder.size), np.float32)

    def joined(self, first: int, stop: int) -> Vectors:
        """Vectors of the stretches that end with sentence `first` up to but not including `stop`.

        As `Encoder.stretches`; what the last call found is kept for calls that move on through the text.
        """
        kept = self._held[:, max(first - self._first, 0) :] if self._first <= first < self._stop <= stop else None
        if kept is None:
            self._held = self._encoder.stretches(self._pooled, first, stop, self._most)
        elif stop > self._stop:
            more = self._encoder.stretches(self._pooled, self._stop, stop, self._most)
            self._held = np.concatenate([kept, more], axis=1)
        else:
            self._held = kept
        self._first, self._stop = first, stop
        return self._held

    def of(self, ends: Ints, sizes: Ints) -> Vectors:
        """The vector of each stretch of `sizes` sentences up to but not including sentence `ends`, in order."""
        found = np.empty((len(ends), self._encoder.size), np.float32)
        for first in range(0, len(ends), ROWS):
            here = slice(first, first + ROWS)
            found[here] = self._encoder.chosen(self._pooled, ends[here], sizes[here])
        return found


class Meaning:
    """The vectors of two texts given as sentences.

    joints  what stands between two sentences of the source and of the target
    most    how many sentences of a side are joined at most
    """

    def __init__(
        self, encoder: Encoder, source: Sequence[str], target: Sequence[str], joints: tuple[str, str], most: int
    ) -> None:
        self.source = Side(encoder, source, joints[0], most)
        self.target = Side(encoder, target, joints[1], most)

    def distances(self, shapes: Ints, i: Ints, j: Ints) -> Floats:
        """For each shape (a, b) how far the a source sentences before `i` are from the b target ones before `j`.

        (1 - cosine) / (1 - cosine with any sentence of the other text, both ways averaged): about 1 where the two have
        nothing to do with each other. What lies before the texts' beginning is any number.
        """
        top, left = max(int(i.min()), 1), max(int(j.min()), 1)
        source = self.source.joined(top - 1, max(int(i.max()), top))
        target = self.target.joined(left - 1, max(int(j.max()), left))
        usual_source, usual_target = source @ self.target.centre, target @ self.source.centre
        row, column = np.maximum(i - top, 0), np.maximum(j - left, 0)
        found = np.empty((len(shapes), len(i)))
        for k, (a, b) in enumerate(shapes.tolist()):
            cosine = (source[a - 1] @ target[b - 1].T)[row, column]
            usual = 0.5 * (usual_source[a - 1][row] + usual_target[b - 1][column])
            found[k] = (1 - cosine) / (1 - usual)
        return found

    def anchors(self) -> list[tuple[int, int]]:
        """Pairs of sentences that are each other's best, as the heaviest chain of them that goes forward on both sides."""
        source, target = self.source.vectors, self.target.vectors
        n, m = len(source), len(target)
        if not n or not m:
            return []
        low, high = np.zeros(n, np.int64), np.full(n, m)
        if n * m > MOST_PAIRS:
            low, high = self._window()
        return _mutual(source, target, low, high)

    def _window(self) -> tuple[Ints, Ints]:
        """For each source sentence, where in the target its rendering may be, from blocks of sentences."""
        n, m = len(self.source.vectors), len(self.target.vectors)
        size = -(-max(n, m) // BLOCKS)
        source, target = (_blocks(side.vectors, side.centre, size) for side in (self.source, self.target))
        pairs = _mutual(
            source, target, np.zeros(len(source), np.int64), np.full(len(source), len(target)), np.float64(0.0)
        )
        at = np.array([0.0, *(i + 0.5 for i, _ in pairs), len(source)]) * size
        to = np.array([0.0, *(j + 0.5 for _, j in pairs), len(target)]) * size
        path = np.interp(np.arange(n) + 0.5, at, to)
        # Where anchors are far apart, the path between them is a guess.
        gap = np.searchsorted(at, np.arange(n) + 0.5).clip(1, len(at) - 1)
        reach = AROUND * size + 0.5 * np.minimum(at[gap] - at[gap - 1], to[gap] - to[gap - 1])
        return (
            np.maximum(path - reach, 0).astype(np.int64),
            np.minimum(path + reach, m).astype(np.int64),
        )


def _mutual(
    source: NDArray[np.float16] | Vectors,
    target: NDArray[np.float16] | Vectors,
    low: Ints,
    high: Ints,
    sure: np.float64 | float = SURE,
) -> list[tuple[int, int]]:
    """Mutually best pairs, each source row looking at target rows `low` up to `high`, as the heaviest chain."""
    n, m = len(source), len(target)
    mean_source = source @ target.mean(axis=0, dtype=np.float32)
    mean_target = target @ source.mean(axis=0, dtype=np.float32)
    best_source, choice_source = np.full(n, -9.0), np.zeros(n, np.int64)
    best_target, choice_target = np.full(m, -9.0), np.zeros(m, np.int64)
    cosines = np.zeros(n)
    for begin in range(0, n, ROWS):
        rows = slice(begin, min(begin + ROWS, n))
        first, stop = int(low[rows].min()), max(int(high[rows].max()), int(low[rows].min()) + 1)
        cosine = source[rows].astype(np.float32) @ target[first:stop].astype(np.float32).T
        at = (np.arange(rows.start, rows.stop) + 0.5) / n
        to = (np.arange(first, stop) + 0.5) / m
        # Some sentences are near to all: what counts is how much nearer than usual.
        worth = cosine - 0.5 * (mean_source[rows, None] + mean_target[first:stop])
        worth -= DISTANCE * np.abs(at[:, None] - to)
        place = worth.argmax(axis=1)
        best_source[rows], choice_source[rows] = worth[np.arange(len(place)), place], place + first
        cosines[rows] = cosine[np.arange(len(place)), place]
        place = worth.argmax(axis=0)
        found = worth[place, np.arange(len(place))]
        better = np.flatnonzero(found > best_target[first:stop])
        best_target[first + better], choice_target[first + better] = found[better], place[better] + begin
    both = np.flatnonzero((choice_target[choice_source] == np.arange(n)) & (cosines > sure) & (best_source > 0))
    return chain(both, choice_source[both], best_source[both])


def _blocks(vectors: NDArray[np.float16], centre: Vectors, size: int) -> Vectors:
    """Unit vectors of stretches of `size` sentences, less what all sentences have in common."""
    starts = np.arange(0, len(vectors), size)
    sums = np.add.reduceat(vectors.astype(np.float32) - centre, starts, axis=0)
    norm = np.sqrt((sums**2).sum(axis=1, keepdims=True))
    return np.asarray(sums / np.maximum(norm, 1e-6), np.float32)
