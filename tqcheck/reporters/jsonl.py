"""One finding a line, as JSON. The keys and their meaning are a promise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tqcheck.model.finding import Finding
from tqcheck.model.report import Report
from tqcheck.reporters.base import PLAIN, View
from tqcheck.reporters.display.jsontext import dumps


def render(report: Report, view: View = PLAIN) -> Iterator[str]:
    """Yield a line for each finding that is not suppressed; what was skipped is said elsewhere."""
    for finding in report.findings:
        if finding.suppressed is None:
            yield dumps(record(finding)) + "\n"


def record(finding: Finding) -> dict[str, Any]:
    """A finding by its primary place: offsets in code points, of the cell's text in a table, else of the file."""
    place = finding.primary
    return {
        "id": finding.article,
        "rendering": finding.rendering,
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity.value,
        "confidence": finding.confidence,
        "side": place.side.value,
        "path": place.path,
        "start": place.span.start,
        "end": place.span.end,
        "line": place.line,
        "column": place.column,
        "text": place.text,
        "message": finding.message,
        "suggestion": finding.suggestion,
        "evidence": [{"kind": item.kind, "text": item.text} for item in finding.evidence],
        "fingerprint": finding.fingerprint,
    }
