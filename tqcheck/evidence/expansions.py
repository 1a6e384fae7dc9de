"""Names of known bodies in a rendering that lost a word, have one mangled, or have their words in disorder."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqcheck.evidence.acronyms import printed_acronyms
from tqcheck.evidence.near_names import find_near
from tqcheck.evidence.terms import TermUse, accepted_spans
from tqcheck.evidence.verdict import Verdict
from tqcheck.evidence.wording import LOOSE, Fault, departures, keys, spelling
from tqcheck.knowledge.acronyms import acronym_key, acronyms
from tqcheck.lang.base import Language
from tqcheck.lang.words import Word, words
from tqcheck.model.text import Span

_OTHER_KINDS = frozenset({"person", "unit", "calendar", "term", "product"})
"""Kinds of entries whose wording is not looked at; persons have evidence of their own."""
_BRACKETED = re.compile(r"[(（]([A-Z][A-Za-z0-9&-]{1,9})[)）]")
_SINGULAR = re.compile(r"\bUnited (?:Nation|State|Arab Emirate)\b(?!['’]s)")
_CONTEXT = 90
"""Code points before a bracketed acronym within which its expansion stands."""


@dataclass(frozen=True, slots=True)
class Malformed:
    """A name in the rendering that departs from how it should be.

    target    where it stands in the target
    accepted  the wording that it departs from
    source    where its term, or its acronym, stands in the source; None where only the target's bracket tells
    term      the source's words there, or the bracketed acronym
    """

    target: Span
    fault: Fault
    accepted: str
    source: Span | None
    term: str


def find_malformed(source: str, target: str, language: Language, terms: Sequence[TermUse]) -> Sequence[Malformed]:
    """Every malformed name of `target`, in order, none within another.

    terms  the known terms of the source with how they are rendered
    A departure counts only while right renderings of the same term do not account for each of its uses, and only
    where no other term of the source is rightly rendered by those words.
    """
    found = [w for w in words(target) if w.folded not in LOOSE]
    if not found:
        return ()
    stems = [spelling(w.stem) for w in found]
    candidates = [
        *_singular(target, terms),
        *_of_terms(target, found, stems, terms),
        *_titles(target, terms),
        *_printed(source, target, found, stems, language, terms),
        *_bracketed(source, target, found, stems),
        *_near(target, language, terms),
    ]
    kept: list[Malformed] = []
    for one in sorted(candidates, key=lambda m: (m.source is None, -(m.target.end - m.target.start))):
        if not any(one.target.overlaps(other.target) for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda m: m.target))


def _of_terms(
    target: str, found: Sequence[Word], stems: Sequence[str], terms: Sequence[TermUse]
) -> Iterator[Malformed]:
    every = words(target)
    right = {use.entry.term: accepted_spans(use.entry, every) for use in terms}
    for use in terms:
        if use.entry.kind in _OTHER_KINDS:
            continue
        others = [span for term, spans in right.items() if term != use.entry.term for span in spans]
        own = right[use.entry.term]
        written = {tuple(w.folded for w in words(r) if w.folded not in LOOSE) for r in use.entry.renderings}
        for rendering in use.entry.renderings:
            for one in departures(rendering, target, found, stems):
                span = Span(found[one.first].span.start, found[one.last].span.end)
                if any(other.contains(span) or _most(span, other) for other in others):
                    continue
                # A cut word looks like a form of the right one (Trad, Trade), so that the run seems to be accepted.
                run = found[one.first : one.last + 1]
                cut = one.fault is Fault.MANGLED and tuple(stems[one.first : one.last + 1]) == keys(rendering)
                cut = cut and tuple(w.folded for w in run) not in written
                if not cut and any(mine.contains(span) for mine in own):
                    continue
                if one.fault is Fault.LOST and any(mine.end == span.end and span.contains(mine) for mine in own):
                    continue
                # Words in disorder or mangled are right for nothing; others may be right for something else.
                free = one.fault in (Fault.ORDER, Fault.MANGLED)
                if free or sum(not mine.overlaps(span) for mine in own) < len(use.sources):
                    yield Malformed(span, one.fault, rendering, use.sources[0], use.entry.term)


def _near(target: str, language: Language, terms: Sequence[TermUse]) -> Iterator[Malformed]:
    """Names with a word put for another: `Asian Infrastructure Development Bank`."""
    for one in find_near(target, language, terms):
        yield Malformed(one.target, Fault.RIVAL, one.accepted, one.use.sources[0], one.use.entry.term)


def _titles(target: str, terms: Sequence[TermUse]) -> Iterator[Malformed]:
    """A title of one word cut short before a name: `Govern` for Governor."""
    for use in terms:
        if use.entry.kind != "office" or use.verdict is not Verdict.UNKNOWN:
            continue
        for rendering in use.entry.renderings:
            if len(rendering) < 7 or not rendering.isalpha():
                continue
            for cut in (rendering[:-1], rendering[:-2]):
                match = re.search(rf"\b{cut.capitalize()}(?= [A-Z][a-z])", target)
                if match:
                    yield Malformed(Span(*match.span()), Fault.MANGLED, rendering, use.sources[0], use.entry.term)
                    return


def _most(span: Span, other: Span) -> bool:
    """Whether `other` covers most of `span`, so that it accounts for it."""
    shared = min(span.end, other.end) - max(span.start, other.start)
    return 2 * shared > span.end - span.start


def _printed(
    source: str,
    target: str,
    found: Sequence[Word],
    stems: Sequence[str],
    language: Language,
    terms: Sequence[TermUse],
) -> Iterator[Malformed]:
    """Expansions of acronyms that the source prints and the target does not."""
    here = printed_acronyms(language.normalise(source))
    if not here:
        return
    there = {p.key for p in printed_acronyms(target)}
    known = acronyms()
    every = words(target)
    rendered = [span for use in terms for span in accepted_spans(use.entry, every)]
    for printed in here:
        entry = known.get(printed.key)
        if entry is None or printed.key in there or len(printed.key) < 3:
            continue
        for expansion in entry.expansions:
            for one in departures(expansion, target, found, stems, whole=True):
                span = Span(found[one.first].span.start, found[one.last].span.end)
                if not any(_most(span, other) for other in rendered) and not _accepted(entry.expansions, stems):
                    yield Malformed(span, one.fault, expansion, printed.span, printed.text)


def _accepted(expansions: Sequence[str], stems: Sequence[str]) -> bool:
    text = " ".join(stems)
    return any(" ".join(keys(expansion)) in text for expansion in expansions)


def _bracketed(source: str, target: str, found: Sequence[Word], stems: Sequence[str]) -> Iterator[Malformed]:
    """Expansions right before a bracketed acronym that lack one of its letters."""
    for match in _BRACKETED.finditer(target):
        key = acronym_key(match[1])
        before = [i for i, w in enumerate(found) if match.start() - _CONTEXT < w.span.start < match.start()]
        if len(key) < 3 or not before or target[found[before[-1]].span.end : match.start()].strip():
            continue
        near, last = found[before[0] : before[-1] + 1], before[-1] - before[0]
        where = source.find(match[1])
        place = Span(where, where + len(match[1])) if where >= 0 else None
        entry = acronyms().get(key)
        if entry is None or _accepted(entry.expansions, stems[before[0] : before[-1] + 1]):
            continue
        for expansion in entry.expansions:
            for one in departures(expansion, target, near, stems[before[0] : before[-1] + 1], whole=True):
                if one.last == last:
                    span = Span(near[one.first].span.start, near[one.last].span.end)
                    yield Malformed(span, one.fault, expansion, place, match[1])


def _singular(target: str, terms: Sequence[TermUse]) -> Iterator[Malformed]:
    """`United Nation`, `United State`: names that have no singular."""
    for match in _SINGULAR.finditer(target):
        for name in ("United Nations", "United States", "United Arab Emirates"):
            use = next((u for u in terms if any(r.startswith(name) for r in u.entry.renderings)), None)
            if use:
                yield Malformed(Span(*match.span()), Fault.MANGLED, name, use.sources[0], use.entry.term)
                break
