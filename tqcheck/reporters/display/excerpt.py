"""A line's worth of an article with a place in it marked, for people."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from rich.cells import cell_len

from tqcheck.model.finding import Excerpt
from tqcheck.reporters.display.safe import shown

WIDTH = 100
"""Columns of text shown around a place."""
_MOST = 72
"""Columns of the place itself; a longer one is shown by its beginning and its end."""
_WORD = 14
"""How far a cut may be moved so as not to fall within a word, in code points."""
CUT = "…"


def mark(excerpt: Excerpt, width: int = WIDTH) -> tuple[str, str]:
    """The excerpt on one line of about `width` columns, and a line of carets that stand under the place.

    Columns are those of a terminal: Chinese characters take two. Where text runs from right to left, carets would
    stand under the wrong words: there the place is marked by `[[ ]]` in the line and the second line is empty.
    """
    text = shown(excerpt.text)
    start = min(excerpt.span.start, len(text))
    end = min(max(excerpt.span.end, start), len(text))
    before, place, after = text[:start].lstrip(), text[start:end], text[end:].rstrip()
    if not (before or place.strip() or after):
        return "", ""
    if cell_len(place) > min(_MOST, width):
        place = _head(place, 2 * min(_MOST, width) // 3) + f" {CUT} " + _tail(place, min(_MOST, width) // 3)
    left, right = _share(cell_len(before), cell_len(after), max(0, width - cell_len(place)))
    before, after = _tail_cut(before, left), _head_cut(after, right)
    if _right_to_left(before + place + after):
        return f"{before}[[{place}]]{after}", ""
    return f"{before}{place}{after}".rstrip(), " " * cell_len(before) + "^" * max(1, cell_len(place))


def _share(left: int, right: int, room: int) -> tuple[int, int]:
    """How many columns each side gets: half each, and what one side does not need goes to the other."""
    half = room // 2
    if left <= half:
        return left, room - left
    if right <= half:
        return room - right, right
    return half, room - half


def _head(text: str, columns: int) -> str:
    return text[: _fit(text, columns)]


def _tail(text: str, columns: int) -> str:
    return text[len(text) - _fit(reversed(text), columns) :]


def _fit(text: Iterable[str], columns: int) -> int:
    """How many characters fit."""
    count = 0
    for c in text:
        columns -= cell_len(c)
        if columns < 0:
            break
        count += 1
    return count


def _head_cut(text: str, columns: int) -> str:
    kept = _head(text, columns)
    if len(kept) == len(text):
        return text
    space = kept.rfind(" ", max(0, len(kept) - _WORD))
    if text[len(kept)] != " " and space > 0:
        kept = kept[:space]
    return f"{kept.rstrip()} {CUT}"


def _tail_cut(text: str, columns: int) -> str:
    kept = _tail(text, columns)
    if len(kept) == len(text):
        return text
    space = kept.find(" ", 0, _WORD)
    if text[len(text) - len(kept) - 1] != " " and space >= 0:
        kept = kept[space:]
    return f"{CUT} {kept.lstrip()}"


def _right_to_left(text: str) -> bool:
    return not text.isascii() and any(unicodedata.bidirectional(c) in ("R", "AL") for c in text)
