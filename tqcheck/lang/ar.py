"""Arabic."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from tqcheck.lang.cldr import months, weekdays
from tqcheck.lang.grammar import Grammar
from tqcheck.lang.polarity import Polarity, polarity
from tqcheck.lang.quantity import Bound
from tqcheck.lang.scripted import ARABIC_CLITICS, abjad_stretches
from tqcheck.lang.tabled import Tabled

_FORMS = {
    0: "صفر", 1: "واحد واحدة أحد إحدى", 2: "اثنان اثنين اثنتان اثنتين إثنين إثنان اثنا اثني", 3: "ثلاث ثلاثة",
    4: "أربع أربعة اربعة",
    5: "خمس خمسة", 6: "ست ستة", 7: "سبع سبعة", 8: "ثمان ثماني ثمانية", 9: "تسع تسعة", 10: "عشر عشرة", 20: "عشرون عشرين",
    30: "ثلاثون ثلاثين", 40: "أربعون أربعين", 50: "خمسون خمسين", 60: "ستون ستين", 70: "سبعون سبعين",
    80: "ثمانون ثمانين",
    90: "تسعون تسعين", 200: "مئتان مئتين مائتان مائتين", 300: "ثلاثمئة ثلاثمائة", 400: "أربعمئة أربعمائة",
    500: "خمسمئة خمسمائة",
    600: "ستمئة ستمائة", 700: "سبعمئة سبعمائة", 800: "ثمانمئة ثمانمائة", 900: "تسعمئة تسعمائة",
}  # fmt: skip
_SCALES = {
    100: "مئة مائة مئه", 1000: "ألف الف آلاف ألفا ألفاً", 10**6: "مليون ملايين مليونا مليوناً",
    10**9: "مليار مليارات مليارا ملياراً بليون",
    10**12: "تريليون تريليونات",
}  # fmt: skip
_ORDINALS = {"أول": 1, "أولى": 1, "ثاني": 2, "ثانية": 2, "ثالث": 3, "ثالثة": 3, "رابع": 4, "رابعة": 4, "خامس": 5,
             "خامسة": 5,
             "سادس": 6, "سادسة": 6, "سابع": 7, "سابعة": 7, "ثامن": 8, "ثامنة": 8, "تاسع": 9, "تاسعة": 9,
             "عاشر": 10}  # fmt: skip
# The months of the Levant and Iraq, of the Maghreb and of Egypt stand beside one another in the news.
_MONTHS = {
    1: "كانون الثاني|يناير|جانفي", 2: "شباط|فبراير|فيفري", 3: "آذار|مارس", 4: "نيسان|أبريل|ابريل|إبريل|أفريل",
    5: "أيار|مايو|ماي",
    6: "حزيران|يونيو|يونيه|جوان", 7: "تموز|يوليو|يوليه|جويلية", 8: "آب|أغسطس|اغسطس|أوت", 9: "أيلول|سبتمبر",
    10: "أكتوبر|اكتوبر", 11: "نوفمبر", 12: "ديسمبر",
}  # fmt: skip


# Sunday and Monday, though they are also "one" and "the two".
_DAYS = {"الأحد", "الاثنين", "الإثنين"}


def _with_clitics(words: Iterable[str]) -> list[str]:
    """Each word with the article and the particles that are written as one with it."""
    return [prefix + word for word in words for prefix in ("", "ال", "و", "وال", "ب", "بال", "لل", "ل", "ف", "ك")]


def _spread(table: Mapping[int, str]) -> dict[str, float]:
    return {form: float(n) for n, forms in table.items() for form in _with_clitics(forms.split())}


class Arabic(Tabled):
    """Modern Standard Arabic as news has it."""

    code: ClassVar[str] = "ar"
    name: ClassVar[str] = "Arabic"
    capitals: ClassVar[bool] = False
    vowels: ClassVar[bool] = False
    script: ClassVar[str] = "\u0600-\u06ff\u0750-\u077f"
    quotes: ClassVar[Sequence[tuple[str, str]]] = (("«", "»"), ("“", "”"), ('"', '"'))
    grammar = Grammar(
        decimal=".",
        groups=",٬",
        cardinals={**{form: n for form, n in _spread(_FORMS).items() if form not in _DAYS}, "كلا": 2, "كلتا": 2, **{form: 2000 for form in _with_clitics(["ألفين", "ألفان", "ألفي"])},
                   **{form: 2e6 for form in _with_clitics(["مليونين", "مليونان", "مليوني"])},
                   **{form: 2e9 for form in _with_clitics(["مليارين", "ملياران", "ملياري"])},
                   **{form: 200 for form in _with_clitics(["مئتي", "مائتي", "مئتا", "مائتا"])}, "عامين": 2, "عاما": 1, "يومين": 2, "شهرين": 2, "أسبوعين": 2, "ساعتين": 2,
                   "سنتين": 2, "مرتين": 2,
                   "دولتين": 2, "بلدين": 2, "البلدين": 2, "شخصين": 2, "الجانبين": 2, "طرفين": 2, "الطرفين": 2,
                   "مرحلتين": 2,
                   "عقدين": 2, "قرنين": 2},
        scales=_spread(_SCALES),
        ordinals={form: n for stem, n in _ORDINALS.items() for form in _with_clitics([stem])},
        fractions={**{form: 0.5 for form in _with_clitics(["نصف"])}, **{form: 1 / 3 for form in _with_clitics(["ثلث"])},
                   **{form: 2 / 3 for form in _with_clitics(["ثلثي", "ثلثا"])},
                   **{form: 0.25 for form in _with_clitics(["ربع"])}},
        joiners=("و",),
        vague=frozenset([
            *_with_clitics([*_FORMS[1].split(), "صفر", "أول", "أولى", "ثاني", "ثانية", "ثالث", "ثالثة", "رابع",
                            "رابعة", "خامس", "خامسة"]),
            "كلا", "كلتا", "عامين", "عاما", "يومين", "شهرين", "أسبوعين", "ساعتين", "سنتين", "مرتين", "دولتين",
            "بلدين", "البلدين",
            "شخصين", "الجانبين", "طرفين", "الطرفين", "مرحلتين", "عقدين", "قرنين", "بواحد", "ست", "الست", "بعشرة",
        ]),
        several=frozenset({"مئات", "آلاف", "عشرات", "ملايين", "الآلاف", "المئات", "العشرات", "الملايين"}),
        units={
            "كيلومتر": "km", "كيلومترا": "km", "كيلومترات": "km", "كلم": "km", "كم": "km", "متر": "m", "مترا": "m",
            "أمتار": "m",
            "سنتيمتر": "cm", "ميل": "mi", "ميلا": "mi", "أميال": "mi", "قدم": "ft", "قدما": "ft", "كيلومتر مربع": "km2",
            "كيلومترا مربعا": "km2", "كيلومترات مربعة": "km2", "متر مربع": "m2", "مترا مربعا": "m2", "متر مكعب": "m3",
            "هكتار": "ha",
            "هكتارا": "ha", "هكتارات": "ha", "فدان": "feddan", "لتر": "l", "كيلوغرام": "kg", "كيلوغراما": "kg",
            "كيلوجرام": "kg",
            "كيلو": "kg", "غرام": "g", "طن": "t", "طنا": "t", "أطنان": "t", "كيلومتر في الساعة": "km/h",
            "كيلومترا في الساعة": "km/h",
            "كلم في الساعة": "km/h", "درجة": "deg", "درجة مئوية": "degC", "درجات": "deg", "ثانية": "s", "ثوان": "s",
            "دقيقة": "min",
            "دقائق": "min", "ساعة": "h", "ساعات": "h", "يوم": "d", "يوما": "d", "أيام": "d", "أسبوع": "week",
            "أسابيع": "week",
            "شهر": "month", "شهرا": "month", "أشهر": "month", "شهور": "month", "عام": "year", "عاما": "year",
            "أعوام": "year",
            "سنة": "year", "سنوات": "year", "عقود": "decade", "قرون": "century", "دولار": "USD?", "دولارا": "USD?",
            "دولارات": "USD?",
            "دولار أمريكي": "USD", "دولار أميركي": "USD", "يورو": "EUR", "جنيه": "GBP?", "جنيها": "GBP?",
            "يوان": "CNY", "ين": "JPY",
            "ريال": "SAR?", "درهم": "AED?", "روبل": "RUB", "دينار": "dinar",
        },
        percents=("في المئة", "في المائة", "بالمئة", "بالمائة", "نقطة مئوية"),
        months={form: n for n,
                names in {**_MONTHS}.items() for name in names.split("|") for form in _with_clitics([name])
                if " " not in form} | dict(months("ar")),
        weekdays={name.removeprefix("ال"): n for name, n in weekdays("ar").items()} | dict(weekdays("ar")),
        doubtful=frozenset(),
        date_links=("من",),
        ranges=("إلى", "و", "أو", "حتى", "الى"),
        centuries=frozenset({"القرن", "قرن"}),
        hedges={**dict.fromkeys(("نحو", "حوالي", "قرابة", "زهاء", "ما يقرب من", "قرابة ال"), Bound.ABOUT),
                **dict.fromkeys(("أكثر من", "ما لا يقل عن", "يزيد عن", "يزيد على"), Bound.OVER), "أقل من": Bound.UNDER},
        relative=frozenset({"اليوم", "أمس", "غدا", "الماضي", "الجاري", "الحالي"}),
        am=r"صباحا|صباحًا", pm=r"مساء|مساءً|ظهرا|عصرا",
        units_first=True,
        letters=r"(?:[^\W\d_]|[\u064b-\u0652])",
        alone=frozenset(_with_clitics(["مئة", "مائة", "ألف", "مليون", "مليار"])),
        duals={"ألفا": 2000, "مليونا": 2e6, "مليارا": 2e9},
        teens=frozenset({"عشر", "عشرة"}),
        halves=("ونصف",),
    )  # fmt: skip
    polarity: ClassVar[Polarity | None] = polarity(
        hard=("لا", "لم", "لن", "ليس", "ليست", "ليسوا", "غير", "لست", "ولا", "ولم", "ولن", "وليس", "فلا", "ألا", "بلا"),
        not_negative=("لا يزال", "لا تزال", "لا سيما", "لا بد", "ما لا يقل عن", "ليس فقط", "ليس فحسب", "لا يقل عن"),
        soft=("دون", "بدون", "عدم", "انعدام", "سوى", "إلا", "فقط", "رفض*", "منع*", "نفى", "نفت", "فشل*", "قبل", "ضد",
              "رغم", "نقص", "غياب",
              "استبعد*", "قليل*", "نادر*", "ما"),
    )  # fmt: skip

    def stretches(self, text: str) -> Sequence[str]:
        """Every word with and without its clitics and the letters that may be vowels."""
        return abjad_stretches(text, ARABIC_CLITICS)


LANGUAGE = Arabic()
