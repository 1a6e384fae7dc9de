"""Rated segments as tables to fit on: a row for each word, with what raters thought of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tqcheck.evaluate.gold import meet
from tqcheck.evaluate.mqm import Rated, alternates
from tqcheck.evidence.support import Columns, Tokens, Usage, alternates_say, tokens
from tqcheck.evidence.weighing.judge import TELLING, candidates
from tqcheck.model.text import Span


@dataclass(frozen=True)
class Situation:
    """What evidence there is: with how many alternates a model is fitted, and which columns it may look at."""

    name: str
    counts: tuple[int, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The columns of evidence."""
        return tuple(alternates_say(tokens("One word."), [tokens("A word.")]))


FULL = 5
"""Marks in a segment at which raters were told to stop: what comes after the last of so many was not judged."""
SITUATIONS = {s.name: s for s in (Situation("alternates", (3, 2, 1)),)}


@dataclass(frozen=True)
class Example:
    """A rendering's words with their evidence.

    count    number of alternates
    weighed  the words that the model is asked about (`candidates`), by position
    table    their evidence, a row each
    hope     for each of them the share of raters who marked it, a minor mark counted half
    known    for each of them the share of raters whose view is known (`FULL`)
    columns  the columns that tell what a span is (`TELLING`)
    """

    rated: Rated
    own: Tokens
    count: int
    weighed: NDArray[np.int64]
    table: NDArray[np.float32]
    hope: NDArray[np.float32]
    known: NDArray[np.float32]
    columns: Columns


def examples(rated: Sequence[Rated], situation: Situation, counts: Sequence[int] = ()) -> list[Example]:
    """The examples of all renderings that have words and alternates, once for each number of alternates."""
    found: list[Example] = []
    usages = usage_of(rated)
    for count in counts or situation.counts:
        for one, texts in zip(rated, alternates(rated, count), strict=True):
            own = tokens(one.target)
            others = [tokens(text) for text in texts if text.strip() and text.strip() != one.target.strip()]
            if len(own) and others:
                said = alternates_say(own, others, usages[one.document])
                found.append(_example(one, own, count, said, situation.names))
    return found


def usage_of(rated: Sequence[Rated]) -> Mapping[str, Usage]:
    """What words each document uses, by all renderings of its segments."""
    texts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for one in rated:
        texts[one.document][one.segment].append(one.target)
    return {document: Usage(passages.values()) for document, passages in texts.items()}


def _example(rated: Rated, own: Tokens, count: int, found: Columns, names: Sequence[str]) -> Example:
    kept = np.flatnonzero(candidates(own, found))
    table = np.stack([found[name] for name in names], 1)[kept].astype(np.float32)
    hope, known = soft_labels(rated, own)
    return Example(rated, own, count, kept, table, hope[kept], known[kept], {n: found[n] for n in TELLING})


def soft_labels(rated: Rated, own: Tokens) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """For each token the share of raters who marked it, a minor mark counted half, of those whose view is known.

    And for each the share of raters whose view that is.
    """
    number = {rater: n for n, rater in enumerate(rated.raters)}
    worst = np.zeros((len(own), len(number)), np.float32)
    for mark in rated.marks:
        if mark.counts:
            met = meet(own.start, own.end, *mark.place.bounds)
            for row in (number[rater] for rater in mark.raters):
                worst[met, row] = np.maximum(worst[met, row], 1.0 if mark.bad else 0.5)
    known = np.ones_like(worst)
    for rater, row in number.items():
        ends = [mark.place.bounds[1] for mark in rated.marks if rater in mark.raters]
        if len(ends) >= FULL:
            known[own.start >= max(ends), row] = 0
    hope: NDArray[np.float32] = (worst * known).sum(1) / np.maximum(known.sum(1), 1)
    return hope, known.mean(1)


def located(own: Tokens, first: int, last: int) -> tuple[Span, int]:
    """The span of some words, and how many stand apart by spaces in it."""
    return own.span(first, last), len(own.phrase(first, last).split())
