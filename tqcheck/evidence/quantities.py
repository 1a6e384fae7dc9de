"""Numbers and dates of a source and its rendering, matched by value: what agrees, what contradicts, what is alone.

Verdicts are three. A number is *found* where the other side has its value in any form (digits or words, another unit,
a rounding that the text shows to be one), *contradicted* where both sides have a number left over of the same sort, and
otherwise *unknown*.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tqcheck.evidence.contradiction import Contradiction, Item
from tqcheck.evidence.crossings import crossed
from tqcheck.evidence.dated import bare_days, months_of_days
from tqcheck.evidence.dates import compare, compare_moments
from tqcheck.evidence.designations import altered
from tqcheck.evidence.matching import Matching
from tqcheck.evidence.money import other_money
from tqcheck.evidence.swaps import swapped
from tqcheck.lang.base import Language
from tqcheck.lang.quantity import Moment, Quantity


@dataclass(frozen=True, slots=True)
class QuantityEvidence:
    """The numbers and moments of both sides with what became of them.

    matched        pairs that agree
    contradictions pairs that belong together and differ
    added          numbers of the rendering that nothing in the source can account for
    omitted        numbers of the source that nothing in the rendering can account for
    malformed      figures of the rendering that are not well-formed, though their value may be right
    """

    source_quantities: Sequence[Quantity] = ()
    target_quantities: Sequence[Quantity] = ()
    source_moments: Sequence[Moment] = ()
    target_moments: Sequence[Moment] = ()
    matched: tuple[tuple[Item, Item], ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    added: tuple[Quantity, ...] = ()
    omitted: tuple[Quantity, ...] = ()
    malformed: tuple[Quantity, ...] = ()


__all__ = ["Contradiction", "Item", "QuantityEvidence", "compare_quantities"]
_ANY = re.compile(r"\d")
_EXCHANGED = "two numbers have changed places"


def compare_quantities(
    source_text: str, target_text: str, source_language: Language, target_language: Language, background: str = ""
) -> QuantityEvidence:
    """The numbers and dates of two texts, matched by value.

    source_text  may be empty: then only what is malformed is reported
    background   the whole of the source, whose dateline tells the month of a day that stands alone
    """
    target = list(target_language.quantities(target_text))
    moments = target_language.moments(target_text)
    if not source_text.strip():
        malformed = tuple(q for q in target if q.malformed and _surely(target_text, q))
        return QuantityEvidence((), target, (), moments, malformed=malformed)
    source = list(source_language.quantities(source_text))
    dated = source_language.moments(source_text)
    if not (target or source or moments or dated):
        return QuantityEvidence()
    sure = source_language.reads_numbers and target_language.reads_numbers
    alone = [k for k, m in enumerate(dated) if m.day and not m.month]
    if alone:
        dated = months_of_days(dated, source_language.dateline(background or source_text))
    dates = compare_moments(dated, moments, source, target)
    match = Matching(source_text, target_text, source, target, source_language, target_language)
    match.run()
    match.cross(dated, moments)
    contradictions = [
        Contradiction(one, other, field, "", confidence) for one, other, field, confidence in dates.contradictions
    ]
    contradictions += match.contradictions(dates.free_source, dates.free_target, sure)
    if not sure:
        contradictions = [c for c in contradictions if _figures(c, source_text, target_text)]
    implied = any(m.relative for m in dated)
    matched = tuple(match.pairs) + tuple(dates.matched)
    exchanged = swapped(match.numbers(), source_text, target_text)
    contradictions += [Contradiction(one, other, "value", _EXCHANGED, 0.6) for one, other in exchanged]
    moved = {id(other) for _, other in exchanged}
    contradictions += [
        Contradiction(
            found.source, found.target, _field(found.source, found.target), _told(found.cue), found.confidence
        )
        for found in crossed(matched, source_text, target_text, source_language, target_language)
        if id(found.target) not in moved
    ]
    contradictions += altered(source_text, target_text)
    contradictions += bare_days([dated[k] for k in alone], dates.matched, target, match.unpaired(), target_text)
    contradictions += other_money(source, target, contradictions, target_text, target_language)
    added, omitted = match.leftovers(implied) if sure else ((), ())
    return QuantityEvidence(
        tuple(source), tuple(target), tuple(dated), tuple(moments), matched,
        tuple(contradictions), added, omitted, match.malformed(),
    )  # fmt: skip


def _field(one: Item, other: Item) -> str:
    """Which field of a date differs, or `value`."""
    if isinstance(one, Moment) and isinstance(other, Moment):
        return (compare(one, other)[1] or ["value"])[0]
    return "value"


def _told(cue: str) -> str:
    return f'{_EXCHANGED} (it goes with "{cue}")' if cue else _EXCHANGED


def _surely(text: str, quantity: Quantity) -> bool:
    """Whether a figure is malformed whatever it stands for: 34,03 and 1,4000, not 1,2 nor 10 000."""
    return bool(re.search(r"(?<![\d,])\d{1,3},(?:0\d|\d{4})(?!\d)", quantity.span.of(text)))


def _figures(contradiction: Contradiction, source_text: str, target_text: str) -> bool:
    """Whether both sides of a contradiction are figures of two digits or more: all that is sure without a language."""
    texts = (contradiction.source.span.of(source_text), contradiction.target.span.of(target_text))
    return all(len(_ANY.findall(text)) >= 2 for text in texts)
