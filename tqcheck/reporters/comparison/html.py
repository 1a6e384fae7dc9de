"""A comparison as one page for a browser: scores with their intervals, and the texts side by side."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from tqcheck.model.comparison import Compared
from tqcheck.model.document import Role
from tqcheck.reporters.base import PLAIN, View
from tqcheck.reporters.comparison.parts.sheets import sheets
from tqcheck.reporters.comparison.parts.verdicts import families
from tqcheck.reporters.comparison.text import detectable, difference_cells, score_table
from tqcheck.reporters.display.page import Page, Sheet, page
from tqcheck.reporters.display.page.charts import chart
from tqcheck.reporters.display.page.findings import data
from tqcheck.reporters.display.page.plots import Plot, bars, intervals
from tqcheck.reporters.display.page.table import Table

TEXTS = True
OPEN = 12
"""Rows of a table that is shown unfolded."""


def render(compared: Compared, view: View = PLAIN) -> Iterator[str]:
    """Yield the page."""
    table = Table(compared.rows, compared.findings, compared.groups)
    systems, segments = len(compared.systems), compared.segments
    yield from page(
        Page(
            title=f"tqcheck: {systems} rendering{'s' * (systems != 1)} compared",
            version=compared.version,
            facts=[
                f"{len(compared.articles):,} article{'s' * (len(compared.articles) != 1)}",
                f"{segments:,} segment{'s' * (segments != 1)}",
                "against the reference" if compared.reference else "without a reference",
            ],
            warnings=[compared.suspect] if compared.suspect else [],
            plots=list(_plots(compared)),
            chart=chart(compared.trends, compared.systems) if compared.trends else None,
            sheets=list(_sheets(compared)),
            notes=[
                *(f"not read: {one.path}: {one.reason}" for one in compared.skipped),
                *([detectable(compared)] if compared.comparisons else []),
                *compared.notes,
                *(
                    f"{one.article}: {one.rendering} stands apart, {one.below:.1f} points of chrF++ below the others"
                    for one in compared.outliers
                ),
            ],
        ),
        table.rows(_scores(compared, table)),
        lambda: data(
            table,
            compared.findings,
            compared.rules,
            list(dict.fromkeys(one.metric for one in compared.columns if one.level == "segment")),
        ),
    )


def _scores(compared: Compared, table: Table) -> dict[str, dict[str, list[float | None]]]:
    """Scores of each segment by its id, metric and column."""
    columns = {}
    if table.by_name:
        columns = {name: n for n, (role, name) in enumerate(table.columns) if role == Role.CANDIDATE.value}
    found: dict[str, dict[str, list[float | None]]] = defaultdict(dict)
    for one in compared.columns:
        if one.level == "segment" and one.rendering in columns:
            for score in one:
                values = found[score.id].setdefault(score.metric, [None] * len(table.columns))
                values[columns[score.rendering]] = round(score.value, 1)
    return found


def _plots(compared: Compared) -> Iterator[Plot]:
    """Each metric's corpus scores with their intervals, the best first; findings where the rules were run."""
    groups: dict[str, list[tuple[str, float, tuple[float, float] | None, str]]] = {}
    for metric in dict.fromkeys(score.metric for score in compared.scores):
        ranks = compared.ranks.get(metric, {})
        lines = []
        for system in compared.systems:
            if score := compared.corpus_score(metric, system):
                rank = f" (rank {ranks[system]})" if system in ranks else ""
                lines.append((system, score.value, score.interval, rank))
        groups[metric] = sorted(lines, key=lambda line: line[1] if metric == "ter" else -line[1])
    if groups:
        told = any(line[2] for lines in groups.values() for line in lines)
        yield intervals("Scores with 95% intervals" if told else "Scores", groups, compared.systems)
    if compared.quality:
        counts: dict[str, dict[str, int]] = {family: {} for family in families(compared.quality)}
        for family, line in counts.items():
            for one in compared.quality:
                line[one.rendering] = sum(n for (f, _), n in one.counts.items() if f == family)
        yield bars("Findings by family and rendering", counts)


def _sheets(compared: Compared) -> Iterator[Sheet]:
    scores = list(score_table(compared))
    if len(scores[0]) > 1:
        told = " (the same rank in brackets: cannot be told apart)" if compared.ranks else ""
        yield Sheet(f"Scores{told}", ["rendering", *scores[0][1:]], scores[1:])
    if compared.comparisons:
        pairs = ("metric", "renderings", "difference", "p, corrected for all pairs", "what it means")
        rows = [[cell.strip() for cell in difference_cells(one)] for one in compared.comparisons]
        folded = len(rows) > OPEN
        yield Sheet(f"Differences ({compared.comparisons[0].method})", pairs, rows, folded=folded)
    if compared.best:
        articles = Counter(compared.best_articles.values())
        rows = [
            [system, f"{compared.best.get(system, 0):,}", *([f"{articles[system]:,}"] if articles else [])]
            for system in compared.systems
        ]
        head = ("rendering", "segments", *(["articles"] if articles else []))
        yield Sheet("Where each agrees most with the others", head, rows)
    yield from sheets(compared)
    signatures = dict.fromkeys(
        (s.metric, s.signature) for s in compared.scores if s.level == "corpus" and s.aggregate != "mean of segments"
    )
    if signatures:
        yield Sheet("Signatures", ("metric", "signature"), [list(pair) for pair in signatures], folded=True)
