"""Markdown: its prose without its marks, each character of it leading back to the file.

Covers what articles are written with (CommonMark, front matter, tables, footnotes). Code blocks are no prose and
are left out; the words of links, emphasis and code spans stay.
"""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterator

from tqcheck.model.text import Passage
from tqcheck.readers.text import blank, joint

_FRONT = re.compile(r"\s*(---|\+\+\+)[ \t]*\r?\n(.*?)^(?:\1|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(r"^[\w-]+[ \t]*[:=]", re.MULTILINE)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})([^`]*)$")
_QUOTE = re.compile(r"(?:[ \t]*>)+[ \t]?")
_HEADING = re.compile(r"[ \t]{0,3}(?:#{1,6}(?=[ \t]|$)|#{2,6}(?=[^#\s]))")
_HEADING_END = re.compile(r"[ \t]+#+[ \t]*$")
# CommonMark allows numbers of nine digits; one of four is a year that must not be lost.
_LIST = re.compile(r"[ \t]*(?:[-*+]|(\d{1,3})[.)])(?:[ \t]+|$)(?:\[[ xX]\][ \t]+)?")
_RULE = re.compile(r"[ \t]{0,3}(?:(?:-[ \t]*){2,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|=+[ \t]*)$")
_TABLE_RULE = re.compile(r"[ \t]*\|[ \t:|-]*-[ \t:|-]*$")
_CELL = re.compile(r"(?:\\.|[^|\\])+")
_DEFINITION = re.compile(r"[ \t]{0,3}\[(?!\^)[^\]]+\]:[ \t]*\S+")
_FOOTNOTE = re.compile(r"[ \t]{0,3}\[\^[^\]]+\]:[ \t]*")

_TARGET = r"""(?:\(\s*(?:<[^<>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)|\[[^\[\]]*\])"""
_INLINE = re.compile(
    rf"""(?P<escape>\\[!-/:-@\[-`{{-~])
      | (?P<ticks>`+)
      | (?P<image>!\[[^\[\]]*\]{_TARGET})
      | (?P<note>\[\^[^\[\]\s]+\])
      | \[(?P<words>(?:[^\[\]!]|!\[[^\[\]]*\]\([^()]*\)|!)+)\](?P<target>{_TARGET})
      | <(?P<address>(?:https?:|mailto:|[\w.+-]+@)[^<>\s]+)>
      | (?P<break><br\s*/?>)
      | (?P<tag></?[A-Za-z][\w-]*(?:\s[^<>]*)?/?>)
      | (?P<reference>&(?:\#\d{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,31}});)
      | (?P<marks>\*{{1,3}}|_{{1,3}}|~~)
    """,
    re.VERBOSE,
)

GONE = "\0"
"""Stands for each character of a comment while blocks are told apart: no text that was read holds it."""


def paragraphs(text: str) -> tuple[Passage, ...]:
    """The paragraphs, headings, list items and table cells of Markdown `text` without their marks.

    A character reference is shown as its character and leads back to its `&`; a line break within a paragraph is
    shown as a space, or as nothing between Chinese characters.
    """
    text = _without_comments(text)
    found = (_Inline(text, block).passage() for block in _blocks(text) if block)
    return tuple(passage for passage in found if passage is not None)


def _without_comments(text: str) -> str:
    parts: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        parts += [text[at:start], GONE * (end + 3 - start)]
        at = end + 3
    return "".join(parts) + text[at:]


def _blocks(text: str) -> Iterator[list[tuple[int, int]]]:
    """Each block of prose as the spans of its lines, without what marks the block."""
    block: list[tuple[int, int]] = []
    listed = False
    for start, end in _prose_lines(text):
        line, mark = text[start:end], None
        if not line.strip(GONE + " \t\u3000\xa0\f\v") or _RULE.match(line) or _DEFINITION.match(line):
            yield block
            block = []
        elif line.lstrip().startswith("|"):
            yield block
            block = []
            if not _TABLE_RULE.match(line):
                yield from ([(start + c.start(), start + c.end())] for c in _CELL.finditer(line))
        elif heading := _HEADING.match(line):
            yield block
            block = []
            closing = _HEADING_END.search(line, heading.end())
            yield [(start + heading.end(), start + closing.start() if closing else end)]
        elif mark := _FOOTNOTE.match(line) or _list_mark(line, bool(block) and not listed):
            yield block
            block = [(start + mark.end(), end)]
        else:
            block.append((start, end))
        listed = bool(block) and (listed or bool(mark))
        if block and line.endswith(("  ", "\\")):
            yield [*block[:-1], (block[-1][0], end - line.endswith("\\"))]
            block = []
    yield block


def _list_mark(line: str, within: bool) -> re.Match[str] | None:
    mark = _LIST.match(line)
    # As in CommonMark, a number other than 1 does not interrupt a paragraph: "in the year\n2023. It was".
    return None if mark and within and mark[1] not in (None, "1") else mark


def _prose_lines(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the lines outside front matter and code blocks (those are empty), without quote marks and line ends."""
    front = _FRONT.match(text)
    # Between two rules may stand prose: front matter has fields.
    at = front.end() if front and _FIELD.search(front[2]) else 0
    lines = [_without_end(text, *line.span()) for line in _LINE.finditer(text, at) if line.end() > line.start()]
    coded = _coded(text, lines)
    for n, (start, end) in enumerate(lines):
        if n in coded:
            yield start, start
        else:
            quote = _QUOTE.match(text, start, end)
            yield (quote.end() if quote else start), end


def _without_end(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start and text[end - 1] in "\r\n":
        end -= 1
    return start, end


def _coded(text: str, lines: list[tuple[int, int]]) -> set[int]:
    """Numbers of the lines that belong to code blocks."""
    fences = [(n, mark[1], not mark[2].strip()) for n, (a, b) in enumerate(lines) if (mark := _FENCE.match(text[a:b]))]
    coded: set[int] = set()
    after = -1
    for k, (n, fence, _) in enumerate(fences):
        if n > after:
            close = next((m for m, other, bare in fences[k + 1 :] if bare and other.startswith(fence)), None)
            # A fence that nobody closes would swallow the article: only its own line goes.
            after = n if close is None else close
            coded.update(range(n, after + 1))
    return coded


class _Inline:
    """The words of a block without emphasis, link targets, tags and comments."""

    def __init__(self, text: str, block: list[tuple[int, int]]) -> None:
        letters: list[str] = []
        self.origin: list[int] = []
        for number, (start, end) in enumerate(block):
            if number:
                letters.append("\n")
                self.origin.append(block[number - 1][1])
            while number and start < end and blank(text[start]):
                start += 1
            letters.append(text[start:end].rstrip())
            self.origin.extend(range(start, start + len(letters[-1])))
        self.text = "".join(letters)
        # What each character is shown as: itself, nothing, or the characters that a reference stands for.
        self.shown = [c if c != GONE else "" for c in self.text]
        self.unclosed: set[int] = set()
        self._mark(0, len(self.text))

    def passage(self) -> Passage | None:
        """What is left, or None where nothing is."""
        text: list[str] = []
        origin: list[int] = []
        kept = [(c, at) for shown, at in zip(self.shown, self.origin, strict=True) for c in shown]
        for number, (c, at) in enumerate(kept):
            if c == "\n":
                following = kept[number + 1][0] if number + 1 < len(kept) else " "
                c = joint(text[-1], following) if text else ""
            if c and not (blank(c) and (not text or blank(text[-1]))):
                text.append(c)
                origin.append(at)
        while text and blank(text[-1]):
            text.pop()
            origin.pop()
        return Passage("".join(text), (*origin, origin[-1] + 1)) if text else None

    def _hide(self, start: int, end: int) -> None:
        self.shown[start:end] = [""] * (end - start)

    def _mark(self, start: int, end: int) -> None:
        """Hide the marks between `start` and `end`."""
        opened: dict[str, list[int]] = defaultdict(list)
        at = start
        while found := _INLINE.search(self.text, at, end):
            a, b = found.span()
            at = b
            kind = found.lastgroup
            if kind == "escape":
                self._hide(a, a + 1)
            elif kind == "ticks":
                at = self._code(a, b, end)
            elif kind == "target":
                self._hide(a, found.start("words"))
                self._mark(*found.span("words"))
                self._hide(found.end("words"), b)
            elif kind == "address":
                self._hide(a, a + 1)
                self._hide(b - 1, b)
            elif kind in ("break", "reference"):
                self._hide(a, b)
                self.shown[a] = " " if kind == "break" else html.unescape(found[0])
            elif kind == "marks":
                self._emphasis(a, b, opened[found[0]])
            else:
                self._hide(a, b)

    def _code(self, start: int, end: int, limit: int) -> int:
        """Hide the ticks around a code span and return where to go on."""
        length = end - start
        if length not in self.unclosed:
            for close in re.finditer("`+", self.text[end:limit]):
                if len(close[0]) == length:
                    self._hide(start, end)
                    self._hide(end + close.start(), end + close.end())
                    return end + close.end()
            self.unclosed.add(length)
        return end

    def _emphasis(self, start: int, end: int, opened: list[int]) -> None:
        """Pair a run of marks with the nearest equal one before it.

        Looser than CommonMark, which lets no bold end in Chinese punctuation with a letter after it; an underscore
        within a word is no mark in either.
        """
        before = self.text[start - 1] if start else " "
        after = self.text[end] if end < len(self.text) else " "
        word = self.text[start] == "_"
        if opened and not before.isspace() and not (word and after.isalnum()):
            other = opened.pop()
            self._hide(other, other + end - start)
            self._hide(start, end)
        elif not after.isspace() and not (word and before.isalnum()):
            opened.append(start)
