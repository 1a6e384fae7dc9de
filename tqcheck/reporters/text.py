"""The report for people: each finding with the words it is about and the reasons, then a summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.cells import cell_len

from tqcheck.model.finding import Finding, Severity
from tqcheck.model.report import Input, Report
from tqcheck.reporters.base import PLAIN, View
from tqcheck.reporters.display.colour import BOLD, DIM, GREEN, SEVERITY, paint
from tqcheck.reporters.display.excerpt import mark
from tqcheck.reporters.display.reasons import advice, reasons
from tqcheck.reporters.display.safe import shown
from tqcheck.reporters.display.tally import Tally, counted

INDENT = "    "
BETWEEN = "   ·   "


def render(report: Report, view: View = PLAIN) -> Iterator[str]:
    """Yield the report, grouped by article; lines are not wrapped, and nothing in them is obeyed by a terminal."""
    tally = Tally()
    several = len(report.inputs) > 1
    first = True
    for article, group in groupby(tally.passing(report.findings), key=lambda finding: finding.article):
        found = list(group)
        if several and not view.brief:
            yield ("" if first else "\n") + _heading(article, found, view.colour)
            first = True
        for finding in found:
            yield ("" if first else "\n") + _finding(finding, view.colour)
            first = False
    if not view.brief and (report.inputs or report.findings):
        yield ("\n" if tally.live else "") + "".join(_summary(report, tally, view.colour))


def _heading(article: str, findings: Sequence[Finding], colour: bool) -> str:
    renderings = ", ".join(dict.fromkeys(shown(finding.rendering) for finding in findings))
    return paint(f"── {shown(article)}: {counted(len(findings), 'finding')} in {renderings}", BOLD, colour) + "\n\n"


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
    if why := BETWEEN.join(reasons(finding)):
        lines.append(INDENT + paint(why, DIM, colour))
    if instead := advice(finding):
        lines.append(f"{INDENT}write   {paint(instead, GREEN, colour)}")
    return "\n".join(lines) + "\n"


def _summary(report: Report, tally: Tally, colour: bool) -> Iterator[str]:
    if tally.live:
        yield from _table(tally, colour)
        yield "\n"
    words = sum(item.words for item in report.inputs)
    line = f"{counted(tally.live, 'finding')} in {counted(len(report.inputs), 'article')}, {counted(words, 'word')}"
    if tally.live and words:
        line += f": {1000 * tally.live / words:.1f} per 1,000 words"
    yield paint(line, BOLD, colour) + "\n"
    if aligners := Counter(item.aligner for item in report.inputs if item.aligner):
        yield "aligned: " + ", ".join(f"{counted(n, 'article')} ({name})" for name, n in aligners.most_common()) + "\n"
    if tally.suppressed:
        yield f"{counted(tally.suppressed, 'finding')} suppressed\n"
    if report.skipped:
        yield f"{counted(len(report.skipped), 'input')} skipped\n"
    for skipped in report.skipped:
        yield f"skipped: {shown(skipped.path)}: {shown(skipped.reason)}\n"
    for note in report.notes:
        yield f"note: {shown(note)}\n"
    yield from _notes(report.inputs)


def _table(tally: Tally, colour: bool) -> Iterator[str]:
    """Findings by rule and severity. What is nought is left blank, so that the eye finds the rest."""
    names = {rule: shown(name) for rule, name in tally.names.items()}
    wide = max(map(cell_len, (*names.values(), "name")))
    code = max(map(len, (*names, "rule")))
    head = "".join(f"  {severity.value:>8}" for severity in Severity)
    yield paint(f"{'rule':<{code}}  {'name':<{wide}}{head}     total", DIM, colour) + "\n"
    for rule in (*sorted(names), ""):
        row = [tally.of(severity, rule=rule) for severity in Severity]
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
