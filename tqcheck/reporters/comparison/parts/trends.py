"""Scores over time, for a person at a terminal and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby

from tqcheck.model.comparison import Change
from tqcheck.model.history import Run, Trends
from tqcheck.reporters.comparison.parts.columns import aligned
from tqcheck.reporters.comparison.parts.text import changes
from tqcheck.reporters.display.colour import BOLD, paint
from tqcheck.reporters.display.jsontext import dumps
from tqcheck.reporters.display.safe import shown

BARS = "▁▂▃▄▅▆▇█"
TREND_SCHEMA, DIFF_SCHEMA = "tqcheck.trend/1", "tqcheck.diff/1"


def text(found: Trends, colour: bool = False) -> Iterator[str]:
    """Yield a table for each metric, the runs from left to right, a small plot at the end of each line."""
    heads = [shown(run.name) for run in found.runs]
    for metric, group in groupby(found.trends, key=lambda trend: trend.metric):
        table = [["", *heads, ""]]
        for trend in group:
            cells = ["–" if value is None else f"{value:.2f}" for value in trend.values]
            table.append([shown(trend.rendering), *cells, plot(trend.values)])
        yield ("\n" if metric != found.trends[0].metric else "") + paint(metric, BOLD, colour) + "\n"
        yield from aligned(table, range(1, 1 + len(heads)), "  ")
    yield "\n"
    yield from aligned(
        [[shown(run.name), run.added.replace("T", " ")[:16], f"tqcheck {run.version}"] for run in found.runs]
    )
    yield from (f"note: {shown(note)}\n" for note in found.notes)


def plot(values: Sequence[float | None]) -> str:
    """The values as bars between the least and the greatest of them, a gap where there is none."""
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return ""
    low, high = min(known), max(known)
    step = (len(BARS) - 1) / (high - low) if high > low else 0.0
    return "".join(" " if value is None else BARS[round((value - low) * step)] for value in values)


def json(found: Trends) -> Iterator[str]:
    """Yield one object."""
    yield dumps({"schema": TREND_SCHEMA, **asdict(found)}) + "\n"


def diff_text(old: Run, new: Run, found: Sequence[Change], notes: Sequence[str], colour: bool = False) -> Iterator[str]:
    """Yield the changes from one run to another."""
    yield f"{shown(old.name)} ({old.added[:10]}) → {shown(new.name)} ({new.added[:10]})\n"
    _, *lines = changes(found, colour)
    yield from lines
    yield from (f"note: {shown(note)}\n" for note in notes)


def diff_json(old: Run, new: Run, found: Sequence[Change], notes: Sequence[str]) -> Iterator[str]:
    """Yield one object."""
    head = {"schema": DIFF_SCHEMA, "before": asdict(old), "after": asdict(new), "notes": list(notes)}
    yield dumps({**head, "changes": [asdict(change) for change in found]}) + "\n"
