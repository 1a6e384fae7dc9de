"""How much of two phrases answers the other by dictionary, letters and sound."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tqcheck.lang.base import Language, Lexical
from tqcheck.lang.words import words


@dataclass(frozen=True, slots=True)
class Kinship:
    """The shares of either phrase's units that the other has an answer to, 0 to 1.

    sound  whether the whole phrase, or its one word, is how a part of the term sounds or is spelt
    """

    term: float
    phrase: float
    sound: bool = False

    @property
    def mean(self) -> float:
        """The mean of both."""
        return (self.term + self.phrase) / 2

    @property
    def near(self) -> bool:
        """Whether each answers most of the other."""
        return min(self.term, self.phrase) > 0.5


def kinship(term: str, phrase: str, source_language: Language, target_language: Language) -> Kinship:
    """How far a term and a phrase answer each other."""
    source, target = _lexical(term, source_language), _lexical(phrase, target_language)
    spelt = "~" + "".join(word.folded for word in words(phrase))
    return Kinship(_answered(source, target), _answered(target, source), spelt in source.names)


@lru_cache(maxsize=1 << 15)
def _lexical(text: str, language: Language) -> Lexical:
    return language.lexical(text)


def _answered(mine: Lexical, other: Lexical) -> float:
    """The share of my units that share a key with the other's, or are spelt in a name that the other has."""
    if not mine.units:
        return 0.0
    named = {unit for key, unit in mine.names.items() if key in other.names}
    answered = [unit for unit, its in mine.units.items() if its & other.keys or _spelt(unit, named)]
    return len(answered) / len(mine.units)


def _spelt(unit: str, named: set[str]) -> bool:
    return any(unit in name or (len(name) > 1 and name in unit) for name in named)
