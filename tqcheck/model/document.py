"""An article as it was written: documents of segments, in one or more renderings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from tqcheck.model.text import Passage, Position, Span, join, line_index


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


class MarkupKind(str, Enum):
    """What a piece of markup does: begins or ends a stretch, or stands for something by itself."""

    OPEN = "open"
    CLOSE = "close"
    SINGLE = "single"
    PLACEHOLDER = "placeholder"


@dataclass(frozen=True, slots=True)
class Markup:
    """An inline tag or a placeholder of a text.

    kind  what it does; a placeholder stays in the text that is judged, a tag is kept apart from it
    name  what it is compared by between source and target, as a reader of the report knows it: `g 1`, `%s`, `{name}`
    span  where it stands in the document's original text
    """

    kind: MarkupKind
    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Suppression:
    """A comment or note that silences findings, as its author wrote it.

    codes        codes or families of rules
    reason       why
    span         where it is written, in the original text of the document that holds it
    covers       the stretch of that text whose findings it silences; None is all of the document
    fingerprint  the beginning of the one finding's fingerprint that it means; empty where it means any of `codes`
    shared       whether it is written for several stretches, each of which has it: none is blamed where it silences
                 nothing there
    """

    codes: tuple[str, ...]
    reason: str
    span: Span
    covers: Span | None = None
    fingerprint: str = ""
    shared: bool = False


@dataclass(frozen=True)
class Document:
    """One text in one language.

    path      where it came from, as the user named it (`-` for standard input)
    lang      BCP 47 code
    text      the original text, to which every offset refers
    body      the passages of `text` that are the article's own, a paragraph each
    segments  the sentences of the body, in order
    row       number of its line in a segment table, where it came from one: `text` is the text of its cell
    meta      what the reader learnt besides (encoding, title, date)
    unit      its id in a file of many units (XLIFF, TMX, PO), where it came from one: `text` is all of the file
    markup    its inline tags and placeholders, in order
    suppressions  what is silenced in it, in order
    """

    path: str
    lang: str
    text: str
    body: tuple[Passage, ...] = ()
    segments: tuple[Segment, ...] = ()
    row: int | None = None
    meta: Mapping[str, str] = field(default_factory=dict)
    unit: str | None = None
    markup: tuple[Markup, ...] = ()
    suppressions: tuple[Suppression, ...] = ()

    @property
    def is_stretch(self) -> bool:
        """Whether it is a stretch of a text, a row or a unit that stands by itself, and no article."""
        return self.row is not None or self.unit is not None

    def position(self, offset: int) -> Position:
        """Line and column of an offset; in a table, the row's line and the column within the cell's text."""
        if self.row is not None:
            return Position(self.row, offset + 1)
        return line_index(self.text).position(offset)

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
        if len(self.body) == 1:
            return self.body[0]
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
