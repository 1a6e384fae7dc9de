"""What may be a term in languages that write their words apart."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.lang.base import TermCandidate
from tqcheck.lang.words import Word, words
from tqcheck.model.text import Span

MOST_WORDS = 8
LEAST_LETTERS = 4
"""Of a word at either end of a phrase in a language whose function words are not listed: most of those are shorter."""


def phrases(text: str, stop: frozenset[str] = frozenset()) -> Sequence[TermCandidate]:
    """Every phrase of up to `MOST_WORDS` words within one stretch between marks, in order.

    stop  lower-case function words of the language, at which no phrase begins or ends
    A phrase is a name where its first and last words have capitals that no sentence's beginning explains. None ends
    within a run of capitals: `Rural` of `Rural Affairs` says nothing.
    """
    found = words(text)
    candidates: list[TermCandidate] = []
    for first, word in enumerate(found):
        if not _edge(word, stop):
            continue
        inside = first > 0 and not word.parted
        for last in range(first, min(first + MOST_WORDS, len(found))):
            end = found[last]
            if last > first and end.parted:
                break
            number = last > first and end.text.isdigit() and text[found[last - 1].span.end : end.span.start] == "-"
            if not (number or _edge(end, stop)) or (end.capitalised and _goes_on(text, found, last)):
                continue
            capitals = word.capitalised and (number or end.capitalised) and (inside or last > first)
            key = " ".join(w.stem for w in found[first : last + 1])
            candidates.append(TermCandidate(Span(word.span.start, end.span.end), key, name=capitals))
    return candidates


def _goes_on(text: str, found: Sequence[Word], last: int) -> bool:
    """Whether a run of capitals goes on after the word at `last`, or a figure that a hyphen ties to it."""
    if last + 1 == len(found) or found[last + 1].parted or found[last].text.endswith(("'s", "’s")):
        return False
    gap = text[found[last].span.end : found[last + 1].span.start]
    return (gap in (" ", "-") and found[last + 1].capitalised) or (gap == "-" and found[last + 1].text.isdigit())


def _edge(word: Word, stop: frozenset[str]) -> bool:
    if word.folded in stop or word.text[0].isdigit():
        return False
    return bool(stop) or word.capitalised or len(word.folded) >= LEAST_LETTERS
