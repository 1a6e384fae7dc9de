"""Places as SARIF has them: artifacts and regions."""

from __future__ import annotations

from typing import Any

from tqcheck.model.finding import Location
from tqcheck.reporters.display.places import STANDARD_INPUT, sound, uri


def physical(place: Location) -> dict[str, Any]:
    """A `physicalLocation`: the file and the region, with the words that are there."""
    return {
        "artifactLocation": artifact(place.path),
        "region": region(place) | {"snippet": {"text": sound(place.text)}},
    }


def region(place: Location) -> dict[str, Any]:
    """A `region`: lines and columns from 1, in code points, the end exclusive; of a cell in a table the line alone."""
    end = place.end
    if place.cell:
        return {"startLine": place.line, "endLine": end.line}
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": place.span.start,
        "charLength": len(place.span),
    }


def artifact(path: str) -> dict[str, Any]:
    """An `artifactLocation`."""
    if path == STANDARD_INPUT:
        return {"uri": "-", "description": {"text": "standard input"}}
    return {"uri": uri(path)}
