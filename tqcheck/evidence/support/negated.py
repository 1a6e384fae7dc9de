"""What all alternates of a rendering negate and the rendering states, or the reverse."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqcheck.evidence.polarity import with_verb
from tqcheck.evidence.support.content import Content
from tqcheck.evidence.support.tokens import TRAIT
from tqcheck.lang.base import Language
from tqcheck.lang.polarity import Polarity
from tqcheck.model.text import Span

FEWEST = 2
"""Alternates that must agree: one may be the one that is wrong."""
REACH = 2
"""Words of content after a negation among which is what it negates."""
_HYPHENS = frozenset("-‐‑")
# An insignificant link is no obvious link.
_NEGATIVE = re.compile(r"(?:in|im|il|ir|un|dis|mis|non)\w{4,}")


@dataclass(frozen=True, slots=True)
class OneSided:
    """A word that one side negates and the other states.

    span    in the rendering: the word, with the one before it; or the negation that no alternate has
    added   whether it is the rendering that negates
    theirs  in each alternate: the negation up to the word, or the word, with the one before it
    """

    span: Span
    added: bool
    theirs: tuple[Span, ...]


def one_sided(own: Content, others: Sequence[Content], language: Language) -> Iterator[OneSided]:
    """The word of `own` and all `others` that stands negated on one side only, where there is one."""
    polarity = language.polarity
    if polarity is None or len(others) < FEWEST or not own.keys:
        return
    theirs = [_negates(other, polarity) for other in others]
    if all(theirs):
        yield from _lost(own, others, language)
    elif not any(theirs) and _negates(own, polarity):
        yield from _added(own, others, language)


def _negates(text: Content, polarity: Polarity) -> bool:
    return not polarity.cues.isdisjoint(text.tokens.words) or any(e in text.tokens.text for e in polarity.endings)


def _lost(own: Content, others: Sequence[Content], language: Language) -> Iterator[OneSided]:
    assert language.polarity is not None
    if not own.roots.intersection(*(_after_cues(other, language.polarity) for other in others)):
        return  # the least that must hold, told much faster than what is negated
    found = [_negated(other, language) for other in others]
    shared = own.roots.intersection(*found)
    if not shared or not shared.isdisjoint(_negated(own, language)):
        return  # what is negated together needs one negation
    for n in own.places:
        if own.keys[n] in shared and _plain(own, own.keys[n], language):
            theirs = tuple(by_root[own.keys[n]] for by_root in found)
            yield OneSided(own.tokens.span(_before(own, n), n), False, theirs)
            return


def _added(own: Content, others: Sequence[Content], language: Language) -> Iterator[OneSided]:
    assert language.polarity is not None
    if not _after_cues(own, language.polarity).intersection(*(other.roots for other in others)):
        return
    for root, span in _negated(own, language, 1).items():
        if not all(root in other.roots for other in others):
            continue
        if all(_plain(other, root, language) and not language.softened(other.tokens.text) for other in others):
            places = (next(n for n in other.places if other.keys[n] == root) for other in others)
            theirs = tuple(other.tokens.span(_before(other, n), n) for other, n in zip(others, places, strict=True))
            negation = language.negations(span.of(own.tokens.text))
            if negation and not language.softened(span.of(own.tokens.text)):
                yield OneSided(with_verb(own.tokens.text, negation[0].shift(span.start)), True, theirs)
                return


def _after_cues(text: Content, polarity: Polarity) -> set[int]:
    """The roots of the words of content that come soon after a word that may negate."""
    found: set[int] = set()
    for n, word in enumerate(text.tokens.words):
        if word in polarity.cues or word.endswith(polarity.endings):
            at = bisect_left(text.places, n + 1)
            found.update(text.keys[m] for m in text.places[at : at + REACH])
    return found


def _negated(text: Content, language: Language, reach: int = REACH) -> dict[int, Span]:
    """The roots of the words that `text` negates, each with the stretch from the negation to the word."""
    tokens = text.tokens
    found: dict[int, Span] = {}
    for negation in language.negations(tokens.text):
        first = int(tokens.end.searchsorted(negation.end, "right"))
        at = bisect_left(text.places, first)
        for n in text.places[at : at + reach]:
            if not tokens.traits[first:n, TRAIT["mark"]].any():
                found.setdefault(text.keys[n], Span(negation.start, int(tokens.end[n])))
    return found


def _plain(text: Content, root: int, language: Language) -> bool:
    """Whether no stretch between two marks that has a word of this root has anything that negates or might."""
    tokens = text.tokens
    marks = [n for n in tokens.traits[:, TRAIT["mark"]].nonzero()[0].tolist() if tokens.words[n] not in _HYPHENS]
    for n in text.places:
        if text.keys[n] == root:
            at = bisect_left(marks, n)
            first, last = (marks[at - 1] if at else 0), (marks[at] if at < len(marks) else len(tokens) - 1)
            words = tokens.phrase(first, last)
            if language.negations(words) or language.softened(words):
                return False
            if any(_NEGATIVE.fullmatch(word) for word in tokens.words[max(first, n - 1) : n + 1]):
                return False
    return root in text.roots


def _before(text: Content, n: int) -> int:
    """The word before the word `n`, itself where a mark stands there."""
    return n - 1 if n and text.tokens.traits[n - 1, TRAIT["mark"]] == 0 else n
