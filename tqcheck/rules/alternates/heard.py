"""How a finding says what the alternates have at a place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from tqcheck.evidence.support.sourced import has_all
from tqcheck.evidence.unit import Reading
from tqcheck.evidence.weighing.doubts import Doubt, Heard
from tqcheck.evidence.weighing.model import Kind
from tqcheck.lang.english_lexical import STOP_WORDS
from tqcheck.lang.words import words
from tqcheck.model.finding import Evidence, Severity
from tqcheck.rules.base import Hit

MOST_SHOWN = 3
"""Different phrases shown in a message; the evidence has them all."""


def hits(reading: Reading, kind: Kind, least: float) -> Iterator[Hit]:
    """What the alternates make doubtful of one kind, from a probability of `least` on."""
    for doubt in reading.doubts:
        if doubt.kind is not kind or doubt.peak < least:
            continue
        if (kind is Kind.NUMBER and _in_source(doubt)) or (kind is Kind.NAME and _named_in_source(doubt)):
            continue
        written = doubt.span.of(doubt.pair.target.text)
        # One witness may be the one who is wrong: it does not stand against a source that has the words, and what it
        # says is to be looked at, no more. Of what is let pass so, two raters had marked 39 in 100, of the rest 59.
        alone = len(doubt.heard) == 1
        if alone and kind is Kind.WORDS and has_all(doubt.pair, written):
            continue
        yield Hit(
            doubt.pair.target.locate(doubt.span),
            message(written, doubt.heard),
            evidence=tuple(Evidence("alternates", f"{one.name}: {one.phrase or 'nothing'}") for one in doubt.heard),
            severity=Severity.NOTE if alone else None,
            confidence=doubt.confidence,
        )


def _in_source(doubt: Doubt) -> bool:
    """Whether the source has a number or time of the same value, however the alternates put it (noon, 8 p.m.)."""
    pair = doubt.pair
    return pair.complete and any(theirs.span.overlaps(doubt.span) for _, theirs in pair.quantities.matched)


def _named_in_source(doubt: Doubt) -> bool:
    """Whether all names in it that no alternate has are the source's, rightly rendered."""
    pair = doubt.pair
    if not pair.complete:
        return False
    theirs = {word.folded for one in pair.said for word in words(one.passage.text)} | STOP_WORDS
    mine = [word for word in words(pair.target.text) if word.capitalised and word.span.overlaps(doubt.span)]
    names = [word for word in mine if word.folded not in theirs]
    return bool(names) and all(any(right.contains(word.span) for right in pair.right_names) for word in names)


def message(written: str, heard: Sequence[Heard]) -> str:
    """One line on what the alternates have in the place of `written`.

    Where two or more have a phrase in common that the rendering has not: `3 of 3 alternates say "Xinhua"`.
    """
    number = len(heard)
    shared, count = agreed(written, heard)
    if shared and number > 1:
        return f'"{written}" where {count} of {number} alternates say "{shared}"'
    silent = [one for one in heard if not one.phrase]
    if len(silent) * 2 > number:
        have = "the alternate has" if number == 1 else f"{len(silent)} of {number} alternates have"
        return f'"{written}" where {have} nothing'
    others = [one.phrase for one in heard if one.phrase and _plain(one.phrase) != _plain(written)]
    phrases = [f'"{phrase}"' for phrase in dict.fromkeys(others)][:MOST_SHOWN]
    if not phrases:
        return f'"{written}" stands in other company in the alternates'
    listed = phrases[0] if len(phrases) == 1 else f"{', '.join(phrases[:-1])} and {phrases[-1]}"
    if number == 1:
        return f'"{written}" where the alternate says {listed}'
    return f'"{written}" where alternates say {listed}'


def agreed(written: str, heard: Sequence[Heard]) -> tuple[str, int]:
    """The phrase that most alternates share, the longest of such, and how many have it; empty where no two do.

    It has a word of content that `written` has not.
    """
    if len(heard) < 2:
        return "", 0
    mine = set(_plain(written).split())
    votes: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for one in heard:
        for plain, phrase in dict(_parts(one.phrase)).items():
            if set(plain.split()) - mine - STOP_WORDS:
                votes[plain] += 1
                shown.setdefault(plain, phrase)
    if not votes:
        return "", 0
    best = max(votes, key=lambda plain: (votes[plain], len(plain)))
    return (shown[best], votes[best]) if votes[best] > 1 else ("", 0)


def _parts(phrase: str) -> Iterator[tuple[str, str]]:
    """Every run of words in a phrase that neither begins nor ends with a stop word, plain and as written."""
    words = phrase.split()
    plain = [_plain(word) for word in words]
    for start in range(len(words)):
        if plain[start] in STOP_WORDS:
            continue
        for end in range(start + 1, len(words) + 1):
            if not plain[end - 1]:
                break
            if plain[end - 1] not in STOP_WORDS:
                yield " ".join(plain[start:end]), " ".join(words[start:end]).strip(",.;:!?\"'“”()…")


def _plain(phrase: str) -> str:
    return " ".join(word.strip(",.;:!?\"'“”‘’()…") for word in phrase.casefold().split())
