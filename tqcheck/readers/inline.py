"""The words of a stretch of XML without its tags, each character leading back to the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tqcheck.model.document import Markup, MarkupKind
from tqcheck.model.text import Passage, Span
from tqcheck.readers.base import LONGEST_UNIT
from tqcheck.readers.bilingual import Content
from tqcheck.readers.placeholders import placeholders
from tqcheck.readers.text import joint, trimmed

_UNEVEN = re.compile(r"[\t\n\r\f\v]|\s\s")
_BLANKS = re.compile(r"\s+")
_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_WRAP = frozenset("\n\r")


class Inline:
    """Gathers the characters and tags of a stretch, in the order of the file's `text`.

    preserve  whether white space stands as it is, a line end between two paragraphs; else every run of it is one blank
    written   pattern of tags that are written as text: what its group `open` matches begins a stretch, `close` ends
              one, `single` stands for itself; the groups hold the tag's name
    """

    def __init__(self, text: str, preserve: bool = False, written: re.Pattern[str] | None = None) -> None:
        self._text, self.preserve, self._written = text, preserve, written
        self._parts: list[tuple[str, int]] = []
        self._markup: list[Markup] = []
        self._size = 0

    @property
    def too_long(self) -> bool:
        """Whether this is more than a unit may have: the rest is not kept."""
        return self._size > LONGEST_UNIT

    def add(self, letters: str, at: int) -> None:
        """Characters that the file has at `at`: as they are, or as a reference that begins there."""
        self._size += len(letters)
        if not self.too_long:
            self._parts.append((letters, at))

    def tag(self, kind: MarkupKind, name: str, start: int, end: int) -> None:
        """A tag, kept apart from the text."""
        self._size += 1
        if not self.too_long:
            self._markup.append(Markup(kind, name, Span(start, end)))

    def line_break(self, at: int) -> None:
        """A tag that stands for a line break shows as a blank, unless there is one."""
        if not (self._parts and self._parts[-1][0][-1:].isspace()):
            self._parts.append((" ", at))

    def content(self) -> Content:
        """What was gathered."""
        if self.too_long:
            return Content((), too_long=True)
        passages = self._passages()
        self._markup.extend(placeholders(passages))
        return Content(passages, tuple(sorted(self._markup, key=lambda tag: tag.span)))

    def _passages(self) -> tuple[Passage, ...]:
        if not self._parts:
            return ()
        letters = "".join(part for part, _ in self._parts)
        start, (last, at) = self._parts[0][1], self._parts[-1]
        in_one_piece = at + len(last) == start + len(letters) and self._text.startswith(letters, start)
        written = self._written is not None and self._written.search(letters) is not None
        if in_one_piece and not written and not _uneven(letters, self.preserve):
            return _plain(letters, start)
        origin: list[int] = []
        for part, at in self._parts:
            verbatim = self._text.startswith(part, at)
            origin.extend(range(at, at + len(part)) if verbatim else [at] * len(part))
        if self._written and written:
            letters, origin = self._without(self._written, letters, origin)
        if self.preserve:
            return tuple(_paragraphs(letters, origin))
        if _uneven(letters, False):
            letters, origin = _collapsed(letters, origin)
        return tuple(_slice(letters, origin, 0, len(letters)))

    def _without(self, pattern: re.Pattern[str], letters: str, origin: list[int]) -> tuple[str, list[int]]:
        """What is left without the tags that are written as text."""
        for found in reversed(list(pattern.finditer(letters))):
            a, b = found.span()
            last = origin[b - 1]
            end = self._text.find(";", last) + 1 if self._text[last] == "&" else last + 1
            name = found.lastgroup or "single"
            kind = {"open": MarkupKind.OPEN, "close": MarkupKind.CLOSE}.get(name, MarkupKind.SINGLE)
            self.tag(kind, f"{{{found[name]}}}", origin[a], end)
        kept = pattern.sub(lambda found: "\0" * len(found[0]), letters)  # no text that was read holds it
        return kept.replace("\0", ""), [at for c, at in zip(kept, origin, strict=True) if c != "\0"]


def _uneven(letters: str, preserve: bool) -> bool:
    """Whether white space has to be looked at."""
    stripped = letters.strip()
    return "\n" in stripped if preserve else _UNEVEN.search(stripped) is not None


def _plain(letters: str, at: int) -> tuple[Passage, ...]:
    start, end = trimmed(letters, 0, len(letters))
    return (Passage(letters[start:end], at + start),) if start < end else ()


def _paragraphs(letters: str, origin: Sequence[int]) -> Iterator[Passage]:
    for line in _LINE.finditer(letters):
        yield from _slice(letters, origin, *line.span())


def _collapsed(letters: str, origin: Sequence[int]) -> tuple[str, list[int]]:
    """Each run of white space a blank; one with a line end in it nothing between Chinese characters."""
    text: list[str] = []
    kept: list[int] = []
    done = 0
    for run in _BLANKS.finditer(letters):
        start, end = run.span()
        between = " " if end - start > 1 or run[0] in "\t\n\r\f\v" else run[0]
        if start > 0 and end < len(letters) and not _WRAP.isdisjoint(run[0]):
            between = joint(letters[start - 1], letters[end])
        text += letters[done:start], between
        kept += origin[done : start + len(between)]
        done = end
    text.append(letters[done:])
    kept += origin[done:]
    return "".join(text), kept


def _slice(letters: str, origin: Sequence[int], start: int, end: int) -> Iterator[Passage]:
    """The passage between two offsets, without the blanks around it, unless it is empty."""
    start, end = trimmed(letters, start, end)
    if start < end:
        yield Passage(letters[start:end], (*origin[start:end], origin[end - 1] + 1))
