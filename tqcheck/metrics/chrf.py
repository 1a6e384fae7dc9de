"""chrF and chrF++ (Popović 2015, 2017), as sacrebleu defines them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

import numpy as np

from tqcheck.metrics.base import Floats, Metric, Statistics, whole
from tqcheck.metrics.ngrams import Ints, References, Tokens, Vocabulary, characters

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

    def reader(self) -> Callable[[Sequence[str]], Sequence[Tokens]]:
        """Takes texts apart into characters and, for chrF++, words."""
        vocabulary = Vocabulary()
        prepared, words = self._corpus._preprocess_segment, self._corpus._remove_punctuation

        def read(texts: Sequence[str]) -> Sequence[Tokens]:
            texts = [prepared(text) for text in texts]
            made = [characters(["".join(text.split()) for text in texts])]
            return [*made, vocabulary.tokens(words(text) for text in texts)] if self.words else made

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

    def segment_score(self, row: Statistics) -> float:
        """The same formula."""
        return self.score(row)

    def scores(self, totals: Statistics) -> Floats:
        """Corpus chrF of many sums."""
        makes, has, matched = totals[:, 0::3], totals[:, 1::3], totals[:, 2::3]
        both = (makes > 0) & (has > 0)
        orders = np.maximum(both.sum(axis=1), 1)
        precision = np.where(both, matched / np.maximum(makes, 1), 0).sum(axis=1) / orders
        recall = np.where(both, matched / np.maximum(has, 1), 0).sum(axis=1) / orders
        below = BETA**2 * precision + recall
        found: Floats = np.where(
            below > 0, 100 * (1 + BETA**2) * precision * recall / np.where(below > 0, below, 1), 0.0
        )
        return found


class ChrfPlusPlus(Chrf):
    """chrF++: chrF with word n-grams of orders 1 and 2."""

    name = "chrf++"
    words = 2
