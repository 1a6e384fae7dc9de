"""An article's texts side by side, for reports that show them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from tqcheck import lang
from tqcheck.align import align
from tqcheck.evidence.unit import Reading
from tqcheck.model.alignment import Bead
from tqcheck.model.document import Document, Role
from tqcheck.model.report import Cell, Row
from tqcheck.model.text import Passage, join
from tqcheck.prepare import MIN_QUALITY, Prepared


@dataclass
class _Side:
    """A reading cut along the pivot: what it has for stretches of it, and what it has between them."""

    name: str
    reading: Reading
    ends: dict[int, int] = field(default_factory=dict)  # after how many segments of the pivot which bead ends
    between: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    targets: list[tuple[int, ...]] = field(default_factory=list)

    def add(self, beads: Sequence[Bead]) -> None:
        at = 0
        for number, bead in enumerate(beads):
            self.targets.append(bead.target)
            at += len(bead.source)
            if bead.source:
                self.ends[at] = number
            else:
                self.between[at].append(number)

    def passage(self, beads: Sequence[int]) -> Passage:
        document = self.reading.document
        return document.passage([document.segments[j] for n in beads for j in self.targets[n]])

    def said(self, beads: Sequence[int]) -> dict[str, Passage]:
        """What the alternates have beside these beads, each stretch once."""
        found: dict[str, list[Passage]] = defaultdict(list)
        for pair in (self.reading.pairs[n] for n in beads if n < len(self.reading.pairs)):
            for one in pair.said:
                parts = found[one.name]
                if one.passage.text and not any(part.whole.contains(one.passage.whole) for part in parts):
                    parts.append(one.passage)
        return {name: join(parts, " ") for name, parts in found.items() if parts}


def side_by_side(prepared: Prepared) -> tuple[Row, ...]:
    """The rows of an article, in the order of its source (without one, of its first rendering).

    A row is a bead of the alignment; with several renderings, the least stretch of the source at both ends of which the
    beads of all of them end. What a rendering adds has a row to itself, before what follows it.
    """
    sides = [_Side(name, reading) for name, reading in prepared.readings.items()]
    if not sides:
        return ()
    source = sides[0].reading.source
    for side in sides:
        side.add(side.reading.alignment.beads if source else _beads(sides[0].reading, side.reading))
    found = [row for row in _rows(prepared, sides, source) if row.source or row.cells]
    if len(found) == 1:
        return tuple(found)
    identity = prepared.article.id
    return tuple(
        Row(row.article, f"{identity}:{number}", row.source, row.cells, row.source_lang)
        for number, row in enumerate(found, 1)
    )


def _beads(pivot: Reading, other: Reading) -> Sequence[Bead]:
    """The beads of a rendering beside the first one, where there is no source that both render."""
    mine, theirs = pivot.document.segments, other.document.segments
    if other is pivot:
        return [Bead((n,), (n,)) for n in range(len(mine))]
    if len(mine) == len(theirs) == 1:
        return [Bead((0,), (0,))]
    texts = [s.text for s in mine], [s.text for s in theirs]
    made = align(*texts, lang.get(pivot.document.lang), lang.get(other.document.lang), "lexical")
    if made.quality >= MIN_QUALITY:
        return made.beads
    return [*(Bead((n,), ()) for n in range(len(mine))), *(Bead((), (n,)) for n in range(len(theirs)))]


def _rows(prepared: Prepared, sides: Sequence[_Side], source: Document | None) -> Iterator[Row]:
    empty = Passage("", 0) if source else None
    languages = {r.name: (r.role, r.document.lang) for r in prepared.article.renderings}

    def row(original: Passage | None, beads: Sequence[Sequence[int]]) -> Row:
        cells = []
        said: dict[str, Passage] = {}
        for side, numbers in zip(sides, beads, strict=True):
            passage = side.passage(numbers)
            if passage.text:
                cells.append(Cell(side.name, Role.CANDIDATE, side.reading.document.lang, passage))
            for name, witness in side.said(numbers).items():
                said.setdefault(name, witness)
        cells += [Cell(name, *languages[name], said[name]) for name in languages if name in said]
        return Row(prepared.article.id, prepared.article.id, original, tuple(cells), source.lang if source else "und")

    start = 0
    before = [0] * len(sides)
    for end in [0, *sorted(set.intersection(*(set(side.ends) for side in sides)))]:
        if end:
            beads = [range(at, side.ends[end] + 1) for at, side in zip(before, sides, strict=True)]
            original = source.passage(source.segments[start:end]) if source else None
            yield row(original, beads)
            before = [part.stop for part in beads]
        added = [[n for n in side.between.get(end, ()) if n >= at] for at, side in zip(before, sides, strict=True)]
        for numbers in zip_longest(*added):
            yield row(empty, [[n] if n is not None else [] for n in numbers])
        before = [at + len(more) for at, more in zip(before, added, strict=True)]
        start = end
