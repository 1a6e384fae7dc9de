"""What alternates have at the place of any finding, as evidence for or against it."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.evidence.support.content import LANGUAGES
from tqcheck.evidence.support.slots import stretch
from tqcheck.evidence.support.tokens import tokens
from tqcheck.evidence.unit import Pair, Reading
from tqcheck.evidence.weighing.doubts import Heard, phrase
from tqcheck.model.finding import Evidence, Side
from tqcheck.model.text import Span
from tqcheck.rules.alternates.heard import MOST_SHOWN, agreed
from tqcheck.rules.base import Hit, Rule, Scope

RENDERED = 0.5
"""Share of the words of a source phrase from which an alternate has it, by the dictionary."""


def with_alternates(reading: Reading, rule: type[Rule], hit: Hit) -> tuple[Evidence, ...]:
    """The evidence of a finding that was made by the source, and what the alternates have at its place.

    As it is where the rule does not compare with the source, or has asked the alternates itself.
    """
    asked = rule.scope is Scope.PAIR and not any(one.kind == "alternates" for one in hit.evidence)
    if not asked or not reading.witnesses or reading.context.target_language.code not in LANGUAGES:
        return hit.evidence
    said = _rendering(reading, hit.span) if hit.side is Side.SOURCE else _beside(reading, hit.span)
    return (*hit.evidence, Evidence("alternates", said)) if said else hit.evidence


def _beside(reading: Reading, original: Span) -> str:
    pair = reading.pair_at(original)
    span = pair.target.find(original) if pair else None
    if pair is None or not span:
        return ""
    own = tokens(pair.target.text)
    covered = [n for n in range(len(own)) if own.start[n] < span.end and span.start < own.end[n]]
    heard: list[Heard] = []
    for one in pair.said:
        other = tokens(one.passage.text)
        if covered and len(other):
            heard.append(Heard(one.name, phrase(other, *stretch(own, other, covered[0], covered[-1]))))
    return _told(span.of(pair.target.text), heard)


def _told(written: str, heard: Sequence[Heard]) -> str:
    same = sum(one.phrase.casefold() == written.casefold() for one in heard)
    shared, count = agreed(written, heard)
    if same and same >= count:
        return "the alternate has the same" if len(heard) == 1 else f"{same} of {len(heard)} alternates have the same"
    if shared:
        return f"{count} of {len(heard)} alternates: {shared}"
    phrases = list(dict.fromkeys(one.phrase for one in heard if one.phrase))[:MOST_SHOWN]
    if len(heard) == 1 and phrases:
        return f"the alternate: {phrases[0]}"
    return f"alternates: {'; '.join(phrases)}" if phrases else ""


def _rendering(reading: Reading, original: Span) -> str:
    """How many alternates have a phrase of the source that the rendering has not; empty where none has."""
    for pair in reading.pairs:
        if pair.source and pair.source.text and pair.source.whole.overlaps(original):
            words = pair.source.find(original).of(pair.source.text)
            count = sum(_has(pair, words, one.passage.text) for one in pair.said)
            if not count:
                return ""
            return "the alternate has it" if len(pair.said) == 1 else f"{count} of {len(pair.said)} alternates have it"
    return ""


def _has(pair: Pair, words: str, text: str) -> bool:
    mine = pair.context.source_language.lexical(words)
    theirs = pair.context.target_language.lexical(text)
    named = {unit for key, unit in mine.names.items() if key in theirs.names}
    found = sum(unit in named or bool(options & theirs.keys) for unit, options in mine.units.items())
    return bool(mine.units) and found >= RENDERED * len(mine.units)
