"""HTML pages: the article as trafilatura finds it, each paragraph led back to the page's own characters."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from tqcheck.errors import InputError
from tqcheck.model.text import Passage, join
from tqcheck.readers.page import Shown, letters_of, visible
from tqcheck.readers.text import joint

# What pages declare, as browsers understand it (WHATWG Encoding Standard, the labels that news pages use).
_CHARSETS = {
    "utf-8": "utf-8", "utf8": "utf-8", "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030",
    "x-gbk": "gb18030", "big5": "big5hkscs", "big5-hkscs": "big5hkscs", "shift_jis": "cp932", "x-sjis": "cp932",
    "euc-jp": "euc_jp", "iso-2022-jp": "iso2022_jp", "euc-kr": "cp949", "ks_c_5601-1987": "cp949",
    "iso-8859-1": "cp1252", "windows-1252": "cp1252", "us-ascii": "cp1252", "iso-8859-15": "iso8859-15",
    "iso-8859-2": "iso8859-2", "windows-1250": "cp1250", "windows-1251": "cp1251", "koi8-r": "koi8-r",
    "windows-1256": "cp1256", "iso-8859-9": "cp1254", "windows-1254": "cp1254", "windows-1253": "cp1253",
    "iso-8859-7": "iso8859-7", "windows-1255": "cp1255", "tis-620": "cp874", "windows-874": "cp874",
    "windows-1258": "cp1258",
}  # fmt: skip
_CHARSET = re.compile(
    rb"""<meta\b[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
SNIFFED = 4096
"""Bytes at the head of a page in which its encoding is looked for (browsers look at 1024)."""

# trafilatura's elements that hold a paragraph of their own.
_BLOCKS = frozenset(["p", "head", "item", "cell", "quote", "list", "table", "row", "code", "lb", "fw", "ab", "div"])
MAX_REPEATS = 50
"""Occurrences of a text in a page that are looked at."""

Place = tuple[tuple[int, int], ...]
"""Spans of a page's letters that make up a paragraph: one, or several where something was cut out."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What trafilatura gives: the paragraphs as their text nodes without white space."""

    title: str = ""
    date: str = ""
    paragraphs: Sequence[Sequence[str]] = field(default=())


@dataclass(frozen=True)
class Extracted:
    """What a page says: its paragraphs, what is known of it (title, date), and a note for the user."""

    body: tuple[Passage, ...]
    meta: dict[str, str]
    note: str = ""


def declared_encoding(raw: bytes) -> str | None:
    """Python's name for the encoding that a page declares in its head, or None."""
    found = _CHARSET.search(raw[:SNIFFED])
    label = (found[1] or found[2]).decode("ascii", "ignore").lower() if found else ""
    return _CHARSETS.get(label)


def extract(html: str, path: str) -> Extracted:
    """The article of a page.

    Every passage's offsets are those of `html`; a character reference counts at its `&`. Paragraphs that
    trafilatura gives and that the page does not show are left out and counted in the note; where it finds no
    article, all of the page's visible text is taken.

    Raises InputError where trafilatura is not installed.
    """
    found = _article(html, path)
    page, head = visible(html)
    meta = {key: value for key, value in (("title", found.title), ("date", found.date)) if value}
    places = _locate(page, found.paragraphs)
    located = sorted(place for place in places if place)
    if not located:
        body = tuple(page.passage(*block) for block in page.blocks())
        return Extracted(body, meta, "no article found in the page: all of its visible text is read")
    lost = len(places) - len(located)
    note = (
        f"{lost} paragraph{'s' * (lost > 1)} of the page could not be traced and {'are' if lost > 1 else 'is'} left out"
        if lost
        else ""
    )
    heading = _heading(page, head, letters_of(found.title), located)
    traced = (passage for place in located for passage in _passages(page, place))
    return Extracted((*heading, *traced), meta, note)


def _article(html: str, path: str) -> _Found:
    try:
        import trafilatura
        from lxml.etree import iterwalk
    except ImportError:
        raise InputError(path, "reading HTML needs an extra: pip install 'tqcheck[web]'") from None
    # It logs what it cannot read as errors of the program; what matters of it is said in a note.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found: Any = trafilatura.bare_extraction(html, include_comments=False, with_metadata=True)
    if found is None or found.body is None:
        return _Found()
    paragraphs: list[list[str]] = [[]]
    for event, element in iterwalk(found.body, events=("start", "end")):
        if element.tag in _BLOCKS:
            paragraphs.append([])
        if text := element.text if event == "start" else element.tail:
            paragraphs[-1].append(text)
    pieces = ([letters_of(piece) for piece in paragraph] for paragraph in paragraphs)
    return _Found(found.title or "", found.date or "", [kept for p in pieces if (kept := [x for x in p if x])])


def _locate(page: Shown, paragraphs: Sequence[Sequence[str]]) -> list[Place]:
    """Where each paragraph stands in the page; empty where it does not.

    A text that the page shows once is where it is. One that it shows more often (a headline that is also a link)
    is sought between its neighbours, whole blocks first.
    """
    often = [list(islice(page.find("".join(pieces)), MAX_REPEATS)) for pieces in paragraphs]
    sizes = [sum(map(len, pieces)) for pieces in paragraphs]
    places: list[Place] = [((o[0], o[0] + n),) if len(o) == 1 else () for o, n in zip(often, sizes, strict=True)]
    # The start of the first settled paragraph at or after each.
    following = [len(page.letters)] * (len(places) + 1)
    for k in range(len(places) - 1, -1, -1):
        following[k] = places[k][0][0] if places[k] else following[k + 1]
    low = None
    for k, pieces in enumerate(paragraphs):
        high = following[k + 1]
        if not places[k]:
            between = [a for a in often[k] if (low or 0) <= a and a + sizes[k] <= high]
            choice = [a for a in between if page.bounded(a, a + sizes[k])] or between
            if choice:
                at = choice[-1 if low is None else 0]
                places[k] = ((at, at + sizes[k]),)
            else:
                places[k] = _scattered(page, pieces, low or 0, high)
        if places[k]:
            low = places[k][-1][1]
    return places


def _scattered(page: Shown, pieces: Sequence[str], low: int, high: int) -> Place:
    """The places of a paragraph's pieces one after the other, where something stands between them that was cut."""
    found: list[tuple[int, int]] = []
    for piece in pieces:
        at = next(page.find(piece, low, high), None)
        if at is None:
            return ()
        low = at + len(piece)
        found.append((at, low))
    return tuple(found)


def _passages(page: Shown, place: Place) -> list[Passage]:
    """The paragraphs in a place: one for each block of the page, or one that joins what stands around a cut."""
    parts = [page.passage(*span) for span in place]
    if len(parts) == 1:
        return [page.passage(*span) for span in page.parted(*place[0])]
    whole = parts[0]
    for part in parts[1:]:
        whole = join([whole, part], joint(whole.text[-1], part.text[0]))
    return [whole]


def _heading(page: Shown, head: Shown, title: str, located: Sequence[Place]) -> tuple[Passage, ...]:
    """The headline where the article's paragraphs lack it: above them in the page, else in its `title` element."""
    if not title or any("".join(page.letters[a:b] for a, b in place) == title for place in located):
        return ()
    above = [a for a in page.find(title, 0, located[0][0][0]) if page.bounded(a, a + len(title))]
    if above:
        return (page.passage(above[-1], above[-1] + len(title)),)
    return tuple(head.passage(a, a + len(title)) for a in islice(head.find(title), 1))
