"""A comparison as one JSON object: `tqcheck.comparison/1`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields
from typing import Any

from tqcheck.model.comparison import COMPARISON_SCHEMA, Compared
from tqcheck.model.score import Score
from tqcheck.reporters.base import PLAIN, View
from tqcheck.reporters.display.jsontext import dumps

_SCORE = tuple(field.name for field in fields(Score))


def render(compared: Compared, view: View = PLAIN) -> Iterator[str]:
    """Yield the object, one record of each list on a line."""
    head = {
        "schema": COMPARISON_SCHEMA,
        "version": compared.version,
        "renderings": compared.systems,
        "articles": compared.articles,
        "segments": compared.segments,
        "reference": compared.reference,
        "ranks": {metric: dict(ranks) for metric, ranks in compared.ranks.items()},
        "consensus_best": dict(compared.best),
        "suspect_reference": compared.suspect or None,
        "notes": compared.notes,
    }
    yield "{" + ",\n".join(f"{dumps(key)}: {dumps(value)}" for key, value in head.items())
    yield from _list("scores", ({name: getattr(score, name) for name in _SCORE} for score in compared.scores))
    yield from _list("comparisons", map(asdict, compared.comparisons))
    yield from _list("outliers", map(asdict, compared.outliers))
    yield from _list("skipped", map(asdict, compared.skipped))
    yield "}\n"


def _list(key: str, records: Iterable[dict[str, Any]]) -> Iterator[str]:
    yield f',\n"{key}": ['
    for number, item in enumerate(records):
        yield (",\n  " if number else "\n  ") + dumps(item)
    yield "]"
