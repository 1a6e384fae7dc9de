"""Ways in which a number that has no counterpart is accounted for all the same."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tqcheck.evidence.swaps import Match
from tqcheck.evidence.values import value_of
from tqcheck.lang.base import Language
from tqcheck.lang.courses import counts_others, says_tens
from tqcheck.lang.quantity import Kind, Quantity
from tqcheck.lang.units import convert, dimension

_ASIDE = 30
"""Characters within which an amount may be given again in another currency."""


def said_again(quantity: Quantity, matches: Sequence[Match], side: int) -> bool:
    """Whether a leftover number repeats one that has its counterpart: 前20%与后20% as `the top and bottom 20%`."""
    key = value_of(quantity)
    return any(
        value_of(match[side]) == key and match[side].kind is quantity.kind and not match[side].vague
        for match in matches
    )


def said_as_one(quantity: Quantity, text: str, language: Language) -> bool:
    """Whether `text` may say a leftover number as one of a greater unit (24小时 as `a day`), or an age by its tens."""
    if quantity.unit is None or quantity.low <= 1 or dimension(quantity.unit) is None:
        return False
    if quantity.unit == "year" and says_tens(text, quantity.low, language.code):
        return True
    for word in dict.fromkeys(re.findall(r"[^\W\d_]{3,}", text.lower())):
        read = language.quantities(f"1 {word}")
        if len(read) == 1 and read[0].unit and convert(quantity.low, quantity.unit, read[0].unit) == 1:
            return True
    return False


def converted_money(quantity: Quantity, text: str, matches: Sequence[Match]) -> bool:
    """Whether an added amount gives one that has its counterpart again in another currency: `500 yuan ($70)`."""
    if dimension(quantity.unit) != "money":
        return False
    start = (quantity.whole or quantity.span).start
    for _, other in matches:
        if dimension(other.unit) != "money" or other.unit == quantity.unit:
            continue
        end = (other.whole or other.span).end
        if 0 <= start - end <= _ASIDE and re.search(r"[(（=]|\bor\b|equivalent|worth", text[end:start]):
            return True
    return False


def without_the_named(
    source: Quantity, target: Quantity, source_text: str, target_text: str, languages: tuple[str, str]
) -> bool:
    """Whether `target` counts those beside a person who is named: 张三等4人 as `Zhang San and three others`."""
    if target.low != source.low - 1 or Kind.PERCENT in (source.kind, target.kind):
        return False
    return counts_others(source_text, source.span, target_text, target.span, *languages)


def add_up(one: Quantity, two: Quantity, target: Quantity) -> bool:
    """Whether `target` is the sum of two amounts that stand together: 2小时30分钟 as `two and a half hours`."""
    if not (one.unit and two.unit and target.unit) or one.low <= 0:
        return False
    ends = (one.whole or one.span).end
    parts = convert(one.low, one.unit, target.unit), convert(two.low, two.unit, target.unit)
    if not 0 <= two.span.start - ends <= 1 or parts[0] is None or parts[1] is None or parts[1] >= parts[0] / one.low:
        return False
    return abs(parts[0] + parts[1] - target.low) <= 0.005 * target.low
