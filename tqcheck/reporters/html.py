"""The report as one page for a browser, texts side by side with the findings marked; nothing is loaded from anywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from tqcheck.model.finding import Finding, Severity
from tqcheck.model.report import Report
from tqcheck.reporters.base import PLAIN, View
from tqcheck.reporters.display.page import Page, Sheet, page
from tqcheck.reporters.display.page.charts import chart
from tqcheck.reporters.display.page.findings import data
from tqcheck.reporters.display.page.plots import Plot, bars
from tqcheck.reporters.display.page.table import Table

TEXTS = True
NOTES = 200
"""Notes shown."""
RENDERINGS = 8
"""Renderings that a plot tells apart."""


def render(report: Report, view: View = PLAIN) -> Iterator[str]:
    """Yield the page. Where the report has no texts, each finding is shown in the line around it."""
    kept = [finding for finding in report.findings if finding.suppressed is None]
    words = sum(item.words for item in report.inputs)
    facts = [_count(words, "word"), *_suppressed(report)] if words else [*_suppressed(report)]
    if kept and words:
        facts.append(f"{1000 * len(kept) / words:.1f} findings per 1,000 words")
    said = [f"{item.id}: {note}" for item in report.inputs for note in item.notes]
    skipped = [f"not read: {one.path}: {one.reason}" for one in report.skipped]
    notes = [*skipped, *report.notes, *said]
    if len(notes) > NOTES:
        notes = [*notes[:NOTES], f"and {len(notes) - NOTES:,} more"]
    table = Table(tuple(report.rows), tuple(report.findings))  # the page holds all of them anyway
    yield from page(
        Page(
            title=f"tqcheck: {_count(len(kept), 'finding')} in {_count(len(report.inputs), 'article')}",
            version=report.version,
            facts=facts,
            warnings=[f"{_count(len(skipped), 'input')} could not be read"] if skipped else [],
            plots=list(_plots(kept)),
            chart=chart(report.trends) if report.trends else None,
            sheets=list(_sheets(kept, report)),
            notes=notes,
        ),
        table.rows(),
        lambda: data(table, report.findings, report.rules),
    )


def _suppressed(report: Report) -> Iterator[str]:
    silenced = sum(finding.suppressed is not None for finding in report.findings)
    if silenced:
        yield f"{silenced:,} suppressed"


def _plots(findings: Sequence[Finding]) -> Iterator[Plot]:
    """Findings by family and rendering."""
    if not findings:
        return
    renderings = list(dict.fromkeys(finding.rendering for finding in findings))
    one = len(renderings) > RENDERINGS
    counts: dict[str, dict[str, int]] = {}
    for family in sorted({_family(finding) for finding in findings}):
        counts[family] = {"all renderings": 0} if one else dict.fromkeys(renderings, 0)
    for finding in findings:
        counts[_family(finding)]["all renderings" if one else finding.rendering] += 1
    yield bars("Findings by family" + ("" if one else " and rendering"), counts)


def _family(finding: Finding) -> str:
    return finding.rule.rstrip("0123456789")


def _sheets(findings: Sequence[Finding], report: Report) -> Iterator[Sheet]:
    """Findings by rule and severity."""
    if not findings:
        return
    counts = Counter((finding.rule, finding.severity) for finding in findings)
    names = {finding.rule: finding.name for finding in findings}
    rows = []
    for rule in sorted(names):
        numbers = [counts[rule, severity] for severity in Severity]
        rows.append([rule, names[rule], *(str(n or "") for n in numbers), str(sum(numbers))])
    yield Sheet(
        "Findings by rule", ("rule", "name", *(severity.value for severity in Severity), "total"), rows, folded=True
    )


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"
