"""The units of a comparison as rows of texts, each source beside its renderings, for reports that show them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from tqcheck import lang
from tqcheck.align import align
from tqcheck.compare.units import Batch, Unit
from tqcheck.model.document import Document, Role, Segment
from tqcheck.model.report import Cell, Row
from tqcheck.model.text import Passage
from tqcheck.prepare import segmented


def side_by_side(batch: Batch) -> Iterator[Row]:
    """A row for each unit, in order, whose offsets lead back to the article's texts (but those of the reference).

    Where an article's source does not come cut as its renderings are, it is aligned with them: what spans several units
    stands beside the first of them.
    """
    for article, group in groupby(batch.units, key=lambda unit: unit.article):
        units = list(group)
        source = batch.sources.get(article)
        code = source.lang if source else lang.UNDETERMINED
        sources = _sources(units, source, batch.lang) if source else [None] * len(units)
        renderings = [
            _stretches(batch.documents[name, article], [unit.texts[n] for unit in units])
            for n, name in enumerate(batch.systems)
        ]
        for number, (unit, original) in enumerate(zip(units, sources, strict=True)):
            cells = [
                Cell(name, Role.CANDIDATE, batch.lang, stretches[number])
                for name, stretches in zip(batch.systems, renderings, strict=True)
            ]
            if unit.reference is not None:
                cells.append(Cell("reference", Role.REFERENCE, batch.lang, Passage(unit.reference)))
            yield Row(unit.article, unit.id, original, tuple(cells), code)


def _stretches(document: Document, texts: Sequence[str]) -> list[Passage]:
    """Where the texts of units stand, which follow each other and are whole segments, all of the document's."""
    if len(texts) == 1:
        return [document.whole if document.whole.text == texts[0] else document.passage(document.segments)]
    found: list[Passage] = []
    start = 0
    for text in texts:
        for end in range(start, len(document.segments) + 1):
            passage = document.passage(document.segments[start:end])
            if passage.text == text:
                found.append(passage)
                start = end
                break
        else:
            raise ValueError(f"{document.path}: units are not made of its segments")
    return found


def _sources(units: Sequence[Unit], document: Document, code: str) -> Sequence[Passage]:
    if len(units) == 1:
        return [document.whole]
    parts: list[list[Segment]] = [[] for _ in units]
    source = segmented(document)
    pivots = [unit.reference or unit.texts[0] for unit in units]
    made = align([s.text for s in source.segments], pivots, lang.get(source.lang), lang.get(code))
    at = 0
    for bead in made.beads:
        at = bead.target[0] if bead.target else min(at, len(units) - 1)
        parts[at] += [source.segments[i] for i in bead.source]
    return [source.passage(part) for part in parts]
