"""The report as Markdown, for a comment on a pull request: how many of what, and the worst findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from tqcheck.model.finding import Excerpt, Finding, Severity
from tqcheck.model.report import Report
from tqcheck.reporters.base import PLAIN, View
from tqcheck.reporters.display.marks import plain, row

WORST = 20
"""Findings shown; a comment on GitHub holds 65,536 characters."""
AROUND = 60
"""Code points of context on either side of a place."""
LONGEST = 240
"""Code points of a place or a message that are shown."""
SKIPPED = 10
"""Inputs that could not be read, of those shown."""


def render(report: Report, view: View = PLAIN) -> Iterator[str]:
    """Yield a headline, findings by rule and severity, the worst findings, and what was skipped."""
    findings = [finding for finding in report.findings if finding.suppressed is None]
    words = sum(item.words for item in report.inputs)
    head = f"{_count(len(findings), 'finding')} in {_count(len(report.inputs), 'article')}"
    if findings and words:
        head += f" ({1000 * len(findings) / words:.1f} per 1,000 words)"
    yield f"### tqcheck: {head}\n"
    if findings and not view.brief:
        yield "\n"
        yield from _table(findings)
    if findings:
        yield "\n"
        worst = sorted(findings, key=lambda f: (-f.severity.rank, -f.confidence))
        for finding in worst[:WORST]:
            yield from _finding(finding)
        if len(worst) > WORST:
            yield f"\n… and {len(worst) - WORST:,} more.\n"
    for number, skipped in enumerate(report.skipped[:SKIPPED]):
        yield ("" if number else "\n") + f"- **not read** {plain(skipped.path)}: {plain(skipped.reason)}\n"
    if len(report.skipped) > SKIPPED:
        yield f"\n… and {len(report.skipped) - SKIPPED:,} more that could not be read.\n"


def _table(findings: Sequence[Finding]) -> Iterator[str]:
    counts = Counter((finding.rule, finding.severity) for finding in findings)
    names = {finding.rule: finding.name for finding in findings}
    used = [severity for severity in Severity if any(key[1] is severity for key in counts)]
    yield row(["rule", "name", *(severity.value for severity in used), "total"])
    yield row(["---", "---", *("---:" for _ in used), "---:"])
    for rule in sorted(names):
        numbers = [counts[rule, severity] for severity in used]
        yield row([plain(rule), plain(names[rule]), *(str(n or "") for n in numbers), str(sum(numbers))])


def _finding(finding: Finding) -> Iterator[str]:
    place = finding.primary
    where = f"{plain(place.path)}:{place.line}:{place.column}"
    yield f"- **{finding.severity.value}** {plain(finding.rule)} {plain(_cut(finding.message))} ({where})\n"
    if marked := _marked(place.excerpt):
        yield f"  > {marked}\n"
    if finding.evidence:
        yield "\n  " if marked else "  "
        yield " · ".join(plain(_cut(item.text)) for item in finding.evidence) + "\n"


def _marked(excerpt: Excerpt) -> str:
    text, span = excerpt.text, excerpt.span
    before, place, after = text[: span.start], text[span.start : span.end], text[span.end :]
    if not text.strip():
        return ""
    before = before if len(before) <= AROUND else "…" + before[-AROUND:]
    after = after if len(after) <= AROUND else after[:AROUND] + "…"
    # Emphasis in HTML: asterisks do not open it beside punctuation or Chinese characters (CommonMark, flanking).
    marked = f"<b>{plain(_cut(place))}</b>" if place.strip() else "‸"
    return (plain(before) + marked + plain(after)).strip()


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"
