"""Which spans of a rendering the source speaks against, by the probabilities of their words."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tqcheck.evidence.sourced.features import Sourced
from tqcheck.evidence.support.tokens import TRAIT, Tokens
from tqcheck.evidence.weighing.model import Kind, Model
from tqcheck.evidence.weighing.spans import MOST_WORDS, Run, merge

Flags = NDArray[np.bool_]

UNDER = 0.999
"""Share of the threshold that a word that is accounted for may reach."""


def judge(model: Model, found: Sourced) -> list[Run]:
    """The spans, in order. The model is asked first about the words that may begin one, then about those beside them."""
    open_ = found.open & found.weighed
    chance = model.chances(found.columns, open_)
    begins = chance >= model.seeds[Kind.WORDS]
    if not begins.any():
        return []
    around = np.convolve(begins, np.ones(2 * MOST_WORDS - 1), "same")[: len(begins)] > 0
    return spans(model, found.own, open_, chance + model.chances(found.columns, found.weighed & around & ~open_))


def spans(model: Model, own: Tokens, open_: Flags, chance: NDArray[np.float64]) -> list[Run]:
    """The spans of `own`, whose words have the probabilities `chance`, over the model's threshold.

    They begin at words of content that the source does not account for, `open_`; others join them only.
    """
    seed = model.seeds[Kind.WORDS]
    if chance[open_].max(initial=0) < seed:
        return []
    chance = np.where(open_, chance, np.minimum(chance, seed * UNDER))
    mark, stop = own.traits[:, TRAIT["mark"]] > 0, own.traits[:, TRAIT["stop"]] > 0
    return merge(chance, mark, stop, seed, model.low / seed)
