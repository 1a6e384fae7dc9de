"""Where in a sentence a negation stands or should stand, and whether the other side has it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqcheck.evidence.clauses import clauses
from tqcheck.lang.base import Language
from tqcheck.model.text import Span

MIN_KNOWN = 0.7
"""Share of a clause's words that the other side must have before a word that it has not can be told from a free
rendering."""

MANY_CLAUSES = 3
"""Clauses above which the one that is negated must have one to match in the source."""
REACH = 8
"""Characters after a negation in which what it negates is looked for."""

_CLAUSE = re.compile(r"[^,;:.!?—–，。；：！？]+(?:[.,](?=\d)[^,;:.!?—–，。；：！？]*)*[.!?。！？]?")
_WORD = re.compile(r"\s*[^\W_]+(?:['’][^\W_]+)?")
_SENTENCE = re.compile(r"[^.!?。！？；;\n]+(?:[.!?](?=[\w’”\"'])[^.!?。！？；;\n]*)*[.!?。！？；;]*[”’\"』」]?")


@dataclass(frozen=True, slots=True)
class Turned:
    """A stretch whose polarity differs from the other side's.

    target  the clause that lacks the negation, or the negation that should not be there
    source  the negation that is lost, or where it would stand (None where that is not known)
    """

    target: Span
    source: Span | None = None


def lost(source: str, target: str, here: Language, there: Language) -> Iterator[Turned]:
    """Negations of `source` that `target` has not."""
    if here.polarity is None or there.polarity is None:
        return
    for one, other in sentence_pairs(source, target):
        mine, theirs = one.of(source), other.of(target)
        negations = _single(mine, here)
        if negations and not there.negations(theirs) and not there.softened(theirs):
            found: Turned | None = _whole(mine, theirs, negations[0], here, there)
        else:
            found = _undoubled(mine, theirs, here, there) or _clause_lost(mine, theirs, negations, here, there)
        if found and found.source:
            yield Turned(found.target.shift(other.start), found.source.shift(one.start))


def added(source: str, target: str, here: Language, there: Language) -> Iterator[Turned]:
    """Negations of `target` that nothing in `source` accounts for."""
    if here.polarity is None or there.polarity is None:
        return
    for one, other in sentence_pairs(source, target):
        mine, theirs = one.of(source), other.of(target)
        negations = there.negations(theirs)
        if not negations:
            continue
        if not here.negations(mine) and not here.softened(mine):
            span = negations[0] if _said(mine, theirs, negations[0], here, there) else None
        else:
            span = _doubled(mine, theirs, here, there) or _limit_lost(mine, theirs, here, there)
        if span:
            yield Turned(span.shift(other.start))


def _whole(mine: str, theirs: str, negation: Span, here: Language, there: Language) -> Turned:
    """The clause of a sentence without any negative that should have one."""
    sides = clauses(mine, theirs, here, there)
    stated = _stated(mine, theirs, negation, sides.target, here, there)
    if stated is None:
        number = _holding(sides.source, negation)
        stated = sides.rendering(number) if number is not None else None
    at = sides.target[stated].start if stated is not None else negation.start / max(1, len(mine)) * len(theirs)
    return Turned(clause_at(theirs, at / max(1, len(theirs))), negation)


def _clause_lost(mine: str, theirs: str, negations: Sequence[Span], here: Language, there: Language) -> Turned | None:
    """A clause without a negative that states what the source negates, where the other clauses' negatives are too few.

    What is negated must stand there: a rendering in other words may say the same by an opposite.
    """
    # What is negated over and over may be negated once for all (三个决心都不会改变).
    needing = {mine[span.start : span.end + 2] for span in negations}
    if not needing:
        return None
    sides = clauses(mine, theirs, here, there)
    answering = {n for span in _answers(mine, theirs, here, there) if (n := _holding(sides.target, span)) is not None}
    if len(needing) <= len(answering):
        return None
    for negation in negations:
        number = _holding(sides.source, negation)
        if number is None:
            continue
        match = sides.rendering(number)
        if match is None or match in answering or sides.rendered(match) != number:
            continue
        if _stated(mine, theirs, negation, [sides.target[match]], here, there) is not None:
            return Turned(sides.target[match], negation)
    return None


def _stated(
    mine: str, theirs: str, negation: Span, parts: Sequence[Span], here: Language, there: Language
) -> int | None:
    """The first of `parts` of the target that has what `negation` negates: the nearest word that any of them has."""
    keys = [there.lexical(part.of(theirs)).keys for part in parts]
    for options in list(here.lexical(mine[negation.end : negation.end + REACH]).units.values())[:3]:
        found = [number for number, has in enumerate(keys) if options & has]
        if found:
            return found[0]
    return None


def _answers(mine: str, theirs: str, here: Language, there: Language) -> list[Span]:
    """Words of the target that may render a negation of the source: the softer ones that render no other word of it."""
    assert there.polarity is not None
    plain = mine
    for span in here.negations(mine):
        plain = plain[: span.start] + " " * len(span) + plain[span.end :]
    left = dict(here.lexical(plain).units)
    out = list(there.negations(theirs))
    for span in there.polarity.softeners(theirs):
        own = there.lexical(span.of(theirs)).units.values() if span.of(theirs).isalpha() else ()
        explains = next((unit for unit, options in left.items() if any(options & keys for keys in own)), None)
        if explains is None:
            out.append(span)
        else:
            del left[explains]
    return out


def _single(text: str, language: Language) -> Sequence[Span]:
    """Plain negations of `text` that are no part of a double one."""
    assert language.polarity is not None
    found = language.negations(text)
    doubles = [Span(*m.span()) for m in language.polarity.double.finditer(language.normalise(text))] if found else []
    return [span for span in found if not any(double.overlaps(span) for double in doubles)]


def _doubled(mine: str, theirs: str, here: Language, there: Language) -> Span | None:
    """A negated negative of the target where the source negates once."""
    assert here.polarity is not None and there.polarity is not None
    double = there.polarity.double.search(theirs)
    if double is None or here.polarity.double.search(here.normalise(mine)):
        return None
    found = Span(*double.span())
    if len(_negatives(mine, here)) == 1:
        return found
    sides = clauses(mine, theirs, here, there)
    number = _holding(sides.target, found)
    match = sides.rendered(number) if number is not None else None
    return found if match is not None and len(_negatives(sides.source[match].of(mine), here)) == 1 else None


def _undoubled(mine: str, theirs: str, here: Language, there: Language) -> Turned | None:
    """A clause with one negative for a source that negates a negative."""
    assert here.polarity is not None and there.polarity is not None
    double = here.polarity.double.search(here.normalise(mine))
    if double is None or there.polarity.double.search(theirs):
        return None
    sides = clauses(mine, theirs, here, there)
    number = _holding(sides.source, Span(*double.span()))
    match = sides.rendering(number) if number is not None else None
    if match is None:
        return None
    negatives = _negatives(sides.target[match].of(theirs), there)
    return Turned(sides.target[match], Span(*double.span())) if len(negatives) == 1 else None


def _limit_lost(mine: str, theirs: str, here: Language, there: Language) -> Span | None:
    """A plain negation where the source says `not only` and nothing else that is negative."""
    assert here.polarity is not None and there.polarity is not None
    folded = here.normalise(mine)
    limit = here.polarity.limits.search(folded)
    if limit is None:
        return None
    sides = clauses(mine, theirs, here, there)
    number = _holding(sides.source, Span(*limit.span()))
    match = sides.rendering(number) if number is not None else None
    if number is None or match is None:
        return None
    clause, said = sides.source[number].of(folded), sides.target[match]
    rest = here.polarity.limits.sub(" ", clause)
    negations = there.negations(said.of(theirs))
    if not negations or here.polarity.softeners(rest) or there.polarity.limits.search(theirs, said.start, said.end):
        return None
    return negations[0].shift(said.start)


def _said(mine: str, theirs: str, negation: Span, here: Language, there: Language) -> bool:
    """Whether what is negated stands in the source, as far as its words are known: else the wording is just free."""
    keys = here.lexical(mine).keys
    units = there.lexical(theirs).units
    matched = sum(bool(options & keys) for options in units.values())
    if matched < MIN_KNOWN * len(units):
        return True
    sides = clauses(mine, theirs, here, there)
    number = _holding(sides.target, negation)
    if number is None or (len(sides.target) > MANY_CLAUSES and sides.rendered(number) is None):
        return False
    after = there.lexical(theirs[negation.end : sides.target[number].end]).units
    return any(options & keys for options in list(after.values())[:3])


def _negatives(text: str, language: Language) -> list[Span]:
    """All words of `text` that are negative or may be, none overlapping."""
    assert language.polarity is not None
    out: list[Span] = []
    for span in sorted([*language.negations(text), *language.polarity.softeners(language.normalise(text))]):
        if out and span.start < out[-1].end:
            out[-1] = out[-1].cover(span)
        else:
            out.append(span)
    return out


def _holding(parts: Sequence[Span], span: Span) -> int | None:
    return next((n for n, part in enumerate(parts) if part.start <= span.start < part.end), None)


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
    parts = [m.span() for m in _CLAUSE.finditer(text) if m[0].strip()]
    if not parts:
        return Span(0, len(text))
    start, end = min(parts, key=lambda c: 0 if c[0] <= at < c[1] else min(abs(c[0] - at), abs(c[1] - at)))
    part = text[start:end]
    return Span(start + len(part) - len(part.lstrip()), end - (len(part) - len(part.rstrip())))


def with_verb(text: str, negation: Span) -> Span:
    """`negation` with the word after it, which it negates."""
    after = _WORD.match(text, negation.end)
    return Span(negation.start, after.end() if after else negation.end)
