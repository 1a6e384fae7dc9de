"""Dates and times of a source and its rendering: which are the same, and which contradict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tqcheck.lang.quantity import Kind, Moment, Quantity

FIELDS = ("year", "month", "day", "weekday", "time", "decade", "century", "quarter", "half_year", "plan", "calendar")

_HEDGED = 30
"""Minutes by which an hour that is hedged (`just before 1 p.m.`) may differ."""


@dataclass(slots=True)
class DateComparison:
    """What became of the moments of both sides.

    contradictions  source moment, target moment, the field that differs, confidence
    free_source, free_target  moments that nothing on the other side answers
    """

    matched: list[tuple[Moment, Moment]] = field(default_factory=list)
    contradictions: list[tuple[Moment, Moment, str, float]] = field(default_factory=list)
    free_source: list[Moment] = field(default_factory=list)
    free_target: list[Moment] = field(default_factory=list)


def compare_moments(
    source: Sequence[Moment],
    target: Sequence[Moment],
    source_numbers: Sequence[Quantity],
    target_numbers: Sequence[Quantity],
) -> DateComparison:
    """Match the moments of two texts; their numbers may answer a day or a year, too."""
    result = DateComparison()
    if not target or not source:
        stated = [m for m in source if m.relative is None]
        result.free_source = [m for m in stated if not _answered(m, target_numbers)]
        result.free_target = [m for m in target if m.relative is None and not _answered(m, source_numbers)]
        return result
    here = [m for m in source if m.relative is None]
    there = [m for m in target if m.relative is None]
    used: set[int] = set()
    left: list[Moment] = []
    for moment in there:
        best, score = None, 0.0
        for s, other in enumerate(here):
            same, differ = compare(other, moment)
            if same and not differ and len(same) - 0.5 * (s in used) > score:
                best, score = s, len(same) - 0.5 * (s in used)
        if best is None:
            left.append(moment)
        else:
            used.add(best)
            result.matched.append((here[best], moment))
    free = [s for s in range(len(here)) if s not in used and not _answered(here[s], target_numbers)]
    supported = {name: {v for m in here if (v := value(m, name)) is not None} for name in FIELDS}
    supported["zone"] = {float(m.zone) for m in here if m.zone is not None}
    numbers = {q.low for q in source_numbers if not q.vague}
    for moment in left:
        fields = [name for name in FIELDS if value(moment, name) is not None]
        lone = [name for name in fields if not _known(moment, name, supported, numbers)]
        choice = _contradicted(moment, lone or fields, here, free, bool(lone))
        if choice is None:
            if lone:
                result.free_target.append(moment)
            continue
        s, name, confidence = choice
        free.remove(s)
        result.contradictions.append((here[s], moment, name, confidence))
    result.free_source = [here[s] for s in free]
    return result


def value(moment: Moment, name: str) -> float | None:
    """A field of a moment as one number; `time` is in minutes."""
    if name == "time":
        return None if moment.hour is None else moment.hour * 60.0 + (moment.minute or 0)
    if name == "calendar":
        return float(moment.lunar) if moment.month and moment.day else None
    found = getattr(moment, name)
    return None if found is None else float(found)


def compare(one: Moment, other: Moment) -> tuple[list[str], list[str]]:
    """The fields that both state alike, and those that they state differently."""
    same: list[str] = []
    differ: list[str] = []
    for name in FIELDS:
        a, b = value(one, name), value(other, name)
        if a is None or b is None:
            continue
        if name == "time":
            alike = _same_time(one, other, a, b)
        elif one.lunar and not other.lunar and name in ("month", "day", "calendar"):
            # The same figures by the common calendar are wrong; others may be what they come to in a year.
            if name != "calendar" or (one.month, one.day) != (other.month, other.day):
                continue
            alike = False
        elif name == "calendar":
            continue
        elif name == "decade" and min(a, b) < 100:
            alike = a % 100 == b % 100
        else:
            alike = a == b
        (same if alike else differ).append(name)
    return same, differ


def _same_time(one: Moment, other: Moment, a: float, b: float) -> bool:
    """Whether two times of day, in minutes, are the same by the clocks that they are told by."""
    if one.zone is not None and other.zone is not None:
        a, b = (a - one.zone) % 1440, (b - other.zone) % 1440
    if (one.rough or other.rough) and min((a - b) % 1440, (b - a) % 1440) <= _HEDGED:
        return True
    return a == b or ((one.half is None or other.half is None) and a % 720 == b % 720)


def _known(moment: Moment, name: str, supported: dict[str, set[float]], numbers: set[float]) -> bool:
    """Whether the source states the value of a field anywhere, in a date or as a number."""
    here = value(moment, name)
    assert here is not None
    if name == "time" and moment.zone is not None and supported["zone"] and moment.zone not in supported["zone"]:
        return False  # the same hour by another clock
    if here in supported[name]:
        return True
    if name == "time":
        return (
            any(here % 720 == other % 720 for other in supported["time"])
            and moment.half is None
            or (here / 60 in numbers or here % 720 / 60 in numbers)
        )
    if name == "year":
        return here in numbers or here in supported["decade"]
    if name == "decade":
        return here in numbers or here % 100 in numbers or here in supported["year"] or any(
            here % 100 == other % 100 and min(here, other) < 100 for other in supported["decade"]
        ) or here // 100 + 1 in supported["century"]  # fmt: skip
    return name in ("day", "month", "century") and here in numbers


def _contradicted(
    moment: Moment, fields: Sequence[str], here: Sequence[Moment], free: Sequence[int], lone: bool
) -> tuple[int, str, float] | None:
    """The free moment of the source that `moment` most likely renders wrongly, the field, and how sure it is."""
    best: tuple[float, int, str] | None = None
    for s in free:
        same, differ = compare(here[s], moment)
        wrong = [name for name in differ if name in fields]
        if not wrong:
            continue
        if not lone and (len(differ) != 1 or not same):
            continue  # every part is in the source somewhere: only a clear mixture counts
        score = 2.0 * len(same) - len(differ)
        if best is None or score > best[0]:
            best = (score, s, wrong[-1] if wrong[-1] != "time" else "time")
    if best is None:
        return None
    confidence = (0.85 if best[0] > 0 else 0.75) if lone else 0.6
    return best[1], best[2], confidence


def _answered(moment: Moment, numbers: Sequence[Quantity]) -> bool:
    """Whether a number of the other side may be this moment: `the 25th` for 25日, 2000 for 2000年."""
    stated = [name for name in FIELDS if value(moment, name) is not None]
    if len(stated) != 1:
        return False
    values = {v for name in stated if (v := value(moment, name)) is not None and name != "time"}
    if moment.hour is not None:
        values |= {float(moment.hour), moment.hour % 12.0}
    if moment.decade is not None:
        values.add(moment.decade % 100.0)
    return any(
        q.low in values for q in numbers if q.kind is not Kind.PERCENT and (q.unit is None or moment.hour is not None)
    )
