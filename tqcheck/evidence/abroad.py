"""Names from abroad that a rendering spells as their characters are read at the language's home."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tqcheck.evidence.names import in_full
from tqcheck.evidence.terms import TermUse, accepted_spans
from tqcheck.evidence.verdict import Verdict
from tqcheck.knowledge.glossary import Entry
from tqcheck.lang.base import Language, Person
from tqcheck.lang.words import Word, fold, words
from tqcheck.model.text import Span

MOST_WORDS = 4
LEAST_READING = 4
"""Letters of a reading, closed up, under which it may be anything."""
_GAPS = frozenset((" ", "-", "'", "’"))


@dataclass(frozen=True, slots=True)
class ReadAtHome:
    """A name as its characters are read.

    target  where the reading stands in the rendering
    name    the name in the source, at `source`
    whose   what shows that it is foreign: a nationality, or `foreign`
    spelling  how it is written, where that is known
    """

    target: Span
    source: Span
    name: str
    whose: str = "foreign"
    spelling: str = ""


def read_at_home(
    source: str,
    target: str,
    language: Language,
    persons: Sequence[Person],
    terms: Sequence[TermUse],
    background: str,
) -> Sequence[ReadAtHome]:
    """Names of foreign persons and places in `source` that `target` has as their characters are read.

    persons     persons of the source as its language finds them
    terms       its known terms
    background  the source's whole document
    """
    found = words(target)
    background = background if source in background else f"{background}\n{source}"
    uses = [*_persons(source, target, found, language, persons, terms, background)]
    uses += _places(source, target, found, language, terms, background)
    uses += _transcribed(source, found, target, language, terms, background)
    kept: list[ReadAtHome] = []
    for use in uses:
        if not any(use.target.overlaps(other.target) for other in kept):
            kept.append(use)
    return tuple(sorted(kept, key=lambda use: use.target))


def _persons(
    source: str,
    target: str,
    found: Sequence[Word],
    language: Language,
    persons: Sequence[Person],
    terms: Sequence[TermUse],
    background: str,
) -> Iterable[ReadAtHome]:
    known = {span: use for use in terms for span in use.sources}
    free: list[Person] = []
    for person in persons:
        use = next((use for span, use in known.items() if span.overlaps(person.span)), None)
        if use is None:
            free.append(person)
        elif use.entry.kind == "person" and person.name in use.entry.term:
            yield from _known(use.entry, person, found, language)
    for span, use in known.items():
        if use.entry.kind == "person" and not any(span.overlaps(person.span) for person in persons):
            known_person = language.person(use.entry.term, span, source)
            if known_person:
                yield from _known(use.entry, known_person, found, language)
            else:
                yield from _parted(use.entry, span, found, target, language)
    for person, nationality in language.foreign_persons(free, source, background):
        for place in in_full(person, found):
            span = Span(found[place[0]].span.start, found[place[-1]].span.end)
            yield ReadAtHome(span, person.span, person.name, nationality, person.spelling)


def _known(entry: Entry, person: Person, found: Sequence[Word], language: Language) -> Iterable[ReadAtHome]:
    """Where a person known by another name is spelt as the characters are read, surname and given name apart."""
    if _closed(entry.preferred) in {form.replace(" ", "") for form in person.romanised}:
        return
    accepted = _written(entry, found)
    for place in in_full(replace(person, also=frozenset()), found):
        span = Span(found[place[0]].span.start, found[place[-1]].span.end)
        if len(place) > 1 and found[place[0]].capitalised and not any(a.contains(span) for a in accepted):
            yield ReadAtHome(span, person.span, person.name, "foreign", entry.preferred)


def _parted(entry: Entry, source: Span, found: Sequence[Word], text: str, language: Language) -> Iterable[ReadAtHome]:
    """Where the first or last characters of a term that is no name of home are spelt apart: `Tong Lun` for 通伦."""
    term, accepted = entry.term, _written(entry, found)
    for part in {p for n in (2, 3) if n <= len(term) for p in (term[:n], term[-n:])}:
        readings = language.sounds(part)
        for span in _spelt(readings, found, text) if _closed(entry.preferred) not in readings else ():
            if " " in span.of(text) and not any(a.contains(span) for a in accepted):
                yield ReadAtHome(span, source, term, "foreign", entry.preferred)


def _places(
    source: str,
    target: str,
    found: Sequence[Word],
    language: Language,
    terms: Sequence[TermUse],
    background: str,
) -> Iterable[ReadAtHome]:
    known: list[Span] = []
    for use in terms:
        entry = use.entry
        if entry.kind != "place" or entry.required:
            continue
        known.extend(use.sources)
        name = language.shown_abroad(entry.term, background)
        readings = language.sounds(name)
        if not readings or _closed(entry.preferred) in readings or use.verdict is Verdict.CONTRADICTED:
            continue
        spelt = _spelt(readings, found, target)
        accepted = [s for s in accepted_spans(entry, found) if not any(s.overlaps(p) for p in spelt)]
        if spelt and not accepted:
            yield from (ReadAtHome(span, use.sources[0], name, "foreign", entry.preferred) for span in spelt)
    for span, name in language.places_abroad(source, background):
        if any(span.overlaps(k) for k in known):
            continue
        readings = frozenset(r for r in language.sounds(name) if language.telling(r))
        yield from (ReadAtHome(place, span, name) for place in _spelt(readings, found, target))


def _transcribed(
    source: str,
    found: Sequence[Word],
    target: str,
    language: Language,
    terms: Sequence[TermUse],
    background: str,
) -> Iterable[ReadAtHome]:
    for span in language.transcribed_persons(source, background):
        if any(span.overlaps(k) for use in terms if use.entry.kind != "person" for k in use.sources):
            continue
        name = span.of(source)
        readings = frozenset(r for r in language.sounds(name) if language.telling(r))
        yield from (ReadAtHome(place, span, name) for place in _spelt(readings, found, target))


def _spelt(readings: frozenset[str], found: Sequence[Word], text: str) -> list[Span]:
    """The runs of capitals that spell one of the readings, however they part it."""
    readings = frozenset(r for r in readings if len(r) >= LEAST_READING)
    spans: list[Span] = []
    for i, word in enumerate(found):
        joined = ""
        for j in range(i, min(i + MOST_WORDS, len(found)) if word.capitalised else i):
            if j > i and text[found[j - 1].span.end : found[j].span.start] not in _GAPS:
                break
            joined += found[j].folded.replace("'", "")
            if joined in readings:
                spans.append(Span(word.span.start, found[j].span.end))
                break
    return spans


def _written(entry: Entry, found: Sequence[Word]) -> list[Span]:
    """Where an accepted form stands word for word: `Lu La` is not how Lula is written."""
    forms = [tuple(w.folded for w in words(r)) for r in entry.renderings]
    return [
        Span(found[i].span.start, found[i + len(form) - 1].span.end)
        for form in forms
        for i in range(len(found) - len(form) + 1)
        if tuple(w.folded for w in found[i : i + len(form)]) == form
    ]


def _closed(name: str) -> str:
    return "".join(fold(w.text) for w in words(name)).replace("'", "")
