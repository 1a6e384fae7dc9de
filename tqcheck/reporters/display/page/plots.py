"""Plots as plain geometry, to be drawn as SVG: lengths in units of its view box."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

WIDTH = 720
LABEL = 170
"""Room for labels on the left."""
VALUE = 150
"""Room for figures on the right."""
LINE = 18
"""Height of a line."""
HEAD = 26
"""Height of a heading with the space before it."""
GAP = 8
"""Between groups whose heading stands beside them."""
MANY = 24
"""Bars of a plot from which those of no length are left out."""
CUT = 24
"""Characters of a label."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a plot.

    y      its middle
    style  number of its colour
    start  where its bar or interval begins, `end` where it ends, `dot` where its point is (None for a bar)
    """

    y: float
    label: str
    value: str
    style: int
    start: float
    end: float
    dot: float | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under or beside a heading, whose middle is `y`."""

    heading: str
    y: float
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Plot:
    """A plot with what it shows in words."""

    title: str
    description: str
    height: float
    groups: tuple[Group, ...]


def bars(title: str, counts: Mapping[str, Mapping[str, int]]) -> Plot:
    """Horizontal bars.

    counts  by group, then by line; each line has one colour in all groups. Of many lines those without any are left out
    """
    most = max((n for lines in counts.values() for n in lines.values()), default=0) or 1
    styles = {label: n for n, label in enumerate(dict.fromkeys(label for lines in counts.values() for label in lines))}
    if sum(map(len, counts.values())) > MANY:
        counts = {heading: {k: n for k, n in lines.items() if n} for heading, lines in counts.items()}
    groups: list[Group] = []
    y = 0.0
    for heading, lines in counts.items():
        drawn = tuple(
            Line(
                y + LINE * (n + 0.5),
                _cut(label),
                f"{count:,}",
                styles[label],
                LABEL + 10,
                _scale(count, 0, most),
            )
            for n, (label, count) in enumerate(lines.items())
        )
        groups.append(Group(heading, y + LINE * 0.5, drawn))
        y += LINE * len(drawn) + GAP
    said = "; ".join(f"{g.heading}: {', '.join(f'{x.label} {x.value}' for x in g.lines)}" for g in groups)
    return Plot(title, said, y + 8, tuple(groups))


def intervals(
    title: str,
    values: Mapping[str, Sequence[tuple[str, float, tuple[float, float] | None, str]]],
    styles: Sequence[str],
) -> Plot:
    """Points with their intervals.

    values  by group: label, value, interval and what else to say, line by line; each group has its own scale
    styles  labels in the order of their colours
    """
    groups: list[Group] = []
    y = 0.0
    for heading, lines in values.items():
        ends = [end for _, value, interval, _ in lines for end in (interval or (value, value))]
        low, high = min(ends), max(ends)
        if high == low:
            low, high = low - 1, high + 1
        drawn = []
        for n, (label, value, interval, more) in enumerate(lines):
            start, end = interval or (value, value)
            drawn.append(
                Line(
                    y + HEAD + LINE * (n + 0.5), _cut(label), f"{value:.1f}{more}", styles.index(label),
                    _scale(start, low, high), _scale(end, low, high), _scale(value, low, high),
                )
            )  # fmt: skip
        groups.append(Group(f"{heading}  ({low:.1f} to {high:.1f})", y + HEAD * 0.6, tuple(drawn)))
        y += HEAD + LINE * len(drawn)
    said = "; ".join(f"{g.heading}: {', '.join(f'{x.label} {x.value}' for x in g.lines)}" for g in groups)
    return Plot(title, said, y + 8, tuple(groups))


def _scale(value: float, low: float, high: float) -> float:
    return round(LABEL + 10 + (WIDTH - LABEL - VALUE - 20) * (value - low) / (high - low), 1)


def _cut(label: str) -> str:
    return label if len(label) <= CUT else label[: CUT - 1] + "…"
