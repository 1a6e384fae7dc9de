"""Inline elements of XLIFF and TMX: which of them hold text, and what they are called by.

The code that an element stands for (`<ph>&lt;br/&gt;</ph>`) is no text, nor are the `<sub>` texts within it (a title of a
link): left out. Annotations (`<mrk>`, `<sm/>`, `<em/>`) are no tags of the text: a translation need not have the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tqcheck.model.document import MarkupKind
from tqcheck.readers.inline import Inline
from tqcheck.readers.xml import Event, element_end, tag_end

OPEN, CLOSE, SINGLE = MarkupKind.OPEN, MarkupKind.CLOSE, MarkupKind.SINGLE

PAIRS = frozenset({"g", "pc", "hi"})
CODES = {
    **{name: OPEN for name in ("bpt", "bx", "sc")},
    **{name: CLOSE for name in ("ept", "ex", "ec")},
    **{name: SINGLE for name in ("ph", "it", "x", "ut", "cp")},
}
_UNTOLD = frozenset({"cp"})  # a control character of 2.x
# `pc` and `sc`…`ec` of 2.x are two ways to write one tag; the end of a pair goes by the name of its beginning.
_FAMILY = {"ept": "bpt", "ex": "bx", "sc": "pc", "ec": "pc"}
_BREAKS = frozenset({"lb", "x-lb", "x-br", "x-html-br", "x-newline", "xlf:lb", "pb", "xlf:pb"})
_BREAK = re.compile(r"\s*(?:<br\b|\\n)|[\r\n]\s*\Z", re.IGNORECASE)
DELETED = frozenset({"x-sdl-deleted"})
LONGEST = 40
"""Code points of an element's code in its name at most."""


@dataclass
class _Element:
    event: Event
    name: str
    code: list[str] = field(default_factory=list)


class TagReader:
    """Sends the characters and tags of an element's content to `whole` and, where it is set, to `inner`."""

    def __init__(self, text: str, whole: Inline) -> None:
        self._text, self._whole = text, whole
        self.inner: Inline | None = None
        self._open: list[_Element] = []
        self._hidden = 0
        self._codes = 0
        self._pairs: dict[str, str] = {}

    def letters(self, event: Event) -> None:
        """Characters: text, or the code of an element."""
        if self._codes:
            self._open[-1].code.append(event.name)
        elif not self._hidden:
            self._whole.add(event.name, event.at)
            if self.inner:
                self.inner.add(event.name, event.at)

    def start(self, event: Event) -> None:
        """An element begins."""
        element = _Element(event, event.name)
        self._open.append(element)
        if event.name in CODES or self._codes:
            self._codes += 1
        elif event.name in PAIRS and not self._hidden:
            self._told(OPEN, _named(event), event.at, tag_end(self._text, event.at), event)
        elif self._hidden or event.attrs.get("mtype") in DELETED:
            self._hidden += 1

    def end(self, event: Event) -> None:
        """It ends."""
        element = self._open.pop()
        start, name = element.event, element.name
        end = element_end(self._text, start.at, event.at)
        if self._codes:
            self._codes -= 1
            if not self._codes and not self._hidden and name not in _UNTOLD:
                code = "".join(element.code)
                self._told(CODES[name], self._name(start, code), start.at, end, start, code)
            elif self._codes and self._open:
                self._open[-1].code.extend(element.code)
        elif self._hidden:
            self._hidden -= 1
        elif name in PAIRS:
            self._told(CLOSE, _named(start), event.at if end > event.at else start.at, end, None)

    def _name(self, start: Event, code: str) -> str:
        name = _named(start, code)
        if "i" in start.attrs:  # TMX: only the beginning says with which tag of the other language it goes
            if start.name == "bpt":
                self._pairs[start.attrs["i"]] = name
            elif start.name == "ept":
                name = self._pairs.get(start.attrs["i"], name)
        return name

    def _told(self, kind: MarkupKind, name: str, start: int, end: int, event: Event | None, code: str = "") -> None:
        for to in (self._whole, self.inner):
            if to is None:
                continue
            if event is not None and _breaks(event, code):
                to.line_break(start)
            to.tag(kind, name, start, end)


def _named(event: Event, code: str = "") -> str:
    """What an element is called by: its number in both languages, else its code, else what it is."""
    given = event.attrs
    family = _FAMILY.get(event.name, event.name)
    number = given.get("startRef") or given.get("rid") or given.get("id") or given.get("x")
    if number is None:
        code = " ".join(code.split())
        number = code[:LONGEST] or given.get("type") or given.get("ctype") or given.get("i") or ""
    return f"{family} {number}".rstrip()


def _breaks(event: Event, code: str) -> bool:
    given = event.attrs
    kinds = {given.get("ctype"), given.get("subType")}
    if event.name in ("ph", "it", "ut"):
        kinds.add(given.get("type"))
    return not _BREAKS.isdisjoint(k for k in kinds if k) or bool(code and _BREAK.match(code))
