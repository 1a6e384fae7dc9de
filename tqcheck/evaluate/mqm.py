"""Rated renderings to fit on: texts of `evaluate.gold` that several systems rendered, with the marks on the rendering."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tqcheck.evaluate.gold import Mark
from tqcheck.evaluate.gold_files import read_gold
from tqcheck.model.finding import Side

_HUMAN = re.compile(r"(?i)human|ref")


@dataclass(frozen=True)
class Rated:
    """A segment in one system's rendering, with all raters' marks on places of the rendering."""

    corpus: str
    doc: str
    segment: str
    system: str
    source: str
    target: str
    raters: tuple[str, ...]
    marks: tuple[Mark, ...]

    @property
    def document(self) -> str:
        """The document, told apart from those of other corpora."""
        return f"{self.corpus}:{self.doc}"

    @property
    def human(self) -> bool:
        """Whether a person wrote it: such renderings are never alternates."""
        return _HUMAN.match(self.system) is not None


def read(path: Path) -> list[Rated]:
    """All rated segments of a file that `read_gold` reads, in its order. Raises InputError as it does."""
    corpus = path.name.split(".")[0]
    return [
        Rated(
            corpus, text.doc, text.segment, text.system, text.source, text.target, text.raters,
            tuple(m for m in text.marks if m.place.side is Side.TARGET and m.place.start is not None),
        )
        for text in read_gold(str(path)).texts
    ]  # fmt: skip


def alternates(rated: Sequence[Rated], number: int) -> list[tuple[str, ...]]:
    """For each segment the next `number` machine renderings in the order of the systems' names, itself left out."""
    by: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, one in enumerate(rated):
        by[one.document, one.segment].append(n)
    found: list[tuple[str, ...]] = [()] * len(rated)
    for same in by.values():
        same.sort(key=lambda n: rated[n].system)
        for at, n in enumerate(same):
            others = [rated[m] for m in same[at + 1 :] + same[:at] if not rated[m].human]
            found[n] = tuple(one.target for one in others[:number])
    return found
