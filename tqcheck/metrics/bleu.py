"""BLEU (Papineni et al. 2002), as sacrebleu defines it."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cached_property
from typing import Any

import numpy as np

from tqcheck.metrics.base import Floats, Metric, Statistics, whole
from tqcheck.metrics.ngrams import References
from tqcheck.metrics.words import Splitter, Text, Tokens

ORDER = 4
_LOG_OF_NOTHING = -9999999999.0  # sacrebleu's my_log(0)
_BY_WORD = frozenset({"13a", "none", "char"})
"""Tokenizers of sacrebleu for which white space parts words whatever is around it. 13a puts a space at either end of a
text, and its rules look at no more than one character on either side; `intl` and `zh` treat a text's ends otherwise."""


class Bleu(Metric):
    """BLEU with exponential smoothing; single segments with the effective order.

    Statistics: length of the rendering, of the reference, n-grams matched of orders 1 to 4, n-grams of orders 1 to 4.
    tokenizer  one of sacrebleu's
    """

    name = "bleu"

    def __init__(self, tokenizer: str = "13a", lowercase: bool = False) -> None:
        self.tokenizer, self.lowercase = tokenizer, lowercase

    def of_sacrebleu(self, segments: bool = False) -> Any:
        """sacrebleu's BLEU."""
        from sacrebleu.metrics.bleu import BLEU

        return BLEU(tokenize=self.tokenizer, lowercase=self.lowercase, effective_order=segments)

    @cached_property
    def _corpus(self) -> Any:
        return self.of_sacrebleu()

    def reader(self) -> Callable[[Text], Tokens]:
        """Tokenises."""
        split = self._corpus._preprocess_segment
        return Splitter(lambda text: split(text).split(), self.tokenizer in _BY_WORD)

    def comparing(self, reference: Tokens) -> Callable[[Tokens], Statistics]:
        """Counts the reference's n-grams once."""
        table = References(reference, ORDER)

        def statistics(mine: Tokens) -> Statistics:
            columns = [mine.lengths, reference.lengths, table.matches(mine), mine.totals(ORDER)]
            return np.column_stack(columns).astype(np.float64)

        return statistics

    def score(self, total: Statistics) -> float:
        """Corpus BLEU."""
        return float(self._corpus._compute_score_from_stats(whole(total)).score)

    def scores(self, totals: Statistics) -> Floats:
        """Corpus BLEU of many sums."""
        return _scores(totals, effective=False)

    def segment_scores(self, rows: Statistics) -> Floats:
        """Sentence BLEU with the effective order, as sacrebleu recommends."""
        return _scores(rows, effective=True)


def _scores(totals: Statistics, effective: bool) -> Floats:
    """sacrebleu's formula, its operations in the same order: equal to the last bit.

    effective  whether only the orders count of which the rendering has n-grams
    """
    mine, theirs = totals[:, 0], totals[:, 1]
    matched, out_of = totals[:, 2 : 2 + ORDER], totals[:, 2 + ORDER :]
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        brevity = np.where(mine < theirs, np.where(mine > 0, _exp(1 - theirs / mine), 0.0), 1.0)
        smoothing = np.ones(len(totals))
        going = np.ones(len(totals), bool)
        orders = np.full(len(totals), 0 if effective else ORDER)
        logs = np.zeros((len(totals), ORDER))
        for n in range(ORDER):
            going = going & (out_of[:, n] > 0)
            none = going & (matched[:, n] == 0)
            smoothing = np.where(none, smoothing * 2, smoothing)
            precision = np.where(none, 100 / (smoothing * out_of[:, n]), 100.0 * matched[:, n] / out_of[:, n])
            logs[:, n] = np.where(going, _log(np.where(going, precision, 1)), 0.0 if effective else _LOG_OF_NOTHING)
            orders += going & effective
        means = _sum(logs) / np.maximum(orders, 1)
        found: Floats = np.where(matched.any(axis=1), brevity * _exp(means), 0.0)
    return found


# numpy's own exponential and logarithm differ from the C library's, which Python uses, in the last bit; and Python's sum
# of floats is compensated from 3.12 on.
def _exp(values: Floats) -> Floats:
    return np.array(list(map(math.exp, np.where(np.isfinite(values), values, 0.0).tolist())), np.float64)


def _log(values: Floats) -> Floats:
    return np.array(list(map(math.log, values.tolist())), np.float64)


def _sum(rows: Floats) -> Floats:
    return np.array(list(map(sum, rows.tolist())), np.float64)
