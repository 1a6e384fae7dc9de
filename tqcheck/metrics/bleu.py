"""BLEU (Papineni et al. 2002), as sacrebleu defines it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

import numpy as np

from tqcheck.metrics.base import Floats, Metric, Statistics, whole
from tqcheck.metrics.ngrams import References, Tokens, Vocabulary

ORDER = 4
_LOG_OF_NOTHING = -9999999999.0  # sacrebleu's my_log(0)


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

    @cached_property
    def _segment(self) -> Any:
        return self.of_sacrebleu(segments=True)

    def reader(self) -> Callable[[Sequence[str]], Tokens]:
        """Tokenises and numbers words."""
        vocabulary = Vocabulary()
        split = self._corpus._preprocess_segment
        return lambda texts: vocabulary.tokens(split(text).split() for text in texts)

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

    def segment_score(self, row: Statistics) -> float:
        """Sentence BLEU with the effective order, as sacrebleu recommends."""
        return float(self._segment._compute_score_from_stats(whole(row)).score)

    def scores(self, totals: Statistics) -> Floats:
        """Corpus BLEU of many sums."""
        mine, theirs = totals[:, 0], totals[:, 1]
        matched, out_of = totals[:, 2 : 2 + ORDER], totals[:, 2 + ORDER :]
        with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
            brevity = np.where(mine < theirs, np.where(mine > 0, np.exp(1 - theirs / mine), 0.0), 1.0)
            smoothing = np.ones(len(totals))
            going = np.ones(len(totals), bool)
            logs = np.zeros(len(totals))
            for n in range(ORDER):
                going = going & (out_of[:, n] > 0)
                none = going & (matched[:, n] == 0)
                smoothing = np.where(none, smoothing * 2, smoothing)
                precision = np.where(none, 100 / (smoothing * out_of[:, n]), 100.0 * matched[:, n] / out_of[:, n])
                logs += np.where(going, np.log(precision), _LOG_OF_NOTHING)
            found: Floats = np.where(matched.any(axis=1), brevity * np.exp(logs / ORDER), 0.0)
        return found
