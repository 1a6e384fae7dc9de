"""Renderings beside each other: scores, what is significant, what they agree on."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from tqcheck import __version__
from tqcheck.compare.consensus import consensus
from tqcheck.compare.quality import described, quality
from tqcheck.compare.scoring import Scored, Testing, score
from tqcheck.compare.units import Batch, Unit, batch_of, joined
from tqcheck.errors import UsageError
from tqcheck.metrics import named
from tqcheck.model.comparison import Compared, Outlier
from tqcheck.model.differences import Differences
from tqcheck.model.document import Article
from tqcheck.model.finding import Finding
from tqcheck.model.report import Row, Skipped

__all__ = ["Testing", "compare", "joined"]


def compare(
    articles: Iterable[Article | Skipped], metrics: Sequence[str] = ("bleu", "chrf", "chrf++", "ter"),
    testing: Testing | None = None, keep_texts: bool = False, differing: bool = False,
    findings: Iterable[Finding] | None = None, glossaries: Sequence[str] = (),
) -> Compared:  # fmt: skip
    """Compare the renderings of articles: against the reference where every article has one, and with each other.

    keep_texts  whether the outcome has the texts as well, for a report that shows them
    differing   whether to say what differs as well
    findings    what the rules found in these articles, each rendering a candidate, to be counted and weighed
    glossaries  files of the user's terms, for what differs

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
    return Compared(
        version=__version__,
        systems=batch.systems,
        articles=tuple(dict.fromkeys(unit.group for unit in batch.units)),
        segments=len(batch.units),
        reference=batch.has_reference,
        scores=(*scored.scores, *agreed.scores),
        columns=(*scored.columns, *agreed.columns),
        comparisons=tuple(scored.comparisons),
        ranks=scored.ranks,
        best=Counter((agreed.best or {}).values()),
        outliers=tuple(Outlier(*outlier) for outlier in agreed.outliers),
        suspect=agreed.suspect,
        notes=tuple(notes),
        skipped=batch.skipped,
        rows=_rows(batch) if keep_texts else (),
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


def _differences(
    batch: Batch, articles: Iterable[Article | Skipped], scored: Scored, glossaries: Sequence[str]
) -> Differences:
    from tqcheck.compare.differences import differences  # most of what the rules know

    read = [article for article in articles if isinstance(article, Article)]
    return differences(batch, read, scored.kept, glossaries)


def _digest(unit: Unit) -> str:
    """What tells one reference from another."""
    return hashlib.sha256((unit.reference or "").encode("utf-8", "surrogatepass")).hexdigest()[:16]
