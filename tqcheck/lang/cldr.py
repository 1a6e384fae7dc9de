"""Names of months and weekdays, from CLDR through babel."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache


@cache
def months(code: str) -> Mapping[str, int]:
    """The full names of the months, lower case, in the nominative and as said within a date, with 1 to 12."""
    return {name: number for (name, number) in _names(code, "months")}


@cache
def weekdays(code: str) -> Mapping[str, int]:
    """The full names of the days of the week, lower case, with 0 for Monday to 6."""
    return {name: number for (name, number) in _names(code, "days")}


def _names(code: str, kind: str) -> list[tuple[str, int]]:
    from babel import Locale

    table = getattr(Locale.parse(code), kind)
    return [
        (str(name).lower().split("-feira")[0], number)
        for context in ("format", "stand-alone")
        for number, name in table[context]["wide"].items()
    ]
