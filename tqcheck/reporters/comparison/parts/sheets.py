"""What differs, what the rules found and what changed, as tables of a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.model.comparison import Compared
from tqcheck.model.differences import Differences
from tqcheck.reporters.comparison.parts import differing
from tqcheck.reporters.comparison.parts.verdicts import families, severities, verdict
from tqcheck.reporters.display.page import Sheet


def sheets(compared: Compared) -> Iterator[Sheet]:
    """Yield a table for each part that the comparison has."""
    if compared.changes:
        rows = [
            [c.rendering, c.metric, f"{c.before:.2f}", f"{c.after:.2f}", *verdict(c)] for c in compared.changes
        ]  # fmt: skip
        yield Sheet("Since the baseline", ("rendering", "metric", "before", "after", "verdict", "why"), rows)
    if compared.quality:
        yield _quality(compared)
    if compared.differences:
        yield from _differences(compared.differences, compared)


def _quality(compared: Compared) -> Sheet:
    found = compared.quality
    kinds, grades = families(found), severities(found)
    rows = []
    for one in sorted(found, key=lambda quality: quality.score):
        rates = [one.rate(family=kind) for kind in kinds] + [one.rate(severity=grade) for grade in grades]
        rows.append([one.rendering, *(f"{rate:.1f}" for rate in (*rates, one.rate(), one.score))])
    caption = f"What the rules found, per 1,000 {found[0].unit} (points: the less the better)"
    return Sheet(caption, ("rendering", *kinds, *grades, "all", "points"), rows)


def _differences(found: Differences, compared: Compared) -> Iterator[Sheet]:
    systems = compared.systems
    source = next((row.source_lang for row in compared.rows if row.source), "und")
    target = next((cell.lang for row in compared.rows for cell in row.cells), "und")
    if found.apart:
        caption = (
            "Segments that differ most (struck out: only in the first; underlined: only in the second; dashed: moved)"
        )
        apart: list[Sequence[str | Sequence[tuple[str, str]]]] = []
        for one in found.apart[: differing.SEGMENTS]:
            words: list[tuple[str, str]] = []
            for space, kind, text in differing.worded(one.pieces):
                words += [("same", space), (kind, text)]
            apart.append([one.id, f"{one.a}, {one.b}", f"{one.agreement:.1f}", words])
        head = ("segment", "renderings", "chrF++", "words")
        yield Sheet(caption, head, apart, {3: target}, folded=True, linked=True)
    if found.parallels:
        rows = [
            [p.article if found.source else p.id, p.what, p.meaning or p.kind, *(differing.cell(p, s) for s in systems)]
            for p in differing.chosen(found.parallels)
        ]
        langs = {1: source, **{n: target for n in range(3, 3 + len(systems))}}
        caption = f"Names, numbers and terms that differ ({differing.WRONG.strip()} contradicts the source)"
        yield Sheet(
            caption, ("article" if found.source else "segment", "source", "meaning", *systems), rows, langs, folded=True
        )
    if found.phrases:
        rows = [
            [rendering, told, "; ".join(f"{phrase.text} {differing.counts(phrase)}" for phrase in some)]
            for rendering, told, some in differing.by_rendering(found.phrases)
        ]
        yield Sheet(
            "Phrases used too often or too rarely",
            ("rendering", "used", "phrases, how often for how often"),
            rows,
            {2: target},
            True,
        )
    if found.buckets:
        rows = [[cell.strip() for cell in cells] for _, cells in differing.bucket_rows(found, systems)]
        yield Sheet(f"Where the scores part ({found.metric})", ("by", "value", "segments", *systems), rows, folded=True)
