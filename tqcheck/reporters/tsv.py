"""Findings as a table, tab-separated: a row for each."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.model.report import Report
from tqcheck.reporters.base import PLAIN, View
from tqcheck.reporters.display.safe import shown
from tqcheck.reporters.jsonl import record

COLUMNS = (
    "id", "rendering", "rule", "name", "severity", "confidence", "side", "path", "line", "column", "start", "end",
    "text", "message", "suggestion", "evidence", "fingerprint",
)  # fmt: skip
"""Keys of the `jsonl` format."""


def render(report: Report, view: View = PLAIN) -> Iterator[str]:
    """Yield a header and a row for each finding that is not suppressed; nothing is quoted, as no cell holds a tab."""
    for row in rows(report):
        yield "\t".join(row) + "\n"


def rows(report: Report) -> Iterator[tuple[str, ...]]:
    """The header, then every finding that is not suppressed; each cell on one line, pieces of evidence between `; `."""
    yield COLUMNS
    for finding in report.findings:
        if finding.suppressed is None:
            keys = record(finding)
            keys["evidence"] = "; ".join(item.text for item in finding.evidence)
            yield tuple(shown("" if keys[column] is None else str(keys[column])) for column in COLUMNS)
