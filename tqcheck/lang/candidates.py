"""What may be a term in languages that write their words apart."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.lang.base import TermCandidate
from tqcheck.lang.words import Word, words
from tqcheck.model.text import Span

MOST_WORDS = 6
LEAST_LETTERS = 4
"""Of a word at either end of a phrase in a language whose function words are not listed: most of those are shorter."""


def phrases(text: str, stop: frozenset[str] = frozenset()) -> Sequence[TermCandidate]:
    """Every phrase of up to `MOST_WORDS` words within one stretch between marks, in order.

    stop  lower-case function words of the language, at which no phrase begins or ends
    A phrase is a name where its first and last words have capitals that no sentence's beginning explains.
    """
    found = words(text)
    edge = [_edge(word, stop) for word in found]
    candidates: list[TermCandidate] = []
    for first, word in enumerate(found):
        if not edge[first]:
            continue
        inside = first > 0 and not word.parted
        for last in range(first, min(first + MOST_WORDS, len(found))):
            end = found[last]
            if last > first and end.parted:
                break
            if not edge[last]:
                continue
            capitals = word.capitalised and end.capitalised and (inside or last > first)
            candidates.append(
                TermCandidate(
                    Span(word.span.start, end.span.end),
                    " ".join(w.stem for w in found[first : last + 1]),
                    name=capitals,
                )
            )
    return candidates


def _edge(word: Word, stop: frozenset[str]) -> bool:
    if word.folded in stop or word.text[0].isdigit():
        return False
    return bool(stop) or word.capitalised or len(word.folded) >= LEAST_LETTERS
