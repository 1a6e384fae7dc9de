"""The known terms of a source passage, each with how the rendering has it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from tqcheck.evidence.misreadings import misread
from tqcheck.evidence.verdict import Verdict
from tqcheck.knowledge.glossary import Entry, Glossary, Literal, TermMatch
from tqcheck.lang.base import Language
from tqcheck.lang.words import Word, find_phrase, stems, words
from tqcheck.model.text import Span

# Capitalised words that follow a surname without being a given name.
NOT_GIVEN = frozenset(
    "said says met told government administration cabinet is was has visits visited meets calls urges and on in at of "
    "for to family foundation doctrine jr sr ii iii iv".split()
)


@dataclass(frozen=True, slots=True)
class TermUse:
    """A known term in the source, and its verdict.

    sources  where the term stands in the source passage
    target   where its rendering (found) or its literal rendering (contradicted) stands in the target passage
    literal  the known literal form, where contradicted
    """

    entry: Entry
    sources: tuple[Span, ...]
    verdict: Verdict
    target: Span | None = None
    literal: Literal | None = None


def accepted_spans(entry: Entry, target: Sequence[Word]) -> list[Span]:
    """Where an accepted rendering of `entry` stands in the target's words, in any inflection; none within another."""
    spans: set[Span] = set()
    for rendering in entry.renderings:
        for first, last in find_phrase(target, stems(rendering)):
            spans.add(Span(target[first].span.start, target[last].span.end))
    return sorted(span for span in spans if not any(o.contains(span) for o in spans if o != span))


def _standing(entry: Entry, target: Sequence[Word], text: str) -> list[Span]:
    """The accepted spans that count: a person's surname is no mention where another given name follows it."""
    spans = accepted_spans(entry, target)
    if entry.kind != "person":
        return spans
    starts = {word.span.start: word for word in target}

    def goes_on(span: Span) -> bool:
        following = starts.get(span.end + 1)
        alone = not any(c in " -·" for c in span.of(text))
        if not alone or following is None or text[span.end] != " " or not following.capitalised:
            return False
        return following.text.islower() is False and following.text[1:].islower() and following.folded not in NOT_GIVEN

    return [span for span in spans if not goes_on(span)]


def _within(match: TermMatch, name: Span) -> bool:
    """Whether a term is but a part of a person's name; a known person with whom the name begins is that person."""
    if match.entry.kind == "person" and match.span.start == name.start:
        return False
    return name.contains(match.span) and name != match.span


def find_terms(
    source: str, target: str, language: Language, glossary: Glossary, apart: Sequence[Span] = ()
) -> Sequence[TermUse]:
    """Every known term of `source` with its verdict in `target`.

    apart  persons' names in the source, within which no term is looked for (黄海 in 黄海波)

    Contradicted means that a known literal rendering of the term stands there and that accepted renderings do not
    account for every use.
    """
    matches = [
        match for match in glossary.terms(language.normalise(source)) if not any(_within(match, name) for name in apart)
    ]
    if not matches:
        return ()
    by_term: dict[str, list[TermMatch]] = defaultdict(list)
    for match in matches:
        by_term[match.entry.term].append(match)
    target_words = words(target)
    literals = glossary.literals(target, target_words, [uses[0].entry for uses in by_term.values()])
    accepted = {term: _standing(uses[0].entry, target_words, target) for term, uses in by_term.items()}
    every = [span for spans in accepted.values() for span in spans]
    uses: list[TermUse] = []
    for term, found in by_term.items():
        entry = found[0].entry
        sources = tuple(match.span for match in found)
        wrong = [
            match
            for match in literals
            if match.entry.term == term
            and not any(span.contains(match.span) for span in every if span != match.span or span not in accepted[term])
        ]  # Ants Group is listed as wrong, and has the stems of Ant Group
        right = [span for span in accepted[term] if not any(match.span.overlaps(span) for match in wrong)]
        if wrong and len(right) < len(sources):
            uses.append(TermUse(entry, sources, Verdict.CONTRADICTED, wrong[0].span, wrong[0].literal))
        elif right:
            uses.append(TermUse(entry, sources, Verdict.FOUND, right[0]))
        elif odd := misread(entry, target_words, target, language):
            uses.append(TermUse(entry, sources, Verdict.CONTRADICTED, *odd))
        else:
            uses.append(TermUse(entry, sources, Verdict.UNKNOWN))
    return tuple(uses)
