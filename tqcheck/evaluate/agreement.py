"""How spans agree with the marks of raters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tqcheck.evaluate.gold import Mark, Place
from tqcheck.evaluate.mqm import Rated
from tqcheck.model.text import Span


@dataclass(frozen=True)
class Agreement:
    """Counts from which the figures follow.

    words, flags     words of the renderings and spans flagged in them
    length           words in all spans together
    any, two, major  spans that a rater marked, that two did, that one marked as major or worse
    consensus, found marks on which two raters agree that it is major or worse, and those of them that spans meet, each
                     counted once for every rater who made it
    """

    words: int = 0
    flags: int = 0
    length: int = 0
    any: int = 0
    two: int = 0
    major: int = 0
    consensus: int = 0
    found: int = 0

    def __add__(self, other: Agreement) -> Agreement:
        return Agreement(
            self.words + other.words, self.flags + other.flags, self.length + other.length, self.any + other.any,
            self.two + other.two, self.major + other.major, self.consensus + other.consensus, self.found + other.found,
        )  # fmt: skip

    def figures(self) -> dict[str, float]:
        """Percentages, false flags in 1,000 words, words in a flag."""
        flags, words = max(self.flags, 1), max(self.words, 1)
        return {
            "precision_two_raters": round(100 * self.two / flags, 1),
            "precision_any": round(100 * self.any / flags, 1),
            "precision_major": round(100 * self.major / flags, 1),
            "recall_consensus_major": round(100 * self.found / max(self.consensus, 1), 1),
            "false_per_1000w": round(1000 * (self.flags - self.any) / words, 2),
            "flags_per_1000w": round(1000 * self.flags / words, 2),
            "words_per_flag": round(self.length / flags, 2),
        }


def agreement(rated: Rated, spans: Sequence[tuple[Span, int]]) -> Agreement:
    """How flagged spans, each with its number of words, meet the marks on a rendering."""
    consensus = [mark for mark in rated.marks if mark.bad and _agreed(mark, rated.marks)]
    places = [Place(span.start, span.end) for span, _ in spans]
    whom = [[mark for mark in rated.marks if mark.place.meets(place)] for place in places]
    met = {id(mark) for found in whom for mark in found}
    return Agreement(
        len(rated.target.split()),
        len(spans),
        sum(length for _, length in spans),
        sum(bool(found) for found in whom),
        sum(len({rater for mark in found for rater in mark.raters}) >= 2 for found in whom),
        sum(any(mark.bad for mark in found) for found in whom),
        sum(len(mark.raters) for mark in consensus),
        sum(len(mark.raters) for mark in consensus if id(mark) in met),
    )


def _agreed(mark: Mark, marks: Sequence[Mark]) -> bool:
    """Whether two raters marked it, or something that overlaps it, as major or worse.

    `gold.agreed` says the same but for a mark without width: there it also agrees with what ends or begins beside it.
    The figures of the models' cards are by this one.
    """
    start, end = mark.place.bounds
    who = set(mark.raters)
    for other in marks:
        low, high = other.place.bounds
        if other.bad and (mark.place.meets(other.place) if low == high else start < high and low < end):
            who |= set(other.raters)
    return len(who) >= 2


def interval(by_document: Sequence[Agreement], name: str, draws: int = 500, seed: int = 1) -> tuple[float, float]:
    """The middle 95% of a figure over documents drawn with replacement."""
    rng = np.random.default_rng(seed)
    values: list[float] = []
    for _ in range(draws):
        total = Agreement()
        for n in rng.integers(0, len(by_document), len(by_document)):
            total += by_document[n]
        values.append(total.figures()[name])
    low, high = np.percentile(values, [2.5, 97.5])
    return round(float(low), 1), round(float(high), 1)


def per_document(rated: Sequence[Rated], found: Sequence[Agreement]) -> dict[str, Agreement]:
    """Agreements of segments summed over their documents."""
    sums: dict[str, Agreement] = defaultdict(Agreement)
    for one, part in zip(rated, found, strict=True):
        sums[one.document] += part
    return dict(sums)
