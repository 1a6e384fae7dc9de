"""Clauses of a rendering of which no alternate has anything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqcheck.evidence.clauses import split
from tqcheck.evidence.support.content import LETTERS, Content
from tqcheck.evidence.support.slots import stretch
from tqcheck.evidence.support.tokens import TRAIT, Tokens
from tqcheck.lang.base import Language
from tqcheck.model.text import Span

FEWEST = 4
"""Words of content that a clause needs before their absence can be told from other words for the same."""
SHARED = 5
"""Words of content among which the alternates may have one somewhere by chance."""
INSTEAD = 0.5
"""As many words of content as this share of the clause's own, which most alternates have in its place and the rendering
nowhere, say there in other words what the clause says."""


@dataclass(frozen=True, slots=True)
class Lone:
    """A clause with the words of content that it has and that some alternate has too."""

    span: Span
    words: int
    shared: int


def lone_clauses(own: Content, others: Sequence[Content], language: Language) -> Iterator[Lone]:
    """The clauses of `own` that stand for nothing in `others`, in order."""
    held = frozenset().union(*(other.roots for other in others))
    if not others or len(own.roots - held) < FEWEST - 1:
        return
    alone = [own.keys[n] not in held for n in own.places]
    if not _dense(alone):
        return
    alone = [odd and not _other_form(own.tokens, n, others) for n, odd in zip(own.places, alone, strict=True)]
    if not _dense(alone):
        return
    starts = [int(own.tokens.start[n]) for n in own.places]
    for span in split(own.tokens.text, language):
        here = [i for i, start in enumerate(starts) if span.start <= start < span.end]
        shared = sum(not alone[i] for i in here)
        if len(here) >= FEWEST and shared <= len(here) // SHARED:
            instead = sorted(_instead(own, other, span) for other in others)
            if instead[len(instead) // 2] < INSTEAD * len(here):
                yield Lone(span, len(here), shared)


def _dense(alone: Sequence[bool]) -> bool:
    """Whether some `FEWEST` neighbours but one are alone, as they are in every clause that is."""
    return any(sum(alone[i : i + FEWEST]) >= FEWEST - 1 for i in range(len(alone) - FEWEST + 1))


def _other_form(tokens: Tokens, n: int, others: Sequence[Content]) -> bool:
    """Whether some alternate may have a word as another form of it or in an acronym."""
    word, name = tokens.words[n], tokens.traits[n, TRAIT["capital"]] > 0
    return any(
        (len(word) >= LETTERS and word[:LETTERS] in other.beginnings) or (name and word[0] in other.initials)
        for other in others
    )


def _instead(own: Content, other: Content, span: Span) -> int:
    """How many words `other` has in the place of a clause and `own` nowhere."""
    first = int(own.tokens.end.searchsorted(span.start, "right"))
    last = int(own.tokens.start.searchsorted(span.end)) - 1
    low, high = stretch(own.tokens, other.tokens, first, last)
    return len({other.keys[n] for n in other.places if low <= n < high} - own.all_keys)
