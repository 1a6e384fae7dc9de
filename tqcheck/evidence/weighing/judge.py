"""What a model makes of a rendering: the spans that its evidence speaks against."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tqcheck.evidence.support import Columns, Tokens
from tqcheck.evidence.support.tokens import TRAIT
from tqcheck.evidence.weighing.model import Kind, Model
from tqcheck.evidence.weighing.spans import Run, grow

ALIKE = 0.8
"""Likeness to a word of some alternate from which a name may be a spelling of theirs."""
CARRIED = 3
"""Words in a row, the same in every alternate, in whose midst a word is taken to be right and is not weighed: raters
marked one in thirteen of those, as against one in seven of the others."""


def candidates(own: Tokens, found: Columns) -> NDArray[np.bool_]:
    """Which tokens are weighed: words, except those that every alternate has in the same company."""
    words: NDArray[np.bool_] = own.traits[:, TRAIT["mark"]] == 0
    if "alt:run_min" in found:
        words = words & (found["alt:run_min"] < CARRIED)
    return words


def kind_of(own: Tokens, found: Columns, run: Run) -> Kind:
    """What the words of a span are, judged by the columns of evidence."""
    words = slice(run.first, run.last + 1)
    nowhere = found["alt:stem"][words] == 0
    if np.any(nowhere & (own.traits[words, TRAIT["digit"]] > 0)):
        return Kind.NUMBER
    strange = nowhere & (found["alt:near_max"][words] < ALIKE) & (own.traits[words, TRAIT["stop"]] == 0)
    return Kind.NAME if np.any(strange & (found["own:inner_capital"][words] > 0)) else Kind.WORDS


def judge(model: Model, own: Tokens, found: Columns) -> list[tuple[Run, Kind]]:
    """The spans of `own` whose evidence the model takes for that of an error, in order, each with what it is."""
    return spans(model, own, found, model.chances(found, candidates(own, found)))


def spans(model: Model, own: Tokens, found: Columns, chance: NDArray[np.float64]) -> list[tuple[Run, Kind]]:
    """The spans of `own`, whose words have the probabilities `chance`, that reach the thresholds of the model."""
    least = min(model.seeds.values())
    if not len(chance) or chance.max() < least:
        return []
    mark = own.traits[:, TRAIT["mark"]] > 0
    stop = own.traits[:, TRAIT["stop"]] > 0
    runs = [(run, kind_of(own, found, run)) for run in grow(chance, mark, stop, least, model.low / least)]
    return [(run, kind) for run, kind in runs if run.peak >= model.seeds[kind]]
