"""How languages say where a clause ends and another begins, and from what and to what a number moves."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from tqcheck.model.text import Span

# Words that join two clauses or the two halves of a comparison.
_JOINERS: Mapping[str, str] = {
    "en": "and|while|but|whereas|then|after|before|when",
    "de": "und|während|aber", "fr": "et|tandis que|mais", "es": "y|mientras|pero", "it": "e|mentre|ma",
    "pt": "e|enquanto|mas", "zh": "和|与|及|而", "ja": "と|や",
}  # fmt: skip
_UNSPACED = ("zh", "ja")
# What stands right before the number from which, and the one to which, something moves.
_FROM: Mapping[str, str] = {
    "zh": r"[从由自][^，,。；;从由自]{0,14}", "en": r"\bfrom\s+(?:\w+\s+){0,2}", "de": r"\bvon\s+(?:\w+\s+){0,1}",
    "fr": r"\bde\s+", "es": r"\bde(?:sde)?\s+", "it": r"\bda(?:l)?\s+", "pt": r"\bde\s+",
}  # fmt: skip
_TO: Mapping[str, str] = {
    "zh": r"(?:到|至|为|达)(?:了|约|近|超过|逾)?", "en": r"\b(?:to|until|till|through)\s+(?:\w+\s+){0,1}",
    "de": r"\b(?:auf|bis)\s+(?:zu\s+|\w+\s+)?", "fr": r"\b(?:à|jusqu['’]en|jusqu['’]à)\s+",
    "es": r"\b(?:a|hasta)\s+", "it": r"\ba(?:l)?\s+", "pt": r"\b(?:para|a|até)\s+",
}  # fmt: skip
_MONEY = r"(?:[$€£¥￥]|US\$|RMB|HK\$)?\s?"

_ENDS = r"[.;!?。；！？](?!\d)(?=\s|$|[^\w\s])|[。；！？]|\n"
_COMMAS = r"[,，、(（](?!\d)"


@lru_cache(maxsize=64)
def cuts(language: str) -> tuple[re.Pattern[str], ...]:
    """What parts the clauses of a text in `language`, the strongest first: sentence ends, commas, joining words."""
    joiners = _JOINERS.get(language)
    edge = "" if language in _UNSPACED else r"\b"
    weakest = (re.compile(rf"{edge}(?:{joiners}){edge}"),) if joiners else ()
    return (re.compile(_ENDS), re.compile(_COMMAS), *weakest)


@lru_cache(maxsize=64)
def movement(language: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """What ends the text before the number `from` which and the number `to` which something moves; None if unknown."""
    if language not in _FROM:
        return None
    return re.compile(f"(?:{_FROM[language]}){_MONEY}$", re.I), re.compile(f"(?:{_TO[language]}){_MONEY}$", re.I)


# Words for an age by its tens.
_AGES: Mapping[str, Mapping[str, int]] = {
    "en": {"teens": 10, "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
           "eighties": 80, "nineties": 90},
}  # fmt: skip


def says_tens(text: str, number: float, language: str) -> bool:
    """Whether `text` says `number`, a count of years, as an age by its tens: `in his thirties`."""
    ages = _AGES.get(language, {})
    return any(ages.get(word) == number for word in re.findall(r"[a-z]+ties|teens", text.lower()))


# `And others` before a number, and the word that leaves out of a number who was named before it.
_AMONG: Mapping[str, str] = {"zh": r"等\s?$", "ja": r"[らほか]\s?$"}
_OTHERS: Mapping[str, str] = {"en": r"\bother\s*$|^\s*(?:\w+\s)?(?:others?|more)\b"}


def counts_others(
    source_text: str, source: Span, target_text: str, target: Span, source_language: str, target_language: str
) -> bool:
    """Whether the source counts persons of whom one is named, and the rendering the others."""
    among, others = _AMONG.get(source_language), _OTHERS.get(target_language)
    if not among or not others or not re.search(among, source_text[: source.start]):
        return False
    around = target_text[max(0, target.start - 8) : target.start], target_text[target.end : target.end + 20]
    return any(re.search(others, text) for text in around)
