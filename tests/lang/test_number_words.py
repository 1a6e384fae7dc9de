"""A number written in words or in digits, in each language, is read back with the same value.

The words come from elsewhere: num2words (its slips are put right or stepped over below), cn2an for Chinese and
indic-num2words for Hindi. Figures are written by babel, with each locale's marks and digits. Readers give magnitudes: a
minus sign, like 零下 and "below", is left to the words around the number.
"""

from __future__ import annotations

import warnings

import cn2an
import pytest
from babel.numbers import format_decimal
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from num2words import num2words

from tqcheck import lang

with warnings.catch_warnings():
    warnings.simplefilter("ignore", SyntaxWarning)
    from num_to_words import num_to_word

LANGUAGES = "zh ja ko en de fr es it pt pl cs ru uk ar hi tr".split()
# What is counted, where a number in words needs it to be told from other words.
COUNTED = {"zh": "人", "ja": "人", "ko": " 명", "tr": " kişi"}
whole = st.one_of(
    st.integers(0, 999),
    st.integers(0, 10**12 - 1),
    st.builds(lambda figures, zeros: figures * 10**zeros, st.integers(1, 999), st.integers(0, 9)),
)
decimal = st.builds(lambda n, places: n / 10**places, st.integers(0, 10**9), st.integers(0, 3))


def spell(code: str, number: int) -> str:
    """`number` in words."""
    if code == "zh":
        return str(cn2an.an2cn(number))
    if code == "hi":
        return _hindi(number)
    if code == "tr":
        return _turkish(number)
    words = str(num2words(number, lang=code))
    if code == "ar":
        # For 301,000 it says three hundred, and a thousand thousands; for millions and milliards the same.
        assume(not any(f"{scale} {scale}" in words for scale in ("ألف", "مليون", "مليار", "تريليون")))
        return words.replace(" و ", " و")
    return words.replace("dicotto", "diciotto") if code == "it" else words


def _hindi(number: int) -> str:
    """From a hundred lakh on, where the oracle fails, as so many crore and the rest; without its commas."""
    if number < 10**7:
        return str(num_to_word(number, lang="hi")).replace(",", "")
    rest = number % 10**7
    return f"{_hindi(number // 10**7)} करोड़" + (f" {_hindi(rest)}" if rest else "")


def _turkish(number: int) -> str:
    """Thousands by thousands, for the oracle loses digits of what is longer."""
    scales = ["", " bin", " milyon", " milyar"]
    groups = [(number // 1000**k % 1000, name) for k, name in enumerate(scales)]
    said = ["bin" if (n, name) == (1, " bin") else f"{num2words(n, lang='tr')}{name}" for n, name in groups if n]
    return " ".join(reversed(said)) or "sıfır"


def values(code: str, text: str) -> list[float]:
    """The numbers that are read in `text`, years among them."""
    language = lang.get(code)
    found = [(q.span.start, q.low) for q in language.quantities(text)]
    found += [(m.span.start, float(m.year)) for m in language.moments(text) if m.year is not None]
    return [value for _, value in sorted(found)]


@pytest.mark.parametrize("code", LANGUAGES)
@settings(max_examples=250, deadline=None)
@given(number=whole)
def test_whole_numbers_in_words(code: str, number: int) -> None:
    assume(code != "ko" or number >= 10)  # single Sino-Korean syllables are words of their own
    words = spell(code, number)
    assert values(code, words + COUNTED.get(code, "")) == [pytest.approx(number, rel=1e-12)], words


@pytest.mark.parametrize("code", ["en", "de", "fr", "es", "it", "pt", "pl", "uk", "zh", "ja"])
@settings(max_examples=60, deadline=None)
@given(ones=st.integers(0, 999), hundredths=st.integers(1, 99))
def test_decimals_in_words(code: str, ones: int, hundredths: int) -> None:
    number = float(f"{ones}.{hundredths:02d}")
    words = cn2an.an2cn(str(number)) if code == "zh" else num2words(number, lang=code)
    words = words.replace("dicotto", "diciotto")
    assert values(code, words + COUNTED.get(code, "")) == [pytest.approx(number)], words


@pytest.mark.parametrize(
    ("code", "numbering"), [*((code, "latn") for code in LANGUAGES), ("ar", "arab"), ("hi", "deva"), ("zh", "full")]
)
@settings(max_examples=200, deadline=None)
@given(number=decimal, negative=st.booleans())
def test_figures_with_the_marks_of_the_locale(code: str, numbering: str, number: float, negative: bool) -> None:
    figures = format_decimal(
        -number if negative else number, locale=code, numbering_system="latn" if numbering == "full" else numbering
    )
    if numbering == "full":
        figures = figures.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789.,-"})
    assert values(code, f"( {figures} )") == [pytest.approx(number)], figures


SCALES = {
    "zh": "万 4 亿 8 万亿 12 千万 7", "ja": "万 4 億 8 兆 12 千万 7", "ko": "만 4 억 8 조 12 천만 7",
    "en": "thousand 3 million 6 billion 9 trillion 12 bn 9 crore 7 lakh 5", "de": "Millionen 6 Milliarden 9 Billionen 12 Mrd 9",
    "fr": "mille 3 millions 6 milliards 9 billions 12", "es": "mil 3 millones 6 mil_millones 9 billones 12",
    "it": "mila 3 milioni 6 miliardi 9", "pt": "mil 3 milhões 6 bilhões 9 mil_milhões 9 trilhões 12",
    "pl": "tysięcy 3 milionów 6 mln 6 mld 9", "cs": "tisíc 3 milionů 6 miliard 9 bilionů 12",
    "ru": "тысяч 3 тыс. 3 миллионов 6 млрд 9 триллионов 12", "uk": "тисяч 3 млн 6 мільярдів 9",
    "ar": "ألف 3 مليون 6 مليار 9 تريليون 12", "hi": "हजार 3 लाख 5 करोड़ 7 अरब 9 लाख_करोड़ 12", "tr": "bin 3 milyon 6 milyar 9 trilyon 12",
}  # fmt: skip


@pytest.mark.parametrize("code", LANGUAGES)
@settings(max_examples=60, deadline=None)
@given(tenths=st.integers(11, 9999), choice=st.integers(0, 10))
def test_figures_with_a_scale_word(code: str, tenths: int, choice: int) -> None:
    words = SCALES[code].split()
    scales = list(zip(words[::2], words[1::2], strict=True))
    name, power = scales[choice % len(scales)]
    figures = format_decimal(tenths / 10, locale=code)
    space = "" if code in ("zh", "ja", "ko") else " "
    text = f"( {figures}{space}{name.replace('_', ' ')} )"
    assert values(code, text) == [pytest.approx(tenths / 10 * 10 ** int(power))], text


@pytest.mark.parametrize("code", LANGUAGES)
@settings(max_examples=60, deadline=None)
@given(number=st.integers(10, 10**9))
def test_the_span_is_all_of_the_number(code: str, number: int) -> None:
    words = spell(code, number)
    text = f"{words}{COUNTED.get(code, '')}"
    (found,) = lang.get(code).quantities(text)
    assert found.span.of(text) == words
