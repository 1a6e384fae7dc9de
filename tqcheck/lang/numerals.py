"""Reading numbers written in digits, with the conventions of any language, and what the readers share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tqcheck.lang.quantity import Moment, Quantity
from tqcheck.model.text import Span

ROMAN = re.compile(r"(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$")
# Full width and Arabic marks to the ASCII ones; the digits themselves are read by float().
_MARK = re.compile("[.,' ]")
MARKS = str.maketrans({"．": ".", "，": ",", "٫": ".", "٬": ",", "’": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " "})


@dataclass(frozen=True, slots=True)
class Reading:
    """The numbers and the moments of one text, each in order."""

    quantities: Sequence[Quantity] = ()
    moments: Sequence[Moment] = ()


NOTHING = Reading()


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in digits.

    value      as read with the language's marks; where malformed, all its digits together
    digits     significant digits printed (zeros at the end of a whole number are not)
    malformed  `grouping` where its groups are not of three digits (nor 2-2-3, as in India), or empty
    """

    value: float
    digits: int
    malformed: str = ""


def significant(value: float) -> int:
    """How many significant digits it takes to print `value`, zeros at the end left out."""
    text = f"{abs(value):.10g}"
    if "e" in text:
        text = text.split("e")[0]
    return len(text.replace(".", "").strip("0")) or 1


def figure(text: str, decimal: str = ".", groups: str = ",") -> Figure:
    """The value of `text`, digits with marks between them.

    decimal  the decimal mark; groups  the marks (and spaces) that may part thousands
    A mark that is neither is taken for a decimal one where it stands alone and does not part thousands: 3.5 in German.
    """
    if text.isdecimal():
        short = len(text) < 10 and text.isascii()
        return Figure(float(text), len(text.strip("0")) or 1 if short else significant(float(text)))
    plain = text.translate(MARKS)
    parts = _MARK.split(plain)
    marks = [c for c in plain if c in ".,' "]
    fraction = ""
    if marks[-1] == decimal and marks.count(decimal) == 1:
        fraction, parts, marks = parts[-1], parts[:-1], marks[:-1]
    elif len(marks) == 1 and marks[0] in ".," and (
        marks[0] not in groups or (decimal == "," and len(parts[1]) != 3)
    ):  # fmt: skip
        fraction, parts, marks = parts[-1], parts[:-1], []
    value = float("".join(parts) + ("." + fraction if fraction else ""))
    digits = significant(value)
    if fraction:
        digits = max(digits, len(("".join(parts) + fraction).lstrip("0")))
    return Figure(value, digits, "" if _grouped(parts, marks, groups) else "grouping")


def _grouped(parts: Sequence[str], marks: Sequence[str], groups: str) -> bool:
    if not marks:
        return True
    if len(set(marks)) > 1 or marks[0] not in groups or not 1 <= len(parts[0]) <= 3 or len(parts[-1]) != 3:
        return False
    inner = {len(part) for part in parts[1:-1]}
    return inner <= {3} or (inner <= {2} and len(parts[0]) <= 2)


def roman(text: str) -> int | None:
    """The value of a Roman numeral up to 399 in capitals, or None."""
    if not text or not ROMAN.match(text.lstrip("C")) and text.strip("C"):
        return None
    total, last = 0, 0
    for letter in reversed(text):
        value = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}[letter]
        total += value if value >= last else -value
        last = max(last, value)
    return total


_DIGITS = re.compile(r"(?<![A-Za-z0-9])\d+(?:[.,'’]\d+)*(?![A-Za-z0-9])")


def read_digits(text: str) -> Sequence[Quantity]:
    """The numbers in `text` that are written in digits, for a language of which nothing is known.

    `3,500` and `3.500` may both be either thing: where the reading hangs on the language, the number is vague.
    """
    found = []
    for match in _DIGITS.finditer(text):
        read = figure(match[0])
        unsure = bool(re.search(r"\D", match[0]))
        span = Span(*match.span())
        found.append(Quantity(span, read.value, read.value, digits=read.digits, whole=span, vague=unsure))
    return found
