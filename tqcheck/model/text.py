"""Where things are in a text: spans, lines and columns, and views whose offsets lead back to the original."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch `[start, end)` of a text, in code points.

    Raises ValueError where start is negative or after end.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True

    def of(self, text: str) -> str:
        """The stretch of `text` that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end

    def shift(self, by: int) -> Span:
        """The same span, `by` code points further on."""
        return Span(self.start + by, self.end + by)

    def cover(self, other: Span) -> Span:
        """The shortest span that contains both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


@dataclass(frozen=True, slots=True)
class Position:
    """A place as people count it: line and column, both from 1, the column in code points."""

    line: int
    column: int


_BLOCK = 1024  # code points whose bytes are counted anew for every question


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


class LineIndex:
    """Line and column of any offset of one text. Lines end at LF, CR or CRLF."""

    __slots__ = ("_bytes", "_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._bytes: list[int] = []
        starts = [0]
        at = 0
        for line in text.splitlines(keepends=True):
            at += len(line)
            if line.endswith(("\n", "\r")):
                starts.append(at)
        # str.splitlines also breaks at form feeds and U+2028, which editors do not count as lines.
        self._starts = starts

    def position(self, offset: int) -> Position:
        """Line and column of the code point at `offset` (the text's length is allowed)."""
        line = bisect_right(self._starts, offset) - 1
        return Position(line + 1, offset - self._starts[line] + 1)

    def byte_column(self, offset: int) -> int:
        """Column of the code point at `offset` from 1 in bytes of UTF-8, however long its line."""
        line = bisect_right(self._starts, offset) - 1
        return self._bytes_before(offset) - self._bytes_before(self._starts[line]) + 1

    def _bytes_before(self, offset: int) -> int:
        if not self._bytes:
            total = 0
            for start in range(0, len(self._text) + 1, _BLOCK):
                self._bytes.append(total)
                total += _bytes(self._text[start : start + _BLOCK])
        block = offset // _BLOCK
        return self._bytes[block] + _bytes(self._text[block * _BLOCK : offset])


@lru_cache(maxsize=8)
def line_index(text: str) -> LineIndex:
    """The index of `text`, kept for the next question: the units of one file share its text."""
    return LineIndex(text)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document's text to be judged, whose every offset leads back to the original.

    text    what a rule reads
    origin  the original offset of each code point of `text`, with one more for its end; or, where the passage
            is a plain slice of the original, the offset at which it begins
    """

    text: str
    origin: int | Sequence[int] = 0

    def locate(self, span: Span) -> Span:
        """The span of the original text for a span of this passage."""
        if isinstance(self.origin, int):
            return span.shift(self.origin)
        start = self.origin[span.start]
        if span.end == span.start:
            return Span(start, start)
        return Span(start, max(start, self.origin[span.end - 1] + 1))

    @property
    def whole(self) -> Span:
        """Where the passage stands in the original."""
        return self.locate(Span(0, len(self.text)))

    def find(self, original: Span) -> Span:
        """The span of this passage that shows `original`; empty where it shows none of it."""
        if isinstance(self.origin, int):
            low, high = original.start - self.origin, original.end - self.origin
            low = min(max(low, 0), len(self.text))
            return Span(low, min(max(high, low), len(self.text)))
        inside = [i for i in range(len(self.text)) if original.start <= self.origin[i] < original.end]
        return Span(inside[0], inside[-1] + 1) if inside else Span(0, 0)


def join(passages: Sequence[Passage], between: str = "") -> Passage:
    """One passage out of several of the same document, in order, with `between` put between those that have text."""
    passages = [passage for passage in passages if passage.text] or passages[:1]
    if len(passages) == 1:
        return passages[0]
    text: list[str] = []
    origin: list[int] = []
    for number, passage in enumerate(passages):
        if number and between:
            text.append(between)
            origin.extend([origin[-1]] * len(between))
        text.append(passage.text)
        if isinstance(passage.origin, int):
            origin.extend(range(passage.origin, passage.origin + len(passage.text)))
        else:
            origin.extend(passage.origin[: len(passage.text)])
    origin.append(origin[-1] + 1 if origin else 0)
    return Passage("".join(text), tuple(origin))
