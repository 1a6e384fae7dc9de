"""The report as SARIF 2.1.0, with what GitHub's code scanning asks of it.

Standard: https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html; sections are named as §. What is
suppressed is there with its reason, as the standard has it; GitHub shows it as open all the same, and `sarif-github`
leaves it out.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tqcheck.model.finding import Finding
from tqcheck.model.report import Report, RuleDoc
from tqcheck.reporters.base import PLAIN, View
from tqcheck.reporters.display.descriptors import LEVELS, NOTIFICATIONS, descriptor
from tqcheck.reporters.display.jsontext import dumps
from tqcheck.reporters.display.places import replacement, sound
from tqcheck.reporters.display.reasons import advice, reasons
from tqcheck.reporters.display.regions import artifact, physical, region
from tqcheck.reporters.display.safe import shown
from tqcheck.reporters.display.tally import counted

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LINE_ENDS = ("\r\n", "\n", "\r")
MOST = 25_000
"""Results of a run; GitHub refuses a file that has more."""


def render(report: Report, view: View = PLAIN) -> Iterator[str]:
    """Yield the log, a result a line, in document order; of too many the worst, with a note on how many are left out."""
    yield from log(report, report.findings)


def log(report: Report, findings: Iterable[Finding]) -> Iterator[str]:
    """The log with these findings of the report, which are gone through twice."""
    total, named = 0, {}
    for finding in findings:
        total += 1
        named[finding.rule] = finding
    rules = _rules(report.rules, named)
    yield f'{{"$schema": {dumps(SCHEMA)},\n"version": "2.1.0",\n"runs": [{{\n"tool": {{"driver": '
    yield f'{{"name": "tqcheck", "version": {dumps(report.version)}, "rules": ['
    for number, rule in enumerate(rules.values()):
        yield (",\n  " if number else "\n  ") + dumps(descriptor(rule))
    yield f'],\n"notifications": {dumps(list(NOTIFICATIONS))}}}}},\n'
    yield f'"columnKind": "unicodeCodePoints",\n"newlineSequences": {dumps(LINE_ENDS)},\n'
    yield f'"invocations": [{{"executionSuccessful": {dumps(not report.skipped)}, "toolExecutionNotifications": ['
    for number, told in enumerate(_told(report, total - MOST)):
        yield (",\n  " if number else "\n  ") + dumps(told)
    yield ']}],\n"results": ['
    indices = {code: number for number, code in enumerate(rules)}
    seen: Counter[str] = Counter()
    for number, finding in enumerate(findings if total <= MOST else _worst(findings)):
        seen[finding.fingerprint] += 1
        made = _result(finding, indices[finding.rule], seen[finding.fingerprint], rules[finding.rule].replaces)
        yield (",\n  " if number else "\n  ") + dumps(made)
    yield "]}]}\n"


def _rules(known: Iterable[RuleDoc], found: Mapping[str, Finding]) -> dict[str, RuleDoc]:
    """Those that the report documents, and those that it does not by what their findings say."""
    rules = {rule.code: rule for rule in known}
    for code, finding in found.items():
        if code not in rules:
            rules[code] = RuleDoc(code, finding.name, finding.severity.value, finding.name, "", finding.confidence)
    return rules


def _worst(findings: Iterable[Finding]) -> Iterator[Finding]:
    """What there is room for in document order: the live before the suppressed, the worst and surest of these."""
    kept = heapq.nsmallest(
        MOST,
        enumerate(findings),
        key=lambda one: (one[1].suppressed is not None, -one[1].severity.rank, -one[1].confidence, one[0]),
    )
    return (finding for _, finding in sorted(kept, key=lambda one: one[0]))


def _told(report: Report, too_many: int) -> Iterator[dict[str, Any]]:
    """What went wrong with the run (§3.58)."""
    for skipped in report.skipped:
        place = {"physicalLocation": {"artifactLocation": artifact(skipped.path)}}
        yield _notification(0, "error", f"{skipped.path}: {skipped.reason}") | {"locations": [place]}
    if too_many > 0:
        yield _notification(1, "warning", f"{counted(too_many, 'finding')} left out: GitHub takes {MOST:,} results")
    for note in report.notes:
        yield _notification(2, "note", note)


def _notification(index: int, level: str, text: str) -> dict[str, Any]:
    which = {"id": NOTIFICATIONS[index]["id"], "index": index}
    return {"descriptor": which, "level": level, "message": {"text": shown(text)}}


def _result(finding: Finding, index: int, again: int, literal: bool) -> dict[str, Any]:
    place = finding.primary
    within = {"fullyQualifiedName": shown(f"{finding.article}/{finding.rendering}"), "name": shown(finding.rendering)}
    made: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": LEVELS[finding.severity],
        "message": {"text": _message(finding)},
        "locations": [{"physicalLocation": physical(place), "logicalLocations": [within]}],
        # GitHub takes two results with one hash for one alert; its own hashes end in an ordinal, too.
        "partialFingerprints": {
            "primaryLocationLineHash": f"{finding.fingerprint}:{again}",
            "tqcheck/v1": finding.fingerprint,
        },
    }
    if related := finding.locations[1:]:
        made["relatedLocations"] = [
            {"id": number, "message": {"text": shown(_label(finding, number))}, "physicalLocation": physical(one)}
            for number, one in enumerate(related, 1)
        ]
    if finding.suppressed is not None:
        kind = "external" if finding.baseline == "unchanged" else "inSource"
        made["suppressions"] = [{"kind": kind, "status": "accepted", "justification": shown(finding.suppressed)}]
    if finding.baseline is not None:
        made["baselineState"] = finding.baseline
    words = replacement(finding, literal)
    if words is not None:
        change = {"deletedRegion": region(place), "insertedContent": {"text": words}}
        made["fixes"] = [
            {
                "description": {"text": f"write {shown(words)}"},
                "artifactChanges": [{"artifactLocation": artifact(place.path), "replacements": [change]}],
            }
        ]
    made["properties"] = _properties(finding)
    return made


def _message(finding: Finding) -> str:
    lines = [shown(finding.message)]
    if why := reasons(finding):
        lines.append(" · ".join(why))
    if instead := advice(finding):
        lines.append(f"write: {instead}")
    text = _without_links("\n".join(lines))
    # GitHub shows a related place only where the message links to it (§3.11.6).
    links = ", ".join(f"[{_label(finding, number)}]({number})" for number in range(1, len(finding.locations)))
    return f"{text}\nSee {links}." if links else text


def _without_links(text: str) -> str:
    """Text of an article may look like a link; a bracket after a backslash begins none (§3.11.6)."""
    return text.replace("[", "\\[").replace("]", "\\]") if "](" in text else text


def _label(finding: Finding, number: int) -> str:
    place = finding.locations[number]
    return (shown(place.label) or place.side.value).replace("[", "(").replace("]", ")")


def _properties(finding: Finding) -> dict[str, Any]:
    place = finding.primary
    made: dict[str, Any] = {
        "severity": finding.severity.value,
        "confidence": finding.confidence,
        "article": sound(finding.article),
        "rendering": sound(finding.rendering),
        "side": place.side.value,
    }
    if finding.suggestion is not None:
        made["suggestion"] = sound(finding.suggestion)
    if finding.evidence:
        made["evidence"] = [{"kind": item.kind, "text": sound(item.text)} for item in finding.evidence]
    if place.cell:  # offsets within the cell are no columns of the file
        made["cell"] = {"start": place.span.start, "end": place.span.end}
    return made
