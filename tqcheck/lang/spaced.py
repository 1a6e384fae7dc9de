"""Reading the numbers and moments of languages that write their words apart, by the tables of a `Grammar`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from math import prod

from tqcheck.lang.composition import Token, compose, teens
from tqcheck.lang.dates import Dates
from tqcheck.lang.grammar import PREFIXES, SYMBOLS, Grammar
from tqcheck.lang.numerals import NOTHING, Reading, figure, roman
from tqcheck.lang.quantity import Bound, Kind, Moment, Quantity
from tqcheck.model.text import Span

_SIGN_OF_NAME = re.compile(
    r"(?:[^\W\d_]|[^\W\d_](?<!mid)(?<!pre)(?<!post)(?<!late)(?<!early)(?<!under)(?<!over)(?<!non)[-/‐‑]|#|№|(?:GMT|"
    r"UTC)\s?[+-])$",
    re.I,
)
_NAME_AFTER = re.compile(r"[^\W\d_]|[-‐‑/][A-Z]{1,3}\b(?!\w)")
_ROMAN = re.compile(r"([IVXLC]+)(?:e|es|er|è|ème)?$")
_COUNTING = "dcsofSRD"
_STOPS = (",", ";", ")", "")
_LIST_OF_YEARS = re.compile(r"\s?(?:[,–-]|\w{1,2})\s?\d{4}")
_ARTICLE = re.compile(r"\s(?:of )?(?:an?|the|une?|ein\w*|d['’])\s?(?=\w)")
_PHONE = re.compile(
    r"\d{2,}[-‐‑]\d{2,}(?:[-‐‑]\d{2,})+|\+\d[\d -]{7,}|(?<!\d)[2-9]\d{3} \d{4}(?!\d)|\[\d[\d, ]*\]|"
    r"\d+(?:\.\d+){2,}"
)


class SpacedReader:
    """Reads one language; `read` keeps its latest answers, for numbers and moments are asked for one by one."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.read = lru_cache(maxsize=256)(self._read)
        self._dates = Dates(grammar)

    def _read(self, text: str) -> Reading:
        tokens = self._tokens(text)
        if not tokens:
            return NOTHING
        barred = [m.span() for m in _PHONE.finditer(text)] if _may_be_numbered(text, tokens) else []
        moments, used = self._dates.find(text, tokens)
        quantities: list[Quantity] = []
        scaled: list[float] = []
        at = 0
        while at < len(tokens):
            token = tokens[at]
            if at in used or token.kind not in _COUNTING:
                at += 1
                continue
            quantity, after, moment = self._number(text, tokens, at, used)
            if moment is not None:
                moments.append(moment)
            if quantity is not None:
                if barred and any(low <= quantity.span.start < high for low, high in barred):
                    quantity = replace(quantity, vague=True, malformed="", unit=None)
                quantities.append(quantity)
                scaled.append(_scale(tokens[at:after]))
            at = after
            reached = (quantity.whole or quantity.span).end if quantity is not None else 0
            while at < len(tokens) and tokens[at].start < reached and tokens[at].kind in _COUNTING:
                at += 1  # a word within the unit: المئة in في المئة
        return Reading(self._ranges(text, quantities, scaled), sorted(moments, key=_place))

    def _tokens(self, text: str) -> list[Token]:
        grammar, found = self.grammar, []
        known, compound = grammar.table.get, grammar.compound
        for match in grammar.token.finditer(text):
            raw = match[0]
            sort = match.lastgroup
            if sort != "word":
                kind = "d" if sort is None else "i" if sort == "iso" else "t"
                found.append(Token(match.start(), match.end(), kind, 0.0, raw))
                continue
            lower = raw.lower()
            entry = known(lower)
            if entry is not None:
                if entry[0] != "m" or lower not in grammar.doubtful or raw[0].isupper():
                    found.append(Token(match.start(), match.end(), entry[0], entry[1], raw))
            elif raw[0] in "IVXLC" and (numeral := _ROMAN.match(raw)) and (value := roman(numeral[1])) is not None:
                found.append(Token(match.start(), match.end(), "R", value, raw))
            elif compound is not None and (number := compound(lower)) is not None:
                found.append(Token(match.start(), match.end(), "c", number, raw))
        return teens(found, text, grammar.teens) if grammar.teens else found

    def _number(
        self, text: str, tokens: Sequence[Token], at: int, used: set[int]
    ) -> tuple[Quantity | None, int, Moment | None]:
        """The number that begins at token `at`, the token after it, and the moment that it turns out to be."""
        grammar, token = self.grammar, tokens[at]
        if token.kind == "R":
            # Louis XVI, World War II: it may answer a number and never accuses one.
            span = Span(token.start, token.end)
            graded = grammar.grade.search(text, token.start) is not None
            single = len(token.raw.rstrip("eèmrs")) < 2 and not graded
            if single or text[max(0, token.start - 1) : token.start] not in ("", " ", "("):
                return None, at + 1, None
            return Quantity(span, token.value, token.value, Kind.ORDINAL, vague=not graded), at + 1, None
        if token.kind == "S":
            span = Span(token.start, token.end)
            return Quantity(span, token.value, token.value, bound=Bound.ABOUT, vague=True), at + 1, None
        share = self._ratio(text, tokens, at)
        if share is not None:
            span = Span(token.start, tokens[at + 1].end)
            return Quantity(span, share, share, Kind.FRACTION, digits=2, whole=span), at + 2, None
        if token.kind == "D":
            return None, at + 1, None
        value, kind, after, digits, malformed = compose(grammar, text, tokens, at, used)
        last = tokens[after - 1]
        span = Span(token.start, last.end)
        vague = after == at + 1 and token.kind != "d" and (
            token.raw.lower() in grammar.vague or (kind is Kind.FRACTION and value <= 0.5) or token.kind == "s"
        )  # fmt: skip
        if grammar.decades_before and after == at + 1 and value % 10 == 0 and self._in_decade(text, token, value):
            return None, after, Moment(span, decade=int(value))
        if token.kind == "s" and after == at + 1:
            # "a million", "one hundred" count; a bare scale word is no more than its mention.
            vague = not re.search(
                r"\b(?:an?|un|une|ein|eine|einer|einen|uno|um|über|bis)\s$", text[: token.start][-8:], re.I
            )
        if token.kind == "d":
            before = text[max(0, token.start - 6) : token.start]
            if before and not before[-1].isspace() and _SIGN_OF_NAME.search(before) and not _currency(before):
                return Quantity(span, value, value, vague=True, digits=digits), after, None
            tail = text[last.end : last.end + 4]
            if last.kind == "d" and tail:
                decade = grammar.decade_suffix.match(text, last.end)
                if decade and value % 10 == 0:
                    return None, after, Moment(Span(span.start, decade.end()), decade=int(value))
                suffix = grammar.ordinal_suffix.match(text, last.end)
                if suffix:
                    kind, span = Kind.ORDINAL, Span(span.start, suffix.end())
                elif (
                    _NAME_AFTER.match(tail)
                    and not grammar.symbol.match(text, last.end)
                    and not grammar.unit.match(text, last.end)
                    and not self._hangs(text, last.end)
                ):
                    return Quantity(span, value, value, vague=True, digits=digits), after, None
            if text[last.end : last.end + 1] in _STOPS and self._year(tokens, at, after, value, False):
                bare = not (grammar.prefix.search(text, span.start) or grammar.percent_before.search(text, span.start))
                if bare and kind is Kind.CARDINAL:
                    return None, after, Moment(span, year=int(value))
        return self._measured(text, span, value, kind, digits, malformed, vague, at, after, tokens)

    def _in_decade(self, text: str, token: Token, value: float) -> bool:
        """Whether a word before the number makes it a decade: `les années 60`, `anni Sessanta`."""
        fits = 20 <= value <= 90 or (token.kind == "d" and token.raw.isdecimal() and 1100 <= value <= 2090)
        return fits and (
            self.grammar.decade_before.search(text, token.start) is not None
            and not _LIST_OF_YEARS.match(text, token.end)
        )

    @staticmethod
    def _ratio(text: str, tokens: Sequence[Token], at: int) -> float | None:
        """The value of `1/3`, or None: `24/7` and the like are no shares."""
        if at + 1 >= len(tokens):
            return None
        if tokens[at].kind == "D" and tokens[at + 1].kind in "cd":
            above = figure(tokens[at + 1].raw).value if tokens[at + 1].kind == "d" else tokens[at + 1].value
            adjacent = text[tokens[at].end : tokens[at + 1].start] == " "
            return above / tokens[at].value if adjacent and 0 < above < tokens[at].value else None
        if tokens[at].kind != "d" or tokens[at + 1].kind != "d":
            return None
        over, under = tokens[at].raw, tokens[at + 1].raw
        if text[tokens[at].end : tokens[at + 1].start] != "/" or not over.isdecimal() or not under.isdecimal():
            return None
        return int(over) / int(under) if 0 < int(over) < int(under) <= 100 else None

    def _hangs(self, text: str, at: int) -> bool:
        return bool(self.grammar.percent.match(text, at) or text[at : at + 1] in "xX")

    def _measured(
        self, text: str, span: Span, value: float, kind: Kind, digits: int, malformed: str, vague: bool, at: int,
        after: int, tokens: Sequence[Token],
    ) -> tuple[Quantity | None, int, Moment | None]:  # fmt: skip
        grammar = self.grammar
        start, end, unit, bound = span.start, span.end, None, Bound.EXACT
        percent = grammar.percent.match(text, end)
        if percent:
            kind, end = Kind.PERCENT, percent.end()
        elif grammar.percents_before and grammar.percent_before.search(text, start):
            kind = Kind.PERCENT
        else:
            found = grammar.unit.match(text, end)
            if not found and kind is Kind.FRACTION and (article := _ARTICLE.match(text, end)):
                found = grammar.unit.match(text, article.end() - 1)
            if found:
                unit, end = grammar.canonical(found["u"]), found.end()
            elif tokens[after - 1].kind in "ds" and (found := grammar.symbol.match(text, end)):
                unit, end = SYMBOLS[found["u"]], found.end()
            if unit and grammar.halves and (half := grammar.half_after.match(text, end)):
                value, digits, end = value + 0.5, digits + 1, half.end()
        prefix = grammar.prefix.search(text, start)
        if prefix:
            unit, start = PREFIXES[prefix["p"]], start - len(prefix[0])
        hedge = grammar.hedge.search(text, start)
        if hedge:
            bound = grammar.hedges[re.sub(r"\s+", " ", hedge["h"].lower())]
        elif found := grammar.after_hedge.match(text, span.end):
            bound = grammar.after_hedges[re.sub(r"\s+", " ", found["h"].lower())]
        if grammar.idle and text.startswith(grammar.idle, span.end):
            vague = True
        if (unit or bound is not Bound.EXACT) and tokens[at].raw.lower() in grammar.alone:
            vague = False
        elif unit or kind is Kind.PERCENT:
            vague = vague and (tokens[at].raw.lower() in grammar.vague or tokens[at].kind == "s")
        elif self._year(tokens, at, after, value, prefix is not None):
            return None, after, Moment(span, year=int(value))
        whole = Span(start, end)
        return Quantity(span, value, value, kind, unit, bound, digits, whole, malformed, vague), after, None

    @staticmethod
    def _year(tokens: Sequence[Token], at: int, after: int, value: float, money: bool) -> bool:
        raw = tokens[at].raw
        return not money and after == at + 1 and tokens[at].kind == "d" and raw.isdecimal() and (
            len(raw) == 4 and 1100 <= value <= 2099
        )  # fmt: skip

    def _ranges(self, text: str, found: list[Quantity], scaled: Sequence[float]) -> Sequence[Quantity]:
        """The ends of a range share what only one of them prints: scale, unit, per cent."""
        for k in range(len(found) - 1):
            a, b = found[k], found[k + 1]
            low, high = max(a.span.end, (a.whole or a.span).end), (b.whole or b.span).start
            if not 0 <= high - low <= 12:
                continue
            gap = text[low:high]
            if not self.grammar.between.fullmatch(gap):
                continue
            if b.kind is Kind.PERCENT and a.kind is Kind.CARDINAL and a.unit is None:
                found[k] = a = replace(a, kind=Kind.PERCENT, vague=False)
            scale = scaled[k + 1]
            if scale > 1 == scaled[k] and a.low <= b.low / scale and not a.vague and a.kind is b.kind:
                found[k] = a = replace(a, low=a.low * scale, high=a.high * scale)
            if a.unit is None and b.unit is not None and a.kind is b.kind:
                found[k] = replace(a, unit=b.unit)
            elif b.unit is None and a.unit is not None and a.kind is b.kind:
                found[k + 1] = replace(b, unit=a.unit)
        return tuple(found)


def _scale(tokens: Sequence[Token]) -> float:
    """By what the scale words among `tokens` multiply."""
    return 1 if len(tokens) == 1 and tokens[0].kind != "s" else prod([t.value for t in tokens if t.kind == "s"])


def _place(moment: Moment) -> tuple[int, int]:
    return moment.span.start, moment.span.end


def _may_be_numbered(text: str, tokens: Sequence[Token]) -> bool:
    """Whether `text` may hold a telephone number, a version, a reference in brackets: to search for them is slow."""
    if "[" in text or "+" in text:
        return True
    parted = "-" in text or "." in text
    reached = -2
    for token in tokens:
        if token.kind == "d":
            if token.raw.count(".") > 1 or (parted and token.start == reached + 1 and not text[reached].isalpha()):
                return True
            reached = token.end
    return False


def _currency(before: str) -> bool:
    return bool(re.search(r"(?:RMB|USD|EUR|GBP|CNY|JPY|CZK|PLN|INR|Rs|HK\$|US\$)$", before))
