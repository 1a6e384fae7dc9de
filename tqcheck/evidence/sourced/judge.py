"""Which spans of a rendering the source speaks against, by the probabilities of their words."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tqcheck.evidence.sourced.features import Sourced
from tqcheck.evidence.support.tokens import TRAIT, Tokens
from tqcheck.evidence.weighing.model import Kind, Model
from tqcheck.evidence.weighing.spans import MOST_WORDS, Run, merge

Flags = NDArray[np.bool_]


def asked(found: Sourced) -> Flags:
    """Which words the model is asked about: those that may be in one span with a word that nothing accounts for."""
    around = np.convolve(found.open, np.ones(2 * MOST_WORDS - 1), "same")[: len(found.open)] > 0
    return found.weighed & around


def judge(model: Model, found: Sourced) -> list[Run]:
    """The spans, in order."""
    return spans(model, found.own, found.open, model.chances(found.columns, asked(found)))


def spans(model: Model, own: Tokens, open_: Flags, chance: NDArray[np.float64]) -> list[Run]:
    """The spans of `own`, whose words have the probabilities `chance`, over the model's threshold.

    Each has a word of content that the source does not account for: `open_`.
    """
    seed = model.seeds[Kind.WORDS]
    if chance.max(initial=0) < seed:
        return []
    mark, stop = own.traits[:, TRAIT["mark"]] > 0, own.traits[:, TRAIT["stop"]] > 0
    runs = merge(chance, mark, stop, seed, model.low / seed)
    return [run for run in runs if open_[run.first : run.last + 1].any()]
