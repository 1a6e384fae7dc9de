"""What part of a source its rendering leaves out: clauses, quotations, the end; by content words, never by length."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from tqcheck.evidence.clauses import split
from tqcheck.evidence.values import agree
from tqcheck.lang.base import Language, Lexical
from tqcheck.model.text import Span

MIN_UNITS = 4
"""Content words that a clause needs before their absence can be told from a free rendering."""
MAX_SHARE = 0.15
"""Share of them that the rendering may have by chance."""
MIN_REST = 0.5
"""Share of the rest of the source that must be rendered, so that the two texts can be compared by their words."""
MAX_LEFT = 0.16
"""Share of the rendering's content words that may render nothing of the source; where there are more, they may well
be what seems to be missing, in other words."""
MIN_QUOTED = 3
"""Content words of a quotation; what has fewer is a name or a term."""
LETTERS = 4
"""Letters by which a gloss and a word of the rendering are one: derived forms count, since a miss here accuses."""

_ENDED = re.compile(r"[.!?:;…。！？：；)\]）】\"”’'」』》]\s*$")
_SENTENCE_END = re.compile(r"[。！？.!?…][”’\"'」』）)]*\s*$")
_QUOTES = re.compile(r"[“”\"«»„「」『』‘]")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the source with its content words and how many of them the rendering has."""

    span: Span
    units: int
    matched: int

    @property
    def lost(self) -> bool:
        """Whether nothing renders it."""
        return self.units >= MIN_UNITS and self.matched <= MAX_SHARE * self.units


@lru_cache(maxsize=256)
def parts(source: str, target: str, here: Language, there: Language) -> tuple[Part, ...]:
    """The clauses of `source` with what of each stands anywhere in `target`; kept, since several rules ask."""
    theirs = there.lexical(target)
    found = tuple(_part(span, source, theirs, here) for span in split(source, here))
    if not any(part.lost for part in found):
        return found
    figures = [q for q in there.quantities(target) if not q.vague]
    # Figures count by their value: 23.4亿 has no digits in common with 2.34 billion.
    return tuple(
        replace(part, matched=part.matched + 1)
        if not part.matched
        and any(
            q.low == other.low or agree(q, other, True)
            for q in here.quantities(part.span.of(source))
            for other in figures
        )
        else part
        for part in found
    )


def omitted(source: str, target: str, here: Language, there: Language) -> Iterator[Span]:
    """Clauses that nothing renders, neighbouring ones as one, in a source that is rendered otherwise.

    Words of the rendering that render nothing of the source must be fewer than theirs.
    """
    found = parts(source, target, here, there)
    if not any(part.lost for part in found) or not _comparable(found):
        return
    left = _left_over(source, target, here, there)
    run: list[Part] = []
    for part in [*found, Part(Span(0, 0), 0, 1)]:
        if part.lost or (run and part.units and part.units < MIN_UNITS and not part.matched):
            run.append(part)
            continue
        if run and left < sum(part.units for part in run):
            yield run[0].span.cover(run[-1].span)
        run = []


def cut_short(source: str, target: str, here: Language, there: Language) -> Span | None:
    """The clauses at the end of `source` that are missing from a rendering that stops within a sentence."""
    if not _SENTENCE_END.search(source) or _ENDED.search(target):
        return None
    found = parts(source, target, here, there)
    missing: list[Part] = []
    for part in reversed(found):
        if part.matched > 0.2 * part.units:
            break
        missing.append(part)
    if sum(part.units for part in missing) < MIN_UNITS or not _comparable(found):
        return None
    return missing[-1].span.cover(missing[0].span)


def quotations_lost(source: str, target: str, here: Language, there: Language) -> Iterator[Span]:
    """Quotations of `source`, marks and all, that nothing in `target` renders, where it quotes less often."""
    quoted = _quotations(source, here)
    if not quoted or len(_QUOTES.findall(target)) >= 2 * len(quoted):
        return
    if not _comparable(parts(source, target, here, there)):
        return
    lexical = there.lexical(target)
    for span in quoted:
        part = _part(span, source, lexical, here)
        silent = part.units >= MIN_QUOTED and part.matched <= MAX_SHARE * part.units
        if silent and _left_over(source, target, here, there) < part.units:
            yield span


def _quotations(text: str, language: Language) -> list[Span]:
    found: list[Span] = []
    for opening, closing in language.quotes:
        if opening == "《" or opening in "‘’'":
            continue
        for match in re.finditer(f"{re.escape(opening)}[^{re.escape(opening + closing)}]+{re.escape(closing)}", text):
            found.append(Span(*match.span()))
    return sorted(set(found))


def _part(span: Span, source: str, target: Lexical, here: Language) -> Part:
    mine = here.lexical(span.of(source))
    keys = _keys(target)
    named = {unit for key, unit in mine.names.items() if key in target.names}
    # A word that the dictionary does not have tells nothing by its absence, and so does a word of one character,
    # which is grammar or part of a name.
    known = {
        unit: unit in named or bool({key[:LETTERS] for key in options} & keys)
        for unit, options in mine.units.items()
        if len(unit) > 1 and options - {unit} and not unit[:1].isdigit()
    }
    return Part(span, len(known), sum(known.values()))


def _keys(lexical: Lexical) -> frozenset[str]:
    return frozenset(key[:LETTERS] for key in lexical.keys)


def _left_over(source: str, target: str, here: Language, there: Language) -> int:
    """Content words of `target` that render nothing of `source`; 0 where they are no more than is usual."""
    mine, theirs = here.lexical(source), there.lexical(target)
    keys = _keys(mine)
    named = {unit for key, unit in theirs.names.items() if key in mine.names}
    left = [
        unit
        for unit, options in theirs.units.items()
        if not unit[:1].isdigit() and unit not in named and not {key[:LETTERS] for key in options} & keys
    ]
    return len(left) if len(left) > MAX_LEFT * len(theirs.units) else 0


def _comparable(found: Sequence[Part]) -> bool:
    rest = [part for part in found if not part.lost]
    units = sum(part.units for part in rest)
    return units >= MIN_UNITS and sum(part.matched for part in rest) >= MIN_REST * units
