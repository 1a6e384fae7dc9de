"""Scores as a table, comma-separated, for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.model.comparison import Compared
from tqcheck.reporters.base import PLAIN, View
from tqcheck.reporters.comparison.tsv import rows
from tqcheck.reporters.display.sheet import comma_separated, guarded


def render(compared: Compared, view: View = PLAIN) -> Iterator[str]:
    """Yield a header and a row for each score. A name that a spreadsheet would run gets an apostrophe before it."""
    for row in rows(compared):
        yield comma_separated([guarded(cell) if column in (1, 3) else cell for column, cell in enumerate(row)])
