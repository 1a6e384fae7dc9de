"""Renderings beside each other: scores, what is significant, what they agree on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from tqcheck import __version__
from tqcheck.compare.consensus import consensus
from tqcheck.compare.scoring import Testing, score
from tqcheck.compare.units import batch_of, joined
from tqcheck.errors import UsageError
from tqcheck.metrics import named
from tqcheck.model.comparison import Compared, Outlier
from tqcheck.model.document import Article
from tqcheck.model.report import Skipped

__all__ = ["Testing", "compare", "joined"]


def compare(
    articles: Iterable[Article | Skipped], metrics: Sequence[str] = ("bleu", "chrf", "chrf++", "ter"),
    testing: Testing | None = None,
) -> Compared:  # fmt: skip
    """Compare the renderings of articles: against the reference where every article has one, and with each other.

    Raises UsageError for an unknown metric or where there is nothing to compare, InputError for a row of a table that
    lacks a rendering.
    """
    named(metrics)
    batch = batch_of(articles)
    if not batch.units:
        raise UsageError(f"nothing to compare{': ' + batch.notes[0] if batch.notes else ''}")
    notes = list(batch.notes)
    agreed = consensus(batch)
    scored = score(batch, metrics, testing) if batch.has_reference else None
    if len(batch.systems) == 1:
        notes.append("one rendering: nothing to compare it with" + (" but the reference" if scored else ""))
        if not scored:
            notes.append("without a reference (--reference) or a second rendering there are no scores")
    if len(batch.units) == 1 and scored:
        notes.append("one segment: no intervals and no significance can be computed")
    return Compared(
        version=__version__,
        systems=batch.systems,
        articles=tuple(dict.fromkeys(unit.article for unit in batch.units)),
        segments=len(batch.units),
        reference=batch.has_reference,
        scores=(scored.scores if scored else ()) + agreed.scores,
        comparisons=scored.comparisons if scored else (),
        ranks=(scored.ranks if scored else None) or {},
        best=Counter((agreed.best or {}).values()),
        outliers=tuple(Outlier(*outlier) for outlier in agreed.outliers),
        suspect=agreed.suspect,
        notes=tuple(notes),
        skipped=batch.skipped,
    )
