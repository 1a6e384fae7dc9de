"""Designations: letters with a number, such as A4, F-35 or COVID-19, that a rendering should copy."""

from __future__ import annotations

import re

from tqcheck.evidence.matching import Contradiction
from tqcheck.lang.quantity import Kind, Quantity
from tqcheck.model.text import Span

_CODE = re.compile(r"(?<![A-Za-z0-9])([A-Za-z]{1,6})[-‐‑]?(\d{1,4})(?![A-Za-z0-9.,:]*\d)(?![A-Za-z])")


def altered(source_text: str, target_text: str) -> list[Contradiction]:
    """Designations of the source that the rendering has with the same letters and another number: A4 as A3."""
    if not re.search("[A-Za-z]-?[0-9]", source_text):
        return []
    here, there = ({(m[1].lower(), int(m[2])): m for m in _CODE.finditer(text)} for text in (source_text, target_text))
    found: list[Contradiction] = []
    for (letters, _), match in ((key, m) for key, m in there.items() if key not in here):
        lost = [m for key, m in here.items() if key[0] == letters and key not in there]
        if len(lost) == 1 and sum(key[0] == letters for key in there) == sum(key[0] == letters for key in here):
            one, other = (
                Quantity(Span(*m.span()), float(m[2]), float(m[2]), Kind.ORDINAL, whole=Span(*m.span()))
                for m in (lost[0], match)
            )
            found.append(Contradiction(one, other, "value", "", 0.7))
    return found
