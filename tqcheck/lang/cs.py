"""Czech."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import ClassVar

from tqcheck.lang.cldr import months, weekdays
from tqcheck.lang.grammar import Grammar
from tqcheck.lang.polarity import Polarity, polarity
from tqcheck.lang.quantity import Bound
from tqcheck.lang.tabled import Tabled

_FORMS = {
    0: "nula nuly", 1: "jeden jedna jedno jednoho jedné jednomu jednom jedním jednu", 2: "dva dvě dvou dvěma dvoje",
    3: "tři tří třem třemi třech troje", 4: "čtyři čtyř čtyřem čtyřmi čtyřech", 5: "pět pěti", 6: "šest šesti",
    7: "sedm sedmi", 8: "osm osmi", 9: "devět devíti", 10: "deset deseti", 11: "jedenáct jedenácti",
    12: "dvanáct dvanácti",
    13: "třináct třinácti", 14: "čtrnáct čtrnácti", 15: "patnáct patnácti", 16: "šestnáct šestnácti",
    17: "sedmnáct sedmnácti",
    18: "osmnáct osmnácti", 19: "devatenáct devatenácti", 20: "dvacet dvaceti", 30: "třicet třiceti",
    40: "čtyřicet čtyřiceti",
    50: "padesát padesáti", 60: "šedesát šedesáti", 70: "sedmdesát sedmdesáti", 80: "osmdesát osmdesáti",
    90: "devadesát devadesáti",
}  # fmt: skip
_ORDINALS = {
    "prvn": 1, "druh": 2, "třet": 3, "čtvrt": 4, "pát": 5, "šest": 6, "sedm": 7, "osm": 8, "devát": 9, "desát": 10,
    "jedenáct": 11,
    "dvanáct": 12, "třináct": 13, "čtrnáct": 14, "patnáct": 15, "šestnáct": 16, "sedmnáct": 17, "osmnáct": 18,
    "devatenáct": 19, "dvacát": 20, "třicát": 30,
}  # fmt: skip
_ENDS = ("ý", "á", "é", "ého", "ému", "ém", "ým", "ou", "ých", "ými", "í", "ího", "ímu", "ím", "ích")


_AGED = re.compile("(?P<r>[a-záčďéěíňóřšťúůýž]+)let(?:ý|á|é|ého|ému|ém|ým|ou|ých|ými)$")
_GENITIVES: dict[str, int] = {form: n for n, forms in _FORMS.items() for form in forms.split()}
_IN_ONE = {
    f"{one}a{tens}": 10 * m + n
    for n, one in enumerate(("jedn", "dva", "tři", "čtyři", "pět", "šest", "sedm", "osm", "devět"), 1)
    for m, tens in enumerate(
        ("dvaceti", "třiceti", "čtyřiceti", "padesáti", "šedesáti", "sedmdesáti", "osmdesáti", "devadesáti"), 2
    )
}


def _compound(word: str) -> float | None:
    """`čtyřiatřicetiletý`; None for any other word."""
    aged = _AGED.match(word) if "let" in word else None
    return (_IN_ONE.get(aged["r"]) or _GENITIVES.get(aged["r"])) if aged else None


class Czech(Tabled):
    """Czech as news has it."""

    code: ClassVar[str] = "cs"
    name: ClassVar[str] = "Czech"
    not_names: ClassVar[frozenset[str]] = frozenset(
        {
            "vy",
            "vám",
            "vás",
            "vámi",
            "váš",
            "vaše",
            "ty",
            "ti",
            "tvůj",
            "internet",
            "internetu",
            "pan",
            "paní",
            "bůh",
            "země",
            "zemi",
            "slunce",
            "slunci",
            "měsíc",
            "měsíce",
            "den",
            "dne",
            "vláda",
            "vlády",
        }
    )
    quotes: ClassVar[Sequence[tuple[str, str]]] = (("„", "“"), ("‚", "‘"), ("»", "«"))
    grammar = Grammar(
        decimal=",",
        groups=" .",
        cardinals={
            **{form: n for n, forms in _FORMS.items() for form in forms.split()}, "oba": 2, "obě": 2, "obou": 2,
            "oběma": 2,
            "pár": 2, "dvojice": 2, "dvojici": 2, "trojice": 3, "trojici": 3, "čtveřice": 4, "pětice": 5, "tucet": 12,
            "dvakrát": 2, "třikrát": 3, "čtyřikrát": 4, "jednou": 1, "dvojnásobek": 2,
            "dvěstě": 200, "třista": 300, "čtyřista": 400, "pětset": 500, "šestset": 600, "sedmset": 700,
            "osmset": 800, "devětset": 900,
            **{f"{one}a{tens}": n + m for n, one in ((1, "jedn"), (2, "dva"), (3, "tři"), (4, "čtyři"), (5, "pět"),
                                                     (6, "šest"),
                                                   (7, "sedm"), (8, "osm"), (9, "devět"))
               for m, tens in ((20, "dvacet"), (30, "třicet"), (40, "čtyřicet"), (50, "padesát"))},
        },
        scales={"sto": 100, "stě": 100, "sta": 100, "set": 100, "sty": 100, "tisíc": 1e3, "tisíce": 1e3, "tisíců": 1e3,
                "tisícům": 1e3, "tis": 1e3, "milion": 1e6, "milión": 1e6, "milionu": 1e6, "miliony": 1e6,
                "milionů": 1e6,
                "milionům": 1e6, "mil": 1e6, "mio": 1e6, "miliarda": 1e9, "miliardy": 1e9, "miliard": 1e9,
                "miliardu": 1e9,
                "mld": 1e9, "bilion": 1e12, "bilionů": 1e12},
        ordinals={stem + end: n for stem, n in _ORDINALS.items() for end in _ENDS},
        fractions={"půl": 0.5, "polovina": 0.5, "polovinu": 0.5, "poloviny": 0.5, "polovině": 0.5, "třetina": 1 / 3,
                   "třetinu": 1 / 3, "třetiny": 1 / 3, "třetině": 1 / 3, "čtvrtina": 0.25, "čtvrtinu": 0.25,
                   "čtvrtiny": 0.25,
                   "čtvrt": 0.25, "pětina": 0.2, "pětinu": 0.2, "desetina": 0.1, "desetinu": 0.1},
        joiners=("a",),
        vague=frozenset(
            [*_FORMS[1].split(), *["oba", "obě", "obou", "oběma", "pár", "dvojice", "dvojici", "trojice", "trojici",
                                   "tucet", "nula", "nuly", "jednou", "dvojnásobek"]]
            + [stem + end for stem in ("prvn", "druh", "třet") for end in _ENDS] + ["čtvrtá", "dvakrát", "třikrát"]
        ),
        several=frozenset({"stovky", "stovek", "desítky", "desítek"}),
        units={
            **dict.fromkeys(("kilometr", "kilometru", "kilometry", "kilometrů"), "km"), "hektarů": "ha",
            "hektary": "ha",
            **dict.fromkeys(("metr", "metru", "metry", "metrů"), "m"), "centimetrů": "cm", "mil": "mi", "míle": "mi",
            "stop": "ft",
            "kilometrů za hodinu": "km/h", "km za hodinu": "km/h", "palců": "in", "kilometrů čtverečních": "km2",
            "čtverečních kilometrů": "km2", "metrů čtverečních": "m2", "metrů krychlových": "m3", "litrů": "l",
            "litry": "l",
            "kilogramů": "kg", "kilo": "kg", "gramů": "g", "tun": "t", "tuny": "t", "stupňů": "deg",
            "stupňů celsia": "degC",
            "sekund": "s", "sekundy": "s", "minut": "min", "minuty": "min", "minutu": "min", "hodin": "h",
            "hodiny": "h",
            "hodinu": "h", "dní": "d", "dny": "d", "den": "d", "dnů": "d", "dnech": "d", "týdnů": "week",
            "týdny": "week",
            "týden": "week", "týdnech": "week", "měsíců": "month", "měsíce": "month", "měsíc": "month",
            "měsících": "month",
            "let": "year", "roky": "year", "rok": "year", "letech": "year", "roků": "year", "letý": "year",
            "letá": "year",
            "letého": "year", "leté": "year", "letou": "year", "letému": "year", "desetiletí": "decade", "eur": "EUR",
            "eura": "EUR",
            "euro": "EUR", "dolarů": "USD?", "dolary": "USD?", "dolaru": "USD?", "liber": "GBP?", "jenů": "JPY",
            "rublů": "RUB",
            "franků": "CHF?", "korun": "CZK?", "koruny": "CZK?", "korunu": "CZK?", "kč": "CZK", "zlotých": "PLN",
            "jüanů": "CNY",
        },
        percents=("procent", "procenta", "procento", "proc.", "procentech", "procentního bodu", "procentních bodů"),
        ordinal=r"\.(?=\s?[a-záčďéěíňóřšťúůýž])",
        months={**months("cs"), **dict(zip(["lednem", "únorem", "březnem", "dubnem", "květnem", "červnem",
                                            "červencem", "srpnem", "zářím", "říjnem", "listopadem", "prosincem"],
                                            range(1, 13), strict=True)),
                "lednu": 1, "únoru": 2, "březnu": 3, "dubnu": 4, "květnu": 5, "červnu": 6, "červenci": 7, "srpnu": 8,
                "říjnu": 10,
                "listopadu": 11, "prosinci": 12},
        weekdays={**weekdays("cs"), "středu": 2, "sobotu": 5, "neděli": 6, "pondělka": 0, "úterka": 1, "čtvrtka": 3,
                  "pátku": 4,
                  "pátek": 4, "pondělku": 0},
        ranges=("až", "do", "a", "nebo"),
        centuries=frozenset({"století"}),
        decades=r"\.\s?(?:letech|léta|let)(?!\w)",
        hedges={**dict.fromkeys(("asi", "zhruba", "přibližně", "okolo", "kolem", "téměř", "skoro", "až"), Bound.ABOUT),
                **dict.fromkeys(("více než", "přes", "nejméně", "alespoň"), Bound.OVER),
                **dict.fromkeys(("méně než", "pod", "necelých"), Bound.UNDER)},
        relative=frozenset({"dnes", "včera", "zítra", "letos", "loni", "letošní", "loňský"}),
        clock=r"hod\.|h(?!\w)",
        noon={"poledne": 12, "půlnoci": 0, "půlnoc": 0},
        halves=("a půl",),
        alone=frozenset({"sto", "tisíc", "milion", "miliarda"}),
        points=("celá", "celé", "celých"),
        hours={"ve": False, "v": False, "od": False},
        compound=_compound,
    )  # fmt: skip
    polarity: ClassVar[Polarity | None] = polarity(
        hard=("ne", "nikdy", "nikdo", "nikoho", "nic", "ničeho", "žádný", "žádná", "žádné", "žádného", "ani", "není",
              "nejsou", "nebyl*",
              "nebude*", "nemá*", "nemě*", "nemůž*", "nemoh*", "nelze", "nechce", "nechtě*", "neví", "nikoli",
              "nikoliv", "nikde"),
        not_negative=("ne jen", "nejen"),
        soft=("bez", "kromě", "mimo", "jen", "pouze", "teprve", "sotva", "stěží", "chyb*", "odm*", "zakáz*", "zákaz*",
              "zabrán*",
              "zabr*", "vyhn*", "popř*", "popír*", "málo", "proti", "místo", "vzácn*", "dokud", "postrád*",
              "nedostat*"),
        more_soft=r"\bne(?!j|bo\b|ž\b|děl|m[ěe]c|moc|dáv|ustál|hod|be\b|rv|apol|tto|utr|w|pál|sto\b|tě)\w{2,}",
    )  # fmt: skip


LANGUAGE = Czech()
