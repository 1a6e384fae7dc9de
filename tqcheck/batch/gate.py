"""When a batch is not good enough: by how many findings it has, and how bad they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tqcheck.model.finding import Severity
from tqcheck.model.report import Report


@dataclass(frozen=True, slots=True)
class Gate:
    """What a batch may have.

    fail_on             the least severity that counts; None lets everything pass
    max_findings        how many such findings are let pass; None is none at all, unless `max_per_1000_words` is given
    max_per_1000_words  how many such findings per 1,000 words of the renderings are let pass
    """

    fail_on: Severity | None = Severity.MINOR
    max_findings: int | None = None
    max_per_1000_words: float | None = None


def failures(report: Report, gate: Gate) -> Iterator[str]:
    """Why the batch does not pass, a reason each; nothing where it passes. What is silenced does not count."""
    if gate.fail_on is None:
        return
    severities = Counter(finding.severity for finding in report.findings if finding.suppressed is None)
    count = sum(n for severity, n in severities.items() if severity.rank >= gate.fail_on.rank)
    of_what = gate.fail_on.value if gate.fail_on is Severity.CRITICAL else f"{gate.fail_on.value} or worse"
    if gate.max_findings is None and gate.max_per_1000_words is None:
        if count:
            yield _counted(count, of_what)
        return
    if gate.max_findings is not None and count > gate.max_findings:
        yield f"{_counted(count, of_what)}, and {gate.max_findings} allowed"
    if gate.max_per_1000_words is not None:
        words = sum(input.words for input in report.inputs)
        share = 1000 * count / max(words, 1)
        if share > gate.max_per_1000_words:
            yield f"{_counted(count, of_what)} are {share:.2f} per 1,000 words, and {gate.max_per_1000_words:g} allowed"


def _counted(count: int, of_what: str) -> str:
    return f"{count} finding{'s' if count != 1 else ''} {of_what}"
