"""QTY008."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date

from tqcheck.evidence.unit import Pair
from tqcheck.lang.quantity import Moment
from tqcheck.model.finding import Evidence, Severity
from tqcheck.model.text import Span
from tqcheck.rules.base import Example, Hit, Rule, Scope
from tqcheck.rules.quantities.wording import moment

_BESIDE = re.compile(r"[\s,(（]{1,3}(?:the\s)?")


class WeekdayDate(Rule):
    """A weekday that the date beside it does not fall on.

    What it does:
        Where the rendering gives a weekday beside a full date, looks the date up in the calendar. The year may stand
        in the rendering or in the source's date that it renders.

    Why it matters:
        Either the weekday or the date is wrong, and the reader cannot tell which.

    What it does not flag:
        Dates whose year neither side states, and a weekday that the source itself gives (the fault is the source's).

    Options:
        none
    """

    code = "QTY008"
    name = "weekday-date"
    severity = Severity.MAJOR
    scope = Scope.PAIR
    confidence = 0.8
    examples = (
        Example("The talks began on [[Monday, May 30, 2023]].", source="会谈于2023年5月30日开始。"),
        Example("The talks began on [[Monday, May 30]].", source="会谈于2023年5月30日开始。"),
        Example("The talks began on Tuesday, May 30, 2023.", source="会谈于2023年5月30日开始。"),
        Example("The talks began on Monday, May 30, 2023.", source="会谈于2023年5月30日星期一开始。"),
        Example("The talks began on Monday, May 30.", source="会谈于5月30日开始。"),
    )

    def check(self, unit: Pair) -> Iterator[Hit]:
        """Yield weekdays with the date that they do not fall on."""
        found = unit.quantities
        text = unit.target.text
        said = {m.weekday for m in found.source_moments}
        years = {(m.month, m.day): m.year for m in found.source_moments if m.year}
        for weekday in found.target_moments:
            if weekday.weekday is None or weekday.weekday in said:
                continue
            for other in found.target_moments:
                if other.lunar or not _beside(text, weekday.span, other.span):
                    continue
                day = _date(other, other.year or years.get((other.month, other.day)))
                if day is None or day.weekday() == weekday.weekday:
                    continue
                right = calendar.day_name[day.weekday()]
                span = Span(min(weekday.span.start, other.span.start), max(weekday.span.end, other.span.end))
                yield Hit(
                    unit.target.locate(span),
                    f'"{span.of(text)}": {moment(other)} was a {right}' + ("" if other.year else f" in {day.year}"),
                    suggestion=span.of(text).replace(weekday.span.of(text), right),
                    evidence=(Evidence("calendar", f"{day.isoformat()} {right}"),),
                )


def _beside(text: str, one: Span, other: Span) -> bool:
    low, high = (one, other) if one < other else (other, one)
    return bool(_BESIDE.fullmatch(text[low.end : high.start]))


def _date(found: Moment, year: int | None) -> date | None:
    if year is None or found.month is None or found.day is None:
        return None
    try:
        return date(year, found.month, found.day)
    except ValueError:
        return None
