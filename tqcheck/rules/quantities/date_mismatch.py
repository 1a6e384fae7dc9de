"""QTY002."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.evidence.unit import Pair
from tqcheck.lang.quantity import Moment
from tqcheck.model.finding import Severity
from tqcheck.rules.base import Example, Hit, Rule, Scope
from tqcheck.rules.quantities.wording import evidence, glossed, moment, place

_FIELDS = {"year", "month", "day", "weekday", "time", "decade", "century", "quarter", "half_year", "plan", "calendar"}
_SAID = {"half_year": "half of the year", "plan": "five-year plan"}


class DateMismatch(Rule):
    """A date or time contradicts the source.

    What it does:
        Reads the dates and times of both sides (years, also of reigns, months, days, weekdays, decades, centuries,
        quarters, five-year plans, lunar dates, times of day by their clocks), matches those that agree, and flags one
        in the rendering that states a part differently from a date that only the source has, and a day of the month
        that is written as a plain number. The month of a day that stands alone comes from the dateline.

    Why it matters:
        A wrong month or day is a wrong fact, and an easy slip in a list of dates.

    What it does not flag:
        A month or year that the rendering adds from context; times on the 12-hour clock where the day-part is not
        said; days that the source dates by `today` or 本月.

    Options:
        none
    """

    code = "QTY002"
    name = "date-mismatch"
    severity = Severity.MAJOR
    scope = Scope.PAIR
    confidence = 0.95
    examples = (
        Example("The law takes effect on [[May 13]].", source="该法自5月30日起施行。"),
        Example("The bridge opened in [[2017]].", source="大桥于2018年通车。"),
        Example("The meeting begins at [[9:30 a.m.]]", source="会议晚上9时30分开始。"),
        Example("It was built in the [[18th century]].", source="Elle fut bâtie au XVIe siècle.", source_lang="fr"),
        Example("It grew 5% in the [[second quarter]].", source="一季度增长5%。"),
        Example("The law takes effect on May 30, 2023.", source="该法自5月30日起施行。"),
        Example("It rained from July 24 to 26.", source="7月24日至26日下雨。"),
        Example("The meeting begins at half past nine in the evening.", source="会议晚上9时30分开始。"),
    )

    def check(self, unit: Pair) -> Iterator[Hit]:
        """Yield dates and times of the rendering that contradict the source's."""
        for found in unit.quantities.contradictions:
            if found.difference not in _FIELDS:
                continue
            written = found.target.span.of(unit.target.text)
            part = _SAID.get(found.difference, found.difference)
            yield Hit(
                unit.target.locate(found.target.span),
                f'"{written}" where the source says {glossed(unit, found.source)}: {found.note or f"another {part}"}',
                suggestion=moment(found.source, written[:1].isalpha()) if isinstance(found.source, Moment) else None,
                evidence=evidence(unit, found),
                related=place(unit, found.source),
                confidence=found.confidence,
            )
