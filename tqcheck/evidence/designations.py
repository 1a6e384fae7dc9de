"""Designations: letters with a number, such as A4, F-35 or COVID-19, that a rendering should copy."""

from __future__ import annotations

import re
import unicodedata

from tqcheck.evidence.contradiction import Contradiction
from tqcheck.lang.quantity import Kind, Quantity
from tqcheck.model.text import Span

_CODE = re.compile(r"(?<![A-Za-z0-9])([A-Za-z]{1,6})[-‐‑]?(\d{1,4})(?![A-Za-z0-9.,:]*\d)(?![A-Za-z])")
_CLEAR = re.compile(r"(?<![A-Za-z0-9])([A-Z]{1,3})[-‐‑](\d{2,4})(?![A-Za-z0-9])")
"""What is surely a designation by its hyphen, whatever its letters."""


def altered(source_text: str, target_text: str) -> list[Contradiction]:
    """Designations of the source that the rendering has altered: the number (A4 as A3), or the letters (S-400 as R-400).

    The letters only where both sides have just one with that number and write it with a hyphen.
    """
    source_text = _narrow(source_text)
    if not re.search("[A-Za-z]-?[0-9]", source_text):
        return []
    here, there = ({(m[1].lower(), int(m[2])): m for m in _CODE.finditer(text)} for text in (source_text, target_text))
    found: list[Contradiction] = []
    for (letters, _), match in ((key, m) for key, m in there.items() if key not in here):
        lost = [m for key, m in here.items() if key[0] == letters and key not in there]
        if len(lost) == 1 and sum(key[0] == letters for key in there) == sum(key[0] == letters for key in here):
            found.append(_contradiction(lost[0], match))
    return found or _relettered(source_text, target_text)


def _relettered(source_text: str, target_text: str) -> list[Contradiction]:
    found = []
    here, there = list(_CLEAR.finditer(source_text)), list(_CLEAR.finditer(target_text))
    for match in there:
        lost = [m for m in here if m[2] == match[2]]
        alone = len(lost) == 1 == sum(m[2] == match[2] for m in there)
        if alone and lost[0][1] != match[1] and match[1] not in source_text and lost[0][1] not in target_text:
            found.append(_contradiction(lost[0], match))
    return found


def _contradiction(source: re.Match[str], target: re.Match[str]) -> Contradiction:
    one, other = (
        Quantity(Span(*m.span()), float(m[2]), float(m[2]), Kind.ORDINAL, whole=Span(*m.span()))
        for m in (source, target)
    )
    return Contradiction(one, other, "value", "", 0.7)


def _narrow(text: str) -> str:
    """`text` with full-width letters and digits as plain ones, of the same length."""
    if text.isascii():
        return text
    return "".join(unicodedata.normalize("NFKC", c) if "！" <= c <= "～" else c for c in text)
