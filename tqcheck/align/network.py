"""The forward pass of the sentence encoder, run from its parts up to the sums that the package throws away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
"""A row for each text, word or token."""
Ints = NDArray[np.int64]

SIZE = 512
BEGIN, END = 1, 2
"""Tokens at the beginning and the end of a text."""
_BATCH = 384
"""Tokens that go through the network at once: what is at work then stays in a processor's cache."""
_CHUNK = 30_000
"""Tokens whose distinct pieces are worked out together, before the network looks at neighbours."""


class Network:
    """The package's forward pass up to the sum over tokens, and from there to the vector."""

    ORDERS = ((2, 0), (3, 1), (5, 2))
    """Length and left reach of the three windows that look at neighbouring tokens."""

    def __init__(self, model: Any) -> None:
        self._model = model
        self._width = model.w1[0].shape[1]
        shapes = [weight.shape for weight in (*model.w1, *model.w2)]
        expected = [(length * self._width, self._width) for length, _ in self.ORDERS] * 2
        if shapes != expected or model.cnn_W.shape != (SIZE + len(self.ORDERS) * self._width, SIZE):
            raise ValueError("another network")

    def layers(self, ids: Iterable[Sequence[int]]) -> Iterator[tuple[Vectors, Ints, Ints]]:
        """The normalised last layer of all tokens of some texts at once, with where each text starts and its length."""
        for chunk in _grouped(ids, _CHUNK):
            flat = np.concatenate([np.asarray(text, np.int64) for text in chunk])
            distinct, place = np.unique(flat, return_inverse=True)
            embedded = self._embedded(distinct)
            first = self._first(embedded)
            done = 0
            for group in _grouped(chunk, _BATCH):
                lengths = np.array([len(text) for text in group], np.int64)
                size = int(lengths.sum())
                starts = np.cumsum(lengths) - lengths
                yield self._layer(place[done : done + size], starts, lengths, embedded, first), starts, lengths
                done += size

    def _embedded(self, pieces: Ints) -> Vectors:
        chunk = pieces % len(self._model.scale)
        found = self._model.table[pieces].astype(np.float32)
        found *= self._model.scale[chunk, None]
        found += self._model.lo[chunk, None]
        return np.asarray(found, np.float32)

    def _first(self, embedded: Vectors) -> list[tuple[Vectors, list[Vectors]]]:
        """For each window, what distinct pieces give the first layer: themselves, and their part at each of its places.

        The first layer is linear in its window, so a piece is multiplied once, however often it comes.
        """
        model, width = self._model, self._width
        inner = _normalised(embedded @ model.proj_W + model.proj_b, model.ln_g_all, model.ln_b_all, model.eps)
        found = []
        for number, (length, _) in enumerate(self.ORDERS):
            own = np.ascontiguousarray(inner[:, number * width : (number + 1) * width])
            parts = [
                np.concatenate([own @ model.w1[number][k * width : (k + 1) * width], np.zeros((1, width), np.float32)])
                for k in range(length)
            ]
            found.append((own, parts))
        return found

    def _layer(
        self,
        place: Ints,
        starts: Ints,
        lengths: Ints,
        embedded: Vectors,
        first: list[tuple[Vectors, list[Vectors]]],
    ) -> Vectors:
        model, width, size = self._model, self._width, len(place)
        layer = np.empty((size, SIZE + len(self.ORDERS) * width), np.float32)
        layer[:, :SIZE] = embedded[place]
        # One more place, that of a piece which gives nothing, stands for what lies outside a token's text.
        beyond = np.append(place, len(embedded))
        hidden = np.zeros((size + 1, width), np.float32)
        for number, (length, left) in enumerate(self.ORDERS):
            window = _window(starts, lengths, length, left)
            own, parts = first[number]
            h = np.take(parts[0], beyond[window[:, 0]], axis=0)
            for k in range(1, length):
                h += np.take(parts[k], beyond[window[:, k]], axis=0)
            h += model.b1[number]
            np.maximum(h, 0, out=h)
            h += np.take(own, place, axis=0)
            hidden[:size] = h
            second = hidden[window].reshape(size, length * width) @ model.w2[number]
            second += model.b2[number]
            np.maximum(second, 0, out=second)
            second += h
            layer[:, SIZE + number * width : SIZE + (number + 1) * width] = second
        return _normalised(layer, model.ln_g, model.ln_b, model.eps)

    def project(self, layers: Vectors, counts: Vectors | float = 1.0) -> Vectors:
        """Sums of the wide layer over `counts` tokens each, brought down to 512 numbers (a linear step)."""
        bias = np.reshape(np.asarray(counts, np.float32), (-1, 1)) * self._model.cnn_b
        return np.asarray(layers @ self._model.cnn_W + bias, np.float32)

    def head(self, sums: Vectors, counts: Vectors) -> Vectors:
        """Unit vectors from sums over `counts` tokens."""
        model = self._model
        mean = sums / np.sqrt(np.maximum(counts, 1.0, dtype=np.float32))[:, None]
        y0 = np.maximum(mean @ model.d0, 0)
        y1 = np.maximum(mean @ model.p1 + y0 @ model.d1, 0)
        y2 = np.maximum(y1 @ model.d2, 0)
        return unit(np.tanh(y1 @ model.p3 + y2 @ model.d3))


def _grouped(texts: Iterable[Sequence[int]], most: int) -> Iterator[list[Sequence[int]]]:
    """Texts in groups of at most `most` tokens, a longer text alone."""
    group: list[Sequence[int]] = []
    size = 0
    for text in texts:
        if group and size + len(text) > most:
            yield group
            group, size = [], 0
        group.append(text)
        size += len(text)
    if group:
        yield group


def _window(starts: Ints, lengths: Ints, length: int, left: int) -> Ints:
    """The tokens around each token, from `left` before it on; those of another text are the number of all tokens."""
    size = int(lengths.sum())
    around = np.arange(size)[:, None] + np.arange(-left, length - left)
    low, high = np.repeat(starts, lengths)[:, None], np.repeat(starts + lengths, lengths)[:, None]
    return np.where((around >= low) & (around < high), around, size)


def _normalised(rows: Vectors, gain: Vectors, bias: Vectors, eps: float) -> Vectors:
    rows = rows - rows.mean(axis=1, keepdims=True)
    spread = np.sqrt(np.einsum("ij,ij->i", rows, rows) / rows.shape[1] + eps)
    return np.asarray(rows / spread[:, None] * gain + bias, np.float32)


def unit(rows: Vectors) -> Vectors:
    norm = np.sqrt(np.einsum("ij,ij->i", rows, rows))
    return np.asarray(rows / np.maximum(norm, 1e-6)[:, None], np.float32)
