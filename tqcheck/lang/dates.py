"""Finding dates and times among the tokens of a text, for languages that write their words apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tqcheck.lang.composition import Token
from tqcheck.lang.grammar import Grammar
from tqcheck.lang.numerals import figure
from tqcheck.lang.quantity import Moment
from tqcheck.lang.zones import aside, named_after
from tqcheck.model.text import Span

_ZULU = (" GMT", " UTC")
_HOURS = r"(?:[01]\d|2[0-3])[0-5]\d"


class Dates:
    """Finds the moments of one language and says which tokens they are made of."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar

    def find(self, text: str, tokens: Sequence[Token]) -> tuple[list[Moment], set[int]]:
        """The moments in `text` but for bare years and decades, and the numbers of the tokens that they use."""
        moments: list[Moment] = []
        used: set[int] = set()
        if self.grammar.periods is not None:
            moments.extend(self.grammar.periods(text))
        for period in moments:
            used.update(k for k, token in enumerate(tokens) if period.span.start <= token.start < period.span.end)
        for at, token in enumerate(tokens):
            if (at in used and moments) or token.kind in "sofSRD":
                continue
            if token.kind == "m":
                self._month(text, tokens, at, moments, used)
            elif token.kind == "w":
                moments.append(Moment(Span(token.start, token.end), weekday=int(token.value)))
                used.add(at)
            elif token.kind == "C":
                self._century(text, tokens, at, moments, used)
            elif token.kind == "r":
                moments.append(Moment(Span(token.start, token.end), relative=token.raw.lower()))
                used.add(at)
            elif token.kind == "n":
                half = "pm" if token.value else "am"
                moments.append(Moment(Span(token.start, token.end), hour=int(token.value), minute=0, half=half))
                used.add(at)
            elif token.kind == "i":
                self._numeric(token, moments)
                used.add(at)
            elif token.kind == "d" and text[token.end : token.end + 4] in _ZULU and re.fullmatch(_HOURS, token.raw):
                hour, minute = divmod(int(token.raw), 100)
                half = "pm" if hour >= 12 else "am"
                moments.append(Moment(Span(token.start, token.end), hour=hour, minute=minute, half=half, zone=0))
                used.add(at)
            elif token.kind in "tdc" and at not in used and not (token.kind == "d" and _no_hour(token.raw)):
                moment = self._clock(text, tokens, at)
                if moment is not None:
                    moments.append(moment)
                    used.add(at)
        return moments, used

    def _day(self, token: Token) -> int | None:
        """The day of a month that a token may be."""
        if token.kind == "d":
            return (
                int(token.raw) if token.raw.isdecimal() and len(token.raw) <= 2 and 1 <= int(token.raw) <= 31 else None
            )
        if token.kind in "oc" and 1 <= token.value <= 31:
            return int(token.value)
        return None

    def _month(self, text: str, tokens: Sequence[Token], at: int, moments: list[Moment], used: set[int]) -> None:
        grammar, token = self.grammar, tokens[at]
        days: list[tuple[int, int]] = []
        first = last = at
        if grammar.dated_left and at and at - 1 not in used:
            days, first = self._leftwards(text, tokens, at, used)
        if not days and grammar.dated_right:
            days, last = self._rightwards(text, tokens, at)
        year = self._year_after(text, tokens, last)
        if (
            year is None
            and not days
            and token.raw.lower() in grammar.doubtful
            and not re.search(
                r"\b(?:in|since|of|by|until|till|from|to|last|next|this|early|late|mid|and|on|between)[ -]$",
                text[max(0, token.start - 9) : token.start],
                re.I,
            )
        ):
            return
        used.update(range(first, last + 1))
        if year is not None:
            used.add(last + 1)
        end = tokens[last + (year is not None)].end
        if not days:
            moments.append(Moment(Span(token.start, end), year=year, month=int(token.value)))
        for number, day in days:
            edge = tokens[number]
            span = Span(min(edge.start, token.start), end) if len(days) == 1 else Span(edge.start, edge.end)
            moments.append(Moment(span, year=year, month=int(token.value), day=day))

    def _leftwards(
        self, text: str, tokens: Sequence[Token], at: int, used: set[int]
    ) -> tuple[list[tuple[int, int]], int]:
        """Days that stand before the month at `at`, each with its token's number, and the first of the tokens."""
        days: list[tuple[int, int]] = []
        k = at - 1
        day = self._day(tokens[k])
        gap = text[tokens[k].end : tokens[at].start]
        if day is None or not self.grammar.date_link.fullmatch(gap) or "," in gap:
            return [], at
        days.append((k, day))
        while k and k - 1 not in used:
            day = self._day(tokens[k - 1])
            gap = text[tokens[k - 1].end : tokens[k].start]
            if day is None or tokens[k - 1].kind != "d" or not self.grammar.listing.fullmatch(gap):
                break
            k -= 1
            days.insert(0, (k, day))
        return days, k

    def _rightwards(self, text: str, tokens: Sequence[Token], at: int) -> tuple[list[tuple[int, int]], int]:
        """Days that stand after the month at `at`, and the last of their tokens."""
        days: list[tuple[int, int]] = []
        k = at
        link = self.grammar.date_link
        while k + 1 < len(tokens):
            day = self._day(tokens[k + 1])
            gap = text[tokens[k].end : tokens[k + 1].start]
            if day is None or not (self.grammar.listing if days else link).fullmatch(gap) or (not days and "," in gap):
                break
            if days and (tokens[k + 1].kind != "d" or self._counts(text, tokens, k + 1)):
                break
            if tokens[k + 1].kind == "c":
                break
            k += 1
            days.append((k, day))
        return days, k

    def _counts(self, text: str, tokens: Sequence[Token], at: int) -> bool:
        """Whether a figure after a date counts something: `May 3, 20 people`, `June 5, 12 June`."""
        after = tokens[at].end
        if at + 1 < len(tokens) and tokens[at + 1].kind in "ms" and tokens[at + 1].start - after <= 4:
            return True
        if self.grammar.ordinal_suffix.match(text, after):
            return False
        return bool(re.match(r"\s?[^\W\d_%]{4}|[%.,:]\d|%|\s?[$°]", text[after : after + 6])) and not re.match(
            r"\s(?:from|with|when|that|which|will|were|this|after|before|under|because|while)\b",
            text[after : after + 12],
        )

    def _year_after(self, text: str, tokens: Sequence[Token], last: int) -> int | None:
        if last + 1 >= len(tokens):
            return None
        token = tokens[last + 1]
        if token.kind != "d" or len(token.raw) != 4 or not token.raw.isdecimal() or not 1000 <= int(token.raw) <= 2199:
            return None
        gap = text[tokens[last].end : token.start]
        return int(token.raw) if len(gap) < 8 and self.grammar.date_link.fullmatch(gap) else None

    def _century(self, text: str, tokens: Sequence[Token], at: int, moments: list[Moment], used: set[int]) -> None:
        """A century said beside its number: `16th century`, `siglo XVI`, `XVI века`."""
        token = tokens[at]
        for k in (at - 1, at + 1):
            if not 0 <= k < len(tokens) or k in used:
                continue
            near = tokens[k]
            between = text[near.end : token.start] if k < at else text[token.end : near.start]
            suffix = self.grammar.ordinal_suffix.match(text, near.end) if k < at else None
            gap = between[suffix.end() - near.end :] if suffix else between
            if not re.fullmatch(r"(?:e|ème|º|th|-?[a-zа-я]{0,2})?[\s.-]{0,3}", gap):
                continue
            if (
                k < at
                and near.kind == "c"
                or near.kind == "d"
                and k < at
                and not suffix
                and not between.startswith(" ")
            ):
                continue
            number = near.value if near.kind in "Ro" else self._day(near) if near.kind == "d" else None
            if number and 1 <= number <= 30:
                span = Span(min(near.start, token.start), max(near.end, token.end))
                moments.append(Moment(span, century=int(number)))
                used.update((k, at))
                return

    def _numeric(self, token: Token, moments: list[Moment]) -> None:
        """A date in digits; where day and month may be either way round only the year is sure."""
        parts = [int(part) for part in re.split(r"[-./]", token.raw)]
        span = Span(token.start, token.end)
        if "-" in token.raw:
            year, month, day = parts
        else:
            day, month, year = parts
            if month > 12:
                day, month = month, day
            elif "/" in token.raw and day <= 12 and day != month:
                moments.append(Moment(span, year=year))
                return
        if 1 <= month <= 12 and 1 <= day <= 31:
            moments.append(Moment(span, year=year, month=month, day=day))

    def _led(self, text: str, token: Token) -> bool:
        """Whether the word before a figure makes an hour of it: `o 15.30`, `saat 15`."""
        if not self.grammar.hours or token.kind != "d":
            return False
        led = self.grammar.hour_before.search(text, token.start)
        if led is None:
            return False
        return "." in token.raw or self.grammar.hours[re.sub(r"[\s-]+", " ", led["p"].lower())]

    def _clock(self, text: str, tokens: Sequence[Token], at: int) -> Moment | None:
        """A time of day: `7:30 p.m.`, `15 Uhr`, `11:00`."""
        token = tokens[at]
        after = self.grammar.half_day.match(text, aside(text, token.end) if token.kind == "t" else token.end)
        shift = self.grammar.shift.search(text, token.start)
        if token.kind == "t":
            parts = [int(part) for part in re.split(r"[:：]|\s?[hH]\s?", token.raw)]
            hour, minute = parts[0], parts[1]
        elif after is None and shift is None and not self._led(text, token):
            return None
        elif token.kind == "c":
            hour, minute = int(token.value), 0
        elif re.fullmatch(r"\d{1,2}\.\d{2}", token.raw):
            hour, minute = (int(part) for part in token.raw.split("."))
        elif len(token.raw) <= 2:
            hour, minute = int(figure(token.raw).value), 0
        else:
            return None
        if hour > 24 or minute > 59:
            return None
        start = token.start
        if shift:
            start -= len(shift[0])
            total = hour * 60 + self.grammar.past[re.sub(r"[\s-]+", " ", shift["p"].lower())]
            hour, minute = divmod(total % 1440, 60)
        half = after.lastgroup if after and after.lastgroup in ("am", "pm") else None
        if half == "pm" and hour < 12:
            hour += 12
        elif half == "am" and hour == 12:
            hour = 0
        elif half is None and hour >= 13:
            half = "pm"
        end = after.end() if after else token.end
        rough = bool(self.grammar.nearly and self.grammar.near_hour.search(text, start))
        return Moment(
            Span(start, end), hour=hour % 24, minute=minute, half=half, zone=named_after(text, end), rough=rough
        )


def _no_hour(raw: str) -> bool:
    """Whether a figure is too long for an hour and is not `7.30` either."""
    return len(raw) > 2 and (len(raw) > 5 or raw[-3] != ".")
