"""What is odd in a rendering, where, and why we think so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from tqcheck.model.text import LineIndex, Position, Span


class Severity(str, Enum):
    """How bad it is if the finding is true."""

    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """3 for critical down to 0 for note."""
        return 3 - list(Severity).index(self)


class Side(str, Enum):
    """Which text a place is in."""

    SOURCE = "source"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line's worth of text around a place; `span` is where the place lies within `text`."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a document: offsets in code points of its original text, line and column from 1.

    cell         whether it is in a cell of a table: the line is then the row's, offsets and columns are the cell's own
    byte_column  column of the start in bytes of UTF-8, from 1; 0 where it is not known or has no meaning in the file
    """

    path: str
    side: Side
    span: Span
    line: int
    column: int
    text: str
    excerpt: Excerpt
    label: str = ""
    cell: bool = False
    byte_column: int = 0

    @property
    def end(self) -> Position:
        """Line and column just after the last code point; in a cell, on the row's line."""
        if self.cell:
            return Position(self.line, self.column + len(self.text))
        last = LineIndex(self.text).position(len(self.text))
        return Position(self.line + last.line - 1, last.column if last.line > 1 else self.column + last.column - 1)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for a finding.

    kind  `source` `alternates` `page` `glossary` `rendering` `values` `dictionary`
    text  the reason in a few words, as a report shows it
    """

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something odd, in one place, with its evidence.

    article      the article's id, or the row's in a table
    rendering    the rendering's name
    rule, name   the rule's code and its name
    severity     how bad it is if true
    confidence   0 to 1: how often such a finding is right
    message      one line for a person
    locations    the primary place first, related ones (the source phrase, the page's own line) after it
    suggestion   what to write instead, where it is known
    fingerprint  the same for the same oddity in the same words, whatever the line
    suppressed   the reason, where the user has silenced it
    baseline     `new` or `unchanged` against a baseline, where there is one; what is unchanged is suppressed too
    """

    article: str
    rendering: str
    rule: str
    name: str
    severity: Severity
    confidence: float
    message: str
    locations: tuple[Location, ...]
    evidence: tuple[Evidence, ...] = ()
    suggestion: str | None = None
    fingerprint: str = ""
    suppressed: str | None = None
    baseline: str | None = None

    @property
    def primary(self) -> Location:
        """The place that the finding is about."""
        return self.locations[0]
