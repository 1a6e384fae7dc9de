"""How the rules about numbers put into words what they found."""

from __future__ import annotations

import re
import unicodedata

from tqcheck.evidence.places import belongs as where
from tqcheck.evidence.quantities import Contradiction, Item
from tqcheck.evidence.unit import Pair
from tqcheck.lang.quantity import Kind, Moment, Quantity
from tqcheck.lang.units import NAMES, convert, same
from tqcheck.model.finding import Evidence, Side
from tqcheck.model.text import Span
from tqcheck.rules.base import Place

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_ORDINALS = ["first", "second", "third", "fourth"]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def whole(item: Item) -> Span:
    """The item with its unit and currency."""
    return (item.whole or item.span) if isinstance(item, Quantity) else item.span


def source_phrase(pair: Pair, item: Item) -> str:
    """The item as the source has it."""
    return whole(item).of(pair.source_text)


def number(pair: Pair, quantity: Quantity) -> str:
    """The value of `quantity` as the rendering's language prints it, per cent as `30%`, a range as `30 to 40`."""
    if code := _designation(pair.source_text, quantity):
        return code
    return _figure(pair, quantity)


def _figure(pair: Pair, quantity: Quantity) -> str:
    write = pair.context.target_language.write_number
    if quantity.kind is Kind.FRACTION:
        return f"{quantity.low:.3g}"
    text = write(quantity.low) if quantity.high == quantity.low else f"{write(quantity.low)} to {write(quantity.high)}"
    return f"{text}%" if quantity.kind is Kind.PERCENT else text


def _designation(text: str, quantity: Quantity) -> str:
    """The designation that `quantity` is in `text` (`S-400`), in plain letters; otherwise empty."""
    phrase = unicodedata.normalize("NFKC", whole(quantity).of(text))
    is_one = quantity.kind is Kind.ORDINAL and re.fullmatch(r"[A-Za-z]{1,6}[-‐‑]?\d{1,4}", phrase)
    return phrase if is_one else ""


def moment(found: Moment, month_first: bool = False) -> str:
    """A moment in plain English: `30 May 2023` (or `May 30, 2023`), `19:30`, `the 1980s`."""
    parts: list[str] = []
    if found.weekday is not None:
        parts.append(_DAYS[found.weekday])
    if found.day is not None and found.month is not None:
        name = _MONTHS[found.month - 1]
        comma = "," if found.year is not None else ""
        parts.append(f"{name} {found.day}{comma}" if month_first else f"{found.day} {name}")
    elif found.day is not None:
        parts.append(f"the {ordinal(found.day)}")
    elif found.month is not None:
        parts.append(_MONTHS[found.month - 1])
    if found.lunar:
        parts.append("of the lunar calendar")
    if found.year is not None:
        parts.append(str(found.year))
    if found.quarter is not None:
        parts.append(f"the {_ORDINALS[found.quarter - 1]} quarter")
    if found.half_year is not None:
        parts.append(f"the {_ORDINALS[found.half_year - 1]} half of the year")
    if found.plan is not None:
        parts.append(f"the {ordinal(found.plan)} Five-Year Plan")
    if found.decade is not None:
        parts.append(f"the {found.decade}s")
    if found.century is not None:
        parts.append(f"the {ordinal(found.century)} century")
    if found.hour is not None:
        zone = "" if found.zone is None else f" UTC{found.zone / 60:+g}" if found.zone else " UTC"
        parts.append(f"{found.hour}:{found.minute or 0:02d}{zone}")
    return " ".join(parts)


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 11th."""
    end = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{end}"


def meaning(pair: Pair, item: Item, rendering: bool = False) -> str:
    """What the source's item means, for a reader who does not read it; or, with `rendering`, the rendering's."""
    if isinstance(item, Moment):
        return moment(item)
    text = pair.target.text if rendering else pair.source_text
    if code := _designation(text, item):
        return code
    unit = NAMES.get((item.unit or "").rstrip("?"), (item.unit or "").rstrip("?"))
    return f"{_figure(pair, item)} {unit}".strip()


def glossed(pair: Pair, item: Item) -> str:
    """The source's phrase, with its meaning in brackets where it does not say the same in the same letters."""
    phrase, plain = source_phrase(pair, item), meaning(pair, item)
    return phrase if phrase.replace(" ", "") == plain.replace(" ", "") else f"{phrase} ({plain})"


def evidence(pair: Pair, contradiction: Contradiction) -> tuple[Evidence, ...]:
    """The source's phrase and the two values side by side."""
    found = [Evidence("source", source_phrase(pair, contradiction.source))]
    if isinstance(contradiction.target, Quantity):
        found.append(
            Evidence("values", f"{meaning(pair, contradiction.source)} / {meaning(pair, contradiction.target, True)}")
        )
    else:
        found.append(Evidence("values", f"{meaning(pair, contradiction.source)} / {moment(contradiction.target)}"))
    return tuple(found)


def converted(source: Quantity, target: Quantity) -> str:
    """What the source's amount is in the unit of the rendering's, three digits of it; empty where it is no other."""
    here, there = source.unit, target.unit
    if not here or not there or same(here, there):
        return ""
    value = convert(source.low, here, there)
    return "" if value is None else f"{float(f'{value:.3g}'):,.10g}"


def belongs(pair: Pair, item: Item) -> tuple[Place, ...]:
    """Where in the rendering an item of the source would belong: the word beside which it should stand."""
    context = pair.context
    found = where(whole(item), pair.source_text, pair.target.text, context.source_language, context.target_language)
    return (Place(Side.TARGET, pair.target.locate(found), "where it would belong"),) if found else ()


def place(pair: Pair, item: Item) -> tuple[Place, ...]:
    """Where the item stands in the source."""
    if pair.source is None:
        return ()
    return (Place(Side.SOURCE, pair.source.locate(whole(item)), "the source"),)
