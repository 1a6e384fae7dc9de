"""Where in a sentence a negation stands or should stand."""

from __future__ import annotations

import re

from tqcheck.model.text import Span

_CLAUSE = re.compile(r"[^,;:.!?—–，。；：！？]+(?:[.,](?=\d)[^,;:.!?—–，。；：！？]*)*[.!?。！？]?")
_WORD = re.compile(r"\s*[^\W_]+(?:['’][^\W_]+)?")


_SENTENCE = re.compile(r"[^.!?。！？；;\n]+(?:[.!?](?=[\w’”\"'])[^.!?。！？；;\n]*)*[.!?。！？；;]*[”’\"』」]?")


def sentence_pairs(source: str, target: str) -> list[tuple[Span, Span]]:
    """Sentences of the two texts side by side where both have as many, else the two texts as wholes.

    Each must end at about the same share of its text: two sides may be split in different places.
    """
    here, there = (
        [Span(*m.span()) for m in _SENTENCE.finditer(text) if len(m[0].strip()) > 2] for text in (source, target)
    )
    if len(here) == len(there) > 1 and all(
        abs(one.end / len(source) - other.end / len(target)) < 0.12 for one, other in zip(here, there, strict=True)
    ):
        return list(zip(here, there, strict=True))
    return [(Span(0, len(source)), Span(0, len(target)))]


def clause_at(text: str, share: float) -> Span:
    """The clause of `text` that stands at `share` (0 to 1) of its length, without the spaces around it."""
    at = share * len(text)
    clauses = [m.span() for m in _CLAUSE.finditer(text) if m[0].strip()]
    if not clauses:
        return Span(0, len(text))
    start, end = min(clauses, key=lambda c: 0 if c[0] <= at < c[1] else min(abs(c[0] - at), abs(c[1] - at)))
    part = text[start:end]
    return Span(start + len(part) - len(part.lstrip()), end - (len(part) - len(part.rstrip())))


def with_verb(text: str, negation: Span) -> Span:
    """`negation` with the word after it, which it negates."""
    after = _WORD.match(text, negation.end)
    return Span(negation.start, after.end() if after else negation.end)
