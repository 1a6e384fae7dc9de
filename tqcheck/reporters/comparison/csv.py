"""Scores as a table, comma-separated, for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from tqcheck.model.comparison import Compared
from tqcheck.reporters.base import PLAIN, View
from tqcheck.reporters.comparison.tsv import rows

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(compared: Compared, view: View = PLAIN) -> Iterator[str]:
    """Yield a header and a row for each score. A name that a spreadsheet would run gets an apostrophe before it."""
    for row in rows(compared):
        line = io.StringIO()
        csv.writer(line, lineterminator="\n").writerow(
            [f"'{cell}" if column in (1, 3) and cell.startswith(_FORMULA) else cell for column, cell in enumerate(row)]
        )
        yield line.getvalue()
