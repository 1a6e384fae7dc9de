"""Places as editors count them: lines from 0, columns in the units that the editor and the server have agreed on."""

from __future__ import annotations

from tqcheck.model.text import Span, line_index

WIDTHS = {"utf-8": 1, "utf-16": 2, "utf-32": 4}
"""Bytes of a unit by the name that the Language Server Protocol has for it."""

Place = tuple[int, int]


def place(text: str, offset: int, encoding: str = "utf-16") -> Place:
    """Line and column, both from 0, of the code point at `offset`; an emoji before it counts two in UTF-16."""
    position = line_index(text).position(min(offset, len(text)))
    before = text[offset - position.column + 1 : offset]
    return position.line - 1, _units(before, encoding)


def span_of(text: str, span: Span, encoding: str = "utf-16") -> tuple[Place, Place]:
    """Where a span begins and ends."""
    return place(text, span.start, encoding), place(text, span.end, encoding)


def _units(text: str, encoding: str) -> int:
    if text.isascii():
        return len(text)
    codec = encoding if encoding == "utf-8" else f"{encoding}-le"
    return len(text.encode(codec, "surrogatepass")) // WIDTHS[encoding]
