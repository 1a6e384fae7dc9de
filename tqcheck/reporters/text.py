"""The report for people: each finding with the words it is about and the reasons, then a summary."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.cells import cell_len

from tqcheck.model.finding import Evidence, Finding, Severity, Side
from tqcheck.model.report import Input, Report
from tqcheck.reporters.base import PLAIN, View
from tqcheck.reporters.display.colour import BOLD, DIM, GREEN, SEVERITY, paint
from tqcheck.reporters.display.excerpt import mark
from tqcheck.reporters.display.safe import shown

INDENT = "    "
BETWEEN = "   ·   "
LABELS = {"source": "source  "}
"""What stands before a piece of evidence, by kind; the text of the other kinds says by itself what it is."""


def render(report: Report, view: View = PLAIN) -> Iterator[str]:
    """Yield the report, grouped by article; lines are not wrapped, and nothing in them is obeyed by a terminal."""
    findings = [finding for finding in report.findings if finding.suppressed is None]
    several = len(report.inputs) > 1
    first = True
    for article, group in groupby(findings, key=lambda finding: finding.article):
        found = list(group)
        if several and not view.brief:
            yield ("" if first else "\n") + _heading(article, found, view.colour)
            first = True
        for finding in found:
            yield ("" if first else "\n") + _finding(finding, view.colour)
            first = False
    if not view.brief and (report.inputs or report.findings):
        yield ("\n" if findings else "") + "".join(_summary(report, findings, view.colour))


def _heading(article: str, findings: Sequence[Finding], colour: bool) -> str:
    renderings = ", ".join(dict.fromkeys(shown(finding.rendering) for finding in findings))
    return paint(f"── {shown(article)}: {_count(len(findings), 'finding')} in {renderings}", BOLD, colour) + "\n\n"


def _finding(finding: Finding, colour: bool) -> str:
    place = finding.primary
    style = SEVERITY[finding.severity]
    where = paint(f"{shown(place.path)}:{place.line}:{place.column}:", BOLD, colour)
    severity = paint(finding.severity.value, style, colour)
    lines = [f"{where} {severity} {paint(finding.rule, BOLD, colour)} {shown(finding.message)}"]
    text, carets = mark(place.excerpt)
    if text:
        lines.append(INDENT + text)
    if carets:
        space = len(carets) - len(carets.lstrip())
        lines.append(INDENT + carets[:space] + paint(carets[space:], style, colour))
    if reasons := _reasons(finding):
        lines.append(INDENT + paint(reasons, DIM, colour))
    if finding.suggestion and not _says(finding.message, finding.suggestion):
        lines.append(f"{INDENT}write   {paint(shown(finding.suggestion), GREEN, colour)}")
    return "\n".join(lines) + "\n"


def _says(message: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", message) is not None


def _reasons(finding: Finding) -> str:
    evidence = list(finding.evidence)
    if finding.primary.side is not Side.SOURCE and not any(item.kind == "source" for item in evidence):
        phrases = (place.text for place in finding.locations[1:] if place.side is Side.SOURCE and place.text)
        evidence[:0] = [Evidence("source", phrase) for phrase in phrases]
    reasons = [LABELS.get(item.kind, "") + shown(item.text) for item in evidence]
    if finding.primary.side is Side.SOURCE:  # the path does not say whose fault it is
        reasons.insert(0, f"rendering  {shown(finding.rendering)}")
    return BETWEEN.join(reasons)


def _summary(report: Report, findings: Sequence[Finding], colour: bool) -> Iterator[str]:
    if findings:
        yield from _table(findings, colour)
        yield "\n"
    words = sum(item.words for item in report.inputs)
    line = f"{_count(len(findings), 'finding')} in {_count(len(report.inputs), 'article')}, {_count(words, 'word')}"
    if findings and words:
        line += f": {1000 * len(findings) / words:.1f} per 1,000 words"
    yield paint(line, BOLD, colour) + "\n"
    if aligners := Counter(item.aligner for item in report.inputs if item.aligner):
        yield "aligned: " + ", ".join(f"{_count(n, 'article')} ({name})" for name, n in aligners.most_common()) + "\n"
    if silenced := len(report.findings) - len(findings):
        yield f"{_count(silenced, 'finding')} suppressed\n"
    if report.skipped:
        yield f"{_count(len(report.skipped), 'input')} skipped\n"
    for skipped in report.skipped:
        yield f"skipped: {shown(skipped.path)}: {shown(skipped.reason)}\n"
    yield from _notes(report.inputs)


def _table(findings: Sequence[Finding], colour: bool) -> Iterator[str]:
    """Findings by rule and severity. What is nought is left blank, so that the eye finds the rest."""
    counts = Counter((finding.rule, finding.severity) for finding in findings)
    names = {finding.rule: shown(finding.name) for finding in findings}
    wide = max(map(cell_len, (*names.values(), "name")))
    code = max(map(len, (*names, "rule")))
    head = "".join(f"  {severity.value:>8}" for severity in Severity)
    yield paint(f"{'rule':<{code}}  {'name':<{wide}}{head}     total", DIM, colour) + "\n"
    for rule in (*sorted(names), ""):
        row = [sum(n for (r, s), n in counts.items() if s is severity and rule in ("", r)) for severity in Severity]
        name = names.get(rule, "all")
        cells = "".join(
            "  " + paint(f"{n or '':>8}", SEVERITY[severity], colour and n > 0)
            for n, severity in zip(row, Severity, strict=True)
        )
        yield f"{rule:<{code}}  {name}{' ' * (wide - cell_len(name))}{cells}  {sum(row):>8}\n"


def _notes(inputs: Sequence[Input]) -> Iterator[str]:
    """What readers and aligner noticed; what they noticed in many articles is said once."""
    said: dict[str, list[str]] = {}
    for item in inputs:
        for note in item.notes:
            said.setdefault(note, []).append(item.id)
    for note, ids in said.items():
        where = shown(ids[0]) if len(ids) == 1 else f"{len(ids)} articles"
        yield f"note: {where}: {shown(note)}\n"


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"
