"""How much of a sentence's content stands on the other side: by glosses, figures and names, never by length."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from tqcheck.lang.base import Language, Lexical
from tqcheck.model.document import Segment
from tqcheck.model.finding import Side

if TYPE_CHECKING:
    from tqcheck.evidence.unit import Reading

MIN_UNITS = 4
"""Content units that a sentence needs before its absence can be told from chance."""
MIN_BEADS = 3
"""Beads that an article needs before one of them can be said to lack a side."""
MIN_USUAL = 0.1
"""Median coverage under which the two texts cannot be compared at all."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Content units of a sentence, and how many of them the other side has.

    share  matched / units, 0 to 1 (1 where there are no units, since nothing is known to be missing)
    """

    units: int
    matched: int

    @property
    def share(self) -> float:
        """How much of the sentence is matched."""
        return self.matched / self.units if self.units else 1.0


def covered(of: str, by: str, of_language: Language, by_language: Language) -> Coverage:
    """How much of `of` stands in `by`: units of the one whose keys the other has, and names by their sound."""
    mine, theirs = of_language.lexical(of), by_language.lexical(by)
    keys = _keys(theirs)
    named = {unit for key, unit in mine.names.items() if key in theirs.names}
    units = [unit for unit, options in mine.units.items() if options or unit in named]
    matched = sum(bool(mine.units[unit] & keys) or unit in named for unit in units)
    return Coverage(len(units), matched)


def _keys(lexical: Lexical) -> frozenset[str]:
    return frozenset(key for options in lexical.units.values() for key in options)


def uncovered(reading: Reading, side: Side, share_of_usual: float) -> Sequence[Segment]:
    """Sentences of one side that nothing on the other side answers for.

    side            the side whose sentences are judged
    share_of_usual  a sentence is uncovered where its coverage by its own bead and the two beside it is less than this
                    share of the usual coverage (the median over the beads of the article)
    The usual coverage makes the measure fair to languages for which no dictionary is known: there only figures and
    names are seen, in all sentences alike.
    """
    if reading.source is None or len(reading.pairs) < MIN_BEADS:
        return ()
    context = reading.context
    source = side is Side.SOURCE
    mine = reading.source.segments if source else reading.document.segments
    languages = (context.source_language, context.target_language)
    if not source:
        languages = languages[::-1]
    texts = [(p.source_text, p.target.text) if source else (p.target.text, p.source_text) for p in reading.pairs]
    both = [covered(a, b, *languages).share for a, b in texts if a.strip() and b.strip()]
    usual = median(both) if both else 0.0
    if usual < MIN_USUAL:
        return ()
    found: list[Segment] = []
    for number, pair in enumerate(reading.pairs):
        numbers = pair.bead.source if source else pair.bead.target
        alone = not texts[number][1].strip()
        if not alone and len(numbers) < 2:
            continue
        around = "\n".join(other for _, other in texts[max(0, number - 1) : number + 2])
        for i in numbers:
            coverage = covered(mine[i].text, around, *languages)
            limit = share_of_usual if alone else share_of_usual / 2
            if coverage.units >= MIN_UNITS and coverage.share < limit * usual:
                found.append(mine[i])
    return found

