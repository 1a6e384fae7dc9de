"""Findings as a table, comma-separated, for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.model.report import Report
from tqcheck.reporters.base import PLAIN, View
from tqcheck.reporters.display.sheet import comma_separated, guarded
from tqcheck.reporters.tsv import rows


def render(report: Report, view: View = PLAIN) -> Iterator[str]:
    """Yield a header and a row for each finding. Text that a spreadsheet would run gets an apostrophe before it."""
    for row in rows(report):
        yield comma_separated([guarded(cell) for cell in row])
