"""TER (Snover et al. 2006), as sacrebleu defines it, with its edit distances by rapidfuzz."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

import numpy as np

from tqcheck.metrics.base import Floats, Metric, Statistics
from tqcheck.metrics.shifts import edits


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

    def reader(self) -> Callable[[Sequence[str]], list[list[str]]]:
        """Tokenises."""
        split = self._corpus._preprocess_segment
        return lambda texts: [split(text).split() for text in texts]

    def comparing(self, reference: list[list[str]]) -> Callable[[list[list[str]]], Statistics]:
        """Counts edits."""

        def statistics(mine: list[list[str]]) -> Statistics:
            rows = [(edits(a, b), len(b)) for a, b in zip(mine, reference, strict=True)]
            return np.array(rows, np.float64).reshape(-1, 2)

        return statistics

    def score(self, total: Statistics) -> float:
        """Corpus TER."""
        return float(self._corpus._compute_score_from_stats([float(value) for value in total]).score)

    def segment_score(self, row: Statistics) -> float:
        """The same formula."""
        return self.score(row)

    def scores(self, totals: Statistics) -> Floats:
        """Corpus TER of many sums."""
        made, length = totals[:, 0], totals[:, 1]
        none = np.where(made > 0, 100.0, 0.0)
        found: Floats = np.where(length > 0, 100 * made / np.where(length > 0, length, 1), none)
        return found
