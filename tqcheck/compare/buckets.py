"""Scores over the segments that share a trait: length, numbers, names, outlet, article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from tqcheck import lang
from tqcheck.compare.units import Batch, Unit
from tqcheck.lang.base import Language
from tqcheck.metrics import named
from tqcheck.model.comparison import Kept
from tqcheck.model.differences import Bucket
from tqcheck.prepare import GlossaryLookup

LENGTHS = ((10, "1 to 10 words"), (20, "11 to 20 words"), (30, "21 to 30 words"), (50, "31 to 50 words"))
LONGER = "over 50 words"
EDGE = 120
"""Characters at either end of a source within which it says who wrote it: dateline and credit."""
OUTLETS = frozenset({"agency", "outlet"})
PREFERRED = "chrf++"

Scores = Callable[[Sequence[int]], Mapping[str, float]]


def buckets(
    batch: Batch, kept: Sequence[Kept], agreeing: npt.NDArray[np.float64], glossaries: GlossaryLookup
) -> tuple[tuple[Bucket, ...], str]:
    """Each trait's values with every system's score over the units that have it, and the metric.

    kept      statistics against the reference; empty without one
    agreeing  chrF++ of each system with each other by unit, whose mean is the score where there is no reference
    A trait that all units share is left out, and so are the rows of a table that names no articles.
    """
    scores, metric = _against(batch, kept) if kept else _among(batch, agreeing)
    language = lang.get(batch.lang)
    judged = {unit.id: _judged(unit, language) for unit in batch.units}
    outlets = _outlets(batch, glossaries)
    traits: Mapping[str, Callable[[Unit], str]] = {
        "length": lambda unit: _length(judged[unit.id], language),
        "numbers": lambda unit: "with numbers" if _numbered(judged[unit.id], language) else "without numbers",
        "names": lambda unit: "with names" if _named(judged[unit.id], language) else "without names",
        "outlet": lambda unit: outlets.get(unit.group, ""),
        "article": lambda unit: unit.group,
    }
    found: list[Bucket] = []
    for by, trait in traits.items():
        members: dict[str, list[int]] = defaultdict(list)
        for n, unit in enumerate(batch.units):
            members[trait(unit)].append(n)
        order = [name for _, name in LENGTHS] + [LONGER] if by == "length" else list(members)
        single = by == "article" and len(members) == len(batch.units) and not any(unit.doc for unit in batch.units)
        if len(members) > 1 and not single:
            found += [
                Bucket(by, name or "unknown", len(members[name]), scores(members[name]))
                for name in order
                if members.get(name)
            ]
    return tuple(found), metric


def _against(batch: Batch, kept: Sequence[Kept]) -> tuple[Scores, str]:
    metric = next((k.metric for k in kept if k.metric == PREFERRED), kept[0].metric)
    (maker,) = named([metric])
    tables = {k.rendering: np.asarray(k.rows) for k in kept if k.metric == metric}
    return lambda units: {name: maker.score(tables[name][list(units)].sum(axis=0)) for name in batch.systems}, metric


def _among(batch: Batch, agreeing: npt.NDArray[np.float64]) -> tuple[Scores, str]:
    mean = agreeing.sum(axis=1) / max(1, len(batch.systems) - 1)
    return lambda units: {name: float(mean[n][list(units)].mean()) for n, name in enumerate(batch.systems)}, "consensus"


def _judged(unit: Unit, language: Language) -> str:
    """The text by which a unit is put into a bucket: its reference, else the rendering of middling length."""
    if unit.reference is not None:
        return unit.reference
    return sorted(unit.texts, key=len)[len(unit.texts) // 2]


def _length(text: str, language: Language) -> str:
    count = sum(span.of(text)[:1].isalnum() for span in language.tokens(text))
    return next((name for most, name in LENGTHS if count <= most), LONGER)


def _numbered(text: str, language: Language) -> bool:
    return bool(language.moments(text)) or any(not q.vague for q in language.quantities(text))


def _named(text: str, language: Language) -> bool:
    return any(name.sure for name in language.proper_names(text))


def _outlets(batch: Batch, glossaries: GlossaryLookup) -> dict[str, str]:
    """For each document the agency or outlet that its source names in its dateline or credit, where it names one."""
    texts: dict[str, list[str]] = defaultdict(list)
    codes: dict[str, str] = {}
    for article, group in {unit.article: unit.group for unit in batch.units}.items():
        if source := batch.sources.get(article):
            texts[group].append(source.whole.text)
            codes[group] = source.lang
    found: dict[str, str] = {}
    for group, parts in texts.items():
        text = "\n".join(parts)
        glossary, language = glossaries[codes[group]], lang.get(codes[group])
        for edge in (text[:EDGE], text[max(EDGE, len(text) - EDGE) :]):
            named_there = [m.entry for m in glossary.terms(language.normalise(edge)) if m.entry.kind in OUTLETS]
            if named_there:
                found.setdefault(group, named_there[0].preferred)
    return found
