"""The stretches of a rendering that its source does not account for, each with what the source has there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

import numpy as np

from tqcheck import lang
from tqcheck.evidence.sourced.features import ACCOUNTED, Sourced, source_says
from tqcheck.evidence.sourced.judge import judge
from tqcheck.evidence.sourced.words import SourceWords
from tqcheck.evidence.support.tokens import TRAIT
from tqcheck.evidence.weighing.model import load
from tqcheck.evidence.weighing.spans import Run
from tqcheck.model.text import Span

if TYPE_CHECKING:
    from tqcheck.evidence.unit import Pair

NEAR = 1.5
"""Words of the source within which one that nothing renders stands where a word of the rendering belongs."""
MOST_SHOWN = 3
"""Words of the source that are shown."""


class Way(str, Enum):
    """How a doubtful stretch stands to the words of the source that are shown with it.

    LEFT   nothing renders them, or some of them
    PARTS  it renders their parts or characters, and not the words
    HERE   they are what it seems to stand for, by its other words or by its place
    """

    LEFT = "left"
    PARTS = "parts"
    HERE = "here"


@dataclass(frozen=True, slots=True)
class Unsupported:
    """A stretch of a rendering that the source does not account for.

    span        in the pair's target
    peak        the greatest probability of its words
    confidence  how often such a span was right
    there       the words that the source has there with how a dictionary glosses each (empty where it does not), in
                order; spans in the pair's source
    """

    span: Span
    peak: float
    confidence: float
    there: tuple[tuple[Span, str], ...]
    way: Way


def unsupported(pair: Pair) -> Iterator[Unsupported]:
    """What the source makes doubtful in a rendering, in order of the text.

    Nothing where there are no weights for the two languages, or no dictionary of the source's.
    """
    model = load("source")
    source, target = pair.context.source_language, pair.context.target_language
    if model is None or not source.has_senses or f"{source.code}-{target.code}" not in model.languages:
        return
    said = source_says(pair) if pair.complete else None
    if said is None:
        return
    for run in judge(model, said):
        numbers, way = _there(said, run)
        yield Unsupported(
            said.own.span(run.first, run.last), run.peak, model.confidence(run.peak), _shown(said.source, numbers), way
        )


def _there(said: Sourced, run: Run) -> tuple[list[int], Way]:
    """The words of the source that are shown with a span, and how it stands to them."""
    if parts := _taken_apart(said, run):
        return parts, Way.PARTS
    open_ = _open(said, run)
    links = {int(said.link[j]) for j in range(run.first, run.last + 1) if said.own.traits[j, TRAIT["stop"]] == 0}
    links = {i for i in links if i >= 0 and not said.source.light[i]}
    if left := _left_there(said, open_):
        return sorted({*left, *sorted(links)[: MOST_SHOWN - len(left)]}), Way.LEFT
    if not links:
        apart = [(abs(i - float(said.expected[open_[0]])), i) for i in np.flatnonzero(said.source.solid).tolist()]
        links = {min(apart)[1]} if apart else set()
    return sorted(links)[:MOST_SHOWN], Way.HERE


def _open(said: Sourced, run: Run) -> list[int]:
    return [run.first + int(j) for j in np.flatnonzero(said.open[run.first : run.last + 1])]


def _taken_apart(said: Sourced, run: Run) -> list[int]:
    """Words of the source of which the doubtful words render a part each, and which nothing renders as a whole."""
    found: set[int] = set()
    for j in _open(said, run):
        i = int(said.link[j])
        if i < 0 or not 0 < said.weights[i, j] < ACCOUNTED or said.source.size[i] < 2:
            return []
        found.add(i)
    whole = said.weights[sorted(found)].max(1, initial=0)
    return sorted(found) if len(found) <= MOST_SHOWN and (whole < ACCOUNTED).all() else []


def _left_there(said: Sourced, open_: list[int]) -> list[int]:
    """Words of the source that nothing renders, about where the doubtful words belong."""
    free = np.flatnonzero(said.left)
    if not len(free):
        return []
    apart = np.abs(free[:, None] - said.expected[open_]).min(1)
    near = free[np.argsort(apart, kind="stable")][: (apart <= NEAR).sum()]
    return sorted(near[:MOST_SHOWN].tolist())


def _shown(source: SourceWords, numbers: list[int]) -> tuple[tuple[Span, str], ...]:
    language = lang.get(source.code)
    plain = language.normalise(source.text)
    return tuple((source.spans[i], language.gloss(source.spans[i].of(plain))) for i in numbers)
