"""Texts cut where findings begin and end, so that a page need not count characters as Python does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tqcheck.reporters.display.safe import REPLACEMENT

# Controls, and the marks that turn the order of letters round beyond their own text (Unicode TR9); the marks that only
# say how their neighbours run (U+200E, U+200F, U+061C) stay: Arabic and Hebrew are written with them.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")
_ENDS = {"\x0b": "\n", "\x0c": "\n", "\r": " ", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text in code points that a finding is about, or that is `related` to it."""

    start: int
    end: int
    finding: int
    related: bool = False


def visible(text: str) -> str:
    """`text`, as long as it was: tabs and line ends stay, every other order to a terminal or a browser is shown as �."""
    return _UNSEEN.sub(lambda m: _ENDS.get(m[0], REPLACEMENT), text)


def cut(text: str, marks: Sequence[Mark] = ()) -> Any:
    """The text, or where it has marks a list: of a stretch without any its text, else [text, findings, related].

    Findings are numbers, the one with the shortest mark first. A mark of no length is a stretch of no text.
    """
    text = visible(text)
    if not marks:
        return text
    points = sorted({0, len(text), *(m.start for m in marks), *(m.end for m in marks)})
    pieces: list[Any] = []
    for start, end in zip(points, [*points[1:], None], strict=True):
        if empty := [m for m in marks if m.start == m.end == start]:
            pieces.append(["", *_numbers(empty)])
        if end is not None:
            over = [m for m in marks if m.start <= start and end <= m.end]
            pieces.append([text[start:end], *_numbers(over)] if over else text[start:end])
    return pieces


def _numbers(marks: Sequence[Mark]) -> tuple[list[int], list[int]]:
    ordered = sorted(marks, key=lambda m: m.end - m.start)
    own = dict.fromkeys(m.finding for m in ordered if not m.related)
    return list(own), [n for n in dict.fromkeys(m.finding for m in ordered if m.related) if n not in own]
