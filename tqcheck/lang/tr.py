"""Turkish."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import ClassVar

from tqcheck.lang.cldr import months, weekdays
from tqcheck.lang.grammar import Grammar
from tqcheck.lang.polarity import Polarity, polarity
from tqcheck.lang.quantity import Bound
from tqcheck.lang.tabled import Tabled

_ONES = ["sıfır", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz", "on"]
_TENS = ["yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan"]
_CASES = ("", "ı", "i", "u", "ü", "si", "sı", "a", "e", "ya", "ye", "da", "de", "ta", "te", "nda", "nde", "ndan",
          "nden", "inde", "ında",
          "unda", "ünde", "dan", "den", "tan", "ten")  # fmt: skip


_PLACES = {"yüz": 100, "bin": 1000, "milyon": 10**6, "milyar": 10**9, "trilyon": 10**12}
_WORD = re.compile("|".join(sorted((*_ONES[1:], *_TENS, *_PLACES), key=len, reverse=True)))
_CLOSED = re.compile(f"(?:{_WORD.pattern}){{2,}}")


def _compound(word: str) -> float | None:
    """`onbir`, `ikiyüzelli`; None for any other word."""
    if not _CLOSED.fullmatch(word):
        return None
    total, current, last = 0, 0, 100
    for part in _WORD.findall(word):
        value = _ONES.index(part) if part in _ONES else 10 * _TENS.index(part) + 20 if part in _TENS else 0
        if value and (current % 10 or (value >= 10 and current % 100) or (last < 10 and value)):
            return None  # biriki: one or two
        if value:
            current += value
        elif part == "yüz":
            current = (current or 1) * 100
        else:
            total, current = total + (current or 1) * _PLACES[part], 0
        last = value or 100
    return float(total + current)


class Turkish(Tabled):
    """Turkish as news has it."""

    code: ClassVar[str] = "tr"
    name: ClassVar[str] = "Turkish"
    quotes: ClassVar[Sequence[tuple[str, str]]] = (("“", "”"), ("‘", "’"))
    grammar = Grammar(
        decimal=",",
        groups=".",
        cardinals={
            **{word: value for value, word in enumerate(_ONES)}, **{word: 10 * n for n, word in enumerate(_TENS, 2)},
            "çift": 2, "biri": 1,
            "düzine": 12, "buçuk": 0.5,
            **{word + end: n for n, word in enumerate(_ONES) if n > 1 for end in ("si", "sı", "ü", "i", "u", "şi",
                "er", "şer")},
        },
        scales={"yüz": 100, "bin": 1e3, "milyon": 1e6, "milyar": 1e9, "trilyon": 1e12, "mn": 1e6, "mlr": 1e9},
        ordinals={"birinci": 1, "ilk": 1, "ikinci": 2, "üçüncü": 3, "dördüncü": 4, "beşinci": 5, "altıncı": 6,
                  "yedinci": 7,
                  "sekizinci": 8, "dokuzuncu": 9, "onuncu": 10, "yirminci": 20},
        fractions={"yarım": 0.5, "yarısı": 0.5, "yarısını": 0.5, "yarı": 0.5, "çeyrek": 0.25},
        vague=frozenset({"bir", "biri", "ilk", "birinci", "ikinci", "çift", "düzine", "sıfır", "on", "altı", "üçüncü", "yedi"}),
        several=frozenset({"yüzlerce", "binlerce", "milyonlarca", "onlarca"}),
        units={
            "kilometre": "km", "kilometrelik": "km", "metre": "m", "metrelik": "m", "santimetre": "cm", "mil": "mi",
            "kilometrekare": "km2",
            "metrekare": "m2", "metreküp": "m3", "hektar": "ha", "dönüm": "dönüm", "litre": "l", "kilogram": "kg",
            "kilo": "kg",
            "gram": "g", "ton": "t", "derece": "deg", "saniye": "s", "dakika": "min", "saat": "h", "saatlik": "h",
            "gün": "d",
            "günlük": "d", "hafta": "week", "haftalık": "week", "ay": "month", "aylık": "month", "yıl": "year",
            "yıllık": "year",
            "yıldır": "year", "yaşındaki": "year", "yaşında": "year", "lira": "TRY", "liraya": "TRY",
            "liralık": "TRY", "tl": "TRY",
            "dolar": "USD?", "dolara": "USD?", "dolarlık": "USD?", "euro": "EUR", "avro": "EUR", "sterlin": "GBP",
            "ruble": "RUB",
            "yuan": "CNY", "yen": "JPY", "kişi": "person",
        },
        percents_before=("%", "yüzde"),
        ordinal=r"['’]?(?:inci|ıncı|uncu|üncü|nci|ncı|ncu|ncü)(?!\w)|\.(?=\s[a-zçğıöşü])",
        months={name + end: n for name, n in months("tr").items() for end in _CASES},
        weekdays=weekdays("tr"),
        doubtful=frozenset(name + end for name in ("ocak", "mart", "ekim", "kasım") for end in _CASES),
        ranges=("ila", "ile", "ve"),
        centuries=frozenset({"yüzyıl", "yüzyılda", "yüzyılın", "yüzyıla", "asır"}),
        decades=r"['’]?(?:lı|li|lu|lü|lar|ler)(?:d[ae]n?|in|ın|e|a|i|ı)?(?:\syıl\w*)?(?!\w)",
        hedges={**dict.fromkeys(("yaklaşık", "ortalama", "neredeyse"), Bound.ABOUT), **dict.fromkeys(("en az",),
            Bound.OVER),
                "en fazla": Bound.UNDER},
        relative=frozenset({"bugün", "dün", "yarın"}),
        noon={"öğlen": 12, "gece yarısı": 0},
        alone=frozenset({"yüz", "bin"}),
        compound=_compound,
        points=("virgül",),
        shares={"üçte": 3, "dörtte": 4, "beşte": 5, "altıda": 6, "yedide": 7, "sekizde": 8, "dokuzda": 9, "onda": 10},
        hours={"saat": True, "saatler": False},
    )  # fmt: skip
    # Turkish negates within the verb (-me-, -ma-): a text without `değil` or `yok` may well be negative.
    polarity: ClassVar[Polarity | None] = polarity(
        hard=("değil", "değildir", "değildi", "yok", "yoktu", "yoktur", "hiçbir", "hiç", "asla"),
        not_negative=("sadece değil", "yalnızca değil"),
        soft=("sadece", "yalnızca", "hariç", "dışında", "olmadan", "ancak"),
        more_soft=r"\w+(?:m[aeıiuü]|maz|mez|mad|med|may|mey|sız|siz|suz|süz)\w*",
    )  # fmt: skip


LANGUAGE = Turkish()
