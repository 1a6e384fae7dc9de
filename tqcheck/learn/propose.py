"""Which phrase renders which: pairs that come together, weighed by how often and by what the languages know.

A pair is counted by places (sentences of sources), so that two renderings of one sentence are no two witnesses. Its
ties are Dice's coefficient 2ab / (a + b) over aligned stretches; chance is Dunning's log-likelihood ratio (1993,
"Accurate methods for the statistics of surprise and coincidence"); kinship is how much of either phrase the other
answers by dictionary or sound, the same that sentences are aligned by.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log

from tqcheck.learn.kinship import Kinship, kinship
from tqcheck.learn.observe import Observation
from tqcheck.learn.tally import Phrase, tally, without_parts

CHANCE = 10.83
"""Log-likelihood ratio that chance reaches once in a thousand times (chi-square with one degree of freedom)."""
MOST_RENDERINGS = 4
UNAIDED = 4
"""Places at which a pair must come together where neither dictionary nor sound speaks for it."""
UNAIDED_TIES = 0.9


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
    confidence: float = 0.6
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


@dataclass(frozen=True, slots=True)
class _Pair:
    term: str
    phrase: str
    together: frozenset[int]
    ties: float
    kinship: Kinship

    @property
    def score(self) -> tuple[float, int, int]:
        """By which pairs compete: ties and kinship, then how often, then the longer phrase."""
        return round(self.ties * (0.5 + 0.5 * self.kinship.mean), 6), len(self.together), len(self.phrase)

    def nests(self, other: _Pair) -> bool:
        """Whether term and phrase lie within those of another, or around them."""
        inner, outer = sorted((self, other), key=lambda pair: len(pair.term))
        return inner.term in outer.term and f" {inner.phrase} " in f" {outer.phrase} "


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
        terms = tally((o.source, o.terms) for o in observations)
        phrases = tally((o.target, o.phrases) for o in observations)
        self.terms = without_parts({key: term for key, term in terms.items() if self._often(term)})
        kept = {key: phrase for key, phrase in phrases.items() if phrase.name or self._often(phrase)}
        self.phrases = without_parts(kept, UNAIDED)
        known = Counter(term for o in observations for term in o.known)
        for term, count in known.items():
            if term in self.terms and 2 * count >= len(self.terms[term].stretches):
                del self.terms[term]
        self._within: dict[int, list[str]] = defaultdict(list)
        for key, phrase in self.phrases.items():
            for number in phrase.stretches:
                self._within[number].append(key)

    def _often(self, phrase: Phrase) -> bool:
        return self.places(phrase.stretches) >= self.limits.places

    def places(self, stretches: Iterable[int]) -> int:
        """Sentences of sources that `stretches` stand for."""
        return len({self.observations[number].place for number in stretches})

    def choose(self) -> Mapping[str, list[_Pair]]:
        """For each term its renderings: the best pair first, and of two claims to a phrase the better."""
        pairs = sorted((pair for term in self.terms for pair in self._pairs(term)), key=lambda p: p.score, reverse=True)
        taken: dict[str, str] = {}
        chosen: dict[str, list[_Pair]] = {}
        rivals: dict[str, list[_Pair]] = defaultdict(list)
        made: set[str] = set()
        """Terms made of one that is chosen already, or part of it, and rendered accordingly."""
        for pair in pairs:
            rivals[pair.term].append(pair)
        for pair in pairs:
            if pair.term in chosen or pair.term in made or pair.phrase in taken or _rivalled(pair, rivals[pair.term]):
                continue
            if any(pair.nests(first[0]) and not self._names(pair) for first in chosen.values()):
                made.add(pair.term)
                continue
            whole = self._whole(pair)
            chosen[pair.term] = [whole]
            taken.update(dict.fromkeys((pair.phrase, whole.phrase), pair.term))
        for term, first in chosen.items():
            self._add_fuller(term, first, taken)
            self._add_others(term, first, taken)
        return chosen

    def _names(self, pair: _Pair) -> bool:
        return self.terms[pair.term].kind != "term" and self.phrases[pair.phrase].name

    def _pairs(self, term: str) -> list[_Pair]:
        source = self.terms[term]
        counts = Counter(key for number in source.stretches for key in self._within[number])
        return [pair for key, n in counts.items() if (pair := self._pair(term, key, source.stretches, n)) is not None]

    def _pair(self, term: str, key: str, stretches: set[int], together: int) -> _Pair | None:
        target = self.phrases[key]
        ties = 2 * together / (len(stretches) + len(target.stretches))
        if ties < self.limits.ties:
            return None
        both = frozenset(stretches & target.stretches)
        places = self.places(both)
        if places < self.limits.places:
            return None
        surprise = _surprise(together, len(stretches), len(target.stretches), len(self.observations))
        related = self.kinship(term, key)
        if not self._fits(term, key, related):
            return None
        pair = _Pair(term, key, both, ties, related)
        if related.near or self._shortens(term, related):
            return pair
        least = UNAIDED - self._names(pair)
        return pair if surprise * places / together >= CHANCE and places >= least and ties >= UNAIDED_TIES else None

    def _fits(self, term: str, key: str, related: Kinship) -> bool:
        """Whether a phrase is of the kind to render a term: no name by common words, and no word by a word."""
        phrase, kind = self.phrases[key], self.terms[term].kind
        named = phrase.name or (phrase.capital and related.sound)
        if kind == "person" and not named:
            return False
        return " " in key or (named and (related.sound or kind != "term"))

    def _shortens(self, term: str, related: Kinship) -> bool:
        """Whether a phrase is a person's surname: it says less than the term, and nothing besides."""
        return self.terms[term].kind == "person" and related.sound and related.phrase == 1

    def kinship(self, term: str, key: str) -> Kinship:
        """How much of a term and a phrase answers the other."""
        languages = self.observations[next(iter(self.terms[term].stretches))].languages
        return kinship(self.terms[term].form, self.phrases[key].form, *languages)

    def _around(self, term: str, pair: _Pair) -> set[str]:
        """Names that hold the phrase of a pair and more, where the term stands."""
        near = {key for number in self.terms[term].stretches for key in self._within[number]}
        return {k for k in near if k != pair.phrase and self.phrases[k].name and f" {pair.phrase} " in f" {k} "}

    def _whole(self, pair: _Pair) -> _Pair:
        """A pair whose phrase is never seen but in one longer name, with that name: `China Sea`, `South China Sea`."""
        if not self.phrases[pair.phrase].name or len(pair.together) < UNAIDED - 1:
            return pair
        longer = [k for k in self._around(pair.term, pair) if pair.together <= self.phrases[k].stretches]
        whole = [replace(pair, phrase=key, kinship=self.kinship(pair.term, key)) for key in longer]
        return max((w for w in whole if w.kinship.near), key=lambda w: len(w.phrase), default=pair)

    def _add_fuller(self, term: str, chosen: list[_Pair], taken: dict[str, str]) -> None:
        """A longer form of the rendering that answers the term better, though it may stand in one place: a full name."""
        first = chosen[0]
        if self.terms[term].kind == "term":
            return
        found: list[_Pair] = []
        for key in self._around(term, first):
            both = frozenset(self.terms[term].stretches & self.phrases[key].stretches)
            found.append(_Pair(term, key, both, first.ties, self.kinship(term, key)))
        best = max(found, key=lambda pair: (pair.kinship.mean, -len(pair.phrase)), default=first)
        if best.kinship.mean > first.kinship.mean and best.kinship.near:
            chosen.insert(0, best)
            taken[best.phrase] = term

    def _add_others(self, term: str, chosen: list[_Pair], taken: dict[str, str]) -> None:
        """Further renderings, each out of the stretches that have none of those before it."""
        left = self.terms[term].stretches.difference(*(pair.together for pair in chosen))
        while left and len(chosen) < MOST_RENDERINGS:
            counts = Counter(key for number in left for key in self._within[number] if key not in taken)
            found: list[_Pair] = []
            for key, together in counts.items():
                phrase = self.phrases[key]
                ties = 2 * together / (len(left) + len(phrase.stretches - (self.terms[term].stretches - left)))
                if together < 2 or ties < self.limits.ties:
                    continue
                related = self.kinship(term, key)
                short = related.sound and phrase.name and f" {key} " in f" {chosen[0].phrase} "
                if self._fits(term, key, related) and (short or min(related.term, related.phrase) > 0.75):
                    found.append(_Pair(term, key, frozenset(left & phrase.stretches), ties, related))
            if not found:
                return
            best = max(found, key=lambda pair: pair.score)
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
        # Each further place halves the doubt that coincidence leaves.
        confidence = covered * (0.6 + 0.4 * best.kinship.mean) * (1 - 0.5**count) * (0.7 + 0.3 * best.ties)
        if covered < self.limits.covered or confidence < self.limits.confidence:
            return None
        shown = self.observations[min(best.together, key=lambda n: (len(self.observations[n].source), n))]
        return Proposal(
            source.form,
            tuple(dict.fromkeys(self.phrases[pair.phrase].form for pair in pairs)),
            self._kind(term, best),
            count,
            round(confidence, 2),
            (shown.source.strip(), shown.target.strip()),
        )

    def _kind(self, term: str, best: _Pair) -> str:
        """What the term names; a person only where the rendering is how the name sounds."""
        source, target = self.terms[term], self.phrases[best.phrase]
        if source.kind != "person":
            return source.kind if target.name else "term"
        language = self.observations[next(iter(source.stretches))].languages[0]
        return "person" if target.form.lower().replace("-", "") in language.romanise(source.form) else "term"


def _rivalled(pair: _Pair, pairs: Sequence[_Pair]) -> bool:
    """Whether another phrase for the term, no part of this one nor around it, has an equal claim."""
    return any(
        other.score[:2] == pair.score[:2]
        and f" {other.phrase} " not in f" {pair.phrase} "
        and f" {pair.phrase} " not in f" {other.phrase} "
        for other in pairs
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
