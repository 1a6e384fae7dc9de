"""When two numbers say the same: in another form, in another unit, or rounded in a way that the text owns up to."""

from __future__ import annotations

import math

from tqcheck.lang.quantity import Bound, Kind, Quantity
from tqcheck.lang.units import convert, dimension, same

_TIMES = {1: "ten times", 2: "a hundred times", 3: "a thousand times", 4: "ten thousand times", 5: "100,000 times",
          6: "a million times", 8: "100 million times"}  # fmt: skip


def value_of(quantity: Quantity) -> float:
    """The value as a key that equal numbers share: nine significant digits."""
    return float(f"{quantity.low:.9g}")


def ten_times(source: Quantity, target: Quantity) -> str:
    """`ten times too small` and the like, where the two differ by a power of ten; otherwise empty."""
    if source.low <= 0 or target.low <= 0 or source.kind is Kind.FRACTION:
        return ""
    value, slack = source.low, 1e-6
    if source.unit and target.unit and not same(source.unit, target.unit):
        value, slack = convert(source.low, source.unit, target.unit) or 0.0, 0.013  # 3%, as for conversions
    if value <= 0:
        return ""
    power = math.log10(target.low / value)
    whole = round(power)
    if not whole or abs(power - whole) > slack or abs(whole) not in _TIMES:
        return ""
    return f"{_TIMES[abs(whole)]} too {'large' if whole > 0 else 'small'}"


def share_unit(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers are of one kind and neither's unit tells them apart."""
    if one.kind is not other.kind:
        return False
    return one.unit is None and other.unit is None or bool(one.unit and other.unit and same(one.unit, other.unit))


def agree(source: Quantity, target: Quantity, loosely: bool) -> bool:
    """Whether `target` says what `source` says.

    loosely  whether conversions of unit, shares for percentages and roundings count, too
    """
    if source.unit and target.unit and not same(source.unit, target.unit):
        return loosely and _converted(source, target)
    if _percentlike(source) != _percentlike(target):
        return loosely and _as_share(source, target)
    if _equal(source.low, target.low) and (_equal(source.high, target.high) or target.high == target.low):
        return True
    if source.high > source.low:
        # 三四十, 几百: any number within, or either end.
        return source.low <= target.low <= source.high * 1.001 and not _run_together(source, target)
    if not loosely:
        return False
    if source.kind is Kind.MULTIPLE or target.kind is Kind.MULTIPLE:
        # "Three times more" and "four times as many" are the same in half of all texts.
        return abs(source.low - target.low) <= 1.001
    if source.bound is Bound.OVER and source.low == 10 and target.low == 12:
        return True  # 十余 as "a dozen"
    if source.bound is Bound.OVER and target.bound is Bound.OVER and target.low == source.low + 1 <= 20:
        return True  # 超过2人 as "three or more"
    return rounded(source, target)


def _run_together(source: Quantity, target: Quantity) -> bool:
    """Whether the two digits of a range were read as one number: 16,700 for 一万六七, 34 for 三四十."""
    step = source.high - source.low
    power = math.log10(step)
    if abs(power - round(power)) > 1e-9 or target.high != target.low:
        return False
    return _equal(target.low, source.low + round(source.high / step) % 10 * step / 10)


def rounded(source: Quantity, target: Quantity) -> bool:
    """Whether `target` is `source` rounded: fewer digits printed, and the number large or the rounding owned up to."""
    if source.low <= 0 or target.digits >= source.digits or target.low <= 0:
        return False
    hedged = target.bound is not Bound.EXACT
    if not hedged and (target.digits < 2 or source.low < 1000):
        return False
    exponent = math.floor(math.log10(source.low)) - target.digits + 1
    if hedged and source.low < 1000 and target.digits < 2 and source.low >= 100:
        return False
    unit = 10.0**exponent
    down, near, up = (f(source.low / unit) * unit for f in (math.floor, round, math.ceil))
    choices = {Bound.EXACT: (near,), Bound.ABOUT: (near,), Bound.OVER: (down,), Bound.UNDER: (up,)}
    return any(_equal(target.low, choice) for choice in choices[target.bound])


def _percentlike(quantity: Quantity) -> bool:
    return quantity.kind is Kind.PERCENT or (quantity.kind is Kind.FRACTION and quantity.unit is None)


def _as_share(source: Quantity, target: Quantity) -> bool:
    """A share beside a bare number: 0.5 for half, 30 for 30% where the sign was left to the context."""
    return source.unit is None and target.unit is None and not (source.vague or target.vague) and (
        _equal(source.low, target.low) and Kind.ORDINAL not in (source.kind, target.kind)
    )  # fmt: skip


def _equal(one: float, other: float) -> bool:
    return abs(one - other) <= 1e-9 * max(abs(one), abs(other), 1e-12)


def _converted(source: Quantity, target: Quantity) -> bool:
    """Whether the target's value is the source's in another unit, within the rounding of the two figures.

    The same figure in another unit (50 km as 50 miles) is never a conversion, though it may be within rounding.
    """
    assert source.unit and target.unit
    if target.unit == "cent" and dimension(source.unit) == "money":
        return _equal(source.low * 100, target.low)
    general = dimension(source.unit) == dimension(target.unit) == "money"
    if general or source.unit.endswith("?"):
        return False
    weighed = target.unit == "GBP?" and dimension(source.unit) == "mass"
    expected = convert(source.low, source.unit, "lb" if weighed else target.unit)
    if (source.unit, target.unit) in (("month", "d"), ("d", "month")):
        # Half a month is fifteen days in every language, though no month has just thirty.
        expected = source.low * 30 if source.unit == "month" else source.low / 30
    if expected is None or _equal(source.low, target.low):
        return False
    slack = max(_step(target) / 2, abs(expected) * 0.03)
    if target.bound is not Bound.EXACT or source.bound is not Bound.EXACT:
        slack = max(slack, abs(expected) * 0.08)
    return abs(expected - target.low) <= slack * 1.01


def _step(quantity: Quantity) -> float:
    """One unit of the last significant digit printed."""
    if quantity.low <= 0:
        return 0.0
    return float(10.0 ** (math.floor(math.log10(quantity.low)) - quantity.digits + 1))
