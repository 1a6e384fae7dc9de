"""Findings as GitHub's workflow commands, which a step's log turns into annotations on the changed files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tqcheck.model.finding import Finding, Severity
from tqcheck.model.report import Report
from tqcheck.reporters.base import PLAIN, View
from tqcheck.reporters.display.places import STANDARD_INPUT, relative
from tqcheck.reporters.display.reasons import advice, reasons
from tqcheck.reporters.display.safe import shown
from tqcheck.reporters.display.tally import Tally, counted, worst_of_each

LEVELS: Mapping[Severity, str] = {
    Severity.CRITICAL: "error",
    Severity.MAJOR: "error",
    Severity.MINOR: "warning",
    Severity.NOTE: "notice",
}
MOST = 10
"""Annotations of a level that GitHub takes from a step; it drops the rest without a word."""
LONGEST = 2000
"""Code points of a message; GitHub cuts what is far longer."""


def render(report: Report, view: View = PLAIN) -> Iterator[str]:
    """Yield a command for each of the worst findings, the worst first, and a line that says how many more there are."""
    tally = Tally()
    found = worst_of_each(tally.passing(report.findings), LEVELS, MOST)
    if report.skipped:
        yield _not_read(report)
    left: list[str] = []
    for level in dict.fromkeys(LEVELS.values()):
        there = tally.of(*(severity for severity in Severity if LEVELS[severity] == level))
        taken = found[level][: MOST - 1 if report.skipped and level == "error" else MOST]
        for finding in taken:
            yield _annotation(level, finding)
        if there > len(taken):
            left.append(counted(there - len(taken), level))
    if left:
        listed = " and ".join(part for part in (", ".join(left[:-1]), left[-1]) if part)
        yield f"tqcheck: {listed} more; GitHub shows {MOST} of a kind for a step\n"
    if not view.brief:
        silenced = f", {tally.suppressed:,} suppressed" if tally.suppressed else ""
        articles = counted(len(report.inputs), "article")
        yield f"tqcheck: {counted(tally.live, 'finding')} in {articles}{silenced}\n"


def _annotation(level: str, finding: Finding) -> str:
    place = finding.primary
    where: dict[str, str | int] = {}
    if place.path != STANDARD_INPUT:
        where = {"file": relative(place.path), "line": place.line}
        if not place.cell:
            where["endLine"] = place.end.line
            if place.end.line == place.line:  # GitHub refuses columns over several lines
                where |= {"col": place.column, "endColumn": place.end.column}
    lines = [shown(finding.message)]
    if why := reasons(finding):
        lines.append(" · ".join(why))
    if instead := advice(finding):
        lines.append(f"write: {instead}")
    return _command(level, {**where, "title": shown(f"{finding.rule} {finding.name}")}, "\n".join(lines))


def _not_read(report: Report) -> str:
    """All of them in one: ten that could not be read are not to hide ten findings."""
    said = [shown(f"{one.path}: {one.reason}") for one in report.skipped[:MOST]]
    if len(report.skipped) > MOST:
        said.append(f"and {len(report.skipped) - MOST:,} more")
    where: dict[str, str | int] = {}
    if len(report.skipped) == 1 and report.skipped[0].path != STANDARD_INPUT:
        where["file"] = relative(report.skipped[0].path)
    title = f"{counted(len(report.skipped), 'input')} could not be read"
    return _command("error", {**where, "title": title}, "\n".join(said))


def _command(level: str, properties: Mapping[str, str | int], message: str) -> str:
    """One command, escaped as actions/toolkit does it (`packages/core/src/command.ts`)."""
    message = message if len(message) <= LONGEST else message[:LONGEST] + "…"
    named = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items() if str(value))
    return f"::{level} {named}::{_data(message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return shown(_data(text)).replace(":", "%3A").replace(",", "%2C")
