"""Italian."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from tqcheck.lang.cldr import months, weekdays
from tqcheck.lang.composition import closed_up
from tqcheck.lang.grammar import Grammar
from tqcheck.lang.polarity import Polarity, polarity
from tqcheck.lang.quantity import Bound
from tqcheck.lang.tabled import Tabled

_ONES = [
    "zero",
    "uno",
    "due",
    "tre",
    "quattro",
    "cinque",
    "sei",
    "sette",
    "otto",
    "nove",
    "dieci",
    "undici",
    "dodici",
    "tredici",
    "quattordici",
    "quindici",
    "sedici",
    "diciassette",
    "diciotto",
    "diciannove",
]
_TENS = ["venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta"]


def _below_hundred() -> dict[str, int]:
    made = {word: value for value, word in enumerate(_ONES)}
    for tens, word in enumerate(_TENS, 2):
        made[word] = tens * 10
        for one in range(1, 10):
            # venti and uno lose a vowel when they meet: ventuno, ventotto.
            stem = word[:-1] if one in (1, 8) else word
            made[stem + _ONES[one]] = tens * 10 + one
        made[word[:-1] + "un"] = tens * 10 + 1
        made[word + "tré"] = tens * 10 + 3
    return {**made, "tré": 3}


_SMALL = _below_hundred()
_ORDINAL_STEMS = {"prim": 1, "second": 2, "terz": 3, "quart": 4, "quint": 5, "sest": 6, "settim": 7, "ottav": 8,
                  "non": 9,
                  "decim": 10, "undicesim": 11, "dodicesim": 12, "quindicesim": 15, "ventesim": 20}  # fmt: skip


def _compound(word: str) -> float | None:
    """`duecentocinquanta`, `tremila`; None for any other word."""
    if "cento" not in word and "mila" not in word and "mille" not in word:
        return None
    return closed_up(word, _SMALL, "mila|mille", "cento")


class Italian(Tabled):
    """Italian as news has it."""

    code: ClassVar[str] = "it"
    name: ClassVar[str] = "Italian"
    articles: ClassVar[frozenset[str]] = frozenset(
        [
            "il",
            "lo",
            "la",
            "i",
            "gli",
            "le",
            "l",
            "un",
            "uno",
            "una",
            "del",
            "dello",
            "della",
            "dei",
            "degli",
            "delle",
            "al",
            "allo",
            "alla",
            "ai",
            "agli",
            "alle",
            "dal",
            "dallo",
            "dalla",
            "dai",
            "dagli",
            "dalle",
            "nel",
            "nello",
            "nella",
            "nei",
            "negli",
            "nelle",
            "sul",
            "sullo",
            "sulla",
            "sui",
            "sugli",
            "sulle",
            "dell",
            "all",
            "dall",
            "nell",
            "sull",
            "questo",
            "questa",
        ]
    )
    not_names: ClassVar[frozenset[str]] = frozenset(
        {
            "signor",
            "signora",
            "sig",
            "dott",
            "dottor",
            "dottoressa",
            "ssa",
            "presidente",
            "governo",
            "stato",
            "chiesa",
            "internet",
            "web",
            "rete",
            "lei",
            "terra",
            "luna",
            "sole",
            "giorno",
            "borsa",
            "camera",
        }
    )
    quotes: ClassVar[Sequence[tuple[str, str]]] = (("«", "»"), ("“", "”"))
    grammar = Grammar(
        decimal=",",
        groups=". '",
        cardinals={
            **_SMALL, "un": 1, "una": 1, "entrambi": 2, "entrambe": 2, "paio": 2, "coppia": 2, "doppio": 2,
            "doppia": 2, "triplo": 3,
            "dozzina": 12, "decina": 10, "ventina": 20, "trentina": 30, "quarantina": 40, "cinquantina": 50,
            "centinaio": 100,
            "migliaio": 1000, "quindicina": 15, "unico": 1, "unica": 1, "sola": 1, "solo": 1, "duo": 2, "trio": 3,
            "ambedue": 2,
        },
        scales={"cento": 100, "mille": 1e3, "mila": 1e3, "milione": 1e6, "milioni": 1e6, "mln": 1e6, "miliardo": 1e9,
                "miliardi": 1e9, "mld": 1e9},
        ordinals={stem + end: n for stem, n in _ORDINAL_STEMS.items() for end in ("o", "a", "i", "e")},
        fractions={"mezzo": 0.5, "mezza": 0.5, "metà": 0.5, "terzo": 1 / 3, "terzi": 1 / 3, "quarto": 0.25,
                   "quarti": 0.25,
                   "quinto": 0.2, "quinti": 0.2, "decimo": 0.1},
        joiners=("e", "e un", "e una"),
        vague=frozenset(
            ["un", "una", "uno", "entrambi", "entrambe", "paio", "coppia", "doppio", "doppia", "triplo", "dozzina",
             "decina", "centinaio", "migliaio", "unico", "unica", "sola", "solo", "primo", "prima", "primi", "prime",
             "secondo", "seconda", "secondi", "seconde", "terzo", "terza", "quarto", "quarta", "quinto", "none",
             "noni", "duo", "trio", "zero"]
        ),
        several=frozenset({"centinaia", "migliaia", "decine", "dozzine"}),
        units={
            "chilometro": "km", "chilometri": "km", "metro": "m", "metri": "m", "centimetri": "cm", "miglia": "mi",
            "miglio": "mi",
            "piedi": "ft", "pollici": "in", "chilometri quadrati": "km2", "metri quadrati": "m2", "metri cubi": "m3",
            "ettaro": "ha", "ettari": "ha", "litro": "l", "litri": "l", "chilogrammi": "kg", "chili": "kg",
            "chilo": "kg",
            "grammi": "g", "tonnellata": "t", "tonnellate": "t", "chilometri orari": "km/h",
            "chilometri all'ora": "km/h",
            "km orari": "km/h", "km all'ora": "km/h", "gradi": "deg", "gradi celsius": "degC", "minuto": "min",
            "minuti": "min",
            "ora": "h", "ore": "h", "giorno": "d", "giorni": "d", "notti": "d", "settimana": "week",
            "settimane": "week",
            "mese": "month", "mesi": "month", "anno": "year", "anni": "year", "decennio": "decade", "decenni": "decade",
            "secoli": "century", "euro": "EUR", "di euro": "EUR", "dollaro": "USD?", "dollari": "USD?",
            "di dollari": "USD?",
            "sterline": "GBP", "yen": "JPY", "rubli": "RUB", "franchi": "CHF?", "yuan": "CNY", "di tonnellate": "t",
            "di anni": "year", "miglia orarie": "mph", "miglia all'ora": "mph",
        },
        percents=("per cento", "percento", "punti percentuali"),
        ordinal=r"[ºª°](?!\w)",
        months=months("it"),
        weekdays=weekdays("it"),
        date_links=("di", "del"),
        ranges=("a", "e", "al", "o", "fino a", "ai"),
        centuries=frozenset({"secolo"}),
        hedges={**dict.fromkeys(("circa", "quasi", "intorno a", "fino a", "all'incirca"), Bound.ABOUT),
                **dict.fromkeys(("più di", "oltre", "almeno"), Bound.OVER), "meno di": Bound.UNDER},
        relative=frozenset({"ieri", "oggi", "domani", "stasera"}),
        am=r"del mattino", pm=r"di sera|del pomeriggio",
        noon={"mezzogiorno": 12, "mezzanotte": 0},
        halves=("e mezzo", "e mezza"),
        alone=frozenset({"cento", "mille"}),
        points=("virgola",),
        hours={"ore": True, "alle": False, "alle ore": True, "dalle": False},
        decades_before=("anni", "anni '", "anni ’"),
        compound=_compound,
    )  # fmt: skip
    polarity: ClassVar[Polarity | None] = polarity(
        hard=("non", "mai", "nessuno", "nessuna", "nessun", "niente", "nulla", "neanche", "nemmeno", "neppure", "né"),
        not_negative=("non solo", "non soltanto", "non appena", "non meno di", "non più di", "più che mai",
                      "come non mai"),
        soft=("senza", "salvo", "tranne", "eccetto", "appena", "solo", "soltanto", "solamente", "poco", "poca",
              "pochi", "poche",
              "meno", "rifiut*", "nega*", "proib*", "viet*", "imped*", "evit*", "fallit*", "fallì*", "manca*",
              "assen*", "priv*",
              "impossib*", "incapa*", "insufficien*", "sconosciut*", "prima di", "contro", "nonostante", "rar*",
              "smentit*", "smise",
              "smess*", "difficil*", "no"),
        more_soft=r"\b(?:in|im|ir)\w+(?:bile|bili)\b",
    )  # fmt: skip


LANGUAGE = Italian()
