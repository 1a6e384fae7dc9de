"""Names that the source's document prints in Latin letters once, and that a rendering spells otherwise."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tqcheck.lang.base import Language
from tqcheck.lang.sounds import likeness
from tqcheck.lang.words import Word, fold, words
from tqcheck.model.text import Span

ALIKE = 62.0
"""Likeness, 0 to 100, from which a word is an attempt at the printed name."""
HEARD = 50.0
"""Likeness of a name's characters, read out, to the Latin letters after them from which they are one name."""
LEAST_LETTERS = 4

_PRINTED = re.compile(r"([㐀-鿿·]{2,10})\s*[（(]\s*([A-Z][\w'’.-]+(?:[ ·][\w'’.-]+){0,4})\s*[)）]")
_POINT = re.compile("[·•]")


@dataclass(frozen=True, slots=True)
class PrintedName:
    """A name that the target spells otherwise than the document prints it.

    source  the name in the source passage
    target  the attempt at it
    printed what the document has in brackets after the name
    """

    source: Span
    target: Span
    printed: str


def misspelt_printed(
    source: str, target: str, background: str, language: Language, rendered: Sequence[Span] = ()
) -> Sequence[PrintedName]:
    """Names of `source` that its document prints in Latin letters and `target` spells otherwise.

    background  the source's whole document
    rendered    where known terms are rendered, which are no attempts at anything else
    """
    found = words(target)
    missed: list[PrintedName] = []
    for name, printed in _printed(background if source in background else f"{background}\n{source}", language):
        at = source.find(name)
        own = [fold(word.text) for word in words(printed)]
        last = own[-1]
        if (
            at < 0
            or len(last) < LEAST_LETTERS
            or {w.folded for w in found} & {o for o in own if len(o) >= LEAST_LETTERS}
        ):
            continue
        attempt = _attempt(last, found, target, rendered)
        if attempt:
            missed.append(PrintedName(Span(at, at + len(name)), attempt.span, printed))
    return tuple(missed)


def _attempt(name: str, found: Sequence[Word], target: str, rendered: Sequence[Span]) -> Word | None:
    tried = [
        w
        for w in found
        if w.capitalised and len(w.folded) >= LEAST_LETTERS and not any(w.span.overlaps(r) for r in rendered)
    ]
    if not tried:
        return None
    alike = likeness([name], [w.folded for w in tried])[0]
    best = int(alike.argmax())
    return tried[best] if alike[best] >= ALIKE and name[0] == tried[best].folded[0] else None


@lru_cache(maxsize=64)
def _printed(background: str, language: Language) -> tuple[tuple[str, str], ...]:
    """Names with what stands in brackets after them: as much of what precedes as sounds most like it."""
    found: dict[str, str] = {}
    for match in _PRINTED.finditer(background):
        before, last = _POINT.split(match[1])[-1], fold(words(match[2])[-1].text)
        tails = {
            tail: float(likeness(sorted(language.sounds(tail)), [last]).max(initial=0))
            for tail in (before[-n:] for n in range(2, min(6, len(before)) + 1))
        }
        best = max(tails, key=lambda tail: tails[tail], default="")
        if best and tails[best] >= HEARD:
            found[best] = match[2]
    return tuple(found.items())
