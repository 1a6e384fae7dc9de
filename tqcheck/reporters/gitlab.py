"""Findings as GitLab's Code Quality report, which a merge request shows beside the changed lines.

Keys: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from tqcheck.model.finding import Finding, Severity
from tqcheck.model.report import Report, Skipped
from tqcheck.reporters.base import PLAIN, View
from tqcheck.reporters.display.jsontext import dumps
from tqcheck.reporters.display.places import relative, sound
from tqcheck.reporters.display.reasons import advice
from tqcheck.reporters.display.safe import shown
from tqcheck.reporters.display.tally import live

SEVERITIES: Mapping[Severity, str] = {
    Severity.CRITICAL: "critical",
    Severity.MAJOR: "major",
    Severity.MINOR: "minor",
    Severity.NOTE: "info",
}


def render(report: Report, view: View = PLAIN) -> Iterator[str]:
    """Yield a list of one object a line: inputs that could not be read (`blocker`), then the findings in order."""
    yield "["
    seen: Counter[str] = Counter()
    between = "\n  "
    for skipped in report.skipped:
        yield between + dumps(_not_read(skipped))
        between = ",\n  "
    for finding in live(report):
        seen[finding.fingerprint] += 1
        yield between + dumps(_issue(finding, seen[finding.fingerprint]))
        between = ",\n  "
    yield "\n]\n"


def _issue(finding: Finding, again: int) -> dict[str, Any]:
    place = finding.primary
    instead = advice(finding)
    said = shown(f"{finding.rule} {finding.message}") + (f": write {instead}" if instead else "")
    return {
        "description": said,
        "check_name": f"{finding.rule} {finding.name}",
        # GitLab drops the second of two issues that share one.
        "fingerprint": finding.fingerprint + (f"-{again}" if again > 1 else ""),
        "severity": SEVERITIES[finding.severity],
        "location": {"path": sound(relative(place.path)), "lines": {"begin": place.line, "end": place.end.line}},
    }


def _not_read(skipped: Skipped) -> dict[str, Any]:
    path = sound(relative(skipped.path))
    return {
        "description": shown(f"not read: {skipped.reason}"),
        "check_name": "input-not-read",
        "fingerprint": sha256(f"input-not-read\x1f{path}".encode()).hexdigest()[:16],
        "severity": "blocker",
        "location": {"path": path, "lines": {"begin": 1}},
    }
