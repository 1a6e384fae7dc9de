"""An article as it was written: documents of segments, in one or more renderings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from tqcheck.model.text import LineIndex, Passage, Position, Span, join


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence, or whatever stretch of a document is judged at once.

    number     its place in the document, from 0
    passage    its text, leading back to the document's
    paragraph  number of the paragraph that it stands in, from 0
    """

    number: int
    passage: Passage
    paragraph: int = 0

    @property
    def text(self) -> str:
        """What the segment says."""
        return self.passage.text

    @property
    def span(self) -> Span:
        """Where it stands in the document's original text."""
        return self.passage.whole


@dataclass(frozen=True)
class Document:
    """One text in one language.

    path      where it came from, as the user named it (`-` for standard input)
    lang      BCP 47 code
    text      the original text, to which every offset refers
    body      the passages of `text` that are the article's own, a paragraph each
    segments  the sentences of the body, in order
    row       number of its line in a segment table, where it came from one
    meta      what the reader learnt besides (encoding, title, date)
    """

    path: str
    lang: str
    text: str
    body: tuple[Passage, ...] = ()
    segments: tuple[Segment, ...] = ()
    row: int | None = None
    meta: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def _lines(self) -> LineIndex:
        return LineIndex(self.text)

    def position(self, offset: int) -> Position:
        """Line and column of an offset; in a table, the row's line and the column within the cell's text."""
        if self.row is not None:
            return Position(self.row, offset + 1)
        return self._lines.position(offset)

    def passage(self, segments: Sequence[Segment]) -> Passage:
        """The text of neighbouring segments as one passage; a plain slice where the document allows it."""
        if not segments:
            return Passage("", 0)
        if all(isinstance(segment.passage.origin, int) for segment in segments):
            start, end = segments[0].span.start, segments[-1].span.end
            return Passage(self.text[start:end], start)
        return join([segment.passage for segment in segments], " ")

    @cached_property
    def whole(self) -> Passage:
        """The article's own text as one passage, paragraphs apart by newlines."""
        if all(isinstance(part.origin, int) for part in self.body):
            if not self.body:
                return Passage("", 0)
            start, end = self.body[0].whole.start, self.body[-1].whole.end
            return Passage(self.text[start:end], start)
        return join(self.body, "\n")


class Role(str, Enum):
    """What a rendering is there for."""

    CANDIDATE = "candidate"
    ALTERNATE = "alternate"
    REFERENCE = "reference"


@dataclass(frozen=True)
class Rendering:
    """A translation of an article: the one being checked, or another that bears witness."""

    name: str
    role: Role
    document: Document


@dataclass(frozen=True)
class Article:
    """A source text, where there is one, with its renderings."""

    id: str
    source: Document | None
    renderings: tuple[Rendering, ...]

    @property
    def candidates(self) -> tuple[Rendering, ...]:
        """The renderings to be checked."""
        return tuple(r for r in self.renderings if r.role is Role.CANDIDATE)

    def witnesses(self, candidate: Rendering) -> tuple[Rendering, ...]:
        """The alternates and references that may bear witness about `candidate`."""
        return tuple(r for r in self.renderings if r is not candidate and r.role is not Role.CANDIDATE)
