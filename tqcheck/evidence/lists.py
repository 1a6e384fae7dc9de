"""Lists: items that a source names and its rendering leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqcheck.lang.base import Language
from tqcheck.model.text import Span

MIN_ITEMS = 3
LONGEST = 60
"""Code points of the longest item that is looked at."""
LETTERS = 4
"""Letters by which a gloss and a word of the rendering are one."""

_TARGET_PART = re.compile(r"\s*(?:,\s*and\b|,\s*or\b|,|;|、|\band\b|\bor\b|&|\bas well as\b|\balong with\b|/)\s*", re.I)
_CLOSING = re.compile(r"\b(?:and|or|&|as well as|along with)\b", re.I)


@dataclass(frozen=True, slots=True)
class Dropped:
    """An item that the rendering's list has not.

    item   the item in the source
    place  the rendering's list, from the first of its items to the last
    count  how many items the source's list has
    """

    item: Span
    place: Span
    count: int


def dropped(source: str, target: str, here: Language, there: Language) -> Iterator[Dropped]:
    """Items between two others of a list of the source that stand nowhere in `target`, whose list has no room for them.

    An item is missing where none of its words is found by gloss, name or cognate. The others must all stand in the
    target, in parts of one list that has no part left over: an item may be rendered by words that no dictionary has.
    """
    for items in here.lists(source):
        if len(items) < MIN_ITEMS or any(len(item) > LONGEST for item in items):
            continue
        theirs = _parts(target)
        found = [_where(item.of(source), target, theirs, here, there) for item in items]
        missing = [n for n, places in enumerate(found) if places == []]
        if len(missing) != 1 or missing[0] in (0, len(items) - 1) or None in found:
            continue
        before, after = found[missing[0] - 1], found[missing[0] + 1]
        assert before is not None and after is not None
        near = [(a, b) for a in before for b in after if 0 < b - a <= 1]
        if near and len(items) - 1 <= len(theirs):
            a, b = near[0]
            yield Dropped(items[missing[0]], theirs[a].cover(theirs[b]), len(items))


def _parts(text: str) -> Sequence[Span]:
    found: list[Span] = []
    at = 0
    for mark in [*_TARGET_PART.finditer(text), None]:
        end = mark.start() if mark else len(text)
        if end > at:
            found.append(Span(at, end))
        at = mark.end() if mark else at
    return found


def _where(item: str, target: str, parts: Sequence[Span], here: Language, there: Language) -> list[int] | None:
    """The parts of the target that have a word of `item`; None where its words are not known."""
    mine = here.lexical(item)
    options = {key[:LETTERS] for key in mine.keys}
    known = any(keys - {unit} for unit, keys in mine.units.items() if len(unit) > 1)
    found: list[int] = []
    for number, part in enumerate(parts):
        theirs = there.lexical(part.of(target))
        keys = {key[:LETTERS] for key in theirs.keys}
        if options & keys or any(name in theirs.names for name in mine.names):
            found.append(number)
    return found if found or known else None
