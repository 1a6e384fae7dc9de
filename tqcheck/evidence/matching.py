"""Matching two lists of numbers by value, from the surest agreement to the loosest, and pairing what is left over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tqcheck.evidence.swaps import Match
from tqcheck.evidence.values import agree, share_unit, ten_times, value_of
from tqcheck.lang.quantity import Kind, Moment, Quantity
from tqcheck.lang.units import dimension

Item = Quantity | Moment


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A number or moment of the rendering against the one of the source that it should render.

    difference  `value` `scale` `unit` `grouping`, or the field of a date: `year` `month` `day` `weekday` `time`
                `decade` `century`
    note        the difference in words, where there are any: `ten times too small`
    confidence  0 to 1: how sure it is that the two belong together and differ
    """

    source: Item
    target: Item
    difference: str
    note: str = ""
    confidence: float = 0.7


class Matching:
    """One comparison of two lists of numbers, step by step from the surest agreement to the loosest."""

    def __init__(self, source_text: str, target_text: str, source: list[Quantity], target: list[Quantity]) -> None:
        self.source_text, self.target_text = source_text, target_text
        self.source, self.target = source, target
        self.pairs: list[tuple[Item, Item]] = []
        self.free_source = set(range(len(source)))
        self.free_target = set(range(len(target)))
        self.units: list[tuple[Quantity, Quantity]] = []
        self.regrouped: list[tuple[Quantity, Quantity]] = []

    def run(self) -> None:
        """Match what agrees."""
        self._same_value()
        for loosely in (False, True):
            for t in sorted(self.free_target):
                for s in sorted(self.free_source, key=lambda s, t=t: self._distance(s, t)):  # type: ignore[misc]
                    if agree(self.source[s], self.target[t], loosely):
                        self._pair(s, t)
                        break
        self._written_apart()
        # A number said twice, or vague in the source, still has its counterpart.
        for t in sorted(self.free_target):
            for s, quantity in enumerate(self.source):
                if agree(quantity, self.target[t], True):
                    if s in self.free_source:
                        self._pair(s, t)
                    elif not self._wanted(s, t):
                        self.free_target.discard(t)
                    break

    def _wanted(self, s: int, t: int) -> bool:
        """Whether target number `t`, though its value is in the source, stands where another one should.

        So it is where both sides have as many numbers, all printed, and one of the source is left over that shares
        the unit: 3% to 5% rendered as 5% to 5%.
        """
        strong = [q for q in self.source if not q.vague], [q for q in self.target if not q.vague]
        if len(strong[0]) != len(strong[1]) or self.target[t].vague:
            return False
        left = [self.source[k] for k in self.free_source if not self.source[k].vague]
        return len(left) == 1 and share_unit(left[0], self.target[t]) and left[0].low > 2

    def _same_value(self) -> None:
        by_value: dict[float, list[int]] = {}
        for s, quantity in enumerate(self.source):
            by_value.setdefault(value_of(quantity), []).append(s)
        later: list[tuple[int, int]] = []
        for vague in (False, True):
            for t in sorted(self.free_target):
                if self.target[t].vague and not vague:
                    continue
                same = [s for s in by_value.get(value_of(self.target[t]), ()) if s in self.free_source]
                fitting = [s for s in same if agree(self.source[s], self.target[t], False)]
                if fitting:
                    best = min(fitting, key=lambda s, t=t: (  # type: ignore[misc]
                        self.source[s].vague, not share_unit(self.source[s], self.target[t]), self._distance(s,
                            t)))  # fmt: skip
                    self._pair(best, t)
                elif same and not self.target[t].vague:
                    later.append((same[0], t))
        for s, t in later:
            if s in self.free_source and t in self.free_target:
                one, other = self.source[s], self.target[t]
                self._pair(s, t)
                if (
                    not one.vague
                    and dimension(one.unit)
                    and dimension(other.unit)
                    and self._unit_known_wrong(one, other)
                ):
                    self.units.append((one, other))

    def _unit_known_wrong(self, one: Quantity, other: Quantity) -> bool:
        """Whether no number of the source could have lent `other` its unit by a conversion."""
        return not any(agree(q, other, True) for q in self.source if q is not one and q.unit is not None)

    def _written_apart(self) -> None:
        """Figures with wrong marks whose digits are the source's: 34,03 for 3403, 2.000 for 2000, 4 404 for 4404."""
        for t in sorted(self.free_target):
            text = self.target[t].span.of(self.target_text)
            figure = re.match(r"[\d.,\s]*\d", text)
            if not figure or not re.search(r"\d[.,\s]\d", figure[0]):
                continue
            whole = float(re.sub(r"\D", "", figure[0]))
            parts = [float(part) for part in re.split(r"\D+", figure[0])]
            scale = self.target[t].low / (float(figure[0]) if re.fullmatch(r"\d+\.\d+", figure[0]) else whole or 1)
            for s in sorted(self.free_source):
                if self.source[s].vague or abs(whole * scale - self.source[s].low) > 1e-9 * whole * scale:
                    continue
                if re.fullmatch(r"\d{1,3}(\.\d{3})+", figure[0]) or self.target[t].malformed:
                    self._pair(s, t)
                    self.regrouped.append((self.source[s], self.target[t]))
                    break
            else:
                values = {q.low for q in self.source}
                if self.target[t].malformed and all(part in values for part in parts):
                    self.free_target.discard(t)  # a list without spaces: 12,30,40

    def _pair(self, s: int, t: int) -> None:
        self.pairs.append((self.source[s], self.target[t]))
        self.free_source.discard(s)
        self.free_target.discard(t)

    def _distance(self, s: int, t: int) -> float:
        """How far apart two numbers stand, each as a share of its text."""
        return abs(
            self.source[s].span.start / max(1, len(self.source_text))
            - self.target[t].span.start / max(1, len(self.target_text))
        )

    def cross(self, dated: Sequence[Moment], moments: Sequence[Moment]) -> None:
        """Numbers that the other side has as part of a date: `the 25th` for 25日, `2000` for 2000年."""
        for free, quantities, others in (
            (self.free_target, self.target, dated), (self.free_source, self.source, moments)
        ):  # fmt: skip
            values = {value for moment in others for value in _values(moment)}
            for k in sorted(free):
                if quantities[k].low in values and quantities[k].kind is not Kind.PERCENT:
                    free.discard(k)

    def contradictions(self, dated: Sequence[Moment], moments: Sequence[Moment], sure: bool) -> list[Contradiction]:
        """Pairs of leftover numbers of one sort, the likeliest first, and wrong units and grouping."""
        found = [Contradiction(one, other, "unit", "", 0.75) for one, other in self.units]
        found += [Contradiction(one, other, "grouping", "", 0.9) for one, other in self.regrouped]
        free_source = [s for s in self.free_source if not self.source[s].vague]
        free_target = [t for t in self.free_target if not self.target[t].vague]
        ranked = sorted(
            (
                (score, s, t)
                for s in free_source
                for t in free_target
                if (score := self._likeness(s, t, len(free_source), len(free_target))) > 0
            ),
            reverse=True,
        )
        for score, s, t in ranked:
            if s in self.free_source and t in self.free_target:
                one, other = self.source[s], self.target[t]
                self.free_source.discard(s)
                self.free_target.discard(t)
                note = ten_times(one, other)
                found.append(Contradiction(one, other, "scale" if note else "value", note, min(0.95, score)))
        found += self._with_dates(dated, moments)
        return found

    def _likeness(self, s: int, t: int, left_source: int, left_target: int) -> float:
        """How likely two leftover numbers render each other, 0 to 1; 0 where their sorts exclude it."""
        one, other = self.source[s], self.target[t]
        if (one.kind is Kind.PERCENT) != (other.kind is Kind.PERCENT):
            if other.unit or one.unit or Kind.FRACTION in (one.kind, other.kind) and left_source > 1:
                return 0.0
            if one.low != other.low:
                return 0.3 if left_source == left_target == 1 else 0.0
        score = 0.45
        if one.unit and other.unit:
            if dimension(one.unit) != dimension(other.unit) and {dimension(one.unit), dimension(other.unit)} != {
                "time",
                "span",
            }:
                return 0.0
            score += 0.25
        elif one.unit or other.unit:
            score -= 0.05 if left_source == left_target == 1 else 0.15
        if one.kind is other.kind:
            score += 0.1 if one.kind is Kind.CARDINAL else 0.2
        if ten_times(one, other):
            score += 0.3
        if left_source == left_target:
            score += 0.15 if left_source == 1 else 0.05
        return score - min(0.18, 0.5 * self._distance(s, t))

    def _with_dates(self, dated: Sequence[Moment], moments: Sequence[Moment]) -> list[Contradiction]:
        """A date left over on one side against a number left over on the other: 24日 and `the 25th`."""
        found: list[Contradiction] = []
        for moment in dated:
            for t in sorted(self.free_target):
                quantity = self.target[t]
                if quantity.vague or quantity.unit or quantity.kind is Kind.PERCENT:
                    continue
                if moment.day and not moment.month and quantity.kind is Kind.ORDINAL and quantity.low <= 31:
                    field = "day"
                elif moment.century and quantity.kind is Kind.ORDINAL and quantity.low <= 30:
                    field = "century"
                else:
                    continue
                self.free_target.discard(t)
                found.append(Contradiction(moment, quantity, field, "", 0.6))
                break
        for moment in moments:
            if moment.year is None or moment.month is not None:
                continue
            for s in sorted(self.free_source):
                quantity = self.source[s]
                if not quantity.vague and quantity.kind is Kind.CARDINAL and 500 <= quantity.low <= 5000:
                    self.free_source.discard(s)
                    found.append(Contradiction(quantity, moment, "value", "", 0.5))
                    break
        return found

    def leftovers(self, implied: bool) -> tuple[tuple[Quantity, ...], tuple[Quantity, ...]]:
        """Numbers of the rendering and of the source that nothing accounts for.

        implied  whether the source dates by `today` or the like, so that a day of the month may be said for it
        Where several are left and nothing at all agrees the two texts are hardly of the same sentence: silence.
        """
        added = tuple(
            q
            for q in (self.target[t] for t in sorted(self.free_target))
            if not q.vague and not (implied and q.kind is Kind.ORDINAL and q.low <= 31)
        )
        omitted = tuple(self.source[s] for s in sorted(self.free_source) if not self.source[s].vague)
        none_agrees = not any(not other.vague for _, other in self.pairs if isinstance(other, Quantity))
        return tuple(() if none_agrees and len(left) > 1 else left for left in (added, omitted))  # type: ignore[return-value]

    def numbers(self) -> list[Match]:
        """The numbers that were matched, source first."""
        return [(s, t) for s, t in self.pairs if isinstance(s, Quantity) and isinstance(t, Quantity)]

    def malformed(self) -> tuple[Quantity, ...]:
        """Figures whose value is in the source but which are written wrongly."""
        matched = {id(other) for _, other in self.pairs}
        regrouped = {id(other) for _, other in self.regrouped}
        return tuple(q for q in self.target if q.malformed and id(q) in matched and id(q) not in regrouped)


def _values(moment: Moment) -> list[float]:
    fields = (moment.year, moment.month, moment.day, moment.decade, moment.century, moment.hour, moment.minute or None)
    values = [float(value) for value in fields if value is not None]
    if moment.hour is not None and moment.hour > 12:
        values.append(moment.hour - 12.0)
    if moment.decade is not None:
        values.append(moment.decade % 100.0)
    return values
