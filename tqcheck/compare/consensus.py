"""Without a reference: how much each rendering agrees with the others, and which stands apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tqcheck.compare.units import Batch
from tqcheck.metrics import ChrfPlusPlus
from tqcheck.metrics.significance import grouped
from tqcheck.metrics.words import Lexicon
from tqcheck.model.score import Score, ScoreColumn

APART = 6.0
"""Points of mean pairwise chrF++ by which an article's rendering falls below the median of all to be called apart."""
SAMPLE = 400
"""Units, evenly spread, by which a reference is judged."""
ROWS, ALIKE = 5, 1.1
"""Units from which references that belong to others can be told, and by how much those of their own must agree more."""
FEWEST = 3
"""Texts, a reference among them, from which one can be said to stand apart."""


@dataclass(frozen=True)
class Consensus:
    """What the renderings of a batch say of each other.

    scores    mean chrF++ of each with all others, by corpus; columns: by article and segment
    best      for each unit's id the system that agrees most with the others
    outliers  article, system and how far below the others' median it is
    suspect   a sentence on a reference that agrees less with every system than they do among themselves, or no more
              than that of another unit; else empty
    """

    scores: tuple[Score, ...] = ()
    columns: tuple[ScoreColumn, ...] = ()
    best: dict[str, str] | None = None
    outliers: tuple[tuple[str, str, float], ...] = ()
    suspect: str = ""


def consensus(batch: Batch) -> Consensus:
    """What the renderings of a batch say of each other; with a reference, only whether it is to be doubted."""
    systems = batch.systems
    if batch.has_reference:
        return Consensus(suspect=_suspect(batch))
    if len(systems) < 2 or not batch.units:
        return Consensus()
    agreeing = similar([[unit.texts[n] for unit in batch.units] for n in range(len(systems))])
    mean = agreeing.sum(axis=1) / (len(systems) - 1)
    metric = ChrfPlusPlus()
    signature = f"mean pairwise {metric.signature(segments=True)}"
    articles = [unit.group for unit in batch.units]
    sizes = Counter(articles)
    names = tuple(sizes)
    by_article = grouped(mean.T, articles) / np.array(list(sizes.values()))[:, None]
    ids = tuple(unit.id for unit in batch.units)
    scores: list[Score] = []
    columns: list[ScoreColumn] = []
    for n, system in enumerate(systems):
        scores.append(Score("consensus", system, "corpus", "", float(mean[n].mean()), signature))
        if len(names) > 1:
            columns.append(ScoreColumn("consensus", system, "article", signature, names, by_article[:, n].tolist()))
        columns.append(ScoreColumn("consensus", system, "segment", signature, ids, mean[n].tolist()))
    best = {name: systems[n] for name, n in zip(ids, mean.argmax(axis=0).tolist(), strict=True)}
    outliers: list[tuple[str, str, float]] = []
    if len(systems) >= FEWEST:
        below = np.median(by_article, axis=1)[:, None] - by_article
        outliers = [(names[row], systems[n], float(below[row, n])) for row, n in np.argwhere(below > APART).tolist()]
    return Consensus(tuple(scores), tuple(columns), best, tuple(outliers))


def similar(texts: Sequence[Sequence[str]]) -> npt.NDArray[np.float64]:
    """chrF++ of each text with each other, by unit: (texts, texts, units), zero with itself. Not quite symmetric."""
    metric = ChrfPlusPlus()
    lexicon, read = Lexicon(), metric.reader()
    prepared = [read(lexicon.read(side)) for side in texts]
    size = len(texts)
    found = np.zeros((size, size, len(texts[0])))
    for b in range(size):
        statistics = metric.comparing(prepared[b])
        for a in range(b):
            rows = statistics(prepared[a])
            found[a, b] = metric.scores(rows)
            # The other way round what one makes and the other has change places; the matches are the same.
            found[b, a] = metric.scores(rows[:, [3 * (n // 3) + (1, 0, 2)[n % 3] for n in range(rows.shape[1])]])
    return found


def _suspect(batch: Batch) -> str:
    units = batch.units[:: max(1, len(batch.units) // SAMPLE)]
    texts = [[unit.texts[n] for unit in units] for n in range(len(batch.systems))]
    references = [unit.reference or "" for unit in units]
    mean = similar([*texts, references, references[1:] + references[:1]]).mean(axis=2)
    if len(units) >= ROWS and (mean[-2, :-2] <= ALIKE * mean[-1, :-2]).all():
        return (
            "the references agree with the renderings of their segments no more than those of other segments do: they "
            "are of another text, or have slipped out of place; scores against them say nothing"
        )
    if len(batch.systems) < FEWEST:
        return ""
    mean = mean[:-1, :-1]
    own = mean[-1, :-1].mean()
    others = [mean[n, [m for m in range(len(texts)) if m != n]].mean() for n in range(len(texts))]
    if own + APART < min(others):
        return (
            f"the reference agrees with the renderings at {own:.1f} chrF++ and they with each other at "
            f"{min(others):.1f} or more: it may be free, or of another text; scores against it say little"
        )
    return ""
