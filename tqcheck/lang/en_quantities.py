"""How English writes numbers, dates, times and units."""

from __future__ import annotations

from tqcheck.lang.en_periods import read_periods
from tqcheck.lang.grammar import Grammar
from tqcheck.lang.quantity import Bound

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
)
SMALL = {word: value for value, word in enumerate(f"{_UNITS} eighteen nineteen".split())}
TENS = {
    word: 10 * value
    for value, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
CARDINALS = {**SMALL, **TENS, "fourty": 40, "ninty": 90, "both": 2, "couple": 2, "pair": 2, "twice": 2, "double": 2,
             "doubled": 2, "doubling": 2, "doubles": 2, "twin": 2, "triple": 3, "tripled": 3, "thrice": 3, "once": 1,
             "single": 1, "only": 1, "alone": 1, "another": 1, "duo": 2, "trio": 3, "either": 2,
             "neither": 2, "dual": 2, "bilateral": 2, "trilateral": 3, "tripartite": 3, "twofold": 2, "threefold": 3,
             "fourfold": 4, "fivefold": 5, "sixfold": 6, "sevenfold": 7, "eightfold": 8, "ninefold": 9, "tenfold": 10, "quadruple": 4, "quadrupled": 4, "solo": 1, "decathlon": 10,
             "twins": 2, "triplets": 3, "quartet": 4, "quintet": 5, "half-dozen": 6}  # fmt: skip
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
_MORE = "fifteenth sixteenth seventeenth eighteenth nineteenth"
_TENTHS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"
ORDINALS = {
    **{word: value for value, word in enumerate(f"{_ORDINALS} {_MORE}".split(), 1)},
    **{word: 10 * value for value, word in enumerate(_TENTHS.split(), 2)},
    "hundredth": 100, "thousandth": 1000, "primary": 1, "secondary": 2, "tertiary": 3, "firstly": 1, "secondly": 2,
    "thirdly": 3, "fourthly": 4, "fifthly": 5, "thirds": 3, "fourths": 4, "fifths": 5, "sixths": 6, "sevenths": 7,
    "eighths": 8, "ninths": 9, "tenths": 10,
}  # fmt: skip
FRACTIONS = {
    "half": 0.5, "halves": 0.5, "quarter": 0.25, "quarters": 0.25, "halved": 0.5,
    **{word: 1 / ORDINALS[word] for word in ["third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
                                             "tenth"]},
    **{word + "s": 1 / ORDINALS[word] for word in ["third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
                                                   "tenth"]},
}  # fmt: skip
MONTHS = {
    word: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), 1
    )
    for word in names.split()
}  # fmt: skip
WEEKDAYS = {
    word: number
    for number, names in enumerate(
        ("monday mondays", "tuesday tuesdays", "wednesday wednesdays", "thursday thursdays", "friday fridays",
         "saturday saturdays", "sunday sundays")
    )
    for word in names.split()
}  # fmt: skip


def _lengths() -> dict[str, str]:
    made: dict[str, str] = {}
    for stem, unit in (("kilomet", "km"), ("centimet", "cm"), ("millimet", "mm"), ("nanomet", "nm"), ("met", "m")):
        for end in ("re", "res", "er", "ers"):
            word = stem + end
            made[word] = unit
            for name, power in (("square", "2"), ("sq", "2"), ("sq.", "2"), ("cubic", "3")):
                made[f"{name} {word}"] = unit + power
            for per in ("per", "an", "a", "each", "every"):
                made[f"{word} {per} hour"] = f"{unit}/h"
                made[f"{word} {per} second"] = f"{unit}/s"
    for word in ("mile", "miles"):
        made |= {word: "mi", f"square {word}": "mi2", f"{word} per hour": "mph", f"{word} an hour": "mph",
                 f"nautical {word}": "nmi", f"sea {word}": "nmi", f"sq {word}": "mi2"}  # fmt: skip
    for word in ("foot", "feet"):
        made |= {word: "ft", f"square {word}": "ft2", f"cubic {word}": "ft3", f"sq {word}": "ft2"}
    return made


UNITS = {
    **_lengths(), "km per hour": "km/h", "km an hour": "km/h", "kms": "km", "kilos": "kg", "kilo": "kg", "sq km": "km2",
    "square km": "km2", "sq. km": "km2", "cubic km": "km3", "sq m": "m2", "square m": "m2", "cubic m": "m3",
    "inch": "in", "inches": "in", "ft": "ft", "yard": "yd", "yards": "yd", "hectare": "ha", "hectares": "ha",
    "acre": "acre", "acres": "acre", "mu": "mu", "mus": "mu", "li": "li", "jin": "jin", "catty": "jin",
    "catties": "jin",
    "knot": "kn", "knots": "kn", "light years": "ly", "light year": "ly", "kilogram": "kg", "kilograms": "kg",
    "kilogramme": "kg", "kilogrammes": "kg", "kgs": "kg", "gram": "g", "grams": "g", "gramme": "g", "grammes": "g",
    "milligram": "mg", "milligrams": "mg", "microgram": "ug", "micrograms": "ug", "ton": "t", "tons": "t", "tonne": "t",
    "tonnes": "t", "metric tons": "t", "metric ton": "t", "metric tonnes": "t", "lb": "lb", "lbs": "lb", "ounce": "oz",
    "ounces": "oz", "litre": "l", "litres": "l", "l": "l", "liter": "l", "liters": "l", "millilitre": "ml", "millilitres": "ml",
    "milliliter": "ml", "milliliters": "ml", "gallon": "gal", "gallons": "gal", "barrel": "bbl", "barrels": "bbl",
    "second": "s", "seconds": "s", "minute": "min", "minutes": "min", "mins": "min", "hour": "h", "hours": "h",
    "hrs": "h", "hr": "h", "day": "d", "days": "d", "night": "d", "nights": "d", "week": "week", "weeks": "week",
    "month": "month", "months": "month", "year": "year", "years": "year", "yr": "year", "yrs": "year",
    "year-old": "year", "years-old": "year", "years old": "year", "years of age": "year", "decade": "decade",
    "decades": "decade", "quarters": "quarter", "calendar years": "year", "consecutive years": "year",
    "consecutive days": "d",
    "consecutive months": "month", "full years": "year", "trading days": "d", "working days": "d", "more years": "year",
    "km per second": "km/s", "km a second": "km/s", "m per second": "m/s", "joules": "J", "joule": "J", "kilojoules": "kJ",
    "megajoules": "MJ", "gigajoules": "GJ", "mj": "MJ", "kj": "kJ", "j": "J",
    "kilowatt hours": "kWh", "kilowatt hour": "kWh", "kilowatts": "kW", "megawatts": "MW", "megawatt": "MW",
    "gigawatts": "GW", "watts": "W", "horsepower": "hp", "calories": "cal", "kilocalories": "kcal", "hertz": "Hz",
    "megabytes": "MB", "gigabytes": "GB", "terabytes": "TB", "degrees": "deg", "degree": "degree", "carats": "ct",
    "degrees celsius": "degC", "degree celsius": "degC", "degrees centigrade": "degC", "degrees c": "degC",
    "degrees fahrenheit": "degF", "degrees f": "degF", "celsius": "degC", "fahrenheit": "degF",
    "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY", "rmb yuan": "CNY", "chinese yuan": "CNY", "dollars": "USD?",
    "dollar": "USD?", "us dollars": "USD", "u.s. dollars": "USD", "us dollar": "USD", "american dollars": "USD",
    "bucks": "USD?", "usd": "USD", "hong kong dollars": "HKD", "australian dollars": "AUD", "canadian dollars": "CAD",
    "singapore dollars": "SGD", "new taiwan dollars": "TWD", "taiwan dollars": "TWD", "patacas": "MOP", "euro": "EUR",
    "euros": "EUR", "pound": "GBP?", "pounds": "GBP?", "pounds sterling": "GBP", "british pounds": "GBP", "yen": "JPY",
    "japanese yen": "JPY", "won": "KRW", "rupee": "INR?", "rupees": "INR?", "ruble": "RUB", "rubles": "RUB",
    "rouble": "RUB", "roubles": "RUB", "francs": "CHF?", "swiss francs": "CHF", "zloty": "PLN", "zlotys": "PLN",
    "koruna": "CZK?", "crowns": "CZK?", "korunas": "CZK?", "lira": "TRY", "liras": "TRY", "pesos": "MXN?",
    "baht": "THB", "dong": "VND", "ringgit": "MYR", "cents": "cent", "hong kong cents": "cent", "us cents": "cent", "pence": "cent",
}  # fmt: skip

GRAMMAR = Grammar(
    cardinals={**CARDINALS, "dozen": 12},
    scales={"hundred": 100, "thousand": 1e3, "million": 1e6, "mn": 1e6, "mln": 1e6, "billion": 1e9, "bn": 1e9,
            "trillion": 1e12, "tn": 1e12, "lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7},
    ordinals=ORDINALS,
    fractions=FRACTIONS,
    joiners=("and", "and a", "a", "and one"),
    vague=frozenset(
        ["one", "first", "firstly", "once", "single", "only", "alone", "another", "both", "couple", "pair", "double",
         "twice", "primary", "secondary", "tertiary", "either", "neither", "dual", "twin", "duo", "trio", "bilateral",
         "solo", "doubled", "doubling", "doubles", "second", "third", "triple", "tripled", "trilateral", "tripartite",
         "dozen", "zero", "twins", "triplets", "quartet", "quintet", "decathlon", "thrice", "secondly", "thirdly",
         "quadruple", "quadrupled"]
    ),
    several=frozenset(["dozens", "tens", "hundreds", "thousands", "millions", "billions", "trillions", "scores"]),
    units=UNITS,
    percents=("percent", "per cent", "pct", "percentage points", "percentage point", "pc"),
    ordinal=r"(?:st|nd|rd|th)(?!\w)",
    months=MONTHS,
    weekdays=WEEKDAYS,
    doubtful=frozenset({"may", "march", "mar", "jan", "sept", "dec", "jun"}),
    date_links=("of", "in"),
    ranges=("to", "through", "until", "till", "and", "or"),
    centuries=frozenset({"century", "centuries"}),
    decades=r"['’]?s(?!\w)",
    hedges={
        **dict.fromkeys(("about", "around", "approximately", "some", "roughly", "nearly", "almost", "close to",
                         "an estimated",
                         "approx.", "or so", "estimated", "circa", "up to", "as many as", "as much as"), Bound.ABOUT),
        **dict.fromkeys(("more than", "over", "above", "at least", "exceeding", "upwards of", "exceeded", "exceeds",
                         "exceed", "surpassed", "topped", "greater than"), Bound.OVER),
        **dict.fromkeys(("less than", "under", "below", "fewer than", "within", "not more than"), Bound.UNDER),
    },
    after_hedges={"or so": Bound.ABOUT, "or more": Bound.OVER, "odd": Bound.OVER, "plus": Bound.OVER, "+": Bound.OVER},
    relative=frozenset(["today", "yesterday", "tomorrow", "tonight", "nowadays"]),
    am=r"a\.\s?m\.?|am\b|in the (?:early )?morning",
    pm=r"p\.\s?m\.?|pm\b|in the (?:afternoon|evening)|at night",
    clock=r"o['’]?\s?clock|hours?\s(?:GMT|local time)",
    noon={"noon": 12, "midday": 12, "midnight": 0},
    grades=("level", "grade", "class", "phase", "category", "type", "level-", "category-"),
    nearly=("about", "around", "approximately", "roughly", "nearly", "almost", "close to", "before", "after", "past",
            "by about", "at about", "towards", "toward"),
    past={"half past": 30, "quarter past": 15, "quarter to": -15},
    idle=("-dimensional", " dimensional", "-dimension", "-way ", "-fold ", "-year plan", "-Year Plan", "-Year plan", " Year Plan"),
    halves=("and a half",),
    points=("point",),
    letters="[A-Za-zÀ-ÖØ-öø-ɏ]",
    dated_left=True,
    dated_right=True,
    periods=read_periods,
)  # fmt: skip
