"""Which phrase renders which: pairs that come together, weighed by how often and by what the languages know.

A pair is counted by places (sentences of sources), so that two renderings of one sentence are no two witnesses. Its
ties are Dice's coefficient 2ab / (a + b) over aligned stretches; chance is Dunning's log-likelihood ratio (1993,
"Accurate methods for the statistics of surprise and coincidence"); kinship is how much of either phrase the other
answers by dictionary or sound, the same that sentences are aligned by.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import log

from tqcheck.lang.base import TermCandidate
from tqcheck.lang.words import fold
from tqcheck.learn.kinship import kinship
from tqcheck.learn.observe import Observation

CHANCE = 10.83
"""Log-likelihood ratio that chance reaches once in a thousand times (chi-square with one degree of freedom)."""
MOST_RENDERINGS = 4
UNAIDED = 3
"""Places at which a pair must come together where neither dictionary nor sound speaks for it."""
RELATED = 0.5
"""Kinship from which dictionary or sound speaks for a pair."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is asked of a proposal.

    places      sentences of sources in which the pair stands
    ties        Dice's coefficient
    confidence  0 to 1
    covered     share of the term's stretches that have one of the proposed renderings
    """

    places: int = 2
    ties: float = 0.5
    confidence: float = 0.5
    covered: float = 0.75


@dataclass(frozen=True, slots=True)
class Proposal:
    """A term with the renderings that it was seen to have, the commonest first.

    count       places at which they come together
    confidence  0 to 1
    context     one stretch of the source and its rendering
    """

    term: str
    renderings: tuple[str, ...]
    kind: str
    count: int
    confidence: float
    context: tuple[str, str]


@dataclass
class _Phrase:
    """A candidate over all observations: where it stands, and how it is written."""

    stretches: set[int] = field(default_factory=set)
    forms: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    name: bool = False

    @property
    def form(self) -> str:
        """As it is mostly written; of two ways, the one with fewer capitals, which a sentence's beginning may give."""
        return min(self.forms, key=lambda form: (-self.forms[form], sum(c.isupper() for c in form), form))


@dataclass(frozen=True, slots=True)
class _Pair:
    term: str
    phrase: str
    together: frozenset[int]
    ties: float
    kinship: float

    @property
    def score(self) -> tuple[float, int, int]:
        """By which pairs compete: ties and kinship, then how often, then the longer phrase."""
        return round(self.ties * (0.5 + 0.5 * self.kinship), 6), len(self.together), len(self.phrase)


def propose(observations: Sequence[Observation], limits: Limits) -> list[Proposal]:
    """The proposals, the surest first. Terms that the glossary has with the renderings seen are not among them."""
    study = _Study(observations, limits)
    chosen = study.choose()
    proposals = [p for term, pairs in chosen.items() if (p := study.proposal(term, pairs)) is not None]
    return sorted(proposals, key=lambda p: (-p.confidence, -p.count, p.term))


class _Study:
    """The counts of one set of observations."""

    def __init__(self, observations: Sequence[Observation], limits: Limits) -> None:
        self.observations = observations
        self.limits = limits
        self.terms = self._tally(0, (o.terms for o in observations))
        self.phrases = self._tally(1, (o.phrases for o in observations))
        known = Counter(term for o in observations for term in o.known)
        for term, count in known.items():
            if term in self.terms and 2 * count >= len(self.terms[term].stretches):
                del self.terms[term]
        self._within: dict[int, list[str]] = defaultdict(list)
        for key, phrase in self.phrases.items():
            for number in phrase.stretches:
                self._within[number].append(key)

    def _tally(self, side: int, found: Iterable[Sequence[TermCandidate]]) -> dict[str, _Phrase]:
        tally: dict[str, _Phrase] = defaultdict(_Phrase)
        for number, candidates in enumerate(found):
            observation = self.observations[number]
            text = observation.target if side else observation.source
            for candidate in candidates:
                phrase = tally[candidate.key]
                phrase.stretches.add(number)
                phrase.forms[_plain(candidate.span.of(text))] += 1
                phrase.kinds[candidate.kind] += 1
                phrase.name = phrase.name or candidate.name
        kept = {key: phrase for key, phrase in tally.items() if self.places(phrase.stretches) >= self.limits.places}
        return kept if side else _without_parts(kept)

    def places(self, stretches: Iterable[int]) -> int:
        """Sentences of sources that `stretches` stand for."""
        return len({self.observations[number].place for number in stretches})

    def choose(self) -> Mapping[str, list[_Pair]]:
        """For each term its renderings: the best pair first, and of two claims to a phrase the better."""
        pairs = sorted((pair for term in self.terms for pair in self._pairs(term)), key=lambda p: p.score, reverse=True)
        taken: dict[str, str] = {}
        chosen: dict[str, list[_Pair]] = {}
        for pair in pairs:
            if pair.term not in chosen and pair.phrase not in taken and not self._rivalled(pair, pairs):
                chosen[pair.term] = [pair]
                taken[pair.phrase] = pair.term
        for term, first in chosen.items():
            self._add_others(term, first, taken)
        return chosen

    def _pairs(self, term: str) -> list[_Pair]:
        source = self.terms[term]
        counts = Counter(key for number in source.stretches for key in self._within[number])
        return [pair for key, n in counts.items() if (pair := self._pair(term, key, source.stretches, n)) is not None]

    def _pair(self, term: str, key: str, stretches: set[int], together: int) -> _Pair | None:
        target = self.phrases[key]
        ties = 2 * together / (len(stretches) + len(target.stretches))
        if ties < self.limits.ties or (" " not in key and not target.name):
            return None  # a common word renders a common word: no term
        both = frozenset(stretches & target.stretches)
        places = self.places(both)
        if places < self.limits.places:
            return None
        surprise = _surprise(together, len(stretches), len(target.stretches), len(self.observations))
        related = self.kinship(term, key)
        if surprise * places / together < CHANCE and related < RELATED:
            return None
        if related < RELATED and (places < UNAIDED or ties < 0.8):
            return None
        return _Pair(term, key, both, ties, related)

    def kinship(self, term: str, key: str) -> float:
        """How much of a term and a phrase answers the other, 0 to 1."""
        languages = self.observations[next(iter(self.terms[term].stretches))].languages
        return kinship(self.terms[term].form, self.phrases[key].form, *languages)

    def _rivalled(self, pair: _Pair, pairs: Sequence[_Pair]) -> bool:
        """Whether another phrase, no part of this one nor around it, has an equal claim."""
        return any(
            other.term == pair.term
            and other.score[:2] == pair.score[:2]
            and f" {other.phrase} " not in f" {pair.phrase} "
            and f" {pair.phrase} " not in f" {other.phrase} "
            for other in pairs
        )

    def _add_others(self, term: str, chosen: list[_Pair], taken: dict[str, str]) -> None:
        """Further renderings, each out of the stretches that have none of those before it."""
        left = self.terms[term].stretches - chosen[0].together
        while left and len(chosen) < MOST_RENDERINGS:
            counts = Counter(key for number in left for key in self._within[number] if key not in taken)
            found = [self._pair(term, key, left, n) for key, n in counts.items() if n > 1]
            related = [pair for pair in found if pair is not None and pair.kinship >= RELATED]
            if not related:
                return
            best = max(related, key=lambda pair: pair.score)
            chosen.append(best)
            taken[best.phrase] = term
            left = left - best.together

    def proposal(self, term: str, pairs: Sequence[_Pair]) -> Proposal | None:
        """What the pairs of a term come to; None where too little speaks for them."""
        source = self.terms[term]
        together = frozenset[int]().union(*(pair.together for pair in pairs))
        covered = len(together) / len(source.stretches)
        count = self.places(together)
        best = pairs[0]
        # Each further place halves the doubt that is left by coincidence.
        confidence = covered * (0.6 + 0.4 * best.kinship) * (1 - 0.5**count) * (0.7 + 0.3 * best.ties)
        if covered < self.limits.covered or confidence < self.limits.confidence:
            return None
        shown = self.observations[min(best.together, key=lambda n: (len(self.observations[n].source), n))]
        return Proposal(
            source.form,
            tuple(dict.fromkeys(self.phrases[pair.phrase].form for pair in pairs)),
            source.kinds.most_common(1)[0][0],
            count,
            round(confidence, 2),
            (shown.source.strip(), shown.target.strip()),
        )


def _surprise(together: int, a: int, b: int, every: int) -> float:
    """Dunning's log-likelihood ratio of two phrases in `a` and `b` of `every` stretches and both in `together`."""

    def part(seen: int, expected: float) -> float:
        return seen * log(seen / expected) if seen else 0.0

    table = ((together, a, b), (a - together, a, every - b), (b - together, every - a, b))
    rest = every - a - b + together
    return 2 * (
        sum(part(seen, row * column / every) for seen, row, column in table)
        + part(rest, (every - a) * (every - b) / every)
    )


def _without_parts(phrases: Mapping[str, _Phrase]) -> dict[str, _Phrase]:
    """The phrases but those that stand nowhere but within one longer phrase and are no names by themselves."""
    parts: set[str] = set()
    for key, phrase in phrases.items():
        units: Sequence[str] = key.split(" ") if " " in key else key
        joint = " " if " " in key else ""
        for start in range(len(units)):
            for end in range(start + 1, len(units) + 1):
                part = joint.join(units[start:end])
                if part != key and part in phrases and len(phrases[part].stretches) == len(phrase.stretches):
                    parts.add(part)
    return {key: phrase for key, phrase in phrases.items() if phrase.name or key not in parts}


def _plain(form: str) -> str:
    """A form as it stands in a glossary: on one line, without a possessive ending."""
    words = " ".join(form.split())
    last = words.rpartition(" ")[2]
    for ending in ("'s", "’s"):
        if last.endswith(ending) and fold(last) == fold(last.removesuffix(ending)):
            return words.removesuffix(ending)
    return words
