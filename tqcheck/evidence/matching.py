"""Matching two lists of numbers by value, from the surest agreement to the loosest, and pairing what is left over."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tqcheck.evidence.contradiction import Contradiction, Item
from tqcheck.evidence.dated import against_dates, values_of
from tqcheck.evidence.leftovers import add_up, converted_money, said_again, said_as_one, without_the_named
from tqcheck.evidence.rates import Rates
from tqcheck.evidence.swaps import Match
from tqcheck.evidence.values import agree, share_unit, ten_times, value_of
from tqcheck.lang.base import Language
from tqcheck.lang.quantity import Kind, Moment, Quantity
from tqcheck.lang.units import SCALELESS, dimension, same


class Matching:
    """One comparison of two lists of numbers, step by step from the surest agreement to the loosest."""

    def __init__(
        self, source_text: str, target_text: str, source: list[Quantity], target: list[Quantity],
        source_language: Language, target_language: Language,
    ) -> None:  # fmt: skip
        self.source_text, self.target_text = source_text, target_text
        self.languages = source_language, target_language
        self.rates = Rates(source_text, target_text, source_language, target_language)
        self.source, self.target = source, target
        self.pairs: list[tuple[Item, Item]] = []
        self.free_source = set(range(len(source)))
        self.free_target = set(range(len(target)))
        self.units: list[tuple[Quantity, Quantity]] = []
        self.regrouped: list[tuple[Quantity, Quantity]] = []

    def run(self) -> None:
        """Match what agrees."""
        self._written_apart(thousands=True)
        self._same_value()
        for loosely in (False, True):
            for t in sorted(self.free_target):
                for s in sorted(self.free_source, key=lambda s, t=t: self._distance(s, t)):  # type: ignore[misc]
                    if agree(self.source[s], self.target[t], loosely):
                        self._pair(s, t)
                        break
        self._written_apart()
        self._said_otherwise()
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

    def _said_otherwise(self) -> None:
        """Rates in other units, and those who are left when one is named: values that differ, and say the same."""
        codes = self.languages[0].code, self.languages[1].code
        for t in sorted(self.free_target):
            for s in sorted(self.free_source):
                one, other = self.source[s], self.target[t]
                if self.rates.agree(one, other) or without_the_named(
                    one, other, self.source_text, self.target_text, codes
                ):
                    self._pair(s, t)
                    break
                following = s + 1 if s + 1 in self.free_source else None
                if following is not None and add_up(one, self.source[following], other):
                    self._pair(s, t)
                    self.free_source.discard(following)
                    break

    def _written_apart(self, thousands: bool = False) -> None:
        """Figures with wrong marks whose digits are the source's: 34,03 for 3403, 2.000 for 2000, 4 404 for 4404.

        thousands  only those like 1.000 whose own value no number of the source surely has
        """
        for t in sorted(self.free_target):
            text = self.target[t].span.of(self.target_text)
            if thousands and (
                not re.fullmatch(r"\d{1,3}(\.\d{3})+", text)
                or any(q.low == self.target[t].low and not q.vague for q in self.source)
            ):
                continue
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
            values = {value for moment in others for value in values_of(moment)}
            for k in sorted(free):
                if quantities[k].low in values and quantities[k].kind is not Kind.PERCENT:
                    free.discard(k)

    def contradictions(self, dated: Sequence[Moment], moments: Sequence[Moment], sure: bool) -> list[Contradiction]:
        """Pairs of leftover numbers of one sort, the likeliest first, and wrong units and grouping."""
        found = [Contradiction(one, other, "unit", "", 0.75) for one, other in self.units]
        found += [Contradiction(s, t, "unit", note, 0.75) for s, t, note in self.rates.contradicted(self.numbers())]
        found += [Contradiction(s, t, "unit", "its scale is missing", 0.7) for s, t in self.numbers() if self._bare(t)]
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
        for likeness, s, t in ranked:
            if s in self.free_source and t in self.free_target:
                one, other = self.source[s], self.target[t]
                self.free_source.discard(s)
                self.free_target.discard(t)
                note = ten_times(one, other)
                found.append(Contradiction(one, other, "scale" if note else "value", note, min(0.95, likeness)))
        free = [self.source[s] for s in sorted(self.free_source)], [self.target[t] for t in sorted(self.free_target)]
        for here, there, field, certainty in against_dates(dated, moments, *free):
            self.free_source -= {s for s in self.free_source if self.source[s] is here}
            self.free_target -= {t for t in self.free_target if self.target[t] is there}
            found.append(Contradiction(here, there, field, "", certainty))
        return found

    def _bare(self, quantity: Quantity) -> bool:
        """Whether a temperature lacks its scale and its plural: `27 degree`, but not `a 27-degree heat`."""
        if quantity.unit != SCALELESS or quantity.low == 1 or quantity.whole is None:
            return False
        gap = self.target_text[quantity.span.end : quantity.whole.end]
        return "-" not in gap and bool(re.match(r"\s?(?:[,.;)]|$)|\s(?:and|to|in|on|at)\b", self.target_text[
            quantity.whole.end :]))  # fmt: skip

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
            score += 0.3 if same(one.unit, other.unit) else 0.25
        elif one.unit or other.unit:
            score -= 0.05 if left_source == left_target == 1 else 0.15
        if one.kind is other.kind:
            score += 0.1 if one.kind is Kind.CARDINAL else 0.2
        if ten_times(one, other):
            score += 0.3
        if left_source == left_target:
            score += 0.15 if left_source == 1 else 0.05
        return score - min(0.18, 0.5 * self._distance(s, t))

    def leftovers(self, implied: bool) -> tuple[tuple[Quantity, ...], tuple[Quantity, ...]]:
        """Numbers of the rendering and of the source that nothing accounts for.

        implied  whether the source dates by `today` or the like, so that a day of the month may be said for it
        Where several are left and nothing at all agrees the two texts are hardly of the same sentence: silence.
        """
        numbers = self.numbers()
        added = tuple(
            q
            for q in (self.target[t] for t in sorted(self.free_target))
            if not q.vague
            and not (implied and q.kind is Kind.ORDINAL and q.low <= 31)
            and not converted_money(q, self.target_text, numbers)
        )
        omitted = tuple(
            q
            for q in (self.source[s] for s in sorted(self.free_source))
            if not q.vague and not said_again(q, numbers, 0) and not said_as_one(q, self.target_text, self.languages[1])
        )
        none_agrees = not any(not other.vague for _, other in self.pairs if isinstance(other, Quantity))
        return tuple(() if none_agrees and len(left) > 1 else left for left in (added, omitted))  # type: ignore[return-value]

    def numbers(self) -> list[Match]:
        """The numbers that were matched, source first."""
        return [(s, t) for s, t in self.pairs if isinstance(s, Quantity) and isinstance(t, Quantity)]

    def unpaired(self) -> list[Quantity]:
        """The numbers of the rendering that no number of the source has been matched with."""
        paired = {id(other) for _, other in self.pairs}
        return [q for q in self.target if id(q) not in paired]

    def malformed(self) -> tuple[Quantity, ...]:
        """Figures whose value is in the source but which are written wrongly."""
        matched = {id(other) for _, other in self.pairs}
        regrouped = {id(other) for _, other in self.regrouped}
        return tuple(q for q in self.target if q.malformed and id(q) in matched and id(q) not in regrouped)
