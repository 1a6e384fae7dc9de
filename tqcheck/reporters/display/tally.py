"""How many findings of what, counted as they pass: a report may hold more than memory should."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from tqcheck.model.finding import Finding, Severity
from tqcheck.model.report import Report


@dataclass
class Tally:
    """Findings counted by rule and severity, those that are suppressed apart.

    counts      how many of a rule and severity that are not suppressed
    names       of the rules
    suppressed  how many are
    """

    counts: Counter[tuple[str, Severity]] = field(default_factory=Counter)
    names: dict[str, str] = field(default_factory=dict)
    suppressed: int = 0

    @property
    def live(self) -> int:
        """How many are not suppressed."""
        return sum(self.counts.values())

    def of(self, *severities: Severity, rule: str = "") -> int:
        """How many of these severities, of one rule or of all."""
        return sum(n for (code, severity), n in self.counts.items() if severity in severities and rule in ("", code))

    def passing(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Those that are not suppressed, each counted when it is yielded."""
        for finding in findings:
            if finding.suppressed is None:
                self.counts[finding.rule, finding.severity] += 1
                self.names[finding.rule] = finding.name
                yield finding
            else:
                self.suppressed += 1


def worst(findings: Iterable[Finding], number: int) -> list[Finding]:
    """The `number` worst and surest findings, the worst first, equals in their order; no more are held at a time."""
    return heapq.nsmallest(number, findings, key=_order)


def worst_of_each(findings: Iterable[Finding], kinds: Mapping[Severity, str], number: int) -> dict[str, list[Finding]]:
    """As `worst`, up to `number` of each kind that severities are grouped into."""
    heaps: dict[str, list[tuple[tuple[float, float, int], Finding]]] = {kind: [] for kind in kinds.values()}
    for place, finding in enumerate(findings):
        rank, confidence = _order(finding)
        heap, entry = heaps[kinds[finding.severity]], ((-rank, -confidence, -place), finding)
        if len(heap) < number:
            heapq.heappush(heap, entry)
        elif entry[0] > heap[0][0]:
            heapq.heapreplace(heap, entry)
    return {kind: [finding for _, finding in sorted(heap, reverse=True)] for kind, heap in heaps.items()}


def live(report: Report) -> Iterator[Finding]:
    """The findings that are not suppressed."""
    return (finding for finding in report.findings if finding.suppressed is None)


def counted(number: int, thing: str) -> str:
    """`1 finding`, `1,200 findings`."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def _order(finding: Finding) -> tuple[float, float]:
    return -finding.severity.rank, -finding.confidence
