"""Rows of a table for spreadsheets, which run cells that begin as a formula does."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What begins a formula (OWASP, CSV Injection): the full-width forms too, which some locales take for the others."""


def guarded(cell: str) -> str:
    """`cell` with an apostrophe before it where a spreadsheet would run it."""
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA) else cell


def comma_separated(cells: Sequence[str]) -> str:
    """A line of CSV (RFC 4180, but for its end), line end included."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()
