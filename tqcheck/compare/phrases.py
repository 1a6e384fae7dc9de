"""Phrases that one rendering has too often or too rarely against the others, where that is no chance."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import erfc, log, sqrt

from tqcheck.lang.base import Language
from tqcheck.model.differences import Phrase

LONGEST = 4
"""Words of a phrase at most."""
FEWEST = 10
"""Units of which at least one rendering must have a phrase for it to be tried: fewer can never be sure, and which are
tried does not depend on which rendering has it (Tarone 1990)."""
LEVEL = 0.05
"""Share of false ones that those called sure may hold, by the correction for all phrases tried."""
TENTH = 0.1
"""Share of a phrase's uses from which a longer one is the same thing over again."""


def phrases(
    systems: Sequence[str], texts: Sequence[Sequence[str]], ids: Sequence[str], language: Language
) -> tuple[Phrase, ...]:
    """Phrases of 1 to `LONGEST` words that are surely too frequent or too rare in one of the renderings.

    texts   what each system has, unit by unit; ids of the units
    Chance is judged by the paired differences of the units, since all render the same text: they must be of one mind in
    many places, so that a phrase that comes up again and again in one of them is no habit of the rendering's.
    """
    if len(systems) < 2:
        return ()
    counted = [[Counter(_grams(text, language)) for text in side] for side in texts]
    totals = [_summed(side) for side in counted]
    whole = _summed(totals)
    where: dict[str, set[int]] = defaultdict(set)
    for side in counted:
        for unit, grams in enumerate(side):
            for gram in grams:
                if whole[gram] >= FEWEST:
                    where[gram].add(unit)
    tried = [gram for gram, units in where.items() if len(units) >= FEWEST]
    sizes = [_sizes(total) for total in totals]
    found: list[Phrase] = []
    chances: list[float] = []
    for n, system in enumerate(systems):
        others = [m for m in range(len(systems)) if m != n]
        for gram in tried:
            order = gram.count(" ")
            count, theirs = totals[n][gram], sum(totals[m][gram] for m in others)
            apart = {
                u: counted[n][u][gram] - sum(counted[m][u][gram] for m in others) / len(others) for u in where[gram]
            }
            chances.append(_chance(apart))
            sign = 1 if count * len(others) > theirs else -1
            example = max(sorted(apart), key=lambda u: sign * apart[u])
            g2 = _ratio(count, theirs, sizes[n][order], sum(sizes[m][order] for m in others))
            found.append(Phrase(system, gram, count, theirs / len(others), g2, chances[-1], ids[example]))
    sure = [replace(one, p=p) for one, p in zip(found, _adjusted(chances), strict=True) if p <= LEVEL]
    sure.sort(key=lambda one: (systems.index(one.rendering), -round(one.g2), -one.text.count(" "), -one.g2, one.text))
    return tuple(one for name in systems for one in _without_echoes([p for p in sure if p.rendering == name]))


def _grams(text: str, language: Language) -> Iterator[str]:
    """Phrases in lower case, none across a mark."""
    run: list[str] = []
    for span in [*language.tokens(text), None]:
        word = span.of(text).lower() if span else ""
        if word[:1].isalnum() or (len(word) > 1 and word[0] in "'’"):
            run.append(word.replace("’", "'"))
            continue
        for size in range(1, LONGEST + 1):
            for at in range(len(run) - size + 1):
                yield " ".join(run[at : at + size])
        run = []


def _summed(parts: Sequence[Counter[str]]) -> Counter[str]:
    found: Counter[str] = Counter()
    for part in parts:
        found.update(part)
    return found


def _sizes(total: Counter[str]) -> list[int]:
    """How many phrases there are of each length."""
    sizes = [0] * LONGEST
    for gram, n in total.items():
        sizes[gram.count(" ")] += n
    return sizes


def _ratio(count: int, others: int, size: int, rest: int) -> float:
    """Dunning's log-likelihood ratio of `count` in `size` against `others` in `rest`."""
    rate = (count + others) / max(1, size + rest)

    def part(seen: int, expected: float) -> float:
        return seen * log(seen / expected) if seen else 0.0

    return 2 * (
        part(count, size * rate) + part(others, rest * rate)
        + part(size - count, size * (1 - rate)) + part(rest - others, rest * (1 - rate))
    )  # fmt: skip


def _chance(apart: Mapping[int, float]) -> float:
    """The chance that differences whose signs were tossed would sum to as much, by the normal approximation."""
    spread = sum(value * value for value in apart.values())
    return erfc(abs(sum(apart.values())) / sqrt(2 * spread)) if spread else 1.0


def _adjusted(chances: Sequence[float]) -> list[float]:
    """p-values adjusted so that those under a level hold no more than that share of false ones (Benjamini, Hochberg)."""
    order = sorted(range(len(chances)), key=lambda n: -chances[n])
    adjusted = [1.0] * len(chances)
    least = 1.0
    for rank, n in zip(range(len(chances), 0, -1), order, strict=True):
        least = adjusted[n] = min(least, chances[n] * len(chances) / rank)
    return adjusted


def _without_echoes(found: Sequence[Phrase]) -> Iterator[Phrase]:
    """The phrases, the surest first, without those that only say again what a surer one has said."""
    kept: list[Phrase] = []
    for phrase in found:
        padded = f" {phrase.text} "
        for other in kept:
            theirs = f" {other.text} "
            if (phrase.excess > 0) != (other.excess > 0):
                continue
            shorter = padded in theirs and abs(phrase.excess) <= 2 * abs(other.excess)
            longer = theirs in padded and max(phrase.count, phrase.expected) >= TENTH * max(other.count, other.expected)
            if shorter or longer:
                break
        else:
            kept.append(phrase)
            yield phrase
