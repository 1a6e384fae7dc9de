"""Spanish."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from tqcheck.lang.cldr import months, weekdays
from tqcheck.lang.grammar import Grammar
from tqcheck.lang.polarity import Polarity, polarity
from tqcheck.lang.quantity import Bound
from tqcheck.lang.tabled import Tabled

_SMALL = [
    "cero",
    "uno",
    "dos",
    "tres",
    "cuatro",
    "cinco",
    "seis",
    "siete",
    "ocho",
    "nueve",
    "diez",
    "once",
    "doce",
    "trece",
    "catorce",
    "quince",
    "dieciséis",
    "diecisiete",
    "dieciocho",
    "diecinueve",
    "veinte",
    "veintiuno",
    "veintidós",
    "veintitrés",
    "veinticuatro",
    "veinticinco",
    "veintiséis",
    "veintisiete",
    "veintiocho",
    "veintinueve",
]
_HUNDREDS = ["doscient", "trescient", "cuatrocient", "quinient", "seiscient", "setecient", "ochocient", "novecient"]
_ORDINAL_STEMS = {"primer": 1, "segund": 2, "tercer": 3, "cuart": 4, "quint": 5, "sext": 6, "séptim": 7, "octav": 8,
                  "noven": 9,
                  "décim": 10, "undécim": 11, "duodécim": 12, "vigésim": 20}  # fmt: skip


class Spanish(Tabled):
    """Spanish as news has it, on either side of the Atlantic."""

    code: ClassVar[str] = "es"
    name: ClassVar[str] = "Spanish"
    articles: ClassVar[frozenset[str]] = frozenset(
        [
            "el",
            "la",
            "los",
            "las",
            "lo",
            "un",
            "una",
            "unos",
            "unas",
            "del",
            "al",
            "su",
            "sus",
            "este",
            "esta",
            "estos",
            "estas",
            "ese",
            "esa",
            "nuestro",
            "nuestra",
            "cada",
        ]
    )
    not_names: ClassVar[frozenset[str]] = frozenset(
        {
            "señor",
            "señora",
            "sr",
            "sra",
            "dr",
            "dra",
            "don",
            "doña",
            "presidente",
            "presidenta",
            "gobierno",
            "estado",
            "iglesia",
            "internet",
            "usted",
            "ustedes",
            "tierra",
            "luna",
            "sol",
            "día",
        }
    )
    quotes: ClassVar[Sequence[tuple[str, str]]] = (("«", "»"), ("“", "”"), ("¿", "?"), ("¡", "!"))
    grammar = Grammar(
        decimal=",",
        groups=". '",
        cardinals={
            **{word: value for value, word in enumerate(_SMALL)}, "un": 1, "una": 1, "veintiún": 21, "veintiuna": 21,
            "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90,
            **{stem + end: 100 * n for n, stem in enumerate(_HUNDREDS, 2) for end in ("os", "as")},
            "ambos": 2, "ambas": 2, "par": 2, "pareja": 2, "doble": 2, "triple": 3, "docena": 12, "decena": 10,
            "veintena": 20,
            "treintena": 30, "centenar": 100, "sendos": 2, "único": 1, "única": 1, "quincena": 15, "dúo": 2, "trío": 3,
        },
        scales={"cien": 100, "ciento": 100, "mil": 1e3, "millón": 1e6, "millones": 1e6, "billón": 1e12,
                "billones": 1e12,
                "millardo": 1e9, "millardos": 1e9, "mdd": 1e6},
        ordinals={**{stem + end: n for stem, n in _ORDINAL_STEMS.items() for end in ("o", "a", "os", "as")},
                  "primer": 1, "tercer": 3},
        fractions={"medio": 0.5, "media": 0.5, "mitad": 0.5, "tercio": 1 / 3, "tercios": 1 / 3, "tercera": 1 / 3,
                   "cuarto": 0.25,
                   "cuartos": 0.25, "cuarta": 0.25, "quinto": 0.2, "quinta": 0.2, "décima": 0.1},
        joiners=("y", "y un", "y una", "e"),
        vague=frozenset(
            ["un", "una", "uno", "ambos", "ambas", "par", "pareja", "doble", "triple", "docena", "decena", "centenar",
             "sendos", "único", "única", "primer", "primero", "primera", "primeros", "primeras", "segundo", "segunda",
             "segundos", "segundas", "tercer", "tercero", "tercera", "cuarto", "cuarta", "cero", "quinta", "quinto",
             "dúo", "trío", "once"]
        ) - {"once"},
        several=frozenset({"cientos", "miles", "docenas", "decenas", "centenares", "millares"}),
        units={
            "kilómetro": "km", "kilómetros": "km", "metro": "m", "metros": "m", "centímetros": "cm", "centímetro": "cm",
            "milímetros": "mm", "milla": "mi", "millas": "mi", "pies": "ft", "pulgadas": "in",
            "kilómetros cuadrados": "km2",
            "metros cuadrados": "m2", "metros cúbicos": "m3", "hectárea": "ha", "hectáreas": "ha",
            "millas cuadradas": "mi2",
            "litro": "l", "litros": "l", "kilogramos": "kg", "kilos": "kg", "kilo": "kg", "gramos": "g",
            "tonelada": "t",
            "toneladas": "t", "kilómetros por hora": "km/h", "millas por hora": "mph", "km por hora": "km/h",
            "grados": "deg",
            "grados celsius": "degC", "grados centígrados": "degC", "segundos": "s", "minuto": "min", "minutos": "min",
            "hora": "h", "horas": "h", "día": "d", "días": "d", "noches": "d", "semana": "week", "semanas": "week",
            "mes": "month", "meses": "month", "año": "year", "años": "year", "década": "decade", "décadas": "decade",
            "siglos": "century", "euro": "EUR", "euros": "EUR", "de euros": "EUR", "dólar": "USD?", "dólares": "USD?",
            "de dólares": "USD?", "libras": "GBP?", "yenes": "JPY", "rublos": "RUB", "pesos": "MXN?",
            "de pesos": "MXN?",
            "yuanes": "CNY", "de yuanes": "CNY", "rupias": "INR?", "de toneladas": "t", "de años": "year",
            "de hectáreas": "ha",
        },
        percents=("por ciento", "puntos porcentuales"),
        ordinal=r"(?:\.?[ºª°]|er|ra|do|da|to|ta)(?!\w)",
        months={**months("es"), "setiembre": 9},
        weekdays=weekdays("es"),
        date_links=("de", "del", "de año"),
        ranges=("a", "y", "al", "o", "hasta"),
        centuries=frozenset({"siglo", "siglos"}),
        decades="",
        hedges={**dict.fromkeys(("unos", "unas", "cerca de", "aproximadamente", "alrededor de", "casi", "hasta"),
                                Bound.ABOUT),
                **dict.fromkeys(("más de", "al menos", "por lo menos", "superior a", "superó los"), Bound.OVER),
                **dict.fromkeys(("menos de", "como máximo"), Bound.UNDER)},
        relative=frozenset({"ayer", "hoy", "anoche"}),
        am=r"a\.\s?m\.?|de la (?:mañana|madrugada)",
        pm=r"p\.\s?m\.?|de la (?:tarde|noche)",
        noon={"mediodía": 12, "medianoche": 0},
        halves=("y medio", "y media"),
        alone=frozenset({"cien", "ciento", "mil"}),
        points=("coma", "punto"),
        decades_before=("los años", "década de", "década de los"),
    )  # fmt: skip
    polarity: ClassVar[Polarity | None] = polarity(
        hard=("no", "nunca", "jamás", "nadie", "nada", "ningún", "ninguno", "ninguna", "tampoco", "ni"),
        not_negative=("no solo", "no sólo", "no solamente", "no obstante", "sin embargo", "no más de", "no menos de",
                      "nada más", "ni siquiera"),
        soft=("sin", "salvo", "excepto", "apenas", "solo", "sólo", "solamente", "únicamente", "poco*", "poca*",
              "menos", "rechaz*",
              "nieg*", "nega*", "negó", "prohib*", "impid*", "imped*", "evit*", "fracas*", "falt*", "falla*",
              "ausen*", "carec*", "imposib*", "incapa*",
              "insuficien*", "desconoc*", "antes de", "contra", "pese", "rar*", "desminti*", "dejar de", "dejó de",
              "difícil*"),
        more_soft=r"\b(?:in|im|des|ir)\w+(?:ble|bles|ado|ados|ada|adas|ido|idos)\b",
    )  # fmt: skip


LANGUAGE = Spanish()
