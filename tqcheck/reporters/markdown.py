"""The report as Markdown, for a comment on a pull request: how many of what, and the worst findings."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.model.finding import Excerpt, Finding, Severity
from tqcheck.model.report import Report
from tqcheck.reporters.base import PLAIN, View
from tqcheck.reporters.display.marks import plain, row
from tqcheck.reporters.display.tally import Tally, counted, worst

WORST = 20
"""Findings shown; a comment on GitHub holds 65,536 characters."""
AROUND = 60
"""Code points of context on either side of a place."""
LONGEST = 240
"""Code points of a place or a message that are shown."""
SKIPPED = 10
"""Inputs that could not be read, of those shown; as many notes about the run."""


def render(report: Report, view: View = PLAIN) -> Iterator[str]:
    """Yield a headline, findings by rule and severity, the worst findings, and what was skipped."""
    tally = Tally()
    shown = worst(tally.passing(report.findings), WORST)
    words = sum(item.words for item in report.inputs)
    head = f"{counted(tally.live, 'finding')} in {counted(len(report.inputs), 'article')}"
    if tally.live and words:
        head += f" ({1000 * tally.live / words:.1f} per 1,000 words)"
    yield f"### tqcheck: {head}\n"
    if shown and not view.brief:
        yield "\n"
        yield from _table(tally)
    if shown:
        yield "\n"
        for finding in shown:
            yield from _finding(finding)
        if tally.live > len(shown):
            yield f"\n… and {tally.live - len(shown):,} more.\n"
    for number, skipped in enumerate(report.skipped[:SKIPPED]):
        yield ("" if number else "\n") + f"- **not read** {plain(skipped.path)}: {plain(_cut(skipped.reason))}\n"
    if len(report.skipped) > SKIPPED:
        yield f"\n… and {len(report.skipped) - SKIPPED:,} more that could not be read.\n"
    if tally.suppressed and not view.brief:
        yield f"\n{counted(tally.suppressed, 'finding')} suppressed.\n"
    if report.notes and not view.brief:
        yield "\n"
        for note in report.notes[:SKIPPED]:
            yield f"- note: {plain(_cut(note))}\n"
        if len(report.notes) > SKIPPED:
            yield f"\n… and {len(report.notes) - SKIPPED:,} more notes.\n"


def _table(tally: Tally) -> Iterator[str]:
    used = [severity for severity in Severity if tally.of(severity)]
    yield row(["rule", "name", *(severity.value for severity in used), "total"])
    yield row(["---", "---", *("---:" for _ in used), "---:"])
    for rule in sorted(tally.names):
        numbers = [tally.of(severity, rule=rule) for severity in used]
        yield row([plain(rule), plain(tally.names[rule]), *(str(n or "") for n in numbers), str(sum(numbers))])


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
