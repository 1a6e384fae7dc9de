"""Figures, Roman and Chinese numerals, units."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.lang.cjk import value
from tqcheck.lang.numerals import figure, read_digits, roman, significant
from tqcheck.lang.units import convert, dimension, same


@pytest.mark.parametrize(
    ("text", "decimal", "groups", "read", "malformed"),
    [
        ("1,234", ".", ",", 1234, ""),
        ("1,234.5", ".", ",", 1234.5, ""),
        ("2.000", ".", ",", 2, ""),
        ("34,03", ".", ",", 3403, "grouping"),
        ("1,4000", ".", ",", 14000, "grouping"),
        ("1,00,000", ".", ",", 100000, ""),
        ("46.000", ",", ".", 46000, ""),
        ("3,5", ",", ".", 3.5, ""),
        ("3.5", ",", ".", 3.5, ""),
        ("1.234,50", ",", ".", 1234.5, ""),
        ("34 125", ",", " .", 34125, ""),
        ("34\u00a0125", ",", " .", 34125, ""),
        ("٤٥٬٠٠٠", ".", ",", 45000, ""),
        ("٣٫٥", ".", ",", 3.5, ""),
    ],
)
def test_a_figure_is_read_by_its_language(text: str, decimal: str, groups: str, read: float, malformed: str) -> None:
    found = figure(text, decimal, groups)
    assert (found.value, found.malformed) == (read, malformed)


def test_digits_count_what_is_printed() -> None:
    assert [figure(text).digits for text in ("3.0", "1,200", "4.18", "0.05")] == [2, 2, 3, 1]
    assert [significant(v) for v in (1.2e8, 4178027, 50, 0.5)] == [2, 7, 1, 1]


@pytest.mark.parametrize(
    ("text", "read"), [("XIV", 14), ("IX", 9), ("XCI", 91), ("CC", 200), ("IIX", None), ("", None)]
)
def test_roman_numerals(text: str, read: int | None) -> None:
    assert roman(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1.2亿", 1.2e8),
        ("1.2万亿", 1.2e12),
        ("1亿2000万", 1.2e8),
        ("三百五", 350),
        ("一万六", 16000),
        ("一百零五", 105),
        ("二〇二〇", 2020),
        ("2万5千", 25000),
        ("十二", 12),
        ("三点五万", 35000),
        ("廿五", 25),
        ("三億五千萬", 3.5e8),
        ("2만5천", 25000),
        ("字", None),
    ],
)
def test_chinese_numerals(text: str, read: float | None) -> None:
    assert value(text) == read


_DIGIT = "零一二三四五六七八九"


def _spell(number: int) -> str:
    text, zero = "", False
    for scale, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, scale)
        if digit:
            text += ("零" if zero and text else "") + _DIGIT[digit] + name
            zero = False
        else:
            zero = True
    return text


@given(st.integers(1, 9999))
def test_every_number_below_ten_thousand_survives_being_spelt(number: int) -> None:
    assert value(_spell(number)) == number


def test_units_convert_within_their_dimension_only() -> None:
    assert convert(300, "mu", "ha") == pytest.approx(20)
    assert convert(50, "km", "mi") == pytest.approx(31.07, abs=0.01)
    assert convert(100, "degC", "degF") == 212
    assert convert(1, "m", "kg") is None
    assert convert(1, "USD", "CNY") is None
    assert dimension("CNY?") == "money" and dimension("km") == "length" and dimension(None) is None


def test_a_general_unit_stands_for_any_of_its_name() -> None:
    assert same("USD?", "HKD") and same("AUD", "USD?") and same("deg", "degC")
    assert not same("USD", "CNY?") and not same("km", "mi")


def test_an_unknown_language_reads_digits_alone() -> None:
    assert [(q.low, q.vague) for q in read_digits("Foo 250 bar 1.5 x86 tri")] == [(250, False), (1.5, True)]
