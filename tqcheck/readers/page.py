"""The text that an HTML page shows, each character of it with its offset in the page."""

from __future__ import annotations

import html
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from html.parser import HTMLParser

from tqcheck.model.text import Passage
from tqcheck.readers.text import blank, joint

# Elements whose text is not shown; those that stand on lines of their own (HTML Living Standard, Rendering).
_HIDDEN = frozenset(["script", "style", "noscript", "template", "svg", "iframe", "object", "canvas", "math"])
_BLOCKS = frozenset(
    ["address", "article", "aside", "blockquote", "body", "br", "button", "caption", "center", "dd", "details"]
    + ["dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4"]
    + ["h5", "h6", "head", "header", "hr", "html", "label", "legend", "li", "main", "nav", "ol", "option", "p", "pre"]
    + ["section", "select", "summary", "table", "tbody", "td", "textarea", "tfoot", "th", "thead", "title", "tr", "ul"]
)
_IN_HEAD = frozenset(["head", "html", "title", "meta", "link", "base", "script", "style", "noscript", "template"])
_DROPPED = "\xad\u200b\ufeff"
"""Soft hyphens and zero width spaces: they show nothing and would part words."""


class Shown:
    """Characters shown, in order.

    letters  those that print, without white space: what is searched
    """

    def __init__(self) -> None:
        self._chars: list[str] = []
        self._offsets: list[int] = []
        self._places: list[int] = []
        self._breaks: list[int] = [0]
        self._letters: list[str] = []
        self.letters = ""

    def add(self, text: str, offsets: range | list[int]) -> None:
        """Show `text`, whose characters stand at `offsets`."""
        for c, offset in zip(text, offsets, strict=True):
            if c in _DROPPED:
                continue
            if c.isprintable() and not blank(c):
                self._places.append(len(self._chars))
                self._letters.append(c)
            self._chars.append(c)
            self._offsets.append(offset)

    def part(self, offset: int) -> None:
        """Begin a new block; a tag stands at `offset`."""
        self._chars.append("\n")
        self._offsets.append(offset)
        if self._breaks[-1] != len(self._letters):
            self._breaks.append(len(self._letters))

    def finish(self) -> None:
        """No more is to come."""
        self.letters = "".join(self._letters)
        if self._breaks[-1] != len(self._letters):
            self._breaks.append(len(self._letters))

    def blocks(self) -> Iterator[tuple[int, int]]:
        """Spans of `letters` that are blocks of the page."""
        yield from zip(self._breaks, self._breaks[1:], strict=False)

    def parted(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The span of letters from `start` to `end`, cut where blocks begin."""
        inner = self._breaks[bisect_right(self._breaks, start) : bisect_left(self._breaks, end)]
        yield from zip([start, *inner], [*inner, end], strict=True)

    def bounded(self, start: int, end: int) -> bool:
        """Whether the letters from `start` to `end` are whole blocks."""
        return self._is_break(start) and self._is_break(end)

    def find(self, words: str, start: int = 0, end: int | None = None) -> Iterator[int]:
        """Where `words`, themselves without white space, begin in `letters`."""
        at = self.letters.find(words, start, end)
        while at >= 0 and words:
            yield at
            at = self.letters.find(words, at + 1, end)

    def passage(self, start: int, end: int) -> Passage:
        """The letters from `start` to `end` with the white space between them, which is shown as one space.

        A line end in the page's source, and the edge of a block, is a space too, or nothing between Chinese letters.
        """
        text: list[str] = []
        origin: list[int] = []
        space: list[int] = []
        for place in range(self._places[start], self._places[end - 1] + 1):
            c = self._chars[place]
            if blank(c):
                space.append(place)
                continue
            if space:
                broken = any(self._chars[p] in "\r\n" for p in space)
                first = self._chars[space[0]]
                between = joint(text[-1], c) if broken else first if first in "\xa0\u3000" else " "
                text.extend(between)
                origin.extend([self._offsets[space[0]]] * len(between))
                space = []
            text.append(c)
            origin.append(self._offsets[place])
        return Passage("".join(text), (*origin, origin[-1] + 1))

    def _is_break(self, at: int) -> bool:
        found = bisect_left(self._breaks, at)
        return found < len(self._breaks) and self._breaks[found] == at


def letters_of(text: str) -> str:
    """`text` as `Shown.letters` would have it."""
    return "".join(c for c in text if c.isprintable() and not blank(c) and c not in _DROPPED)


def visible(source: str) -> tuple[Shown, Shown]:
    """What the page shows and, apart, what its `title` element says."""
    parser = _Parser(source)
    parser.feed(source)
    parser.close()
    parser.body.finish()
    parser.title.finish()
    return parser.body, parser.title


class _Parser(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.body, self.title = Shown(), Shown()
        self._source = source
        # The parser counts lines by line feeds alone.
        self._lines = [0, *(n + 1 for n, c in enumerate(source) if c == "\n")]
        self._hidden: list[str] = []
        self._head = self._titled = False
        self._pre = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._hidden:
            if tag == self._hidden[-1]:
                self._hidden.append(tag)
            return
        if tag in _HIDDEN:
            self._hidden.append(tag)
        self._head = tag == "head" or (self._head and tag in _IN_HEAD)
        self._titled = tag == "title"
        self._pre += tag == "pre"
        self._part(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self._hidden:
            self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            if tag == self._hidden[-1]:
                self._hidden.pop()
            return
        self._head = self._head and tag != "head"
        self._titled = self._titled and tag != "title"
        self._pre -= tag == "pre" and self._pre > 0
        self._part(tag)

    def handle_data(self, data: str) -> None:
        at = self._offset()
        self._show(data, range(at, at + len(data)))

    def handle_entityref(self, name: str) -> None:
        self._reference("&" + name)

    def handle_charref(self, name: str) -> None:
        self._reference("&#" + name)

    def parse_html_declaration(self, i: int) -> int:
        try:
            return super().parse_html_declaration(i)
        except AssertionError:  # how the standard library refuses <![endif and its like
            return self.parse_bogus_comment(i)

    def _reference(self, written: str) -> None:
        at = self._offset()
        written += ";" if self._source.startswith(";", at + len(written)) else ""
        said = html.unescape(written)
        self._show(said, range(at, at + len(said)) if said == written else [at] * len(said))

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _part(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.body.part(self._offset())

    def _show(self, text: str, offsets: range | list[int]) -> None:
        if self._hidden:
            return
        if self._titled:
            self.title.add(text, offsets)
        elif self._head and not text.strip():
            return
        elif self._pre:
            for c, offset in zip(text, offsets, strict=True):
                if c == "\n":
                    self.body.part(offset)
                else:
                    self.body.add(c, [offset])
        else:
            self.body.add(text, offsets)
