"""How much of a sentence's content stands on the other side: by glosses, figures and names, never by length."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from tqcheck.lang.base import Language
from tqcheck.model.document import Segment
from tqcheck.model.finding import Side

if TYPE_CHECKING:
    from tqcheck.evidence.unit import Reading

MIN_UNITS = 4
"""Content units that a sentence needs before its absence can be told from chance."""
MIN_SENTENCES = 3
"""Sentences that either side needs before one of them can be said to lack a partner."""
MIN_USUAL = 0.25
"""Median coverage under which the two texts cannot be compared at all."""

LEAST_FIGURE = 10
"""The smallest number that two sentences hardly have in common by chance."""


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
    named = {unit for key, unit in mine.names.items() if key in theirs.names}
    units = [unit for unit, options in mine.units.items() if options or unit in named]
    matched = sum(bool(mine.units[unit] & theirs.keys) or unit in named for unit in units)
    return Coverage(len(units), matched)


def uncovered(reading: Reading, side: Side, share_of_usual: float) -> Sequence[Segment]:
    """Sentences of one side that nothing on the other side answers for.

    side            the side whose sentences are judged
    share_of_usual  a sentence is uncovered where its best coverage, by one sentence or two neighbouring ones of its
                    own bead and the beads beside it, is less than this share of the article's usual best coverage
    Only sentences that the alignment leaves alone or joins to others are judged: one that has a partner of its own is
    rendered, however freely. The usual coverage (a median) makes the measure fair to languages for which no
    dictionary is known: there only figures and names are seen, in all sentences alike.
    """
    if reading.source is None:
        return ()
    source = side is Side.SOURCE
    mine, theirs = reading.source.segments, reading.document.segments
    languages = (reading.context.source_language, reading.context.target_language)
    if not source:
        mine, theirs, languages = theirs, mine, languages[::-1]
    if min(len(mine), len(theirs)) < MIN_SENTENCES:
        return ()
    beads = [(b.source, b.target) if source else (b.target, b.source) for b in reading.alignment.beads]
    best: dict[int, Coverage] = {}
    suspects: list[int] = []
    for number, (here, there) in enumerate(beads):
        around = [j for _, targets in beads[max(0, number - 1) : number + 2] for j in targets]
        for i in here:
            best[i] = _best(mine[i].text, [theirs[j].text for j in around], languages)
            headline = not source and i == 0 and mine[0].text.rstrip()[-1:].isalnum()  # made by the desk, freely
            if best[i].units >= MIN_UNITS and (not there or len(here) > 1) and not headline:
                suspects.append(i)
    shares = [coverage.share for coverage in best.values() if coverage.units >= MIN_UNITS]
    usual = median(shares) if shares else 0.0
    if usual < MIN_USUAL:
        return ()
    partners = {i: " ".join(theirs[j].text for j in there) for here, there in beads for i in here}
    return [
        mine[i]
        for i in suspects
        if best[i].share < share_of_usual * usual and not _share_figures(mine[i].text, partners[i], languages)
    ]


def _share_figures(text: str, other: str, languages: tuple[Language, Language]) -> bool:
    """Whether the sentences joined have a number of two digits or a date in common, in words or figures."""

    def values(of: str, language: Language) -> set[tuple[float, ...]]:
        numbers = {(q.low,) for q in language.quantities(of) if q.low >= LEAST_FIGURE and not q.vague}
        return numbers | {(m.month, m.day) for m in language.moments(of) if m.month and m.day}

    return bool(other) and bool(values(text, languages[0]) & values(other, languages[1]))


def _best(text: str, others: Sequence[str], languages: tuple[Language, Language]) -> Coverage:
    windows = [*others, *(f"{a}\n{b}" for a, b in zip(others, others[1:], strict=False))]
    return max((covered(text, window, *languages) for window in windows or [""]), key=lambda c: c.share)
