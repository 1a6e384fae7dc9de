"""The whole report as one JSON object: `tqcheck.report/1`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from tqcheck.model.finding import Finding, Location
from tqcheck.model.report import SCHEMA, Report
from tqcheck.reporters.base import PLAIN, View
from tqcheck.reporters.display.jsontext import dumps
from tqcheck.reporters.jsonl import record


def render(report: Report, view: View = PLAIN) -> Iterator[str]:
    """Yield the object, one record of each list on a line, so that two reports can be compared by line.

    A finding has the keys of the `jsonl` format, and besides: `locations` (the primary place first, then related
    ones), `suppressed` (the reason, or null; suppressed findings are among `findings`) and `baseline` (`new`,
    `unchanged`, or null where there is no baseline). `notes` are about the run as a whole.
    """
    yield f'{{"schema": {dumps(SCHEMA)},\n"version": {dumps(report.version)}'
    yield from _list("findings", map(_finding, report.findings))
    yield from _list("scores", map(asdict, report.scores))
    yield from _list("skipped", map(asdict, report.skipped))
    yield from _list("inputs", map(asdict, report.inputs))
    yield from _list("rules", map(asdict, report.rules))
    yield from _list("notes", report.notes)
    yield "}\n"


def _list(key: str, records: Iterable[Any]) -> Iterator[str]:
    yield f',\n"{key}": ['
    for number, item in enumerate(records):
        yield (",\n  " if number else "\n  ") + dumps(item)
    yield "]"


def _finding(finding: Finding) -> dict[str, Any]:
    places = [_location(place) for place in finding.locations]
    return {**record(finding), "locations": places, "suppressed": finding.suppressed, "baseline": finding.baseline}


def _location(place: Location) -> dict[str, Any]:
    return {
        "path": place.path,
        "side": place.side.value,
        "start": place.span.start,
        "end": place.span.end,
        "line": place.line,
        "column": place.column,
        "text": place.text,
        "label": place.label,
        "excerpt": {
            "text": place.excerpt.text,
            "start": place.excerpt.span.start,
            "end": place.excerpt.span.end,
        },
    }
