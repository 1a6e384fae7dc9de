"""The words of a source with all that a dictionary gives for them: what any word of a rendering may go back to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from math import log

import numpy as np
from numpy.typing import NDArray

from tqcheck import lang
from tqcheck.lang.english_lexical import STOP_WORDS, stem
from tqcheck.lang.english_vocabulary import frequencies
from tqcheck.model.text import Span

LONGEST = 6
"""Characters of the longest word looked for across those that the text is cut into."""
INSIDE, ACROSS = 0.6, 0.4
"""How far a dictionary's word within a word of the text, or across two, speaks for a link to it."""
_LAST_RANK = 9
_MOST = 1e9

Weights = Mapping[str, float]
"""English stems, each with how far it renders a word."""
Sensed = Mapping[str, tuple[float, int]]
"""English stems, each with how fully it renders a word alone (0 to 1) and the number of the first sense that has it."""


@dataclass(frozen=True)
class SourceWords:
    """A source, cut into words.

    spans    where the words stand
    size     characters with a meaning of their own in each
    light    which are grammar
    senses   how many senses the dictionary has for each
    common, rare  rarity (0 to 1) of the commonest and of the rarest word that glosses each; -1 without a gloss
    solid    which have a letter or a figure
    glosses  the stems of each one's own senses
    parts    the stems of its own senses, of its parts' and of its characters', each with a weight
    inside, across  words of the dictionary that stand within a word or across several: the number of the first one
             that they touch, and the stems of their senses
    stretches  all that may be a name, in Latin letters
    """

    text: str
    code: str
    spans: tuple[Span, ...]
    size: NDArray[np.float32]
    light: NDArray[np.bool_]
    senses: NDArray[np.float32]
    common: NDArray[np.float32]
    rare: NDArray[np.float32]
    solid: NDArray[np.bool_]
    glosses: Sequence[Sensed]
    parts: Sequence[Mapping[str, float]]
    inside: Sequence[tuple[int, Sensed]]
    across: Sequence[tuple[int, Sensed]]

    def __len__(self) -> int:
        return len(self.spans)

    @cached_property
    def stems(self) -> Sequence[Weights]:
        """For each word the stems that any of its senses speaks for, or those of its parts or of words across it."""
        found: list[dict[str, float]] = []
        for parts, glosses in zip(self.parts, self.glosses, strict=True):
            of_word = {key: weight for key, weight in parts.items() if key[0] != "~"}
            of_word.update((key, weight) for key, (weight, _) in glosses.items())
            found.append(of_word)
        for share, hidden in ((INSIDE, self.inside), (ACROSS, self.across)):
            for number, glosses in hidden:
                of_word = found[number]
                for key, (weight, _) in glosses.items():
                    of_word[key] = max(of_word.get(key, 0.0), share * weight)
        return found

    @cached_property
    def written(self) -> Sequence[str]:
        """The words as their language writes them by default."""
        plain = lang.get(self.code).normalise(self.text)
        return [span.of(plain) for span in self.spans]

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The stems of what the last characters of words stand for that the dictionary does not have: town, river."""
        last = {word[-1:] for word, glosses in zip(self.written, self.glosses, strict=True) if not glosses}
        return frozenset(key for one in last for key in sensed(one, self.code))

    @cached_property
    def stretches(self) -> Sequence[str]:
        """All that may be a name, in lower-case Latin letters."""
        return [one for one in lang.get(self.code).stretches(self.text) if len(one) > 2]


@lru_cache(maxsize=64)
def source_words(text: str, code: str) -> SourceWords:
    """The words of `text`, in the language `code`, of which there is a dictionary (`Language.has_senses`)."""
    language = lang.get(code)
    plain = language.normalise(text)
    spans = tuple(language.tokens(text))
    words = [span.of(plain) for span in spans]
    facts = [_facts(word, code) for word in words]
    inside, across = _hidden(plain, spans, code) if not language.spaced else ([], [])
    table = np.array(facts, np.float32).reshape(-1, 5)
    return SourceWords(
        text, code, spans, table[:, 0], table[:, 1] > 0, table[:, 2], table[:, 3], table[:, 4],
        np.array([any(c.isalnum() for c in word) for word in words], np.bool_),
        [sensed(word, code) for word in words], [language.meaning(word).stems for word in words], inside, across,
    )  # fmt: skip


def _hidden(text: str, spans: Sequence[Span], code: str) -> tuple[list[tuple[int, Sensed]], list[tuple[int, Sensed]]]:
    """What the dictionary has for stretches that the text is not cut into, within words and across them."""
    inside: list[tuple[int, Sensed]] = []
    across: list[tuple[int, Sensed]] = []
    at = [-1] * len(text)
    for number, span in enumerate(spans):
        at[span.start : span.end] = [number] * len(span)
    # How far the run of characters that begins here goes on: no word of the dictionary has a mark or space in it.
    solid = [c.isalpha() and not c.isascii() for c in text]
    reach = list(accumulate(reversed(solid), lambda ahead, here: ahead + 1 if here else 0, initial=0))[:0:-1]
    for start in range(len(text)):
        for end in range(start + 2, start + min(LONGEST, reach[start]) + 1):
            first, last = at[start], at[end - 1]
            if first == last and spans[first].start == start and spans[first].end == end:
                continue
            if known := sensed(text[start:end], code):
                (inside if first == last else across).append((first, known))
    return inside, across


@lru_cache(maxsize=1 << 16)
def sensed(word: str, code: str) -> Sensed:
    """What the dictionary has for `word`, in the language `code`; a word in Latin letters stands for itself."""
    if word.isascii() and word.isalpha():
        return {stem(word): (1.0, 0)}
    found: dict[str, tuple[float, int]] = {}
    for rank, sense in enumerate(lang.get(code).senses(word)):
        content = [key for key in sense if key not in STOP_WORDS] or sense
        weight = len(content) ** -0.5
        for key in content:
            before, first = found.get(key, (0.0, min(rank, _LAST_RANK)))
            found[key] = (max(before, weight), first)
    return found


@lru_cache(maxsize=1 << 15)
def _facts(word: str, code: str) -> tuple[float, ...]:
    language = lang.get(code)
    meaning = language.meaning(word)
    rarities = [rarity(key) for key in sensed(word, code) if key.isalpha()]
    return (
        meaning.size, meaning.light, min(len(language.senses(word)), 12),
        min(rarities, default=-1.0), max(rarities, default=-1.0),
    )  # fmt: skip


@lru_cache(maxsize=1 << 15)
def rarity(key: str) -> float:
    """How rare the English words of a stem are, 0 to 1, on a scale of logarithms."""
    return log(_MOST / (_seen().get(key, 0) + 1)) / log(_MOST)


@lru_cache(maxsize=1)
def _seen() -> Mapping[str, int]:
    found: dict[str, int] = {}
    plain = stem.__wrapped__  # each word comes once: keeping them would push out those of the texts
    for word, count in frequencies().items():
        key = plain(word)
        found[key] = found.get(key, 0) + count
    return found
