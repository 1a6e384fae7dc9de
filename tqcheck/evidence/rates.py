"""Numbers that are counted by something (so much per square metre): whether both sides count them by the same."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.evidence.swaps import Match
from tqcheck.lang.base import Language
from tqcheck.lang.quantity import Quantity
from tqcheck.lang.rates import denominator
from tqcheck.lang.units import NAMES, convert, dimension, same

SLACK = 0.03
"""Share by which a converted rate may be off, as for converted amounts."""


class Rates:
    """The denominators of the numbers of a source and its rendering."""

    def __init__(self, source_text: str, target_text: str, source: Language, target: Language) -> None:
        self._texts = source_text, target_text
        self._languages = source.code, target.code

    def of(self, source: Quantity, target: Quantity) -> tuple[str, str] | None:
        """What both numbers are counted by, the source's first; None unless both are counted by something."""
        here = denominator(self._texts[0], source, self._languages[0])
        there = denominator(self._texts[1], target, self._languages[1]) if here else None
        return (here, there) if here and there else None

    def contradicted(self, matches: Sequence[Match]) -> list[tuple[Quantity, Quantity, str]]:
        """Those of `matches` that have the same figure and are counted by different things, with what is wrong."""
        found = []
        for one, other in matches:
            if one.vague or other.vague or one.low != other.low or one.low < 1:
                continue
            by = self.of(one, other)
            if by and by[0] != by[1] and _both_measure(*by):
                here, there = (NAMES.get(unit, unit).rstrip("s") for unit in by)
                found.append((one, other, f"counted per {here}, not per {there}"))
        return found

    def agree(self, one: Quantity, other: Quantity) -> bool:
        """Whether two figures in different units say the same rate: 500 kg a mu and 7.5 tonnes a hectare."""
        by = self.of(one, other)
        if not by or by[0] == by[1] or not (one.unit and other.unit):
            return False
        value = one.low if same(one.unit, other.unit) else convert(one.low, one.unit, other.unit)
        size = convert(1, *by)
        return value is not None and bool(size) and abs(value / (size or 1) - other.low) <= SLACK * other.low


def _both_measure(one: str, other: str) -> bool:
    """Whether two denominators are measures of space or mass: people and years are said in too many ways."""
    measures = {"length", "area", "volume", "mass"}
    return dimension(one) in measures and dimension(other) in measures
