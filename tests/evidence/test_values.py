"""When two numbers say the same, and when they have changed places."""

from __future__ import annotations

from tqcheck.evidence.swaps import swapped
from tqcheck.evidence.values import agree, rounded, ten_times
from tqcheck.lang.quantity import Bound, Kind, Quantity
from tqcheck.model.text import Span


def number(
    value: float, unit: str | None = None, bound: Bound = Bound.EXACT, digits: int = 1, at: int = 0, **more: Kind
) -> Quantity:
    return Quantity(Span(at, at + 2), value, value, unit=unit, bound=bound, digits=digits, **more)


def test_rounding_needs_fewer_digits_and_a_great_number_or_a_hedge() -> None:
    assert rounded(number(4178027, digits=7), number(4.18e6, digits=3))
    assert not rounded(number(4178027, digits=7), number(4178137, digits=7))
    assert not rounded(number(18, digits=2), number(20, digits=1))
    assert rounded(number(3.74, digits=3), number(3.7, bound=Bound.ABOUT, digits=2))
    assert not rounded(number(3.7e6, digits=2), number(3.0e6, bound=Bound.ABOUT, digits=1))


def test_conversions_hold_only_where_the_values_do() -> None:
    assert agree(number(300, "mu"), number(20, "ha", digits=1), True)
    assert not agree(number(300, "mu"), number(30, "ha", digits=1), True)
    assert not agree(number(50, "km"), number(50, "mi", digits=1), True)
    assert not agree(number(300, "mu"), number(20, "ha"), False)


def test_powers_of_ten_are_named() -> None:
    assert ten_times(number(1.2e8), number(1.2e7)) == "ten times too small"
    assert ten_times(number(5), number(5000)) == "a thousand times too large"
    assert ten_times(number(5), number(60)) == ""


def test_only_lists_hedges_and_signs_prove_a_swap() -> None:
    source, target = "63 、86", "86 and 63"
    listed = [(number(63, at=0), number(63, at=7)), (number(86, at=4), number(86, at=0))]
    assert len(swapped(listed, source, target)) == 2
    apart = "86 cars were sold in all to 63"
    assert not swapped([(number(63, at=0), number(63, at=28)), (number(86, at=4), number(86, at=0))], source, apart)
    over = Bound.OVER
    crossed = [(number(46, at=0), number(46, bound=over, at=20)), (number(40, bound=over, at=4), number(40, at=0))]
    assert len(swapped(crossed, source, apart)) == 2
    percent = {"kind": Kind.PERCENT}
    signs = [(number(88, at=0, **percent), number(88, at=9)), (number(76, at=4), number(76, at=0, **percent))]
    assert len(swapped(signs, source, apart)) == 2
