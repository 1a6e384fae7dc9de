"""Acronyms of a rendering that are those of the source with a letter lost, added, changed or swapped."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tqcheck.evidence.terms import TermUse
from tqcheck.evidence.verdict import Verdict
from tqcheck.knowledge.acronyms import acronym_key, acronyms, same_meaning
from tqcheck.lang.base import Language
from tqcheck.lang.english_vocabulary import is_english
from tqcheck.lang.words import phrase
from tqcheck.model.text import Span

_TOKEN = re.compile(r"(?<![A-Za-z0-9@#_/.])(?:(?:[A-Z]\.){2,}|[A-Za-z][A-Za-z0-9]*(?:[-&][A-Za-z0-9]+)*)")
_ROMAN = re.compile(r"[IVXLC]+")
_UNITS = (
    "KM KG MG MM CM KW MW GW TW KWH MWH GWH TWH HZ KHZ MHZ GHZ KB MB GB TB PB BPS KBPS MBPS GBPS DB PH PPM RPM MPH KPH"
    " RMB CNY USD HKD EUR GBP JPY TWD SGD AUD CAD KRW MOP NT HK AM PM OK VS NO MR DR ST TV APP LOGO"
)
"""What is written in capitals and is a unit, a currency or an ordinary word."""
_PLAIN = frozenset(re.findall(r"\w+", _UNITS))
_COUNTRIES = frozenset({"US", "USA", "UK", "UN", "EU", "UAE", "USSR", "PRC", "DPRK", "ROK"})
"""Rendered by many words and for many words, so that the lack of one says nothing."""
_SMALL = frozenset({"and", "for", "on", "in", "to"})
_LONGEST = 8
_BRACKETS = ("(", "（")
_BODIES = frozenset({"agency", "outlet", "body", "organisation"})
_NEAR = 0.25
"""How far apart, as shares of their passages, a body and the acronym in its place may stand."""


@dataclass(frozen=True, slots=True)
class Printed:
    """An acronym in a text: its key, as printed (without a plural `s`), and where."""

    key: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class AcronymUse:
    """An acronym of the rendering that should be another.

    target      where it stands in the target
    suggestion  what it should be
    source      where the source prints that, or has the term that it stands for
    term        the source's words there
    """

    target: Span
    suggestion: str
    source: Span
    term: str


@lru_cache(maxsize=1024)
def printed_acronyms(text: str) -> tuple[Printed, ...]:
    """The acronyms printed in `text`, in order: capitals for the most part, neither units nor Roman numerals."""
    found: list[Printed] = []
    for match in _TOKEN.finditer(text):
        token, start = match[0], match.start()
        parts = re.split("(-)", token) if "-" in token and not _hyphenated(token) else [token]
        for part in parts:
            bare = re.sub(r"(?<=[A-Z])s$", "", part)
            if _is_acronym(bare):
                found.append(Printed(acronym_key(bare), bare, Span(start, start + len(bare))))
            start += len(part)
    return tuple(found)


def _hyphenated(token: str) -> bool:
    """Whether a token with a hyphen is one acronym: XDR-TB, COVID-19; neither US-led nor China-EU."""
    return acronym_key(token) in acronyms()


def _is_acronym(token: str) -> bool:
    letters = [c for c in token if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    key = acronym_key(token)
    return (
        capitals > 1
        and 2 * capitals > len(letters)
        and 2 <= len(key) <= _LONGEST
        and key not in _PLAIN
        and not _ROMAN.fullmatch(token)
    )


def accepted_acronyms(use: TermUse) -> dict[str, str]:
    """The renderings of a term that are acronyms, by key."""
    written = [r for r in use.entry.renderings if _is_acronym(r) and " " not in r]
    return {acronym_key(r): r for r in reversed(written)}


def find_altered(source: str, target: str, language: Language, terms: Sequence[TermUse]) -> Sequence[AcronymUse]:
    """Acronyms of `target` for which nothing in `source` accounts and that are one letter off one that it lacks.

    terms  the known terms of the source with how they are rendered
    An acronym is lacking where the source prints it, or has a term that is known by it, and the target has neither
    it nor, for the latter, any accepted rendering.
    """
    if not _TOKEN.search(target) or _all_capitals(target):
        return ()
    there = printed_acronyms(target)
    if not there:
        return ()
    here = printed_acronyms(language.normalise(source))
    latin = {acronym_key(part) for m in _TOKEN.finditer(source) for part in (m[0], *re.split("[-&]", m[0]))}
    present = {acronym_key(m[0]) for m in _TOKEN.finditer(target)} | {p.key for p in there}
    accounted = latin | {p.key for p in here} | _accounted(terms)
    initials = _initials(terms)
    strange = [p for p in there if p.key not in accounted and p.key not in _COUNTRIES and not _defined(p, target)]
    found: list[AcronymUse] = list(_halves(there, latin, terms))
    for other in strange:
        for mine in here:
            if mine.key in present or not (_altered(mine.key, other.key) or _scrambled(mine.key, other.key)):
                continue
            # Languages in Latin letters have acronyms of their own: French OTAN, German EZB.
            if not language.script and other.key in acronyms():
                continue
            found.append(AcronymUse(other.span, mine.text, mine.span, mine.text))
            break
        else:
            if other.key not in initials:
                lacking = any(mine.key not in present for mine in here)
                known = list(_of_term(other, present, terms))
                found.extend(known or (() if lacking else _of_body(other, source, target, terms)))
    return tuple(found)


def _of_body(other: Printed, source: str, target: str, terms: Sequence[TermUse]) -> Iterator[AcronymUse]:
    """An acronym that nobody knows in the place of a body that the target has in no accepted form: SFPD for 司警局."""
    word = other.text.lower()
    if len(other.key) < 3 or other.key in acronyms() or target[other.span.start - 1 : other.span.start] in _BRACKETS:
        return
    if is_english(word) or any(w.folded == word for u in terms for r in u.entry.renderings for w in phrase(r)):
        return  # a dateline in capitals
    for use in terms:
        if use.verdict is Verdict.UNKNOWN and use.entry.kind in _BODIES:
            here, there = use.sources[0].start / len(source), other.span.start / len(target)
            if abs(here - there) < _NEAR:
                yield AcronymUse(other.span, use.entry.preferred, use.sources[0], use.entry.term)
                return


def _of_term(other: Printed, present: set[str], terms: Sequence[TermUse]) -> Iterator[AcronymUse]:
    """The acronym of a term that the target has in no accepted form, altered to `other`."""
    for use in terms:
        if use.verdict is not Verdict.UNKNOWN or use.entry.kind in ("person", "place"):
            continue
        for key, text in accepted_acronyms(use).items():
            if key in present or not _altered(key, other.key) or not _impostor(key, other.key):
                continue
            yield AcronymUse(other.span, text, use.sources[0], use.entry.term)
            return


def _halves(there: Sequence[Printed], latin: set[str], terms: Sequence[TermUse]) -> Iterator[AcronymUse]:
    """The first half of an acronym of two, for a term that the target has in no accepted form: XDR for XDR-TB."""
    for use in terms:
        written = accepted_acronyms(use).values() if use.verdict is Verdict.UNKNOWN else ()
        for text in written:
            first, _, second = text.partition("-")
            half = next((p for p in there if p.text == first and p.key not in latin), None)
            if half and len(first) > 2 and second.isalpha():
                yield AcronymUse(half.span, text, use.sources[0], use.entry.term)


def _impostor(key: str, other: str) -> bool:
    """Whether `other` cannot be right for something else in the source: unknown, or of the same field as `key`.

    What is of the same field would be a known term of the source too, were it there.
    """
    known = acronyms()
    if other not in known:
        return True
    return key in known and known[key].field == known[other].field and min(len(key), len(other)) > 2


def _altered(key: str, other: str) -> bool:
    """Whether `other` is `key` with one letter lost, added, changed or swapped with its neighbour."""
    from rapidfuzz.distance import OSA

    if key in _COUNTRIES or key == other or OSA.distance(key, other, score_cutoff=1) != 1 or same_meaning(key, other):
        return False
    if any(c.isdigit() for c in key + other):
        changed = [a + b for a, b in zip(key, other, strict=False) if a != b]
        return len(key) == len(other) and len(changed) == 1 and changed[0].isdigit()
    if min(len(key), len(other)) < 3:
        swapped = sorted(key) == sorted(other)
        return other not in acronyms() and (swapped or (len(key) != len(other) and key in acronyms()))
    return True


def _scrambled(key: str, other: str) -> bool:
    """Whether `other` is no known acronym and has nearly the letters of `key`, of four or more: IEAE for IAEA."""
    if len(key) != len(other) or len(key) < 4 or key[0] != other[0] or other in acronyms():
        return False
    return (Counter(key) & Counter(other)).total() >= len(key) - 1 and not any(c.isdigit() for c in key + other)


def _accounted(terms: Sequence[TermUse]) -> set[str]:
    """Acronyms that render a term of the source or a part of one."""
    return {p.key for use in terms for rendering in use.entry.renderings for p in printed_acronyms(rendering)}


def _initials(terms: Sequence[TermUse]) -> set[str]:
    """The initials of accepted renderings: an acronym that nobody listed, unless the source prints another."""
    found: set[str] = set()
    for use in terms:
        for rendering in use.entry.renderings:
            folded = [w.folded for w in phrase(rendering)]
            found.add("".join(f[:1] for f in folded).upper())
            found.add("".join(f[:1] for f in folded if f not in _SMALL).upper())
    return found


def _defined(acronym: Printed, target: str) -> bool:
    """Whether the target itself spells the acronym out before its bracket: `Nippon Rail Union (NRU)`."""
    if target[acronym.span.start - 1 : acronym.span.start] not in ("(", "（"):
        return False
    before = [w for w in phrase(target[: acronym.span.start]) if w.folded not in _SMALL]
    initials = "".join(w.folded[:1] for w in before[-len(acronym.key) :]).upper()
    return initials == acronym.key


def _all_capitals(target: str) -> bool:
    """Whether the passage is printed in capitals, so that they tell nothing."""
    long = [w for w in re.findall(r"[A-Za-z]{4,}", target)]
    return len(long) > 2 and 2 * sum(w.isupper() for w in long) > len(long)
