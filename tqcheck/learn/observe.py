"""Aligned stretches, each with the phrases on either side that may be terms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqcheck.evidence.unit import Pair, Reading
from tqcheck.lang.base import Language, TermCandidate
from tqcheck.lang.words import find_phrase, stems, words


@dataclass(frozen=True, slots=True)
class Observation:
    """A stretch of a source with a rendering of it.

    place     the article and the number of the source's first sentence: renderings of one sentence are one place
    terms     candidates in the source; phrases  in the target
    known     terms of the glossary that the target renders as the glossary does
    """

    place: tuple[str, int]
    source: str
    target: str
    languages: tuple[Language, Language]
    terms: Sequence[TermCandidate]
    phrases: Sequence[TermCandidate]
    known: frozenset[str]


def observe(article: str, reading: Reading) -> Iterator[Observation]:
    """The stretches of a reading that have text on both sides."""
    for pair in reading.pairs:
        if pair.complete:
            yield _observation(article, pair)


def _observation(article: str, pair: Pair) -> Observation:
    languages = pair.context.source_language, pair.context.target_language
    source, target = pair.source_text, pair.target.text
    terms = {candidate.span: candidate for candidate in languages[0].term_candidates(source)}
    glossary = pair.context.glossary
    for match in glossary.terms(languages[0].normalise(source)):
        key = languages[0].normalise(match.entry.term)
        terms[match.span] = TermCandidate(match.span, key, True, match.entry.kind)
    found = words(target)
    known: set[str] = set()
    for key in {candidate.key for candidate in terms.values()}:
        entry = glossary.entries.get(key)
        if entry and any(find_phrase(found, stems(rendering)) for rendering in entry.renderings):
            known.add(key)
    return Observation(
        (article, pair.bead.source[0]),
        source,
        target,
        languages,
        tuple(terms.values()),
        tuple(languages[1].term_candidates(target)),
        frozenset(known),
    )
