"""Texts with what people marked in them, whatever layout they were published in (`evaluate.gold_files` reads them)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tqcheck.model.finding import Side

COUNTED = ("minor", "major", "critical")
SLACK = 2
"""Code points by which a place without width (something is missing there) may be missed, on either side."""


def meet(start: Any, end: Any, low: Any, high: Any) -> Any:
    """Whether two stretches share a code point; where one is empty, whether they stand within `SLACK` of each other.

    Bounds are whole numbers or arrays of them, and so is the answer.
    """
    reach = ((start == end) | (low == high)) * (SLACK + 1)
    return (start < high + reach) & (low < end + reach)


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is, in code points of the source or the rendering; `start` is None where no place is told."""

    start: int | None
    end: int | None
    side: Side = Side.TARGET

    def meets(self, other: Place) -> bool:
        """Whether the two are on one side and `meet`; never where one is told no place."""
        if self.side is not other.side or None in (self.start, self.end, other.start, other.end):
            return False
        return bool(meet(*self.bounds, *other.bounds))

    @property
    def bounds(self) -> tuple[int, int]:
        """Start and end; an empty stretch at 0 where no place is told."""
        return self.start or 0, self.end or 0


@dataclass(frozen=True)
class Mark:
    """What people marked: where, how bad, of what category (both in lower case), and who did."""

    place: Place
    severity: str
    category: str
    raters: tuple[str, ...]

    @property
    def counts(self) -> bool:
        """Whether it is an error of the rendering, and not of its source nor a matter of taste."""
        return self.severity in COUNTED and not self.category.startswith("source")

    @property
    def bad(self) -> bool:
        """Whether it is an error that is major or worse."""
        return self.counts and self.severity != "minor"

    @property
    def omission(self) -> bool:
        """Whether something of the source is missing."""
        return "omission" in self.category


@dataclass(frozen=True, slots=True)
class Flag:
    """What a system says is wrong."""

    place: Place
    rule: str


@dataclass(frozen=True)
class Text:
    """A source and a rendering with the marks of all who rated it; raters are named though they marked nothing.

    Languages are BCP 47 codes, None where the file does not tell them; so are empty the document, the segment's number
    or name in it and the system that made the rendering.
    """

    id: str
    source: str
    target: str
    raters: tuple[str, ...]
    marks: tuple[Mark, ...]
    doc: str = ""
    source_lang: str | None = None
    target_lang: str | None = None
    segment: str = ""
    system: str = ""

    def row(self) -> Mapping[str, Any]:
        """The text as a row of a segment table, for the rules to be run over."""
        cells = {"id": self.id, "doc": self.doc, "source": self.source, "target": self.target}
        cells |= {"source_lang": self.source_lang or "", "target_lang": self.target_lang or ""}
        return {name: value for name, value in cells.items() if value or name == "target"}


@dataclass(frozen=True)
class Gold:
    """What a file holds.

    texts    in the order of the file
    bad      what could not be read: file, line, reason
    notes    what was read otherwise than it stands there
    """

    texts: tuple[Text, ...]
    bad: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def merged(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """The marks, those alike in all but their rater as one."""
    who: dict[tuple[Place, str, str], dict[str, None]] = {}
    for mark in marks:
        who.setdefault((mark.place, mark.severity, mark.category), {}).update(dict.fromkeys(mark.raters))
    return tuple(Mark(*key, tuple(raters)) for key, raters in who.items())


def agreed(marks: Sequence[Mark]) -> Iterator[Mark]:
    """The major marks on a place that at least two raters marked as major or worse, whatever they call it."""
    bad = [mark for mark in marks if mark.bad]
    for mark in bad:
        who = set(mark.raters)
        for other in bad:
            if other.place.meets(mark.place):
                who |= set(other.raters)
        if len(who) >= 2:
            yield mark
