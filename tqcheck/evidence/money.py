"""Amounts whose currency is not the source's, where the figure itself is too vague to be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tqcheck.evidence.contradiction import Contradiction
from tqcheck.lang.base import Language
from tqcheck.lang.quantity import Quantity
from tqcheck.lang.units import dimension, same
from tqcheck.model.text import Span

_NEXT = re.compile(r"\s+(?:of\s+|de\s+)?(?P<word>[^\W\d_]+)")


def other_money(
    source: Sequence[Quantity],
    target: Sequence[Quantity],
    known: Sequence[Contradiction],
    text: str,
    language: Language,
) -> Iterator[Contradiction]:
    """The vague amounts of a rendering (`tens of thousands of dollars`) in a currency that the source has nowhere.

    text, language  the rendering and its language
    Only where each side speaks of one currency alone, and nothing is said of it yet.
    """
    here = [q for q in source if dimension(q.unit) == "money"]
    if not here:
        return
    there = [q for q in (_with_unit(q, text, language) for q in target) if dimension(q.unit) == "money"]
    units = {q.unit for q in here}, {q.unit for q in there}
    if len(units[0]) != 1 or len(units[1]) != 1 or any(found.difference == "unit" for found in known):
        return
    one, other = here[0], there[0]
    if one.unit is None or other.unit is None or same(one.unit, other.unit):
        return
    for vague in there:
        if vague.vague and vague.whole is not None:
            yield Contradiction(one, vague, "unit", "another currency", 0.7)
            return


def _with_unit(quantity: Quantity, text: str, language: Language) -> Quantity:
    """A vague number with the unit that it has behind a word: `thousands of dollars`."""
    found = _NEXT.match(text, quantity.span.end) if quantity.vague and quantity.unit is None else None
    read = language.quantities(f"1 {found['word']}") if found else ()
    if not found or len(read) != 1 or read[0].unit is None:
        return quantity
    return replace(quantity, unit=read[0].unit, whole=Span(quantity.span.start, found.end()))
