"""Whether a rendering goes with its alternates, as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from tqcheck.evidence.support.content import Content
from tqcheck.model.text import Span

FEWEST = 3
"""Alternates whose agreement with each other is a measure."""
FEWEST_WORDS = 4
"""Words of content of each alternate (mean) under which nothing is said."""
ENOUGH_WORDS = 120
"""Words of content from which a text is judged by `MOST_LONG`; between, by what lies between."""
LEAST_AGREED = 0.45
"""What the alternates must share with each other for a rendering to depart from them."""
MOST_SHORT, MOST_LONG = 0.25, 0.66
"""How much of what they share with each other a rendering shares with them, at most, to depart: in 9,632 stretches of
news few translations by people who were free share less of a sentence, none of an article."""
MOST_WORDS = 6
"""Words by which the place is shown."""


@dataclass(frozen=True, slots=True)
class Departure:
    """How a rendering departs.

    part    which of the stretches departs most
    span    words of it that no alternate has
    shared  share of words of content that the rendering has in common with an alternate (Dice), mean
    among   the same of the alternates with each other
    """

    part: int
    span: Span
    shared: float
    among: float


def departure(parts: Sequence[tuple[Content, Sequence[Content]]]) -> Departure | None:
    """How a rendering, given stretch by stretch beside its alternates, departs from them; None where it does not."""
    counted = [(n, _shares(own, others)) for n, (own, others) in enumerate(parts) if own.keys and len(others) >= FEWEST]
    size = sum(shares[4] for _, shares in counted)
    if size < FEWEST_WORDS:
        return None
    sums = [sum(shares[k] for _, shares in counted) for k in range(4)]
    mine, theirs = sums[0] / max(sums[1], 1), sums[2] / max(sums[3], 1)
    most = MOST_SHORT + (MOST_LONG - MOST_SHORT) * min(1.0, size / ENOUGH_WORDS)
    if theirs < LEAST_AGREED or mine > most * theirs:
        return None
    part = max(counted, key=lambda one: one[1][2] / max(one[1][3], 1) - one[1][0] / max(one[1][1], 1))[0]
    return Departure(part, _strangest(*parts[part]), mine, theirs)


def _shares(own: Content, others: Sequence[Content]) -> tuple[float, float, float, float, float]:
    """What is shared with the alternates, of how much, what they share with each other, of how much, and their size."""
    mine = theirs = all_theirs = 0
    for other in others:
        mine += len(own.roots & other.roots)
    size = sum(len(other.roots) for other in others)
    for one, other in combinations(others, 2):
        theirs += len(one.roots & other.roots)
    all_theirs = size * (len(others) - 1)
    return 2 * mine, len(own.roots) * len(others) + size, 2 * theirs, all_theirs, size / len(others)


def _strangest(own: Content, others: Sequence[Content]) -> Span:
    """The longest run of words of content that no alternate has, shortened; the first word where each has some."""
    held = frozenset().union(*(other.roots for other in others))
    best = first = last = own.places[0] if own.places else 0
    longest = run = 0
    for n in own.places:
        if own.keys[n] in held:
            run = 0
            continue
        if not run:
            best = n
        run += 1
        if run > longest:
            longest, first, last = run, best, n
    return own.tokens.span(first, min(last, first + MOST_WORDS - 1))
