"""Composing a number from its words and figures: `two hundred and five thousand`, `3.5 million`, `quatre-vingt-dix`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tqcheck.lang.grammar import Grammar
from tqcheck.lang.numerals import figure, significant
from tqcheck.lang.quantity import Kind


@dataclass(slots=True)
class Token:
    """A figure or a word of interest.

    kind  d figure, c cardinal, s scale, o ordinal, f fraction, m month, w weekday, n noon or midnight, C century,
          R Roman numeral, r relative, S plural scale, t clock time, i date in digits
    """

    start: int
    end: int
    kind: str
    value: float
    raw: str


def compose(
    grammar: Grammar, text: str, tokens: Sequence[Token], at: int, used: set[int]
) -> tuple[float, Kind, int, int, str]:
    """Value, kind, next token, significant digits and malformedness of the number that begins at `at`."""
    parts: list[tuple[float, float]] = []  # what is closed by a scale word, with the scale: they fall
    current, digits, malformed, k = 0.0, 0, "", at
    while k < len(tokens) and k not in used:
        token = tokens[k]
        sort, amount = token.kind, token.value
        below = parts[-1][1] if parts else 1e30
        last, gap = token, ""
        if k > at:
            last = tokens[k - 1]
            gap = text[last.end : token.start]
            if not (len(gap) <= 8 and grammar.join.fullmatch(gap)) and not (
                gap == ", " and last.kind == "s" and last.value >= 1000 and _goes_on(tokens, k, below)
            ):
                break
            if sort == "S" and last.kind in "cd" and token.raw.lower() in grammar.scales:
                sort, amount = "s", grammar.scales[token.raw.lower()]
        elif grammar.duals and token.raw in grammar.duals:
            sort, amount = "c", grammar.duals[token.raw]
        if sort == "d":
            if k > at and (current or not parts or gap.strip()):
                break
            read = figure(token.raw, grammar.decimal, grammar.groups)
            if k > at and read.value >= below:
                break
            current, digits, malformed = read.value, digits + read.digits, malformed or read.malformed
        elif sort == "c":
            if k > at and last.kind == "d":
                break
            if amount >= 1000:
                scale = 1000.0 if amount < 1e6 else 1e6 if amount < 1e9 else 1e9
                if current or scale >= below:
                    break
                parts.append((amount, scale))
            elif k == at or not current:
                if amount >= below:
                    break
                current = amount
            elif (added := _added(grammar, current, amount)) is not None:
                current = added
            else:
                break
        elif sort == "s":
            single = k > at and not current
            if single and amount < below and token.raw.lower() not in grammar.alone:
                break
            if amount == 100:
                if current >= 100:
                    break
                current = (current or 1.0) * 100
            elif not _close(parts, current, amount):
                break
            else:
                current = 0.0
        elif sort == "o":
            share = grammar.fractions.get(token.raw.lower())
            if k == at:
                if share and text[: token.start][-3:].lower() in ("a ", " a ") and text.startswith(" of ", token.end):
                    return share, Kind.FRACTION, k + 1, 1, ""
                return amount, Kind.ORDINAL, k + 1, significant(amount), ""
            if share is not None and last.kind == "c" and (_total(parts) + current) * share < 1:
                return (_total(parts) + current) * share, Kind.FRACTION, k + 1, 2, ""
            if last.kind != "d" and (current and amount < _room(current) or (parts and not current)):
                return _total(parts) + current + amount, Kind.ORDINAL, k + 1, 3, ""
            break
        elif sort == "f":
            if k == at:
                return _fraction(text, tokens, k)
            if gap.strip(" -") and amount == 0.5:
                current += 0.5
            elif last.kind in "cd" and amount < 0.5 and current * amount < 1 and (amount != 0.25 or current in (1, 3)):
                return (_total(parts) + current) * amount, Kind.FRACTION, k + 1, 2, ""
            else:
                break
        else:
            break
        k += 1
    k = max(k, at + 1)
    value = _total(parts) + current
    if grammar.points and not parts and tokens[k - 1].kind in "cs":
        value, k = _with_decimals(grammar, text, tokens, value, at, k, used)
    return value, Kind.CARDINAL, k, digits or significant(value), malformed


def _total(parts: Sequence[tuple[float, float]]) -> float:
    return sum([part for part, _ in parts])


def _added(grammar: Grammar, current: float, amount: float) -> float | None:
    """The sum of what was said and a smaller word after it; None where the two are two numbers."""
    if grammar.vigesimal and amount == 20 and current % 100 == 4:
        return current + 76
    if amount < _room(current):
        return current + amount
    if grammar.vigesimal and (
        (current % 100 in (60, 80) and amount < 20) or (current % 100 == 10 and amount in (7, 8, 9))
    ):
        return current + amount
    if grammar.units_first and 0 < current % 100 < 10 and 20 <= amount < 100:
        return current + amount
    return None


def _close(parts: list[tuple[float, float]], current: float, scale: float) -> bool:
    """Multiply what was said last by a scale word; False where the word cannot belong to the same number.

    A greater scale takes the lesser ones before it along: two hundred thousand million, mil quinientos millones.
    """
    if parts and parts[-1][1] == scale:
        return False
    if parts and current and parts[-1][1] < scale and not (parts[-1][1] <= 1e5 and scale >= 1e6):
        return False
    amount = current
    while parts and parts[-1][1] < scale:
        amount += parts.pop()[0]
    if parts and parts[-1][1] == scale:
        return False
    parts.append(((amount or 1.0) * scale, scale))
    return True


def _goes_on(tokens: Sequence[Token], at: int, below: float) -> bool:
    """Whether the words from `at`, after a comma, are `six hundred`: the rest of a number and not the next one."""
    for k in range(at, min(at + 3, len(tokens) - 1)):
        if tokens[k].kind != "c" or tokens[k + 1].start > tokens[k].end + 1:
            return False
        if tokens[k + 1].kind == "s":
            return tokens[k + 1].value < below
    return False


def _with_decimals(
    grammar: Grammar, text: str, tokens: Sequence[Token], value: float, first: int, at: int, used: set[int]
) -> tuple[float, int]:
    """`value` with the decimals that are said after it, and the token after them: `three point one four`."""
    point = grammar.point.match(text, tokens[at - 1].end)
    if point is None or at >= len(tokens) or tokens[at].start != point.end() or tokens[at].kind != "c":
        return value, at
    if text[: tokens[first].start][-3:].lower() == "at ":
        return value, at  # "at one point two men left"
    figures, k = "", at
    while k < len(tokens) and k not in used and tokens[k].kind == "c" and len(figures) < 9:
        if k > at and not text[tokens[k - 1].end : tokens[k].start].isspace():
            break
        if tokens[k].value == 0:
            figures, k = figures + "0", k + 1
            continue
        said, _, k, _, _ = compose(grammar, text, tokens, k, used)
        figures += f"{said:.0f}"
    value += float("0." + figures)
    if k < len(tokens) and tokens[k].kind == "s" and text[tokens[k - 1].end : tokens[k].start].isspace():
        value, k = value * tokens[k].value, k + 1
    return value, k


def teens(tokens: Sequence[Token], text: str, words: frozenset[str]) -> list[Token]:
    """`tokens` with those of `words` that follow a number below ten, or its ordinal, made one with it: `خمسة عشر`."""
    joined: list[Token] = []
    for token in tokens:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.kind in "co"
            and last.value < 10
            and token.raw in words
            and text[last.end : token.start].isspace()
        ):
            joined[-1] = Token(last.start, token.end, last.kind, last.value + 10, f"{last.raw} {token.raw}")
        else:
            joined.append(token)
    return joined


def _fraction(text: str, tokens: Sequence[Token], at: int) -> tuple[float, Kind, int, int, str]:
    """`half a million`, `half an hour`, or a plain share."""
    if at + 1 < len(tokens) and tokens[at + 1].kind == "s":
        gap = text[tokens[at].end : tokens[at + 1].start]
        if len(gap) <= 4:
            value = tokens[at].value * tokens[at + 1].value
            return value, Kind.CARDINAL, at + 2, significant(value), ""
    return tokens[at].value, Kind.FRACTION, at + 1, 1, ""


def _room(current: float) -> float:
    """Below which value a word may be added to `current`: 20 takes a unit, 300 anything below one hundred."""
    if current % 1000 == 0:
        return 1000
    if current % 100 == 0:
        return 100
    return 10 if current % 10 == 0 and current % 100 >= 20 else 0


def stems(tens: str, ones: str, teens: str) -> Mapping[str, int]:
    """What is before "-year-old" in one word: `тридцатичетырёх`. Forms of a number are parted by `|`, from 20 and 1."""
    small = {form: n for n, forms in enumerate(ones.split(), 1) for form in forms.split("|")}
    great = {form: 10 * n for n, forms in enumerate(tens.split(), 2) for form in forms.split("|")}
    made = {form: n for n, forms in enumerate(teens.split(), 10) for form in forms.split("|")}
    return {**made, **small, **great, **{a + b: n + m for a, n in great.items() for b, m in small.items()}}


def closed_up(word: str, small: Mapping[str, float], thousands: str, hundred: str, link: str = "") -> float | None:
    """The value of a number written as one word: `zweihundertfünfzig`, `duecentocinquanta`; None for any other word.

    small      the values of the words below a hundred
    thousands  the words for a thousand, apart by `|`; `hundred`, that for a hundred
    link       what may stand after them (`hundertundeins`)
    """
    for name, factor in (*((thousand, 1000) for thousand in thousands.split("|")), (hundred, 100)):
        before, found, after = word.partition(name)
        if not found:
            continue
        after = after.removeprefix(link)
        after = "o" + after if after.startswith("tt") else after  # cento and otto are written centotto
        times = closed_up(before, small, thousands, hundred, link) if before else 1
        rest = closed_up(after, small, thousands, hundred, link) if after else 0
        return None if times is None or rest is None else times * factor + rest
    return small.get(word)
