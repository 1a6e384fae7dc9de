"""German."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import ClassVar

from tqcheck.lang.base import ProperName
from tqcheck.lang.cldr import months, weekdays
from tqcheck.lang.composition import closed_up
from tqcheck.lang.grammar import Grammar
from tqcheck.lang.polarity import Polarity, polarity
from tqcheck.lang.quantity import Bound
from tqcheck.lang.tabled import Tabled

_ONES = [
    "null",
    "ein",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwölf",
    "dreizehn",
    "vierzehn",
    "fünfzehn",
    "sechzehn",
    "siebzehn",
]
_ONES += ["achtzehn", "neunzehn"]
_TENS = ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]


def _below_hundred() -> dict[str, int]:
    made = {word: value for value, word in enumerate(_ONES)}
    for tens, word in enumerate(_TENS, 2):
        made[word] = made[word.replace("ß", "ss")] = tens * 10
        for one in range(1, 10):
            made[f"{_ONES[one]}und{word}"] = made[f"{_ONES[one]}und{word}".replace("ß", "ss")] = tens * 10 + one
    return made


_SMALL = _below_hundred()
_IN_ONE = {**_SMALL, "eins": 1}


def _compound(word: str) -> float | None:
    """`zweihundertfünfzig`, `dreitausend`, `fünfzehnjährige`; None for any other word."""
    if word.endswith(("jährige", "jähriger", "jährigen", "jähriges", "köpfige", "köpfigen")):
        return _SMALL.get(re.split("jähr|köpf", word)[0])
    if "hundert" not in word and "tausend" not in word:
        return None
    return closed_up(word, _IN_ONE, "tausend", "hundert", "und")


_ORDINAL_STEMS = {"erst": 1, "zweit": 2, "dritt": 3, "viert": 4, "fünft": 5, "sechst": 6, "siebt": 7, "acht": 8,
                  "neunt": 9,
                  "zehnt": 10, "elft": 11, "zwölft": 12, "dreizehnt": 13, "vierzehnt": 14, "fünfzehnt": 15,
                  "sechzehnt": 16, "siebzehnt": 17, "achtzehnt": 18, "neunzehnt": 19, "zwanzigst": 20}  # fmt: skip
_PER_HOUR = {f"{word} {per} stunde": unit for word, unit in (("kilometer", "km/h"), ("kilometern", "km/h"), ("meilen",
    "mph"))
             for per in ("pro", "in der", "je")}  # fmt: skip


class German(Tabled):
    """German as news has it."""

    code: ClassVar[str] = "de"
    name: ClassVar[str] = "German"
    quotes: ClassVar[Sequence[tuple[str, str]]] = (("„", "“"), ("‚", "‘"), ("»", "«"), ("«", "»"))
    grammar = Grammar(
        decimal=",",
        groups=".' ",
        cardinals={
            **_SMALL, "eins": 1, "eine": 1, "einen": 1, "einem": 1, "einer": 1, "eines": 1, "zweier": 2, "zweien": 2,
            "dreier": 3,
            "dreien": 3, "beide": 2, "beiden": 2, "beider": 2, "paar": 2, "dutzend": 12, "doppelt": 2, "doppelte": 2,
            "doppelten": 2,
            "einmal": 1, "zweimal": 2, "dreimal": 3, "viermal": 4, "fünfmal": 5, "anderthalb": 1.5, "eineinhalb": 1.5,
            "zweieinhalb": 2.5, "dreieinhalb": 3.5, "zweifach": 2, "zweifache": 2, "dreifach": 3, "dreifache": 3,
            "zwo": 2,
            "zu zweit": 2, "fünfe": 5, "vieren": 4, "einzige": 1, "einzigen": 1, "einzelne": 1, "dreifachen": 3,
            "zweites": 2,
        },
        scales={"hundert": 100, "tausend": 1e3, "million": 1e6, "millionen": 1e6, "mio": 1e6, "milliarde": 1e9,
                "milliarden": 1e9, "mrd": 1e9, "billion": 1e12, "billionen": 1e12, "billiarde": 1e15},
        ordinals={stem + end: n for stem, n in _ORDINAL_STEMS.items() for end in ("e", "en", "er", "es", "em", "ens")},
        fractions={"halb": 0.5, "halbe": 0.5, "halben": 0.5, "halber": 0.5, "halbes": 0.5, "hälfte": 0.5,
                   "drittel": 1 / 3,
                   "dritteln": 1 / 3, "viertel": 0.25, "vierteln": 0.25, "fünftel": 0.2, "sechstel": 1 / 6,
                   "zehntel": 0.1},
        joiners=("und",),
        vague=frozenset(
            ["ein", "eine", "einen", "einem", "einer", "eines", "eins", "erste", "ersten", "erster", "erstes",
             "beide", "beiden", "beider", "paar", "doppelt", "doppelte", "doppelten", "einmal", "einzige", "einzigen",
             "einzelne", "zweite", "zweiten", "zweiter", "zweites", "dutzend", "null", "zweifach", "zweifache"]
        ),
        several=frozenset({"hunderte", "hunderten", "hunderter", "tausende", "tausenden", "tausender", "dutzende",
                           "dutzenden",
                           "zehntausende", "zehntausenden"}),
        units={
            "kilometer": "km", "kilometern": "km", "meter": "m", "metern": "m", "zentimeter": "cm", "zentimetern": "cm",
            "millimeter": "mm", "meile": "mi", "meilen": "mi", "fuß": "ft", "zoll": "in", "quadratkilometer": "km2",
            "quadratkilometern": "km2", "quadratmeter": "m2", "quadratmetern": "m2", "kubikmeter": "m3", "hektar": "ha",
            "quadratmeilen": "mi2", "liter": "l", "litern": "l", "kilogramm": "kg", "kilo": "kg", "gramm": "g",
            "tonne": "t",
            "tonnen": "t", "pfund": "GBP?", "stundenkilometer": "km/h", "stundenkilometern": "km/h", **_PER_HOUR,
            "grad": "deg",
            "grad celsius": "degC", "sekunde": "s", "sekunden": "s", "minute": "min", "minuten": "min", "stunde": "h",
            "stunden": "h", "tag": "d", "tage": "d", "tagen": "d", "woche": "week", "wochen": "week", "monat": "month",
            "monate": "month", "monaten": "month", "jahr": "year", "jahre": "year", "jahren": "year",
            "jahrzehnt": "decade",
            "jahrzehnte": "decade", "jahrzehnten": "decade", "jährige": "year", "jähriger": "year", "jährigen": "year",
            "jähriges": "year", "jahrhunderte": "century", "jahrhunderten": "century", "euro": "EUR", "dollar": "USD?",
            "us-dollar": "USD", "yen": "JPY", "rubel": "RUB", "franken": "CHF?", "yuan": "CNY",
            "kilowattstunden": "kWh",
            "megawatt": "MW", "gigawatt": "GW",
        },
        percents=("prozent", "prozentpunkte", "prozentpunkten", "v.h."),
        ordinal=r"\.(?=\s[^\W\d_])|(?:te|ten|ter|sten|ste)(?!\w)",
        months={**months("de"), "jänner": 1, "feber": 2, "jan": 1, "feb": 2, "okt": 10, "nov": 11, "dez": 12,
                "sept": 9},
        weekdays={**weekdays("de"), "sonnabend": 5, "sonntags": 6, "samstags": 5, "montags": 0},
        date_links=(),
        ranges=("bis", "und", "oder", "bis zu"),
        centuries=frozenset({"jahrhundert", "jahrhunderts", "jh", "jahrunderts"}),
        decades=r"er(?:n|[\s-]?jahre\w*)?(?!\w)",
        hedges={**dict.fromkeys(("etwa", "rund", "circa", "ca.", "ungefähr", "knapp", "fast", "bis zu", "nahezu"),
                                Bound.ABOUT),
                **dict.fromkeys(("mehr als", "über", "mindestens", "gut"), Bound.OVER),
                **dict.fromkeys(("weniger als", "unter", "höchstens"), Bound.UNDER)},
        relative=frozenset(["heute", "gestern", "morgen", "heuer"]),
        clock=r"uhr(?!\w)",
        noon={"mittag": 12, "mitternacht": 0},
        compound=_compound,
        alone=frozenset({"hundert", "tausend"}),
        points=("komma",),
    )  # fmt: skip
    polarity: ClassVar[Polarity | None] = polarity(
        hard=("nicht", "kein", "keine", "keinen", "keinem", "keiner", "keines", "nie", "niemals", "niemand",
              "niemanden",
              "nichts", "nirgends", "keinerlei", "keineswegs", "weder"),
        not_negative=("nicht nur", "nicht zuletzt", "nicht mehr als", "nicht weniger als", "gar nicht so"),
        soft=("ohne", "kaum", "nur", "erst", "außer", "bevor", "statt", "anstatt", "sondern", "verhinder*", "verbot*",
              "verbiet*", "verweiger*", "lehn*", "ablehn*", "fehl*", "mangel*", "fehlen*", "selten", "wenig*",
              "gegen", "*los", "*lose",
              "*losen", "*loser", "*frei", "vermeid*", "verzicht*", "bestreit*", "bestritt*", "dement*", "wider*",
              "stopp*", "miss*",
              "versag*", "scheiter*", "schwierig*", "trotz*", "bloß", "lediglich", "nein", "*nicht*", "verschwund*",
              "hinder*",
              "ausgeschlossen", "ausgenommen"),
        more_soft=r"\bun(?!d\b|s\b|ser|t[eé]r|iv|io|ge(?:fähr|achtet))\w{3,}",
    )  # fmt: skip

    def proper_names(self, text: str) -> Sequence[ProperName]:
        """Nouns, and which of them are surely names."""
        from tqcheck.lang.de_names import names

        return names(text)


LANGUAGE = German()
