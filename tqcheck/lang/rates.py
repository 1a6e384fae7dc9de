"""What a number is counted by: 每平方米, `per square metre`, `/mu`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from tqcheck.lang.quantity import Quantity


def denominator(text: str, quantity: Quantity, language: str) -> str | None:
    """The canonical unit by which `quantity` in `text` is counted; None where there is none or it is not known.

    Speeds and the like, whose units have names of their own (km/h), have no denominator.
    """
    read = _READERS.get(language)
    return read(text, quantity) if read and (quantity.unit is None or "/" not in quantity.unit) else None


def _chinese(text: str, quantity: Quantity) -> str | None:
    from tqcheck.lang.zh.quantities import UNITS

    whole = quantity.whole or quantity.span
    after = _unit(tuple(UNITS)).match(text, whole.end)
    if after:
        return UNITS[after["u"]]
    before = _every(tuple(UNITS)).search(text[max(0, whole.start - 24) : whole.start])
    return UNITS[before["u"]] if before else None


def _english(text: str, quantity: Quantity) -> str | None:
    from tqcheck.lang.en_quantities import UNITS

    found = _per(tuple(UNITS)).match(text, (quantity.whole or quantity.span).end)
    if not found:
        return None
    if found["s"]:
        return _SYMBOLS[found["s"]]
    unit = UNITS[re.sub(r"[\s-]+", " ", found["u"].lower())]
    return "lb" if unit == "GBP?" else unit  # nothing is counted by the pound sterling


_READERS: Mapping[str, Callable[[str, Quantity], str | None]] = {"zh": _chinese, "en": _english}
_SYMBOLS: Mapping[str, str] = {
    "m²": "m2", "m2": "m2", "㎡": "m2", "m³": "m3", "m3": "m3", "km²": "km2", "km2": "km2", "ha": "ha", "kg": "kg",
    "km": "km", "t": "t", "l": "l", "L": "l", "kWh": "kWh",
}  # fmt: skip


def _longest(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@lru_cache(maxsize=1)
def _unit(units: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\s?[/／]\s?(?P<u>{_longest(units)})")


@lru_cache(maxsize=1)
def _every(units: tuple[str, ...]) -> re.Pattern[str]:
    # Up to the number, and over no other number, comma or second `every`.
    return re.compile(rf"每(?:个|一)?(?P<u>{_longest(units)})(?!均)[^，,。；;、每\d]{{0,16}}$")


@lru_cache(maxsize=1)
def _per(units: tuple[str, ...]) -> re.Pattern[str]:
    symbols = "|".join(sorted(map(re.escape, _SYMBOLS), key=len, reverse=True))
    words = _longest(units).replace(r"\ ", r"[\s-]+")
    return re.compile(
        rf"\s?/\s?(?P<s>{symbols})(?![\w?])"
        rf"|(?:\s?/\s?|\s(?:of\s\w+\s)?(?:[Pp]er|an?|each|every)\s)(?P<u>(?i:{words}))(?!\w)"
    )
