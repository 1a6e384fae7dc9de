"""What is kept of a comparison, to set a later one beside it: read back from its JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from tqcheck.errors import InputError
from tqcheck.metrics.base import Statistics
from tqcheck.model.comparison import COMPARISON_SCHEMA, Compared

CORPUS, SUMMED = "corpus", "sum of statistics"
POINTS = "points"
"""The name under which the weighed findings of a rendering are kept beside its scores."""


@dataclass(frozen=True, slots=True)
class Result:
    """A rendering's corpus score under a metric."""

    metric: str
    rendering: str
    value: float
    signature: str
    interval: tuple[float, float] | None = None


@dataclass(frozen=True)
class Record:
    """A run of `tqcheck compare`.

    results     by metric and rendering
    settings    how it was made
    units       id, article and digest of the reference of each unit; none where the run had no reference
    statistics  sufficient statistics (units, k) by metric and rendering
    """

    version: str
    results: Mapping[tuple[str, str], Result]
    settings: Mapping[str, Any] = field(default_factory=dict)
    units: tuple[tuple[str, str, str], ...] = ()
    statistics: Mapping[tuple[str, str], Statistics] = field(default_factory=dict)


def record_of(compared: Compared) -> Record:
    """What is kept of a comparison that has just been made."""
    results = {
        (s.metric, s.rendering): Result(s.metric, s.rendering, s.value, s.signature, s.interval)
        for s in compared.scores
        if s.level == CORPUS and s.aggregate == SUMMED
    }
    for one in compared.quality:
        result = _points(one.rendering, one.score, compared.settings, compared.version, one.unit)
        results[result.metric, result.rendering] = result
    statistics = {(k.metric, k.rendering): np.asarray(k.rows, np.float64) for k in compared.statistics}
    return Record(compared.version, results, compared.settings, compared.units, statistics)


def read_record(path: str) -> Record:
    """The run in a file that `--format json` wrote. Raises InputError for anything else."""
    try:
        with open(path, encoding="utf-8-sig") as file:
            text = file.read()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(path, f"cannot be read: {reason}") from error
    return parsed(text, path)


def parsed(text: str, path: str) -> Record:
    """The run that JSON holds; `path` is for messages. Raises InputError where it is none."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(path, f"is no JSON: {error}") from error
    schema = data.get("schema") if isinstance(data, dict) else None
    if schema != COMPARISON_SCHEMA:
        told = f"has schema {schema!r}" if schema else "has no schema"
        raise InputError(path, f"{told}: expected {COMPARISON_SCHEMA}, as tqcheck compare --format json writes it")
    try:
        return _record(data)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InputError(path, f"is not whole: {type(error).__name__}: {error}") from error


def _record(data: Mapping[str, Any]) -> Record:
    results: dict[tuple[str, str], Result] = {}
    for score in data["scores"]:
        if score["level"] == CORPUS and score["aggregate"] == SUMMED:
            interval = tuple(map(float, score["interval"])) if score["interval"] else None
            result = Result(score["metric"], score["rendering"], float(score["value"]), score["signature"])
            if interval and len(interval) == 2:
                result = Result(result.metric, result.rendering, result.value, result.signature, interval)
            results[result.metric, result.rendering] = result
    for one in data.get("quality", ()):
        result = _points(one["rendering"], float(one["score"]), data["settings"], data["version"], one["unit"])
        results[result.metric, result.rendering] = result
    units = tuple((str(unit["id"]), str(unit["article"]), str(unit["reference"])) for unit in data.get("units", ()))
    statistics = {
        (kept["metric"], kept["rendering"]): np.asarray(kept["rows"], np.float64) for kept in data.get("statistics", ())
    }
    for key, rows in statistics.items():
        if rows.ndim != 2 or len(rows) != len(units):
            raise ValueError(f"statistics of {' '.join(key)} are not those of its {len(units)} units")
    return Record(str(data["version"]), results, data.get("settings", {}), units, statistics)


def _points(rendering: str, score: float, settings: Mapping[str, Any], version: str, unit: str) -> Result:
    """Weighed findings as a result; they are comparable where weights, unit and version are the same."""
    return Result(POINTS, rendering, score, f"{settings.get('weights')}|per 1,000 {unit}|tqcheck:{version}")
