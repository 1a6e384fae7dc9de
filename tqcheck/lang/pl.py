"""Polish."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from tqcheck.lang.cldr import months, weekdays
from tqcheck.lang.composition import stems
from tqcheck.lang.grammar import Grammar
from tqcheck.lang.polarity import Polarity, polarity
from tqcheck.lang.quantity import Bound
from tqcheck.lang.tabled import Tabled

# Each number with the forms that its cases and genders take.
_FORMS = {
    0: "zero", 1: "jeden jedna jedno jednego jednej jednemu jednym jedną",
    2: "dwa dwie dwaj dwóch dwu dwom dwoma dwiema dwoje dwojga",
    3: "trzy trzej trzech trzem trzema troje trojga", 4: "cztery czterej czterech czterem czterema czworo czworga",
    5: "pięć pięciu pięcioma pięcioro", 6: "sześć sześciu sześcioma sześcioro", 7: "siedem siedmiu siedmioma siedmioro",
    8: "osiem ośmiu ośmioma ośmioro", 9: "dziewięć dziewięciu dziewięcioma", 10: "dziesięć dziesięciu dziesięcioma",
    11: "jedenaście jedenastu", 12: "dwanaście dwunastu", 13: "trzynaście trzynastu", 14: "czternaście czternastu",
    15: "piętnaście piętnastu", 16: "szesnaście szesnastu", 17: "siedemnaście siedemnastu",
    18: "osiemnaście osiemnastu",
    19: "dziewiętnaście dziewiętnastu", 20: "dwadzieścia dwudziestu", 30: "trzydzieści trzydziestu",
    40: "czterdzieści czterdziestu", 50: "pięćdziesiąt pięćdziesięciu", 60: "sześćdziesiąt sześćdziesięciu",
    70: "siedemdziesiąt siedemdziesięciu", 80: "osiemdziesiąt osiemdziesięciu",
    90: "dziewięćdziesiąt dziewięćdziesięciu",
    200: "dwieście dwustu", 300: "trzysta trzystu", 400: "czterysta czterystu", 500: "pięćset pięciuset",
    600: "sześćset sześciuset", 700: "siedemset siedmiuset", 800: "osiemset ośmiuset", 900: "dziewięćset dziewięciuset",
}  # fmt: skip
_ORDINALS = {
    "pierwsz": 1, "drug": 2, "trzec": 3, "czwart": 4, "piąt": 5, "szóst": 6, "siódm": 7, "ósm": 8, "dziewiąt": 9,
    "dziesiąt": 10,
    "jedenast": 11, "dwunast": 12, "trzynast": 13, "czternast": 14, "piętnast": 15, "szesnast": 16, "siedemnast": 17,
    "osiemnast": 18, "dziewiętnast": 19, "dwudziest": 20, "trzydziest": 30,
}  # fmt: skip
_ENDS = ("y", "a", "e", "ego", "ej", "emu", "ym", "ą", "ych", "i", "ia", "ie", "iego", "iej", "im", "ią", "ich", "iemu")


_AGES = stems(
    "dwudziesto trzydziesto czterdziesto pięćdziesięcio sześćdziesięcio siedemdziesięcio osiemdziesięcio "
    "dziewięćdziesięcio",
    "jedno dwu trzy|trzech cztero pięcio sześcio siedmio ośmio dziewięcio",
    "dziesięcio jedenasto dwunasto trzynasto czternasto piętnasto szesnasto siedemnasto osiemnasto dziewiętnasto",
)


def _compound(word: str) -> float | None:
    """`trzydziestoczteroletni`; None for any other word."""
    return _AGES.get(word.partition("letni")[0]) if "letni" in word else None


class Polish(Tabled):
    """Polish as news has it."""

    code: ClassVar[str] = "pl"
    name: ClassVar[str] = "Polish"
    not_names: ClassVar[frozenset[str]] = frozenset(
        {
            "pan",
            "pani",
            "państwo",
            "pana",
            "panu",
            "panią",
            "panem",
            "pań",
            "wam",
            "was",
            "wy",
            "ty",
            "ci",
            "cię",
            "twój",
            "twoja",
            "internet",
            "internetu",
            "internecie",
            "prezydent",
            "premier",
            "minister",
            "kościół",
            "kościoła",
            "ziemia",
            "ziemi",
            "ziemię",
            "księżyc",
            "księżyca",
            "słońce",
            "słońca",
            "dzień",
            "dnia",
            "sejm",
            "sejmu",
            "senat",
            "senatu",
            "rząd",
            "rządu",
        }
    )
    quotes: ClassVar[Sequence[tuple[str, str]]] = (("„", "”"), ("«", "»"), ("‚", "’"))
    grammar = Grammar(
        decimal=",",
        groups=" .",
        cardinals={
            **{form: n for n, forms in _FORMS.items() for form in forms.split()}, "oba": 2, "obie": 2, "obaj": 2,
            "obu": 2,
            "oboje": 2, "para": 2, "parę": 2, "pary": 2, "tuzin": 12, "dwukrotnie": 2, "trzykrotnie": 3, "podwójny": 2,
            "półtora": 1.5, "półtorej": 1.5, "dwójka": 2, "trójka": 3, "piątka": 5, "czwórka": 4, "kilkanaście": 15,
        },
        scales={"sto": 100, "stu": 100, "tysiąc": 1e3, "tysiące": 1e3, "tysięcy": 1e3, "tysiącem": 1e3, "tysiącom": 1e3,
                "tys": 1e3, "milion": 1e6, "miliona": 1e6, "miliony": 1e6, "milionów": 1e6, "milionom": 1e6, "mln": 1e6,
                "miliard": 1e9, "miliarda": 1e9, "miliardy": 1e9, "miliardów": 1e9, "mld": 1e9, "bilion": 1e12,
                "bilionów": 1e12},
        ordinals={stem + end: n for stem, n in _ORDINALS.items() for end in _ENDS},
        fractions={"pół": 0.5, "połowa": 0.5, "połowy": 0.5, "połowę": 0.5, "połowie": 0.5, "trzecia": 1 / 3,
                   "trzecie": 1 / 3,
                   "trzecią": 1 / 3, "trzeciej": 1 / 3, "czwarta": 0.25, "czwarte": 0.25, "piąta": 0.2, "ćwierć": 0.25,
                   "dziesiąta": 0.1},
        joiners=("i",),
        vague=frozenset(
            [*_FORMS[1].split(), *(["oba", "obie", "obaj", "obu", "oboje", "para", "parę", "pary", "tuzin", "zero",
                                    "kilkanaście", "podwójny"])]
            + [stem + end for stem in ("pierwsz", "drug", "trzec") for end in _ENDS]
            + ["dwójka", "trójka", "piątka", "czwórka", "piąta", "piątą", "dwukrotnie", "trzykrotnie"]
        ),
        several=frozenset({"setki", "setek", "dziesiątki", "dziesiątek"}),
        units={
            **dict.fromkeys(("kilometr", "kilometra", "kilometry", "kilometrów", "kilometrach"), "km"),
            "hektarów": "ha", "hektary": "ha",
            **dict.fromkeys(("metr", "metra", "metry", "metrów"), "m"), "centymetrów": "cm", "mil": "mi",
            "mile": "mi", "stóp": "ft",
            **dict.fromkeys(("kilometrów na godzinę", "km na godzinę", "kilometrach na godzinę"), "km/h"), "cali": "in",
            **dict.fromkeys(("kilometrów kwadratowych", "km kw."), "km2"), "metrów kwadratowych": "m2", "m kw.": "m2",
            "metrów sześciennych": "m3", "litrów": "l", "litry": "l", "kilogramów": "kg", "kilo": "kg", "gramów": "g",
            "ton": "t",
            "tony": "t", "stopni": "deg", "stopni celsjusza": "degC", "sekund": "s", "sekundy": "s", "minut": "min",
            "minuty": "min",
            "minutę": "min", "godzin": "h", "godziny": "h", "godzinę": "h", "godzinach": "h", "dni": "d", "dniach": "d",
            "dzień": "d", "dnia": "d", "tygodni": "week", "tygodnie": "week", "tydzień": "week", "tygodniach": "week",
            "tygodnia": "week", "miesięcy": "month", "miesiące": "month", "miesiąc": "month", "miesiącach": "month",
            "lat": "year",
            "lata": "year", "rok": "year", "latach": "year", "letni": "year", "letnia": "year", "letniego": "year",
            "letniej": "year", "letnią": "year", "dekady": "decade", "dekad": "decade", "euro": "EUR",
            "dolarów": "USD?",
            "dolary": "USD?", "dolara": "USD?", "funtów": "GBP?", "jenów": "JPY", "rubli": "RUB", "franków": "CHF?",
            "złotych": "PLN", "złote": "PLN", "złoty": "PLN", "zł": "PLN", "zl": "PLN", "juanów": "CNY",
        },
        percents=("procent", "procenta", "proc.", "procentach", "punktów procentowych", "punkty procentowe"),
        ordinal=r"\.(?=\s?[a-ząćęłńóśźż])|-?(?:go|ego|ej|mi|ci|ty|szy)(?!\w)",
        months={**months("pl"), **dict(zip(["styczniu", "lutym", "marcu", "kwietniu", "maju", "czerwcu", "lipcu",
                                            "sierpniu", "wrześniu", "październiku", "listopadzie", "grudniu"],
                                            range(1, 13), strict=True))},
        weekdays={**weekdays("pl"), "środę": 2, "środy": 2, "sobotę": 5, "soboty": 5, "niedzielę": 6, "niedzieli": 6,
                  "poniedziałku": 0, "wtorku": 1, "czwartku": 3, "piątku": 4},
        doubtful=frozenset({"maj", "luty"}),
        ranges=("do", "i", "a", "lub", "oraz"),
        centuries=frozenset({"wiek", "wieku", "wieki", "w"}) - {"w"},
        hedges={**dict.fromkeys(("około", "ok.", "prawie", "blisko", "niemal", "jakieś", "do"), Bound.ABOUT),
                **dict.fromkeys(("ponad", "więcej niż", "co najmniej", "przeszło"), Bound.OVER),
                **dict.fromkeys(("mniej niż", "poniżej", "niespełna"), Bound.UNDER)},
        relative=frozenset({"dziś", "dzisiaj", "wczoraj", "jutro"}),
        noon={"południe": 12, "północ": 0, "północy": 0},
        halves=("i pół",),
        compound=_compound,
        alone=frozenset({"sto", "stu", "tysiąc", "milion", "miliard"}),
        points=("przecinek",),
        hours={"o": False, "od": False, "godz.": True, "o godz.": True, "godzinie": True},
        decades_before=("latach", "lata"),
    )  # fmt: skip
    polarity: ClassVar[Polarity | None] = polarity(
        hard=("nie", "nigdy", "nikt", "nikogo", "nic", "niczego", "żaden", "żadna", "żadne", "żadnego", "żadnej",
              "ani"),
        not_negative=("nie tylko", "nie lada", "nie dość", "nie mniej niż", "nie więcej niż"),
        soft=("bez", "oprócz", "poza", "tylko", "jedynie", "dopiero", "ledwie", "ledwo", "brak*", "odm*", "zakaz*",
              "zabron*", "zapobie*",
              "unik*", "zaprzecz*", "mało", "niewiel*", "przeciw*", "mimo", "zamiast", "rzadk*", "zanim", "trudn*",
              "stracił*", "dość"),
        more_soft=r"\bnie(?!mal|c|m[ci]|dziel)\w{3,}",
    )  # fmt: skip


LANGUAGE = Polish()
