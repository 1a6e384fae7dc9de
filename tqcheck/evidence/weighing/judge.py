"""What a model makes of a rendering: the spans that its evidence speaks against."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from tqcheck.evidence.support import Columns, Tokens
from tqcheck.evidence.support.joined import Joined
from tqcheck.evidence.support.tokens import TRAIT
from tqcheck.evidence.weighing.model import Kind, Model
from tqcheck.evidence.weighing.spans import Run, grow

ALIKE = 0.8
"""Likeness to a word of some alternate from which a name may be a spelling of theirs."""
CARRIED = 3
"""Words in a row, the same in every alternate, in whose midst a word is taken to be right and is not weighed: raters
marked one in thirteen of those, as against one in seven of the others."""
TELLING = ("alt:stem", "alt:near_max", "alt:count", "own:inner_capital")
"""The columns that tell what a span is, and from which probability on it is one."""


def candidates(own: Tokens | Joined, found: Columns) -> NDArray[np.bool_]:
    """Which tokens are weighed: words, except those that every alternate has in the same company."""
    words: NDArray[np.bool_] = own.traits[:, TRAIT["mark"]] == 0
    if "alt:run_min" in found:
        words = words & (found["alt:run_min"] < CARRIED)
    return words


def _kinds(own: Tokens, found: Columns) -> tuple[list[bool], list[bool]]:
    """Which words are numbers that no alternate has, and which are such names, by the columns of evidence."""
    nowhere = found["alt:stem"] == 0
    strange = nowhere & (found["alt:near_max"] < ALIKE) & (own.traits[:, TRAIT["stop"]] == 0)
    number = nowhere & (own.traits[:, TRAIT["digit"]] > 0)
    return number.tolist(), (strange & (found["own:inner_capital"] > 0)).tolist()


def judge(model: Model, own: Joined, found: Columns) -> Iterator[list[tuple[Run, Kind]]]:
    """For each text the spans whose evidence the model takes for that of an error, in order, each with what it is."""
    chance = model.chances(found, candidates(own, found))
    for part, start in zip(own.parts, own.starts.tolist(), strict=True):
        here = slice(start, start + len(part))
        yield spans(model, part, {name: found[name][here] for name in TELLING}, chance[here])


def spans(model: Model, own: Tokens, found: Columns, chance: NDArray[np.float64]) -> list[tuple[Run, Kind]]:
    """The spans of `own`, whose words have the probabilities `chance`, that reach the thresholds of the model."""
    if not len(chance):
        return []
    share = model.shares.get(int(found["alt:count"][0]), 1.0)
    least = share * min(model.seeds.values())
    if chance.max() < least:
        return []
    mark = own.traits[:, TRAIT["mark"]] > 0
    stop = own.traits[:, TRAIT["stop"]] > 0
    number, name = _kinds(own, found)
    out: list[tuple[Run, Kind]] = []
    for run in grow(chance, mark, stop, least, model.low / least):
        words = slice(run.first, run.last + 1)
        kind = Kind.NUMBER if any(number[words]) else Kind.NAME if any(name[words]) else Kind.WORDS
        if run.peak >= share * model.seeds[kind]:
            out.append((run, kind))
    return out
