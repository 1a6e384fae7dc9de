"""The report as JUnit XML: a test for each rendering of each article, failed by findings that are minor or worse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from tqcheck.model.finding import Finding, Severity
from tqcheck.model.report import Report
from tqcheck.reporters.base import PLAIN, View
from tqcheck.reporters.display.reasons import advice, reasons
from tqcheck.reporters.display.safe import shown
from tqcheck.reporters.display.tally import counted, live, worst

LEAST = Severity.MINOR
"""The least severity that fails a test; notes are kept in its output."""


class Case(NamedTuple):
    """A rendering of an article, with what was found in it."""

    article: str
    rendering: str
    findings: tuple[Finding, ...]

    @property
    def failures(self) -> list[Finding]:
        """Those of its findings that fail it."""
        return [finding for finding in self.findings if finding.severity.rank >= LEAST.rank]


def render(report: Report, view: View = PLAIN) -> Iterator[str]:
    """Yield the document. A test has one failure with all its findings: most readers look at the first alone."""
    tests, failures = len(report.skipped), 0
    for case in _cases(report):
        tests += 1
        failures += bool(case.failures)
    counts = f'tests="{tests}" failures="{failures}" errors="{len(report.skipped)}"'
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuites name="tqcheck" {counts}>\n<testsuite name="tqcheck" {counts} skipped="0">\n'
    for skipped in report.skipped:
        yield f"<testcase classname={_attribute(skipped.path)} name={_attribute('read')}>"
        yield f'<error type="input-not-read" message={_attribute(skipped.reason)}/></testcase>\n'
    for case in _cases(report):
        yield _case(case)
    yield "</testsuite>\n</testsuites>\n"


def _cases(report: Report) -> Iterator[Case]:
    """The articles in their order, each with its findings, which stand in the same order; no finding is lost."""
    awaited = Counter(item.id for item in report.inputs)
    groups = groupby(live(report), key=lambda finding: finding.article)
    held = _next(groups)
    for item in report.inputs:
        while held and not awaited[held[0]]:
            yield from _parted(*held, ())
            held = _next(groups)
        awaited[item.id] -= 1
        if held and held[0] == item.id:
            yield from _parted(*held, item.renderings)
            held = _next(groups)
        else:
            yield from _parted(item.id, (), item.renderings)
    while held:
        yield from _parted(*held, ())
        held = _next(groups)


def _next(groups: Iterator[tuple[str, Iterator[Finding]]]) -> tuple[str, tuple[Finding, ...]] | None:
    group = next(groups, None)
    return (group[0], tuple(group[1])) if group else None


def _parted(article: str, findings: tuple[Finding, ...], renderings: tuple[str, ...]) -> Iterator[Case]:
    for name in dict.fromkeys((*renderings, *(finding.rendering for finding in findings))):
        yield Case(article, name, tuple(finding for finding in findings if finding.rendering == name))


def _case(case: Case) -> str:
    head = f"<testcase classname={_attribute(case.article)} name={_attribute(case.rendering)}"
    failures = case.failures
    notes = [finding for finding in case.findings if finding.severity.rank < LEAST.rank]
    if not case.findings:
        return f"{head}/>\n"
    made = f"{head}>"
    if failures:
        first = worst(failures, 1)[0]
        more = f" and {counted(len(failures) - 1, 'more finding')}" if len(failures) > 1 else ""
        said = f"{first.rule} {shown(first.message)}{more}"
        made += f"\n<failure type={_attribute(first.severity.value)} message={_attribute(said)}>"
        made += "".join(map(_finding, failures)) + "</failure>"
    if notes:
        made += "\n<system-out>" + "".join(map(_finding, notes)) + "</system-out>"
    return f"{made}</testcase>\n"


def _finding(finding: Finding) -> str:
    place = finding.primary
    lines = [f"{place.path}:{place.line}:{place.column}: {finding.severity.value} {finding.rule} {finding.message}"]
    lines += ["    " + " · ".join(why)] if (why := reasons(finding)) else []
    lines += [f"    write: {instead}"] if (instead := advice(finding)) else []
    return "".join(escape(shown(line)) + "\n" for line in lines)


def _attribute(text: str) -> str:
    return quoteattr(shown(text))
