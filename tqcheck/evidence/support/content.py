"""The words of content of a text: what two renderings of one source share, whatever their grammar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from tqcheck.evidence.support.tokens import TRAIT, Tokens, tokens

LANGUAGES = frozenset({"en"})
"""Languages whose stems and words without content `tokens` knows; renderings in others are not judged by them."""
LETTERS = 4
"""First letters by which two words may be forms of one (China, Chinese), where a difference accuses."""
LONGEST_ACRONYM = 6


@dataclass(frozen=True, eq=False)
class Content:
    """A text with its words of content.

    places  which of the tokens they are, in order
    keys    the root of every token, marks and grammar too
    roots   the distinct roots of the words of content
    """

    tokens: Tokens
    places: Sequence[int]
    keys: Sequence[int]
    roots: frozenset[int]

    @cached_property
    def all_keys(self) -> frozenset[int]:
        """The distinct roots of all tokens."""
        return frozenset(self.keys)

    @cached_property
    def grammar(self) -> float:
        """The share of words so common that any text of the language has them."""
        return float(self.tokens.traits[:, TRAIT["stop"]].sum() / max(len(self.tokens), 1))

    @cached_property
    def words(self) -> frozenset[str]:
        """The distinct words, folded."""
        return frozenset(self.tokens.words)

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """The first letters of all words, by which forms of one word meet."""
        return frozenset(word[:LETTERS] for word in self.tokens.words)

    @cached_property
    def initials(self) -> frozenset[str]:
        """Small letters that acronyms of the text hold: any of them may stand for a word that begins so."""
        found: set[str] = set()
        for n in (self.tokens.traits[:, TRAIT["capitals"]] > 0).nonzero()[0].tolist():
            if len(self.tokens.words[n]) <= LONGEST_ACRONYM + 2:
                found.update(c for c in self.tokens.words[n] if c.isalpha())
        return frozenset(found)


@lru_cache(maxsize=512)  # those of rows that are prepared together
def content(text: str) -> Content:
    """The words of content of `text`."""
    found = tokens(text)
    traits = found.traits
    plain = (traits[:, TRAIT["mark"]] + traits[:, TRAIT["stop"]]) == 0
    places = plain.nonzero()[0].tolist()
    keys = found.root.tolist()
    return Content(found, places, keys, frozenset([keys[n] for n in places]))
