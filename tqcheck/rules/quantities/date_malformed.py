"""QTY007."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.evidence.unit import Reading
from tqcheck.lang.english_vocabulary import is_english
from tqcheck.model.finding import Severity
from tqcheck.model.text import Span
from tqcheck.rules.base import Example, Hit, Rule, Scope

_MONTHS = (
    "january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sep sept oct nov dec"
).split()
_LONG = [month for month in _MONTHS if len(month) > 3 and month != "sept"]
_ORDINAL = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th), (?P<month>{'|'.join(_LONG)}|may)\b(?:, \d{{4}})?", re.I)
_WORD_AND_DAY = re.compile(
    r"\b(?P<before>[A-Z][a-z]{3,9}) \d{1,2}\b(?!:)|\b\d{1,2}(?:st|nd|rd|th)? (?P<after>[A-Z][a-z]{3,9})\b"
)
_DIGIT = re.compile(r"\d")
_DATED = re.compile(r"(?:^|\s)(?:[Oo]n|since|until|till|by) $")
_NOON = re.compile(
    r"(?<![:.\d])(?:(?:[1-9]|1[01])(?::\d\d)? ?(?:o'clock )?(?:at )?noon\b|(?:1[3-9]|2[0-3])(?::\d\d)? ?a\.?m\b\.?)"
)


class DateMalformed(Rule):
    """A date or time is not written as one.

    What it does:
        Finds months spelt wrong beside a day (`Jully 26`), an ordinal and a month parted by a comma
        (`26th, July`), and hours that contradict themselves (`1 o'clock noon`, `15:00 a.m.`).

    Why it matters:
        The reader has to guess which date or hour is meant.

    What it does not flag:
        Words that English has (unless `on` or the like dates by them), names beside figures, and any order of day
        and month.

    Options:
        None.
    """

    code = "QTY007"
    name = "date-malformed"
    severity = Severity.MINOR
    scope = Scope.TEXT
    confidence = 0.9
    examples = (
        Example("The tunnel opened on [[Agust 26]]."),
        Example("It closed on [[Jully 4]]. Mars 3 did not reach Mars."),
        Example("The tunnel opened on [[26th, July, 2020]]."),
        Example("The flood peaked at [[1 o'clock noon]]."),
        Example(
            "On the 26th, July rains set in. March 5 was dry; the marsh 3 km away was not. It closes at 12 noon, opens at 9:20 a.m."
        ),
    )

    def check(self, unit: Reading) -> Iterator[Hit]:
        """Yield dates and times that are not well-formed."""
        from rapidfuzz.distance import OSA

        text = unit.text.text
        if not _DIGIT.search(text):
            return
        for match in _ORDINAL.finditer(text):
            if match["month"][0].isupper() and not re.match(r" [a-z]", text[match.end() :]):
                yield Hit(
                    unit.text.locate(Span(*match.span())),
                    f'"{match[0]}" is not how a date is written: {match["month"]} {match[1]}',
                    suggestion=f"{match['month']} {match[1]}",
                )
        for match in _WORD_AND_DAY.finditer(text):
            word = match["before"] or match["after"]
            near = [month for month in _LONG if OSA.distance(word.lower(), month) == 1]
            dated = match["before"] and _DATED.search(text[: match.start()][-8:])
            if near and word.lower() not in _MONTHS and (dated or not is_english(word.lower())):
                right = match[0].replace(word, near[0].capitalize())
                yield Hit(unit.text.locate(Span(*match.span())), f'"{word}" is no month: {right}', suggestion=right)
        for match in _NOON.finditer(text):
            yield Hit(unit.text.locate(Span(*match.span())), f'"{match[0]}" contradicts itself')
