"""Where in one text that would belong which stands in the other and has no counterpart."""

from __future__ import annotations

import re
from collections import Counter

from tqcheck.lang.base import Language
from tqcheck.model.text import Span

_CLAUSE = re.compile(r"[，,；;。！？!?：:\n（）()]|[.](?=\s|$)")
_WORD = re.compile(r"[^\W\d_]+")


def belongs(item: Span, text: str, other_text: str, language: Language, other_language: Language) -> Span | None:
    """The word of `other_text` that renders the word nearest to `item` within its clause of `text`.

    None where no word of the clause can be found there, or more than one place may be it.
    """
    start = max((m.end() for m in _CLAUSE.finditer(text, 0, item.start)), default=0)
    stop = _CLAUSE.search(text, item.end)
    clause = text[start : stop.start() if stop else len(text)]
    here = language.lexical(clause).units
    at = Span(item.start - start, item.end - start)
    there = _places(other_text, other_language)
    said = Counter(key for keys, _ in there for key in keys)
    best: tuple[int, Span] | None = None
    for unit, keys in here.items():
        found = clause.lower().find(unit.lower())
        if found < 0 or unit[0].isdigit():
            continue
        # What is counted follows its number and a measure word: as near is what stands two characters after it.
        away = found - at.end if found >= at.end else at.start - found - len(unit) + 2
        for theirs, span in there:
            shared = keys & theirs
            if shared and min(said[key] for key in shared) == 1 and (best is None or away < best[0]):
                best = away, span
    return best[1] if best else None


def _places(text: str, language: Language) -> list[tuple[frozenset[str], Span]]:
    """The words of `text` with their keys and where they stand; of a language without spaces, as its lexicon cuts it."""
    if language.spaced:
        cut = [Span(*m.span()) for m in _WORD.finditer(text)]
        read = [(language.lexical(span.of(text)).units.values(), span) for span in cut]
        return [(frozenset().union(*keys), span) for keys, span in read if keys]
    units = language.lexical(text).units
    return [
        (keys, Span(at, at + len(unit)))
        for unit, keys in units.items()
        if (at := text.find(unit)) >= 0 and len(unit) > 1
    ]
