"""The units of a comparison as rows of texts, each source beside its renderings, for reports that show them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from tqcheck import lang
from tqcheck.align import align
from tqcheck.compare.units import Batch, Unit
from tqcheck.model.document import Document, Role
from tqcheck.model.report import Cell, Row
from tqcheck.model.text import Passage
from tqcheck.prepare import segmented


def side_by_side(batch: Batch) -> Iterator[Row]:
    """A row for each unit, in order; offsets are those of the unit's own texts.

    Where an article's source does not come cut as its renderings are, it is aligned with them: what spans several units
    stands beside the first of them.
    """
    for article, group in groupby(batch.units, key=lambda unit: unit.article):
        units = list(group)
        document = batch.sources.get(article)
        code = document.lang if document else lang.UNDETERMINED
        for unit, source in zip(units, _sources(units, document, batch.lang), strict=True):
            cells = [
                Cell(name, Role.CANDIDATE, batch.lang, Passage(text))
                for name, text in zip(batch.systems, unit.texts, strict=True)
            ]
            if unit.reference is not None:
                cells.append(Cell("reference", Role.REFERENCE, batch.lang, Passage(unit.reference)))
            yield Row(unit.group, unit.id, Passage(source) if document else None, tuple(cells), code)


def _sources(units: Sequence[Unit], document: Document | None, code: str) -> Sequence[str]:
    if document is None or any(unit.source for unit in units):
        return [unit.source for unit in units]
    found = [""] * len(units)
    source = segmented(document)
    pivots = [unit.reference or unit.texts[0] for unit in units]
    made = align([s.text for s in source.segments], pivots, lang.get(source.lang), lang.get(code))
    at = 0
    for bead in made.beads:
        at = bead.target[0] if bead.target else min(at, len(units) - 1)
        text = source.passage([source.segments[i] for i in bead.source]).text
        found[at] = "\n".join(filter(None, (found[at], text)))
    return found
