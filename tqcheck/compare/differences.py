"""What differs between renderings: segments, words, names and numbers, habits, and where scores part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from tqcheck import lang
from tqcheck.compare.buckets import buckets
from tqcheck.compare.consensus import similar
from tqcheck.compare.parallels import parallels
from tqcheck.compare.phrases import phrases
from tqcheck.compare.uneven import uneven
from tqcheck.compare.units import Batch, Unit
from tqcheck.compare.wording import word_changes
from tqcheck.model.comparison import Kept
from tqcheck.model.differences import Apart, Differences, Parallel
from tqcheck.model.document import Article
from tqcheck.prepare import GlossaryLookup

MOST = 20
"""Segments kept of those that differ most."""


def differences(
    batch: Batch, articles: Iterable[Article], kept: Sequence[Kept] = (), glossary_files: Sequence[str] = ()
) -> Differences:
    """What differs between the renderings of a batch.

    articles        those that the batch was made of, for the evidence of their sources
    kept            statistics against the reference, where there is one
    glossary_files  the user's terms
    """
    if len(batch.systems) < 2:
        return Differences(notes=("one rendering: nothing that it could differ from",))
    agreeing = similar([[unit.texts[n] for unit in batch.units] for n in range(len(batch.systems))])
    glossaries = GlossaryLookup(glossary_files)
    language = lang.get(batch.lang)
    found, metric = buckets(batch, kept, agreeing, glossaries)
    texts = [[unit.texts[n] for unit in batch.units] for n in range(len(batch.systems))]
    beside = tuple(_parallels(batch, {article.id: article for article in articles}, glossaries))
    return Differences(
        apart=tuple(_apart(batch, agreeing)),
        parallels=beside,
        phrases=phrases(batch.systems, texts, [unit.id for unit in batch.units], language),
        buckets=found,
        metric=metric,
        source=bool(batch.sources),
    )


def _apart(batch: Batch, agreeing: npt.NDArray[np.float64]) -> Iterator[Apart]:
    """The units in which any two renderings agree least, with these two."""
    size = len(batch.systems)
    pairs = [(a, b) for a in range(size) for b in range(a + 1, size)]
    table = np.stack([(agreeing[a, b] + agreeing[b, a]) / 2 for a, b in pairs])
    least, which = table.min(axis=0), table.argmin(axis=0)
    language = lang.get(batch.lang)
    for row in np.argsort(least, kind="stable")[:MOST]:
        unit = batch.units[row]
        a, b = pairs[int(which[row])]
        if unit.texts[a] != unit.texts[b]:
            pieces = word_changes(unit.texts[a], unit.texts[b], language)
            yield Apart(unit.id, unit.group, batch.systems[a], batch.systems[b], float(least[row]), pieces)


def _parallels(batch: Batch, articles: Mapping[str, Article], glossaries: GlossaryLookup) -> Iterator[Parallel]:
    """By the source where an article has one, else by the renderings alone; document by document."""
    groups: dict[str, list[Unit]] = defaultdict(list)
    for unit in batch.units:
        groups[unit.group].append(unit)
    for group, units in groups.items():
        ids = dict.fromkeys(unit.article for unit in units)
        with_source = [articles[one] for one in ids if one in batch.sources]
        if with_source:
            yield from parallels(with_source, group, batch.systems, glossaries)
        for unit in units:
            if unit.article not in batch.sources:
                yield from uneven(unit, batch.systems, lang.get(batch.lang))
