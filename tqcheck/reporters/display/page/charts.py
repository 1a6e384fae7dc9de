"""Scores over the runs of a history as plain geometry, to be drawn as SVG: lengths in units of its view box."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil

from tqcheck.model.history import Run, Trend, Trends

WIDTH = 720
LEFT, RIGHT = 60, 200
"""Room for the figures of the scale and for the labels of curves."""
HEAD, FOOT = 30, 24
"""Room for a panel's heading above it, and for the names of runs below it."""
LEAST = 96
"""Height of a panel's field, at least."""
LINE = 14
"""Height of a label."""
STYLES = 8
LETTER = 6.5
"""Width of a letter, about."""
CUT = 16
"""Characters of such a name, and of a curve's."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Curve:
    """A line through the runs that have a value, broken where one has none.

    parts   the stretches, each as SVG has the points of a polyline
    points  where the values are, with what each is
    label   its name and last value, whose middle is at the height `y`; `at` is the last value's own height
    """

    label: str
    y: float
    at: float
    style: int
    parts: tuple[str, ...]
    points: tuple[tuple[float, float, str], ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """The curves of one metric over a common scale.

    top, bottom  of its field; high and low are what these stand for
    runs         where a run's name is written, the name, and `start`, `middle` or `end`: what of it stands there
    """

    heading: str
    y: float
    top: float
    bottom: float
    high: str
    low: str
    curves: tuple[Curve, ...]
    runs: tuple[tuple[float, str, str], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Panels below each other, with what they show in words."""

    title: str
    description: str
    height: float
    panels: tuple[Panel, ...]


def chart(trends: Trends, order: Sequence[str] = ()) -> Chart | None:
    """The trends as a chart, a panel for each metric that two runs have; None where there is none.

    order  renderings in the order of their colours
    """
    panels: list[Panel] = []
    said: list[str] = []
    y = 0.0
    # A rendering has its colour in every panel.
    names = dict.fromkeys((*order, *(one.rendering for one in trends.trends)))
    styles = {name: n % STYLES for n, name in enumerate(names)}
    for metric, group in groupby(trends.trends, key=_heading):
        shown = [one for one in group if any(value is not None for value in one.values)]
        if sum(any(one.values[n] is not None for one in shown) for n in range(len(trends.runs))) > 1:
            panels.append(_panel(metric, shown, trends.runs, y, styles))
            y = panels[-1].bottom + FOOT + 8
            said.append(f"{metric}: " + ", ".join(f"{one.rendering} {_told(one.values)}" for one in shown))
    return Chart(f"Over the last {len(trends.runs)} runs", "; ".join(said), y, tuple(panels)) if panels else None


def _heading(trend: Trend) -> str:
    """The panel of a trend: findings of one family are too few to be seen below all of them."""
    if trend.metric != "findings":
        return trend.metric
    return "findings per 1,000 words" if trend.rendering == "all" else "by family"


def _told(values: Sequence[float | None]) -> str:
    known = [f"{value:.1f}" for value in values if value is not None]
    return known[0] if len(known) == 1 else f"from {known[0]} to {known[-1]}"


def _panel(metric: str, trends: Sequence[Trend], runs: Sequence[Run], y: float, styles: dict[str, int]) -> Panel:
    known = [value for trend in trends for value in trend.values if value is not None]
    low, high = min(known), max(known)
    if high == low:
        low, high = low - 1, high + 1
    top = y + HEAD
    bottom = top + max(LEAST, LINE * len(trends))
    places = [round(LEFT + n * (WIDTH - LEFT - RIGHT) / (len(runs) - 1), 1) for n in range(len(runs))]

    def height(value: float) -> float:
        return round(bottom - (bottom - top) * (value - low) / (high - low), 1)

    last = [next(v for v in reversed(trend.values) if v is not None) for trend in trends]
    apart = _apart([height(value) for value in last], top, bottom)
    curves = []
    for trend, value, at in zip(trends, last, apart, strict=True):
        points = [None if v is None else (x, height(v)) for x, v in zip(places, trend.values, strict=True)]
        told = tuple(
            (*point, f"{run.name}: {trend.rendering} {v:.1f}")
            for point, v, run in zip(points, trend.values, runs, strict=True)
            if point and v is not None
        )
        label = f"{_cut(trend.rendering)}  {value:.1f}"
        style = styles[trend.rendering]
        curves.append(Curve(label, at, height(value), style, tuple(_parts(points)), told))
    step = _step(runs)
    named = [(n, x) for n, x in enumerate(places) if n % step == 0 or n == len(runs) - 1]
    if len(named) > 2 and named[-1][0] - named[-2][0] < step:
        del named[-2]
    marks = tuple(
        (x, _cut(runs[n].name), "start" if n == 0 else "end" if n == len(runs) - 1 else "middle") for n, x in named
    )
    return Panel(metric, y + HEAD * 0.4, top, bottom, f"{high:.1f}", f"{low:.1f}", tuple(curves), marks)


def _step(runs: Sequence[Run]) -> int:
    """Of how many runs one is named, so that the names have room: the first begins, the others have their middle."""
    widest = LETTER * (1 + max(len(_cut(run.name)) for run in runs))
    return max(1, ceil(1.5 * widest * (len(runs) - 1) / (WIDTH - LEFT - RIGHT)))


def _parts(points: Sequence[Point | None]) -> Iterator[str]:
    """The stretches without a gap, those of one point left out."""
    for there, group in groupby(points, key=lambda point: point is not None):
        stretch = [point for point in group if point]
        if there and len(stretch) > 1:
            yield " ".join(f"{x:g},{y:g}" for x, y in stretch)


def _apart(heights: Sequence[float], top: float, bottom: float) -> list[float]:
    """Heights of labels, moved from where they should be so far that none covers another."""
    order = sorted(range(len(heights)), key=lambda n: heights[n])
    found = list(heights)
    least = top
    for n in order:
        found[n] = least = max(heights[n], least)
        least += LINE
    most = bottom
    for n in reversed(order):
        found[n] = most = min(found[n], most)
        most -= LINE
    return [round(y, 1) for y in found]


def _cut(label: str) -> str:
    return label if len(label) <= CUT else label[: CUT - 1] + "…"
