"""SARIF for GitHub's code scanning, which opens an alert for each result, suppressed or not (codeql-action, #1230)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tqcheck.model.finding import Finding
from tqcheck.model.report import Report
from tqcheck.reporters.base import PLAIN, View
from tqcheck.reporters.display.tally import live
from tqcheck.reporters.sarif import log


@dataclass(frozen=True)
class _Live:
    """The findings that are not suppressed, to be gone through as often as one likes."""

    report: Report

    def __iter__(self) -> Iterator[Finding]:
        return live(self.report)


def render(report: Report, view: View = PLAIN) -> Iterator[str]:
    """Yield what the format `sarif` does without the findings that are suppressed, so that their alerts are closed."""
    yield from log(report, _Live(report))
