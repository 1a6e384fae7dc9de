"""How a language that writes its words apart writes numbers, dates and units: tables, made ready for the reader."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from tqcheck.lang.adjacent import After, Before
from tqcheck.lang.quantity import Bound, Moment

# What every language writes alike: symbols after a number. `m?` is what an encoding error leaves of m².
SYMBOLS: Mapping[str, str] = {
    "km²": "km2", "km2": "km2", "km^2": "km2", "m²": "m2", "m2": "m2", "m³": "m3", "m3": "m3", "km³": "km3",
    "cm²": "cm2",
    "cm³": "cm3", "㎡": "m2", "㎢": "km2", "㎏": "kg", "㎞": "km", "km?": "km?", "m?": "m?", "cm?": "cm?",
    "km/h": "km/h", "kmh": "km/h", "km/hr": "km/h", "kph": "km/h", "kmph": "km/h", "m/s": "m/s", "km/s": "km/s",
    "mph": "mph", "m/h": "mph", "km/m": "km/min", "nm": "nm", "mm": "mm", "cm": "cm", "dm": "dm", "m": "m", "km": "km",
    "mg": "mg", "g": "g", "kg": "kg", "t": "t", "ml": "ml", "l": "l", "ha": "ha", "kWh": "kWh", "MWh": "MWh",
    "GWh": "GWh", "TWh": "TWh", "kW": "kW", "MW": "MW", "GW": "GW", "hPa": "hPa", "kPa": "kPa", "MPa": "MPa",
    "Hz": "Hz",
    "kHz": "kHz", "MHz": "MHz", "GHz": "GHz", "KB": "KB", "MB": "MB", "GB": "GB", "TB": "TB", "°C": "degC", "℃": "degC",
    "°F": "degF", "℉": "degF", "°": "deg", "º C": "degC", "ºC": "degC", "€": "EUR", "$": "USD?", "£": "GBP",
    "¥": "CNY?",
    "₹": "INR", "₽": "RUB", "zł": "PLN", "Kč": "CZK", "₩": "KRW", "USD": "USD", "EUR": "EUR", "GBP": "GBP",
    "CNY": "CNY",
    "RMB": "CNY", "JPY": "JPY", "CZK": "CZK", "PLN": "PLN", "INR": "INR", "RUB": "RUB", "CHF": "CHF", "HKD": "HKD",
    "MOP": "MOP", "TWD": "TWD", "KRW": "KRW", "AUD": "AUD", "CAD": "CAD",
}  # fmt: skip
PREFIXES: Mapping[str, str] = {
    "US$": "USD", "USD": "USD", "U.S.$": "USD", "HK$": "HKD", "HKD": "HKD", "A$": "AUD", "C$": "CAD", "S$": "SGD",
    "NT$": "TWD",
    "R$": "BRL", "MOP": "MOP", "$": "USD?", "€": "EUR", "EUR": "EUR", "£": "GBP", "GBP": "GBP", "¥": "CNY?",
    "￥": "CNY?",
    "RMB": "CNY", "CNY": "CNY", "CN¥": "CNY", "JP¥": "JPY", "JPY": "JPY", "₹": "INR", "Rs.": "INR?", "Rs": "INR?",
    "INR": "INR", "CZK": "CZK", "PLN": "PLN", "RUB": "RUB", "CHF": "CHF", "₩": "KRW", "KRW": "KRW", "KES": "KES",
    "TRY": "TRY",
    "₺": "TRY",
}  # fmt: skip


def alternation(words: Iterable[str]) -> str:
    """A regular expression for any of `words`, the longest first, any run of spaces for a space."""
    return "|".join(re.escape(w).replace(r"\ ", r"[\s-]+") for w in sorted(set(words), key=len, reverse=True))


def bounded(words: Iterable[str]) -> str:
    """`alternation` whose every word ends where it does in the text, if it ends in a letter or digit."""
    ends = {True: r"(?![\w\u093E-\u094D])", False: ""}
    longest = sorted(set(words), key=len, reverse=True)
    return "|".join(re.escape(w).replace(r"\ ", r"[\s-]+") + ends[w[-1].isalnum()] for w in longest)


@dataclass(frozen=True)
class Grammar:
    """Tables of one language. Words are in lower case; inflected forms are listed.

    decimal, groups  the decimal mark and the marks that part thousands
    cardinals   words with their values, below one hundred or whole hundreds
    scales      hundred, thousand, million… with their values
    ordinals    words with their values
    fractions   half, third…, said after a number or alone
    joiners     words that stand within a number (`and`, `y`, `et`)
    vague       words of `cardinals` and `ordinals` that may as well be no number (one, a, first)
    several     plural scale words that count nothing alone (`hundreds`, `Tausende`)
    units       words of measure and money with their canonical units
    percents    words for the per-cent sign; `percents_before`, those that stand before the number
    ordinal     what makes digits an ordinal, as a regular expression (`st|nd|rd|th`)
    months, weekdays  words with their numbers (1 to 12; 0 for Monday)
    doubtful    month words that are also common words: they need a day or year beside them
    date_links  what may stand between a day and its month (`of`, `de`)
    ranges      words between the ends of a range (`to`, `bis`)
    centuries   words for century; `decades`, what makes digits a decade, as a regular expression
    hedges      words before a number that loosen it
    after_hedges  words after it that do
    relative    words that date by the day of writing (`today`, `last year`)
    am, pm, clock  what follows an hour, as regular expressions
    dated_left  whether the day stands before its month, and `dated_right`, after
    compound    reads a word that is a number in one word (`zweihundert`), or None
    periods     finds quarters, five-year plans and the like in a text, or None
    vigesimal   whether four twenties make eighty
    grades      words after which a Roman numeral counts (`level`, `phase`)
    nearly      what before an hour says that it is a little earlier or later (`just before`)
    past        what before an hour shifts it, in minutes (`half past`, `quarter to`)
    units_first whether five-and-twenty is said for 25 in separate words
    idle        what makes the number before it a mere part of a word (`-dimensional`)
    halves      what adds a half after the unit (`deux heures et demie`)
    alone       scale words that count by themselves where a unit or a hedge is with them (`ponad sto`)
    teens       words that add ten to the one before (`خمسة عشر`)
    shares      words that name the lower half of a share before its upper one (`üçte iki`), with their values
    hours       words before an hour that is written 15.30; True for those that a bare figure may follow, too
    decades_before  words before digits that make a decade of them (`les années`)
    duals       scale words that mean two of them where no number goes before (`ألفا شخص`)
    points      words for the decimal mark (`point`, `virgule`)
    letters     what words are made of, as a regular expression for one character
    """

    decimal: str = "."
    groups: str = ","
    cardinals: Mapping[str, float] = field(default_factory=dict)
    scales: Mapping[str, float] = field(default_factory=dict)
    ordinals: Mapping[str, int] = field(default_factory=dict)
    fractions: Mapping[str, float] = field(default_factory=dict)
    joiners: tuple[str, ...] = ()
    vague: frozenset[str] = frozenset()
    several: frozenset[str] = frozenset()
    units: Mapping[str, str] = field(default_factory=dict)
    percents: tuple[str, ...] = ()
    percents_before: tuple[str, ...] = ()
    ordinal: str = ""
    months: Mapping[str, int] = field(default_factory=dict)
    weekdays: Mapping[str, int] = field(default_factory=dict)
    doubtful: frozenset[str] = frozenset()
    date_links: tuple[str, ...] = ()
    ranges: tuple[str, ...] = ()
    centuries: frozenset[str] = frozenset()
    decades: str = ""
    hedges: Mapping[str, Bound] = field(default_factory=dict)
    after_hedges: Mapping[str, Bound] = field(default_factory=dict)
    relative: frozenset[str] = frozenset()
    am: str = ""
    pm: str = ""
    clock: str = ""
    noon: Mapping[str, int] = field(default_factory=dict)
    dated_left: bool = True
    dated_right: bool = False
    compound: Callable[[str], float | None] | None = None
    periods: Callable[[str], Sequence[Moment]] | None = None
    vigesimal: bool = False
    grades: tuple[str, ...] = ()
    nearly: Sequence[str] = ()
    past: Mapping[str, int] = field(default_factory=dict)
    idle: tuple[str, ...] = ()
    units_first: bool = False
    halves: tuple[str, ...] = ()
    alone: frozenset[str] = frozenset()
    teens: frozenset[str] = frozenset()
    shares: Mapping[str, float] = field(default_factory=dict)
    hours: Mapping[str, bool] = field(default_factory=dict)
    decades_before: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    duals: Mapping[str, float] = field(default_factory=dict)
    letters: str = r"[^\W\d_]"

    @cached_property
    def table(self) -> Mapping[str, tuple[str, float]]:
        """Each word of interest with what it is (one letter, see the reader) and its value."""
        made: dict[str, tuple[str, float]] = {}
        for kind, words in (
            ("w", self.weekdays), ("n", self.noon), ("f", self.fractions), ("o", self.ordinals), ("m", self.months),
            ("s", self.scales), ("c", self.cardinals),
        ):  # fmt: skip
            made.update({word: (kind, float(value)) for word, value in words.items()})
        made.update({word: ("C", 0.0) for word in self.centuries})
        made.update({word: ("D", float(value)) for word, value in self.shares.items()})
        made.update({word: ("r", 0.0) for word in self.relative})
        made.update({word: ("S", 0.0) for word in self.several})
        return made

    @cached_property
    def token(self) -> re.Pattern[str]:
        """Figures (with clock times and dates in digits) and words."""
        marks = ".,٫٬" + ("'’" if "'" in self.groups else "")
        spaces = "[ \u00a0\u202f\u2009]" if " " in self.groups or self.groups == "," else "[\u00a0\u202f\u2009]"
        return re.compile(
            rf"(?P<word>{self.letters}+)"
            r"|(?P<iso>\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4})(?![\d-])"
            r"|(?P<clock>\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?![\d:]|\.\d)|\d{1,2}\s?[hH]\s?[0-5]\d(?!\w))"
            rf"|\d{{1,3}}(?:{spaces}\d{{3}})+(?!\d)(?:[{self.decimal}]\d+)?"
            rf"|\d+(?:[{marks}]\d+)*"
        )

    @cached_property
    def join(self) -> re.Pattern[str]:
        """What may stand between the words of one number."""
        words = f"|\\s+(?:{alternation(self.joiners)})\\s+" if self.joiners else ""
        return re.compile(rf"[\s]*[-‐‑]?[\s]*{words}", re.I)

    @cached_property
    def point(self) -> re.Pattern[str]:
        """The decimal mark in words."""
        return re.compile(rf"\s+(?:{alternation(self.points)})\s+", re.I)

    @cached_property
    def unit(self) -> After:
        """A unit after a number."""
        return After(self.units, bounded, "u", 2)

    @cached_property
    def symbol(self) -> After:
        """A symbol of a unit after a number: its case counts."""
        return After(SYMBOLS, bounded, "u", 1, flags=0)

    def canonical(self, phrase: str) -> str:
        """The canonical unit of a phrase that `unit` found."""
        plain = re.sub(r"[\s-]+", " ", phrase.lower())
        return self.units.get(plain) or self.units[plain.replace(" ", "-")]

    @cached_property
    def percent(self) -> re.Pattern[str]:
        """The sign or word for per cent after a number."""
        words = f"|{bounded(self.percents)}" if self.percents else ""
        return re.compile(rf"[\s-]?(?:[%٪％]{words})", re.I)

    @cached_property
    def percent_before(self) -> Before:
        """The sign or word for per cent before a number."""
        return Before(self.percents_before, alternation, r"(?<!\d)(?:{})\s?$", 8)

    @cached_property
    def grade(self) -> Before:
        """A word before a Roman numeral that counts."""
        return Before(self.grades, alternation, r"(?<!\w)(?:{})[\s-]$", 12)

    @cached_property
    def near_hour(self) -> Before:
        """Words before an hour that loosen it."""
        return Before(self.nearly, alternation, r"(?<!\w)(?:{})\s$", 24)

    @cached_property
    def shift(self) -> Before:
        """Words before an hour that shift it."""
        return Before(self.past, alternation, r"(?<!\w)(?P<p>{})\s$", 16)

    @cached_property
    def hour_before(self) -> Before:
        """A word before an hour."""
        return Before(self.hours, alternation, r"(?<!\w)(?P<p>{})\s$", 12)

    @cached_property
    def decade_before(self) -> Before:
        """A word before a decade in digits."""
        return Before(self.decades_before, alternation, r"(?<!\w)(?:{})\s?$", 16)

    @cached_property
    def half_after(self) -> After:
        """What adds a half after a unit."""
        return After(self.halves, bounded, "h", 1, hyphens=False)

    @cached_property
    def prefix(self) -> Before:
        """A currency before a number."""
        return Before(PREFIXES, alternation, r"(?<![^\W\d_])(?P<p>{})\s?$", 8, flags=0)

    @cached_property
    def hedge(self) -> Before:
        """A word before a number that loosens it."""
        return Before(self.hedges, alternation, r"(?<!\w)(?P<h>{})\s*(?:\S{{1,4}})?$", 24, marked=True)

    @cached_property
    def after_hedge(self) -> After:
        """A word after a number that loosens it."""
        return After(self.after_hedges, bounded, "h", 8, hyphens=False)

    @cached_property
    def between(self) -> re.Pattern[str]:
        """What stands between the ends of a range."""
        words = f"|\\s+(?:{alternation(self.ranges)})\\s+(?:[$€£¥₹]|US\\$|RMB )?" if self.ranges else ""
        return re.compile(rf"\s*[-‐‑–—~～]\s*{words}", re.I)

    @cached_property
    def date_link(self) -> re.Pattern[str]:
        """What may stand between the parts of a date."""
        words = f"|\\s+(?:{alternation(self.date_links)})\\s+(?:the\\s+)?" if self.date_links else ""
        return re.compile(rf"(?:{self.ordinal or '(?!)'})?(?:[\s,.]{{0,3}}{words})", re.I)

    @cached_property
    def listing(self) -> re.Pattern[str]:
        """What stands between days of one month: `3-7 May`, `3, 4 and 5 May`."""
        words = alternation((*self.ranges, *self.joiners))
        return re.compile(rf"(?:{self.ordinal or '(?!)'})?(?:\s*[-‐‑–—,]\s*|,?\s+(?:{words})\s+(?:the\s+)?)", re.I)

    @cached_property
    def ordinal_suffix(self) -> re.Pattern[str]:
        """What makes digits an ordinal."""
        return re.compile(self.ordinal or r"(?!)", re.I)

    @cached_property
    def decade_suffix(self) -> re.Pattern[str]:
        """What makes digits a decade."""
        return re.compile(self.decades or r"(?!)", re.I)

    @cached_property
    def half_day(self) -> re.Pattern[str]:
        """What follows the digits of an hour."""
        parts = [f"(?P<{name}>{p})" for name, p in (("am", self.am), ("pm", self.pm), ("clock", self.clock)) if p]
        return re.compile(rf"\s?(?:{'|'.join(parts)})" if parts else r"(?!)", re.I)
