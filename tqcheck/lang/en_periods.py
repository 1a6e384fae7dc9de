"""Quarters, halves of a year, five-year plans and lunar dates in English text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tqcheck.lang.quantity import Moment
from tqcheck.model.text import Span

_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth"
).split()
_ORDINALS = {word: number for number, word in enumerate(_WORDS, 1)} | {
    "twentieth": 20, "thirtieth": 30,
    **{f"twenty-{word}": 20 + number for number, word in enumerate(_WORDS[:9], 1)},
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
}  # fmt: skip
_O = r"(?:\d{1,2}(?:st|nd|rd|th)|" + "|".join(sorted(_ORDINALS, key=len, reverse=True)) + ")"
_PERIOD = re.compile(
    rf"\b(?:(?P<quarter>first|second|third|fourth|1st|2nd|3rd|4th)[ -]quarter\b"
    r"(?!-?final|[ -]century|\s+of\s+(?:the\s+|an?\s+)?(?:match|game|century|\w+\s+century|season|hour))"
    r"|Q(?P<q>[1-4])\b(?!\.\d)|(?P<half>first|second|latter)\s+half\s+of\s+"
    r"(?:(?:the|this|last|next|that)\s+(?:\w+\s+)?year\b|(?=(?:19|20)\d\d\b))"
    rf"|(?P<plan>{_O})[ -]five[ -]?year[ -](?:plan|programme|program)\b(?!s\b)"
    rf"|(?P<day>{_O})\s+day\s+of\s+the\s+(?P<month>{_O})\s+(?:lunar\s+month|month\s+\w+\s+the\s+(?:Chinese\s+)?lunar)"
    rf"|(?P<alone>{_O})\s+lunar\s+month)",
    re.I,
)
_HINT = re.compile(r"[Qq]uarter|\bQ[1-4]|[Hh]alf of|[Yy]ear[ -][Pp]|[Ll]unar")


def read_periods(text: str) -> Sequence[Moment]:
    """The quarters, halves, plans and lunar dates in `text`, in order."""
    if not ("uarter" in text or "Q" in text or "alf of" in text or "unar" in text or "ear" in text) or (
        not _HINT.search(text)
    ):
        return ()
    return [_moment(match) for match in _PERIOD.finditer(text)]


def _moment(match: re.Match[str]) -> Moment:
    span = Span(*match.span())
    named = match.groupdict()
    if named["quarter"] or named["q"]:
        return Moment(span, quarter=_number(named["quarter"] or named["q"]))
    if named["half"]:
        return Moment(span, half_year=1 if named["half"].lower() == "first" else 2)
    if named["plan"]:
        return Moment(span, plan=_number(named["plan"]))
    if named["day"]:
        return Moment(span, month=_number(named["month"]), day=_number(named["day"]), lunar=True)
    return Moment(span, month=_number(named["alone"]), lunar=True)


def _number(word: str) -> int:
    word = word.lower()
    return _ORDINALS[word] if word in _ORDINALS else int(re.sub(r"\D", "", word))
