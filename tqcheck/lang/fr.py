"""French."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from tqcheck.lang.cldr import months, weekdays
from tqcheck.lang.grammar import Grammar
from tqcheck.lang.polarity import Polarity, polarity
from tqcheck.lang.quantity import Bound
from tqcheck.lang.tabled import Tabled

_SMALL = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
]
_ORDINALS = {"premier": 1, "première": 1, "premiers": 1, "premières": 1, "deuxième": 2, "second": 2, "seconde": 2,
             "troisième": 3,
             "quatrième": 4, "cinquième": 5, "sixième": 6, "septième": 7, "huitième": 8, "neuvième": 9, "dixième": 10,
             "onzième": 11, "douzième": 12, "quinzième": 15, "vingtième": 20}  # fmt: skip
_ABOUT = {"dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40,
          "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000}  # fmt: skip


class French(Tabled):
    """French as news has it."""

    code: ClassVar[str] = "fr"
    name: ClassVar[str] = "French"
    articles: ClassVar[frozenset[str]] = frozenset(
        [
            "le",
            "la",
            "les",
            "l",
            "un",
            "une",
            "des",
            "du",
            "au",
            "aux",
            "ce",
            "cet",
            "cette",
            "ces",
            "son",
            "sa",
            "ses",
            "leur",
            "leurs",
            "notre",
            "nos",
            "votre",
            "chaque",
        ]
    )
    not_names: ClassVar[frozenset[str]] = frozenset(
        {
            "monsieur",
            "madame",
            "mme",
            "mlle",
            "dr",
            "président",
            "présidente",
            "ministre",
            "gouvernement",
            "état",
            "église",
            "internet",
            "web",
            "net",
            "il",
            "elle",
            "ville",
            "terre",
            "lune",
            "soleil",
            "jour",
            "bourse",
        }
    )
    quotes: ClassVar[Sequence[tuple[str, str]]] = (("«", "»"), ("“", "”"), ("‹", "›"))
    grammar = Grammar(
        decimal=",",
        groups=" .'",
        cardinals={
            **{word: value for value, word in enumerate(_SMALL)}, "une": 1, "vingt": 20, "vingts": 20, "trente": 30,
            "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70, "huitante": 80, "nonante": 90, "double": 2,
            "triple": 3, "deux-tiers": 2, "couple": 2, "paire": 2, "dix-sept": 17, **_ABOUT,
        },
        scales={"cent": 100, "cents": 100, "mille": 1e3, "million": 1e6, "millions": 1e6, "milliard": 1e9,
                "milliards": 1e9,
                "mds": 1e9, "md": 1e9, "billion": 1e12, "billions": 1e12},
        ordinals=_ORDINALS,
        fractions={"demi": 0.5, "demie": 0.5, "moitié": 0.5, "tiers": 1 / 3, "quart": 0.25, "quarts": 0.25,
                   "cinquième": 0.2,
                   "cinquièmes": 0.2, "dixième": 0.1},
        joiners=("et", "et une", "et un"),
        vague=frozenset({"un", "une", "neuf", "double", "triple", "couple", "paire", "zéro", *list(_ORDINALS)[:6],
                         "quarantaine", "centaine", "millier", "dizaine", "douzaine"}),
        several=frozenset({"dizaines", "centaines", "milliers", "vingtaines"}),
        units={
            "kilomètre": "km", "kilomètres": "km", "mètre": "m", "mètres": "m", "centimètres": "cm", "centimètre": "cm",
            "millimètres": "mm", "miles": "mi", "milles": "mi", "pieds": "ft", "pouces": "in",
            "kilomètres carrés": "km2",
            "mètres carrés": "m2", "mètres cubes": "m3", "hectare": "ha", "hectares": "ha", "litre": "l", "litres": "l",
            "kilogrammes": "kg", "kilos": "kg", "kilo": "kg", "grammes": "g", "tonne": "t", "tonnes": "t",
            "kilomètres par heure": "km/h", "kilomètres heure": "km/h", "kilomètres à l'heure": "km/h",
            "km par heure": "km/h",
            "degrés": "deg", "degrés celsius": "degC", "seconde": "s", "secondes": "s", "minute": "min",
            "minutes": "min",
            "heure": "h", "heures": "h", "jour": "d", "jours": "d", "nuits": "d", "semaine": "week", "semaines": "week",
            "mois": "month", "an": "year", "ans": "year", "année": "year", "années": "year", "décennie": "decade",
            "décennies": "decade", "siècles": "century", "euro": "EUR", "euros": "EUR", "d'euros": "EUR",
            "d’euros": "EUR",
            "dollar": "USD?", "dollars": "USD?", "de dollars": "USD?", "livres": "GBP?", "yens": "JPY",
            "roubles": "RUB",
            "francs": "CHF?", "yuans": "CNY", "de tonnes": "t", "d'hectares": "ha", "de kilomètres": "km",
            "d'années": "year",
        },
        percents=("pour cent", "pour-cent", "points de pourcentage"),
        ordinal=r"(?:er|re|ère|e|è|ème|ième|nd|nde)(?!\w)",
        months={**months("fr"), "janv": 1, "févr": 2, "sept": 9, "oct": 10, "nov": 11, "déc": 12},
        weekdays=weekdays("fr"),
        doubtful=frozenset(),
        date_links=("de",),
        ranges=("à", "et", "au", "ou", "jusqu'à"),
        centuries=frozenset({"siècle"}),
        decades="",
        hedges={**dict.fromkeys(("environ", "près de", "quelque", "autour de", "presque", "jusqu'à", "à peu près"),
                                Bound.ABOUT),
                **dict.fromkeys(("plus de", "plus d'", "au moins", "au-delà de"), Bound.OVER),
                **dict.fromkeys(("moins de", "moins d'", "au plus"), Bound.UNDER)},
        relative=frozenset({"hier", "demain"}),
        clock=r"h(?!\w)",
        noon={"midi": 12, "minuit": 0},
        vigesimal=True,
        halves=("et demie", "et demi"),
        alone=frozenset({"cent", "mille"}),
        points=("virgule",),
        decades_before=("années", "les années"),
    )  # fmt: skip
    polarity: ClassVar[Polarity | None] = polarity(
        hard=("ne", "pas", "jamais", "aucun", "aucune", "rien", "personne ne", "ni", "nul", "nulle"),
        not_negative=("pas seulement", "ne seulement", "rien que", "pas mal", "pas à pas", "un pas", "le pas",
                      "premier pas",
                      "n'est pas sans", "ne que"),
        soft=("sans", "sauf", "seul*", "uniquement", "à peine", "peu", "moins", "refus*", "interdi*", "empêch*",
              "évit*", "échou*",
              "manqu*", "absen*", "im*ble*", "in*ble*", "impossib*", "incapab*", "insuffis*", "inconnu*", "non",
              "avant", "guère",
              "plus", "rare*", "rejet*", "nie", "niée*", "nié", "démen*", "contre", "malgré", "hormis", "dépourvu*",
              "faute",
              "cess*", "renonc*", "trop"),
        more_soft=r"\bn['’]\w+|\b(?:mal|dés)\w{4,}",
    )  # fmt: skip


LANGUAGE = French()
