"""Composing a number from its words and figures: `two hundred and five thousand`, `3.5 million`, `quatre-vingt-dix`."""

from __future__ import annotations

import re
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
    total, current, last_scale, digits, malformed = 0.0, 0.0, 1e30, 0, ""
    kind, k = Kind.CARDINAL, at
    while k < len(tokens) and k not in used:
        token = tokens[k]
        gap = text[tokens[k - 1].end : token.start] if k > at else ""
        if k > at and (len(gap) > 8 or not grammar.join.fullmatch(gap)):
            break
        if token.kind == "d":
            if k > at and (current or not total or gap.strip()):
                break
            read = figure(token.raw, grammar.decimal, grammar.groups)
            if k > at and read.value >= last_scale:
                break
            current, digits, malformed = read.value, digits + read.digits, malformed or read.malformed
        elif token.kind == "c":
            if k > at and tokens[k - 1].kind == "d":
                break
            if k == at or not current:
                if total and token.value >= last_scale:
                    break
                current = token.value
            elif grammar.vigesimal and current == 4 and token.value == 20:
                current = 80
            elif (
                token.value < _room(current)
                or (grammar.vigesimal and current % 100 in (60, 80) and token.value < 20)
                or grammar.units_first
                and current % 100
                and current % 100 < 10
                and 20 <= token.value < 100
            ):
                current += token.value
            else:
                break
        elif token.kind == "s":
            if token.value == 100 and current < 100 and (k == at or tokens[k - 1].kind != "s"):
                current = (current or 1) * 100
            elif current or k == at:
                if token.value >= last_scale:
                    break
                if token.value == 100:
                    break
                # "two hundred thousand million": a greater scale word multiplies all that came before it.
                total, current, last_scale = total + (current or 1) * token.value, 0.0, token.value
            elif total and token.value > last_scale:
                total, last_scale = total * token.value, token.value
            elif total and tokens[k - 1].kind == "s" and not gap.strip():
                total *= token.value
            else:
                break
        elif token.kind == "o":
            if k == at:
                return token.value, Kind.ORDINAL, k + 1, significant(token.value), ""
            share = grammar.fractions.get(token.raw.lower())
            if share is not None and tokens[k - 1].kind == "c":
                return (total + current) * share, Kind.FRACTION, k + 1, 2, ""
            if tokens[k - 1].kind == "d":
                break
            if current and token.value < _room(current) or (total and not current):
                return total + current + token.value, Kind.ORDINAL, k + 1, 3, ""
            break
        elif token.kind == "f":
            if k == at:
                return _fraction(text, tokens, k)
            if gap.strip(" -") and token.value == 0.5:
                current += 0.5
            elif (
                tokens[k - 1].kind in "cd"
                and token.value < 0.5
                and current * token.value < 1
                and (token.value != 0.25 or current in (1, 3))
            ):
                return (total + current) * token.value, Kind.FRACTION, k + 1, 2, ""
            else:
                break
        else:
            break
        k += 1
    k = max(k, at + 1)
    value = total + current
    return value, kind, k, digits or significant(value), malformed


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
    if current % 100 == 0:
        return 100
    return 10 if current % 10 == 0 and current % 100 >= 20 else 0


def closed_up(match: re.Match[str] | None, small: Mapping[str, float]) -> float | None:
    """The value of a number written as one word: `zweihundertfünfzig`, `duecentocinquanta`.

    match  its thousands (`t`), hundreds (`h`) and rest (`r`); None where the word is no such number
    small  the values of the words below a hundred
    None where a part is none of them.
    """
    if match is None:
        return None
    total = 0.0
    for part, factor in ((match["t"], 1000), (match["h"], 100)):
        if part is not None:
            times = small.get(part, 1 if part == "" else None)
            if times is None:
                return None
            total += times * factor
    if match["r"]:
        if match["r"] not in small:
            return None
        total += small[match["r"]]
    return total
