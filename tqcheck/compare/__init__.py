"""Renderings beside each other: scores, what is significant, what they agree on."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict

from tqcheck import __version__
from tqcheck.compare.consensus import Consensus, consensus
from tqcheck.compare.quality import described, quality
from tqcheck.compare.scoring import LEVEL, Scored, Testing, score
from tqcheck.compare.units import Batch, Unit, batch_of, joined
from tqcheck.errors import UsageError
from tqcheck.metrics import named
from tqcheck.model.comparison import Compared, Outlier
from tqcheck.model.differences import Differences
from tqcheck.model.document import Article
from tqcheck.model.finding import Finding
from tqcheck.model.report import Row, RuleDoc, Skipped

__all__ = ["Testing", "compare", "joined"]


def compare(
    articles: Iterable[Article | Skipped], metrics: Sequence[str] = ("bleu", "chrf", "chrf++", "ter"),
    testing: Testing | None = None, keep_texts: bool = False, differing: bool = False,
    findings: Sequence[Finding] | None = None, glossaries: Sequence[str] = (), rules: Sequence[RuleDoc] = (),
) -> Compared:  # fmt: skip
    """Compare the renderings of articles: against the reference where every article has one, and with each other.

    keep_texts  whether the outcome has the texts as well, for a report that shows them
    differing   whether to say what differs as well
    findings    what the rules found in these articles, each rendering a candidate, to be counted and weighed
    glossaries  files of the user's terms, for what differs
    rules       what the rules mean that found these, for a report that shows them in the texts

    Raises UsageError for an unknown metric or where there is nothing to compare, InputError for a row of a table that
    lacks a rendering.
    """
    named(metrics)
    testing = testing or Testing()
    articles = list(articles)
    batch = batch_of(articles)
    if not batch.units:
        raise UsageError(f"nothing to compare{': ' + batch.notes[0] if batch.notes else ''}")
    notes = list(batch.notes)
    agreed = consensus(batch)
    scored = score(batch, metrics, testing) if batch.has_reference else Scored()
    if len(batch.systems) == 1:
        notes.append(
            "one rendering: nothing to compare it with" + (" but the reference" if batch.has_reference else "")
        )
        if not batch.has_reference:
            notes.append("without a reference (--reference) or a second rendering there are no scores")
    if len(batch.units) == 1 and batch.has_reference:
        notes.append("one segment: no intervals and no significance can be computed")
    pairs = len(batch.systems) * (len(batch.systems) - 1) // 2
    if scored.comparisons and pairs > LEVEL * (testing.resamples + 1):
        notes.append(
            f"{testing.resamples:,} resamples are too few to tell any of {pairs} pairs apart: "
            f"--resamples {round(2 * pairs / LEVEL):,} or more"
        )
    notes += _empty(batch)
    return Compared(
        version=__version__,
        systems=batch.systems,
        articles=tuple(dict.fromkeys(unit.group for unit in batch.units)),
        segments=len(batch.units),
        reference=batch.has_reference,
        scores=(*scored.scores, *agreed.scores),
        columns=(*scored.columns, *agreed.columns),
        comparisons=tuple(scored.comparisons),
        ranks=scored.ranks if len(batch.systems) > 1 else {},
        best=Counter((agreed.best or {}).values()),
        best_articles=dict(_best_articles(agreed)),
        outliers=tuple(Outlier(*outlier) for outlier in agreed.outliers),
        suspect=agreed.suspect,
        notes=tuple(notes),
        skipped=batch.skipped,
        rows=_rows(batch) if keep_texts else (),
        groups={unit.article: unit.group for unit in batch.units if unit.doc} if keep_texts else {},
        findings=tuple(_shown(batch, findings)) if keep_texts and findings else (),
        rules=tuple(rules) if keep_texts else (),
        settings={
            "target_lang": batch.lang,
            "weights": None if findings is None else described(),
            "testing": asdict(testing),
        },
        units=tuple((unit.id, unit.group, _digest(unit)) for unit in batch.units) if batch.has_reference else (),
        statistics=tuple(scored.kept),
        differences=_differences(batch, articles, scored, glossaries) if differing else None,
        quality=() if findings is None else quality(batch, findings),
    )


def _rows(batch: Batch) -> tuple[Row, ...]:
    from tqcheck.compare.beside import side_by_side

    return tuple(side_by_side(batch))


def _empty(batch: Batch) -> Iterator[str]:
    """What has no words, which no score leaves out."""
    sides = [*zip(batch.systems, zip(*(unit.texts for unit in batch.units), strict=True), strict=True)]
    if batch.has_reference:
        sides.append(("the reference", tuple(unit.reference or "" for unit in batch.units)))
    for name, texts in sides:
        if empty := sum(not text.strip() for text in texts):
            yield f"{name}: {empty:,} segment{'s are' if empty > 1 else ' is'} empty"


def _best_articles(agreed: Consensus) -> Iterator[tuple[str, str]]:
    """The rendering of each article that agrees most with the others."""
    columns = [column for column in agreed.columns if column.level == "article"]
    if len(agreed.best or ()) <= max((len(column.ids) for column in columns), default=0):
        return  # articles of one segment each
    for values in zip(*columns, strict=True):
        best = max(values, key=lambda score: score.value)
        yield best.id, best.rendering


def _shown(batch: Batch, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings in what was compared."""
    articles = {unit.article for unit in batch.units}
    for finding in findings:
        if finding.article in articles and finding.rendering in batch.systems:
            yield finding


def _differences(
    batch: Batch, articles: Iterable[Article | Skipped], scored: Scored, glossaries: Sequence[str]
) -> Differences:
    from tqcheck.compare.differences import differences  # most of what the rules know

    read = [article for article in articles if isinstance(article, Article)]
    return differences(batch, read, scored.kept, glossaries)


def _digest(unit: Unit) -> str:
    """What tells one reference from another."""
    return hashlib.sha256((unit.reference or "").encode("utf-8", "surrogatepass")).hexdigest()[:16]
