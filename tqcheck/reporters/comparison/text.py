"""A comparison for a person to read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from tqcheck.model.comparison import Compared
from tqcheck.model.score import Comparison, Score
from tqcheck.reporters.base import PLAIN, View
from tqcheck.reporters.comparison.parts import text as parts
from tqcheck.reporters.display.safe import shown

SURE = 0.05


def render(compared: Compared, view: View = PLAIN) -> Iterator[str]:
    """Yield the table of scores, the differences, the consensus, notes and signatures."""
    of = _count(len(compared.articles), "article"), _count(compared.segments, "segment")
    against = "against the reference" if compared.reference else "without a reference"
    yield f"{_count(len(compared.systems), 'rendering')}, {of[0]}, {of[1]}, {against}\n"
    table = list(score_table(compared))
    if len(table) > 1:
        yield "\n"
        yield from _aligned(table)
    if compared.suspect:
        yield f"\nwarning: {compared.suspect}\n"
    if compared.comparisons:
        yield f"\nDifferences ({compared.comparisons[0].method}; p corrected for all pairs)\n"
        yield from _aligned([list(difference_cells(one)) for one in compared.comparisons])
        yield f"  {detectable(compared)}\n"
    if compared.best:
        told = ", ".join(f"{shown(s)} {compared.best.get(s, 0)}" for s in compared.systems)
        yield f"\nSegments in which each agrees most with the others: {told}\n"
    if compared.best_articles:
        articles = Counter(compared.best_articles.values())
        told = ", ".join(f"{shown(s)} {articles[s]}" for s in compared.systems)
        yield f"Articles in which each agrees most with the others: {told}\n"
    for outlier in compared.outliers:
        yield (
            f"{shown(outlier.article)}: {shown(outlier.rendering)} stands apart, {outlier.below:.1f} points of chrF++"
            " below the others\n"
        )
    if compared.quality:
        yield from parts.quality(compared, view.colour)
    if compared.differences:
        yield from parts.differences(compared.differences, compared.systems, view.colour)
    if compared.changes:
        yield from parts.changes(compared.changes, view.colour)
    for note in () if view.brief else compared.notes:
        yield f"\nnote: {shown(note)}\n"
    signatures = dict.fromkeys(
        (s.metric, s.signature) for s in compared.scores if s.level == "corpus" and s.aggregate != "mean of segments"
    )
    if signatures and not view.brief:
        yield "\nSignatures\n"
        yield from (f"  {metric}: {signature}\n" for metric, signature in signatures)


def score_table(compared: Compared) -> Iterator[list[str]]:
    """A header and a row for each system: each metric's corpus score with its interval and rank cluster."""
    metrics = list(dict.fromkeys(score.metric for score in compared.scores))
    yield ["", *metrics]
    order: Sequence[str] = compared.systems
    if metrics:
        values = {s: compared.corpus_score(metrics[0], s) for s in compared.systems}
        order = sorted(order, key=lambda s: -(found.value if (found := values[s]) else 0.0))
    for system in order:
        cells = [_cell(compared.corpus_score(metric, system), compared, metric, system) for metric in metrics]
        yield [shown(system), *cells]


def _cell(score: Score | None, compared: Compared, metric: str, system: str) -> str:
    if score is None:
        return ""
    text = f"{score.value:.1f}"
    if score.interval:
        text += f" ±{(score.interval[1] - score.interval[0]) / 2:.1f}"
    rank = compared.ranks.get(metric, {}).get(system)
    return f"{text} ({rank})" if rank else text


def difference_cells(one: Comparison) -> Iterator[str]:
    """One comparison in words: metric, who is over whom, by how much, how sure, and what it means."""
    lower = one.metric == "ter"
    first, second = (one.a, one.b) if (one.difference >= 0) != lower else (one.b, one.a)
    yield f"  {one.metric}"
    yield f"{shown(first)} over {shown(second)}"
    yield f"{'-' if lower else '+'}{abs(one.difference):.2f}"
    yield f"p={one.p_adjusted:.3f}"
    if one.p_adjusted > SURE:
        yield f"not told apart (this batch can tell {one.detectable:.2f})"
    elif one.agreement is not None:
        yield f"people agree with so large a difference {100 * one.agreement:.0f}% of the time"
    else:
        yield "significant"


def detectable(compared: Compared) -> str:
    """From how large a difference on this batch tells any two of the renderings apart."""
    least: dict[str, float] = {}
    for one in compared.comparisons:
        least[one.metric] = max(one.detectable, least.get(one.metric, 0.0))
    told = ", ".join(f"{metric} {points:.2f}" for metric, points in least.items())
    return f"This batch shows a difference four times in five from so many points on: {told}"


def _aligned(table: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(len(row[n]) for row in table if n < len(row)) for n in range(max(map(len, table)))]
    for row in table:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)).rstrip() + "\n"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number:,} {noun}s"
