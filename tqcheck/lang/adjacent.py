"""Phrases straight before or after a number, tried only where the character next to it may be one of theirs.

One large alternation costs ten microseconds a number, for every branch is tried at every place; the first or last
character of the phrases tells nearly always that none of them is there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import groupby


class After:
    """Phrases after a number.

    group      the name of the group that holds the phrase
    lead       how many spaces may stand before it; `hyphens`, whether hyphens count as such
    alternate  makes a regular expression of phrases that begin alike, the longest tried first
    """

    def __init__(
        self, phrases: Iterable[str], alternate: Callable[[Iterable[str]], str], group: str, lead: int,
        hyphens: bool = True, flags: int = re.I,
    ) -> None:  # fmt: skip
        self._folds = bool(flags & re.I)
        self._lead, self._hyphens = lead, hyphens
        ordered = sorted({phrase for phrase in phrases if phrase}, key=self._first)
        self._by_first = {
            first: re.compile(f"(?P<{group}>{alternate(list(alike))})", flags)
            for first, alike in groupby(ordered, key=self._first)
        }
        if self._folds:
            self._by_first.update({first.upper(): pattern for first, pattern in self._by_first.items()})

    def _first(self, phrase: str) -> str:
        return phrase[0].lower() if self._folds else phrase[0]

    def match(self, text: str, at: int) -> re.Match[str] | None:
        """The phrase that follows place `at` of `text`, or None."""
        first = text[at : at + 1]
        for _ in range(self._lead):
            if not (first == " " or first.isspace() or (self._hyphens and first == "-")):
                break
            at += 1
            first = text[at : at + 1]
        pattern = self._by_first.get(first)
        return pattern.match(text, at) if pattern else None


class Before:
    """Phrases before a number.

    alternate  makes a regular expression of phrases
    around     the pattern that finds one at the end of a text, with `{}` for the phrases
    width      how many characters before the number are looked at
    marked     whether other marks may stand between phrase and number (`about US$`)
    """

    def __init__(
        self, phrases: Iterable[str], alternate: Callable[[Iterable[str]], str], around: str, width: int,
        marked: bool = False, flags: int = re.I,
    ) -> None:  # fmt: skip
        self._width, self._marked = width, marked
        ordered = sorted(set(phrases), key=_last)
        self._by_last = {
            last: re.compile(around.format(alternate(list(alike))), flags)
            for last, alike in groupby(ordered, key=_last)
        }
        self._whole = re.compile(around.format(alternate(ordered)), flags) if marked and ordered else None

    def search(self, text: str, at: int) -> re.Match[str] | None:
        """The phrase that ends at place `at` of `text`, or None; its span is within the `width` characters before."""
        before = text[max(0, at - self._width) : at]
        if not before:
            return None
        pattern = self._whole
        if not self._marked:
            close = before[-1].isspace() or before[-1] == "-"
            pattern = self._by_last.get((before[-3:-1] if close else before[-2:]).lower())
            if pattern is None:
                pattern = self._by_last.get((before[-2:-1] if close else before[-1:]).lower())
        elif before[-1].isspace():
            pattern = self._by_last.get(before.rstrip()[-2:].lower())
        return pattern.search(before) if pattern else None


def _last(phrase: str) -> str:
    return phrase[-2:].lower()
