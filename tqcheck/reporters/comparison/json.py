"""A comparison as one JSON object: `tqcheck.comparison/1`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields
from typing import Any

from tqcheck.model.comparison import COMPARISON_SCHEMA, Compared, Kept, Quality
from tqcheck.model.differences import Differences
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
        "consensus_best_articles": dict(compared.best_articles),
        "suspect_reference": compared.suspect or None,
        "notes": compared.notes,
        "settings": dict(compared.settings),
    }
    yield "{" + ",\n".join(f"{dumps(key)}: {dumps(value)}" for key, value in head.items())
    yield from _list("scores", ({name: getattr(score, name) for name in _SCORE} for score in compared.every_score()))
    yield from _list("comparisons", map(asdict, compared.comparisons))
    yield from _list("outliers", map(asdict, compared.outliers))
    yield from _list("quality", map(_quality, compared.quality))
    yield from _list("changes", ({**asdict(one), "fails": one.fails} for one in compared.changes))
    if compared.differences:
        yield from _differences(compared.differences)
    # What a later run needs to be paired with this one.
    yield from _list("units", (dict(zip(("id", "article", "reference"), unit, strict=True)) for unit in compared.units))
    yield from _list("statistics", map(_kept, compared.statistics))
    yield from _list("skipped", map(asdict, compared.skipped))
    yield "}\n"


def _quality(quality: Quality) -> dict[str, Any]:
    record = asdict(quality)
    counts = [{"family": f, "severity": s, "count": n} for (f, s), n in quality.counts.items()]
    return {**record, "counts": counts, "score": quality.score, "per_segment": quality.per_segment}


def _differences(found: Differences) -> Iterator[str]:
    head = {"metric": found.metric, "by_source": found.source, "notes": found.notes}
    yield f',\n"differences": {dumps(head)[:-1]}'
    yield from _list("segments", map(asdict, found.apart))
    yield from _list("side_by_side", map(asdict, found.parallels))
    yield from _list("phrases", map(asdict, found.phrases))
    yield from _list("buckets", map(asdict, found.buckets))
    yield "}"


def _kept(kept: Kept) -> dict[str, Any]:
    """Statistics are counts: whole numbers."""
    rows = [[int(value) for value in row] for row in kept.rows.tolist()]
    return {"metric": kept.metric, "rendering": kept.rendering, "rows": rows}


def _list(key: str, records: Iterable[dict[str, Any]]) -> Iterator[str]:
    yield f',\n"{key}": ['
    for number, item in enumerate(records):
        yield (",\n  " if number else "\n  ") + dumps(item)
    yield "]"
