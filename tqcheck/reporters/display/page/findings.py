"""What the script of a page is given besides its rows: columns, articles, rules and findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from tqcheck.model.finding import Finding
from tqcheck.model.report import RuleDoc
from tqcheck.reporters.display.page.pieces import visible
from tqcheck.reporters.display.page.table import Table


def data(
    table: Table, findings: Sequence[Finding], rules: Sequence[RuleDoc], metrics: Sequence[str] = ()
) -> dict[str, Any]:
    """What `page.js` takes, after the rows of `table` have been made.

    findings  those that the table was made with, in the same order
    metrics   of the scores that rows have
    """
    anchors: Counter[str] = Counter()
    shown = []
    for finding, row in zip(findings, table.row_of, strict=True):
        anchors[finding.fingerprint] += 1
        again = anchors[finding.fingerprint]
        shown.append(_finding(finding, row, f"-{again}" if again > 1 else "", table))
    return {
        "columns": table.columns_shown(),
        "by_name": table.by_name,
        "articles": list(table.articles()),
        "layouts": table.layouts(),
        "rules": {rule.code: (rule.name, visible(rule.summary), visible(rule.documentation)) for rule in rules},
        "findings": shown,
        "metrics": list(metrics),
    }


def _finding(finding: Finding, row: int, again: str, table: Table) -> list[Any]:
    place = finding.primary
    return [
        finding.fingerprint + again,
        finding.rule,
        finding.severity.value,
        finding.confidence,
        visible(finding.message),
        None if finding.suggestion is None else visible(finding.suggestion),
        [(item.kind, visible(item.text)) for item in finding.evidence],
        visible(finding.rendering),
        table.column_of(finding),
        f"{visible(place.path)}:{place.line}:{place.column}",
        row,
        None if finding.suppressed is None else visible(finding.suppressed),
    ]
