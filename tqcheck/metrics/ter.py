"""TER (Snover et al. 2006), as sacrebleu defines it, with its edit distances by rapidfuzz."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np

from tqcheck.metrics.base import Floats, Metric, Statistics
from tqcheck.metrics.ngrams import References
from tqcheck.metrics.shifts import edits
from tqcheck.metrics.words import Ints, Splitter, Text, Tokens


class Ter(Metric):
    """Translation edit rate: edits and shifts of phrases for each word of the reference.

    Statistics: edits, words of the reference. The number of edits equals sacrebleu's but where its beam misses the
    least edit distance of a long segment: there it is lower.
    """

    name = "ter"
    better = -1

    def of_sacrebleu(self, segments: bool = False) -> Any:
        """sacrebleu's TER."""
        from sacrebleu.metrics.ter import TER

        return TER()

    def signature(self, segments: bool = False) -> str:
        """sacrebleu's signature, with what its edit distances are made by."""
        return f"{super().signature(segments)}|distance:rapidfuzz"

    @cached_property
    def _corpus(self) -> Any:
        return self.of_sacrebleu()

    def reader(self) -> Callable[[Text], Tokens]:
        """Tokenises."""
        split = self._corpus._preprocess_segment
        return Splitter(lambda text: split(text).split())

    def comparing(self, reference: Tokens) -> Callable[[Tokens], Statistics]:
        """Counts edits."""
        theirs, shared = _letters(reference), References(reference, 1)

        def statistics(mine: Tokens) -> Statistics:
            from rapidfuzz.distance import Levenshtein

            words = _letters(mine)
            distances = map(Levenshtein.distance, words, theirs)
            # Words that only one side has must be edited wherever they stand.
            least = np.maximum(mine.lengths, reference.lengths) - shared.matches(mine)[:, 0]
            made = [
                distance if distance == low else edits(a, b, distance, low)
                for a, b, distance, low in zip(words, theirs, distances, least.tolist(), strict=True)
            ]
            return np.column_stack([made, reference.lengths]).astype(np.float64)

        return statistics

    def score(self, total: Statistics) -> float:
        """Corpus TER."""
        return float(self._corpus._compute_score_from_stats([float(value) for value in total]).score)

    def scores(self, totals: Statistics) -> Floats:
        """Corpus TER of many sums."""
        made, length = totals[:, 0], totals[:, 1]
        none = np.where(made > 0, 100.0, 0.0)
        found: Floats = np.where(length > 0, 100 * (made / np.where(length > 0, length, 1)), none)
        return found

    def segment_scores(self, rows: Statistics) -> Floats:
        """The same formula."""
        return self.scores(rows)


_SURROGATES, _HOW_MANY = 0xD800, 0x800


def _letters(tokens: Tokens) -> list[str]:
    """Each segment with a letter for each word; the surrogates, which are none, are passed over."""
    codes: Ints = tokens.codes + (tokens.codes >= _SURROGATES) * _HOW_MANY
    letters = codes.astype("<u4").tobytes().decode("utf-32-le")
    return [letters[first:last] for first, last in pairwise(tokens.starts.tolist())]
