"""Numbers and moments as they are read in any language: by value, not by how they are written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from tqcheck.model.text import Span


class Kind(str, Enum):
    """What a number counts as when two languages are compared."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    PERCENT = "percent"
    MULTIPLE = "multiple"
    FRACTION = "fraction"


class Bound(str, Enum):
    """How the writer hedges a number."""

    EXACT = ""
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its value.

    span     the number with its scale word and sign (`1.2亿`, `120 million`), without its unit
    low      the value; the lower end of a range
    high     equal to `low`, or the upper end of a range
    kind     percentages carry the figure as said (30% and 三成 are both 30)
    unit     canonical unit or ISO currency (`km` `km2` `ha` `mu` `kg` `CNY` `USD` `degC` `kWh`), or None
    bound    about, over, under
    digits   significant digits printed, which bounds what counts as rounding
    whole    span with unit and hedge, for excerpts
    malformed  why the figure is not well-formed (`grouping`), or empty
    vague    the words may as well not be a number (`one`, `a`, 一 as an article, `first` in an idiom):
             it may support a counterpart and never raises a flag
    """

    span: Span
    low: float
    high: float
    kind: Kind = Kind.CARDINAL
    unit: str | None = None
    bound: Bound = Bound.EXACT
    digits: int = 1
    whole: Span | None = None
    malformed: str = ""
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or time; a field that the text does not state is None.

    span     as written (`5月30日`, `May 30, 2023`)
    weekday  0 for Monday
    decade   first year of a decade (1980 for 上世纪80年代), century as a number (20)
    hour     0 to 23 where the day-part is known; otherwise 1 to 12 with `half` None
    half     `am` `pm` or None
    relative `today` `yesterday` `last-year` `this-month`..., where it is said relative to the text's date
    quarter  of a year, 1 to 4; `half_year`, 1 or 2; `plan`, the number of a five-year plan
    reign    the year of a reign or era by which `year` is said (5 for 令和5年)
    zone     minutes that the clock is ahead of UTC, where the text says which clock
    lunar    whether month and day are of the lunar calendar
    rough    whether the time of day is hedged (`just before 1 p.m.`)
    """

    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None
    half: str | None = None
    decade: int | None = None
    century: int | None = None
    relative: str | None = None
    quarter: int | None = None
    half_year: int | None = None
    plan: int | None = None
    reign: int | None = None
    zone: int | None = None
    lunar: bool = False
    rough: bool = False
