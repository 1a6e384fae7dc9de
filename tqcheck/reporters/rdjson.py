"""Findings as reviewdog's rdjson (the message `DiagnosticResult` of reviewdog's `proto/rdf/reviewdog.proto`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tqcheck.model.finding import Finding, Location, Severity
from tqcheck.model.report import Report, Skipped
from tqcheck.reporters.base import PLAIN, View
from tqcheck.reporters.display.jsontext import dumps
from tqcheck.reporters.display.places import relative, replacement, sound
from tqcheck.reporters.display.reasons import advice, reasons
from tqcheck.reporters.display.safe import shown
from tqcheck.reporters.display.tally import live

SEVERITIES: Mapping[Severity, str] = {
    Severity.CRITICAL: "ERROR",
    Severity.MAJOR: "ERROR",
    Severity.MINOR: "WARNING",
    Severity.NOTE: "INFO",
}


def render(report: Report, view: View = PLAIN) -> Iterator[str]:
    """Yield one object, a diagnostic a line: inputs that could not be read, then the findings in order."""
    yield '{"source": {"name": "tqcheck"},\n"diagnostics": ['
    literal = {rule.code for rule in report.rules if rule.replaces}
    between = "\n  "
    for skipped in report.skipped:
        yield between + dumps(_not_read(skipped))
        between = ",\n  "
    for finding in live(report):
        yield between + dumps(_diagnostic(finding, finding.rule in literal))
        between = ",\n  "
    yield "]}\n"


def _diagnostic(finding: Finding, literal: bool) -> dict[str, Any]:
    lines = [shown(finding.message)]
    if why := reasons(finding):
        lines.append(" · ".join(why))
    if instead := advice(finding):
        lines.append(f"write: {instead}")
    place = finding.primary
    made: dict[str, Any] = {
        "message": "\n".join(lines),
        "location": {"path": sound(relative(place.path)), "range": _range(place)},
        "severity": SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
    }
    words = replacement(finding, literal)
    if words is not None and place.byte_column:
        made["suggestions"] = [{"range": _range(place), "text": words}]
    return made


def _range(place: Location) -> dict[str, Any]:
    """The end is exclusive, columns count bytes of UTF-8 from 1; without columns, whole lines are meant."""
    if not place.byte_column:
        return {"start": {"line": place.line}, "end": {"line": place.end.line}}
    end = place.end
    last = place.text if end.line == place.line else place.text[len(place.text) - (end.column - 1) :]
    column = len(last.encode("utf-8", "surrogatepass")) + (place.byte_column if end.line == place.line else 1)
    return {"start": {"line": place.line, "column": place.byte_column}, "end": {"line": end.line, "column": column}}


def _not_read(skipped: Skipped) -> dict[str, Any]:
    return {
        "message": shown(f"not read: {skipped.reason}"),
        "location": {"path": sound(relative(skipped.path))},
        "severity": "ERROR",
        "code": {"value": "input-not-read"},
    }
