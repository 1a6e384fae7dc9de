"""Numbers of one side against the dates of the other: 2000 for 2000年, `the 25th` for 25日, `nine months` for 前三季度."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tqcheck.evidence.contradiction import Contradiction
from tqcheck.lang.quantity import Kind, Moment, Quantity

_FORTNIGHT = 14


def values_of(moment: Moment) -> list[float]:
    """The numbers by which the other side may say a moment or a part of it."""
    fields = (
        moment.year, moment.month, moment.day, moment.decade, moment.century, moment.hour, moment.minute or None,
        moment.quarter, moment.half_year, moment.plan, moment.reign,
    )  # fmt: skip
    values = [float(value) for value in fields if value is not None]
    if moment.hour is not None and moment.hour > 12:
        values.append(moment.hour - 12.0)
    if moment.decade is not None:
        values.append(moment.decade % 100.0)
    if moment.quarter is not None:
        values += [3.0, 0.25]  # the first three months
    if moment.half_year is not None:
        values += [6.0, 0.5]
    if moment.plan is not None:
        values += [5.0, 1951.0 + 5 * moment.plan, 1955.0 + 5 * moment.plan]
    return values


def against_dates(
    dated: Sequence[Moment], moments: Sequence[Moment], source: Sequence[Quantity], target: Sequence[Quantity]
) -> Iterator[tuple[Moment | Quantity, Quantity | Moment, str, float]]:
    """A date left over on one side against a number left over on the other, with the field and how sure it is."""
    free = [q for q in target if not q.vague and not q.unit and q.kind is Kind.ORDINAL]
    for moment in dated:
        if moment.day and not moment.month:
            field, most = "day", 31
        elif moment.century:
            field, most = "century", 30
        else:
            continue
        for quantity in free:
            if quantity.low <= most:
                free.remove(quantity)
                yield moment, quantity, field, 0.6
                break
    years = [q for q in source if not q.vague and q.kind is Kind.CARDINAL and 500 <= q.low <= 5000]
    for moment in moments:
        if moment.year is not None and moment.month is None and years:
            yield years.pop(0), moment, "value", 0.5


def months_of_days(dated: Sequence[Moment], filed: Moment | None) -> list[Moment]:
    """`dated` with days that stand alone given the month in which they last fell when the text was filed.

    filed  the text's dateline: 30日 in a text of 5月30日 is 30 May; 31日 in one of 6月1日, 31 May
    Only days of the two weeks before the text: news dates by the day alone no further back.
    """
    if filed is None or filed.month is None or filed.day is None:
        return list(dated)
    return [_with_month(m, filed.month, filed.day) if m.day and not (m.month or m.year) else m for m in dated]


def _with_month(moment: Moment, month: int, today: int) -> Moment:
    day = moment.day or 0
    if 0 <= today - day <= _FORTNIGHT:
        return replace(moment, month=month)
    if today < day and today + 31 - day <= _FORTNIGHT:
        return replace(moment, month=(month - 2) % 12 + 1)
    return moment


def bare_days(
    days: Sequence[Moment], matched: Sequence[tuple[Moment, Moment]], target: Sequence[Quantity],
    unpaired: Sequence[Quantity], text: str,
) -> Iterator[Contradiction]:  # fmt: skip
    """Days of the month that the rendering gives as plain numbers: `from 25 to 27` for 25至27日.

    days      dates of the source that state the day alone
    unpaired  numbers of the rendering that no number of the source accounts for
    """
    answered = {id(one) for one, _ in matched}
    said = {q.low for q in target if q.kind is Kind.ORDINAL}
    for moment in (m for m in days if id(m) not in answered and m.day not in said):
        for quantity in unpaired:
            if (
                quantity.low == moment.day
                and quantity.kind is Kind.CARDINAL
                and quantity.unit is None
                and not quantity.vague
                and quantity.span.of(text).isdecimal()
            ):
                yield Contradiction(moment, quantity, "day", "a day of the month is written as a plain number", 0.6)
                break
