"""chrF and chrF++ (Popović 2015, 2017), as sacrebleu defines them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

import numpy as np

from tqcheck.metrics.base import Floats, Metric, Statistics, whole
from tqcheck.metrics.ngrams import References
from tqcheck.metrics.words import Ints, Splitter, Text, Tokens

CHARACTERS, BETA = 6, 2


class Chrf(Metric):
    """chrF: the F2 of character n-grams of orders 1 to 6.

    Statistics: for each order the n-grams of the rendering (none where the reference has none), of the reference,
    and those that match.
    """

    name = "chrf"
    words = 0

    def __init__(self, lowercase: bool = False) -> None:
        self.lowercase = lowercase

    def of_sacrebleu(self, segments: bool = False) -> Any:
        """sacrebleu's CHRF."""
        from sacrebleu.metrics.chrf import CHRF

        return CHRF(char_order=CHARACTERS, word_order=self.words, beta=BETA, lowercase=self.lowercase)

    @cached_property
    def _corpus(self) -> Any:
        return self.of_sacrebleu()

    def reader(self) -> Callable[[Text], Sequence[Tokens]]:
        """Takes texts apart into characters and, for chrF++, words."""
        words = Splitter(self._corpus._remove_punctuation)

        def read(text: Text) -> Sequence[Tokens]:
            text = text.lowered if self.lowercase else text
            return [text.characters, words(text)] if self.words else [text.characters]

        return read

    def comparing(self, reference: Sequence[Tokens]) -> Callable[[Sequence[Tokens]], Statistics]:
        """Counts the reference's n-grams once."""
        tables = [References(t, order) for t, order in zip(reference, (CHARACTERS, self.words), strict=False)]

        def statistics(mine: Sequence[Tokens]) -> Statistics:
            parts: list[Ints] = []
            for tokens, table in zip(mine, tables, strict=True):
                has = table.tokens.totals(table.order)
                makes = np.where(has > 0, tokens.totals(table.order), 0)
                parts.append(np.stack([makes, has, table.matches(tokens)], axis=2).reshape(len(has), -1))
            return np.concatenate(parts, axis=1).astype(np.float64)

        return statistics

    def score(self, total: Statistics) -> float:
        """Corpus chrF."""
        return float(self._corpus._compute_score_from_stats(whole(total)).score)

    def scores(self, totals: Statistics) -> Floats:
        """Corpus chrF of many sums: sacrebleu's operations in the same order, so that they are equal to the last bit."""
        precision, recall, orders = (np.zeros(len(totals)) for _ in range(3))
        for n in range(0, totals.shape[1], 3):
            makes, has, matched = totals[:, n], totals[:, n + 1], totals[:, n + 2]
            both = (makes > 0) & (has > 0)
            precision += np.where(both, matched / np.maximum(makes, 1), 0)
            recall += np.where(both, matched / np.maximum(has, 1), 0)
            orders += both
        precision /= np.maximum(orders, 1)
        recall /= np.maximum(orders, 1)
        above, below = (1 + BETA**2) * precision * recall, BETA**2 * precision + recall
        found: Floats = np.where(below > 0, 100 * (above / np.where(below > 0, below, 1)), 0.0)
        return found

    def segment_scores(self, rows: Statistics) -> Floats:
        """The same formula."""
        return self.scores(rows)


class ChrfPlusPlus(Chrf):
    """chrF++: chrF with word n-grams of orders 1 and 2."""

    name = "chrf++"
    words = 2
