"""What differs, what the rules found and what changed, for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from tqcheck.model.comparison import Change, Compared, Quality
from tqcheck.model.differences import Apart, Differences
from tqcheck.reporters.comparison.parts import differing
from tqcheck.reporters.comparison.parts.columns import aligned, counted, short
from tqcheck.reporters.comparison.parts.verdicts import families, points, severities, verdict
from tqcheck.reporters.display.colour import BOLD, DIM, GREEN, paint
from tqcheck.reporters.display.safe import shown

NARROWEST, WIDEST, TABLE = 18, 34, 130
"""Columns of a cell in the table of names, numbers and terms, and what the whole of it should keep to."""
RED, CYAN = "31", "36"
_STYLE = {"a": RED, "b": GREEN, "moved-a": CYAN, "moved-b": CYAN}


def differences(found: Differences, systems: Sequence[str], colour: bool) -> Iterator[str]:
    """Yield the sections on what differs."""
    for note in found.notes:
        yield f"\nWhat differs: {note}\n"
    if found.apart:
        yield from _segments(found.apart, colour)
    if found.parallels:
        yield from _parallels(found, systems, colour)
    if found.phrases:
        yield from _phrases(found, colour)
    if found.buckets:
        what = "agreement with the others (chrF++)" if found.metric == "consensus" else found.metric
        yield _head(f"Where the scores part: {what}, * the best", colour)
        table = [["", "", "segments", *(shown(s) + " " for s in systems)]]
        before = ""
        for bucket, cells in differing.bucket_rows(found, systems):
            table.append([cells[0] if bucket.by != before else "", short(cells[1], 44), *cells[2:]])
            before = bucket.by
        yield from aligned(table, range(2, 3 + len(systems)), "  ")


def _head(text: str, colour: bool) -> str:
    return "\n" + paint(text, BOLD, colour) + "\n"


def _segments(apart: Sequence[Apart], colour: bool) -> Iterator[str]:
    yield _head("Segments that differ most", colour)
    legend = "[-only in the first-] {+only in the second+} [~moved, here in the first~] {~here in the second~}"
    yield "  " + paint(legend, DIM, colour) + "\n"
    for one in apart[: differing.SEGMENTS]:
        names = f"{shown(one.a)} and {shown(one.b)}"
        yield f"\n  {shown(one.id)}: {names} agree at {one.agreement:.1f} chrF++\n    "
        for space, kind, text in differing.worded(one.pieces):
            opening, closing = differing.MARKS.get(kind, ("", ""))
            yield space + paint(f"{opening}{text}{closing}", _STYLE.get(kind, ""), colour and kind != "same")
        yield "\n"


def _parallels(found: Differences, systems: Sequence[str], colour: bool) -> Iterator[str]:
    told = "Names, numbers and terms that differ"
    yield _head(told if found.source else f"{told}: what not all have", colour)
    if any(one.wrong for one in found.parallels):
        yield "  " + paint(f"{differing.WRONG}contradicts the source   {differing.NONE} has none", DIM, colour) + "\n"
    kept = differing.chosen(found.parallels)
    for article, group in groupby(kept, key=lambda one: one.article):
        rows = list(group)
        yield f"\n  {shown(article)}\n"
        with_source = any(one.what for one in rows)
        table = [[*(["source", "meaning"] if with_source else ["segment"]), *map(shown, systems)]]
        for one in rows:
            cells = [one.what, one.meaning or one.kind] if with_source else [one.id]
            most = min(WIDEST, max(NARROWEST, TABLE // len(table[0])))
            table.append([short(c, most) for c in [*map(shown, cells), *(differing.cell(one, s) for s in systems)]])
        head, *lines = aligned(table, indent="    ")
        yield paint(head.rstrip("\n"), DIM, colour) + "\n"
        yield from lines
    if more := differing.left_out(len(kept), len(found.parallels), "rows"):
        yield f"\n  {more}\n"


def _phrases(found: Differences, colour: bool) -> Iterator[str]:
    yield _head("Phrases used too often or too rarely (how often, and on average in the others)", colour)
    table = [
        [shown(rendering), told, ", ".join(f"“{shown(p.text)}” {differing.counts(p)}" for p in some)]
        for rendering, told, some in differing.by_rendering(found.phrases)
    ]
    names = [row[0] for row in table]
    yield from aligned(
        [["" if n and names[n - 1] == row[0] else row[0], *row[1:]] for n, row in enumerate(table)], indent="  "
    )
    if len(found.phrases):
        yield f"  {counted(len(found.phrases), 'phrase')}, p<0.05 corrected for all that were tried\n"


def quality(compared: Compared, colour: bool) -> Iterator[str]:
    """Yield the table of findings by family and severity, and the weighed score with its weights."""
    found = compared.quality
    unit = found[0].unit
    size = f"{found[0].size:,}" if len({q.size for q in found}) == 1 else "of its own"
    yield _head(f"What the rules found, per 1,000 {unit} ({size})", colour)
    kinds, grades = families(found), severities(found)
    table = [["", *kinds, *grades, "all", "points"]]
    for one in sorted(found, key=lambda q: q.score):
        table.append([shown(one.rendering), *_rates(one, kinds, grades), f"{one.rate():.1f}", f"{one.score:.1f}"])
    yield from aligned(table, range(1, len(table[0])), "  ")
    yield "  " + paint(points(compared), DIM, colour) + "\n"


def _rates(one: Quality, kinds: Sequence[str], grades: Sequence[str]) -> list[str]:
    rates = [one.rate(family=kind) for kind in kinds] + [one.rate(severity=grade) for grade in grades]
    return [f"{rate:.1f}" if rate else "" for rate in rates]


def changes(found: Sequence[Change], colour: bool) -> Iterator[str]:
    """Yield each change since the baseline with its verdict and the reason."""
    yield _head("Since the baseline", colour)
    table, fails = [], []
    for one in found:
        table.append(
            [
                shown(one.rendering),
                one.metric,
                f"{one.before:.2f} → {one.after:.2f}",
                f"{one.after - one.before:+.2f}",
                *verdict(one),
            ]
        )
        fails.append(one.fails)
    for line, failed in zip(aligned(table, (3,), "  "), fails, strict=True):
        yield paint(line.rstrip("\n"), RED, colour and failed) + "\n"
