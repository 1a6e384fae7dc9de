"""How the rules about numbers put into words what they found."""

from __future__ import annotations

from tqcheck.evidence.quantities import Contradiction, Item
from tqcheck.evidence.unit import Pair
from tqcheck.lang.quantity import Kind, Moment, Quantity
from tqcheck.lang.units import NAMES
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
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def whole(item: Item) -> Span:
    """The item with its unit and currency."""
    return (item.whole or item.span) if isinstance(item, Quantity) else item.span


def source_phrase(pair: Pair, item: Item) -> str:
    """The item as the source has it."""
    return whole(item).of(pair.source_text)


def number(pair: Pair, quantity: Quantity) -> str:
    """The value of `quantity` as the rendering's language prints it, per cent as `30%`, a range as `30 to 40`."""
    write = pair.context.target_language.write_number
    if quantity.kind is Kind.FRACTION:
        return f"{quantity.low:.3g}"
    text = write(quantity.low) if quantity.high == quantity.low else f"{write(quantity.low)} to {write(quantity.high)}"
    return f"{text}%" if quantity.kind is Kind.PERCENT else text


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
    if found.year is not None:
        parts.append(str(found.year))
    if found.decade is not None:
        parts.append(f"the {found.decade}s")
    if found.century is not None:
        parts.append(f"the {ordinal(found.century)} century")
    if found.hour is not None:
        parts.append(f"{found.hour}:{found.minute or 0:02d}")
    return " ".join(parts)


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 11th."""
    end = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{end}"


def meaning(pair: Pair, item: Item) -> str:
    """What the source's item means, for a reader who does not read it."""
    if isinstance(item, Moment):
        return moment(item)
    unit = NAMES.get((item.unit or "").rstrip("?"), (item.unit or "").rstrip("?"))
    return f"{number(pair, item)} {unit}".strip()


def glossed(pair: Pair, item: Item) -> str:
    """The source's phrase, with its meaning in brackets where it does not say the same in the same letters."""
    phrase, plain = source_phrase(pair, item), meaning(pair, item)
    return phrase if phrase.replace(" ", "") == plain.replace(" ", "") else f"{phrase} ({plain})"


def evidence(pair: Pair, contradiction: Contradiction) -> tuple[Evidence, ...]:
    """The source's phrase and the two values side by side."""
    found = [Evidence("source", source_phrase(pair, contradiction.source))]
    if isinstance(contradiction.target, Quantity):
        found.append(
            Evidence("values", f"{meaning(pair, contradiction.source)} / {meaning(pair, contradiction.target)}")
        )
    else:
        found.append(Evidence("values", f"{meaning(pair, contradiction.source)} / {moment(contradiction.target)}"))
    return tuple(found)


def place(pair: Pair, item: Item) -> tuple[Place, ...]:
    """Where the item stands in the source."""
    if pair.source is None:
        return ()
    return (Place(Side.SOURCE, pair.source.locate(whole(item)), "the source"),)
