"""Which English words a Chinese character goes with: those that render many of the words that it is a part of.

A dictionary cannot gloss every rendering of a word, nor every word; that 涨 stands in words for rising, soaring and
prices tells that a price that climbs is not invented. What is derived is kept in the user's cache folder.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from tqcheck.lang.cedict import derived, entries
from tqcheck.lang.english_lexical import STOP_WORDS
from tqcheck.lang.zh.senses import stemmed

TABLES = 1
"""Version of the derived table: raise it whenever its making changes."""
LONGEST = 5
"""Characters of the longest word looked at: longer ones are titles and proverbs."""
LEAST = 1.2
"""What a stem must weigh in the words of a character: more than one word must have it."""
FAINT = 0.02
"""Cosine under which nothing is kept."""
_IDEOGRAPH = re.compile(r"[㐀-䶿一-鿿豈-﫿]")


@lru_cache(maxsize=1 << 13)
def leanings(character: str) -> Mapping[str, float]:
    """The English stems that go with `character`, each with how far (0 to 1); empty where none is known."""
    fields = _table().get(character, "").split()
    return dict(zip(fields[::2], map(float, fields[1::2]), strict=True))


@lru_cache(maxsize=1)
def _table() -> Mapping[str, str]:
    return load()


def load(folder: Path | None = None) -> Mapping[str, str]:
    """Stems and numbers by character, out of `folder` or else the cache; put there where missing or damaged."""
    (table,) = derived("leanings", TABLES, lambda text: (derive(text),), folder)
    return table


def derive(text: str) -> Mapping[str, str]:
    """The table for a dictionary in CEDICT's format.

    The number is the cosine of a character and a stem over the dictionary's words: what the stem weighs in the words
    that have the character, over the root of the product of how many these are and of what it weighs in all words. A
    stem of a sense of n words of content weighs 1 / sqrt(n).
    """
    having: dict[str, int] = defaultdict(int)
    weighing: dict[str, float] = defaultdict(float)
    joint: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for _, word, _, glosses in entries(text):
        characters = set(_IDEOGRAPH.findall(word))
        if not characters or len(word) > LONGEST:
            continue
        weights: dict[str, float] = {}
        for sense in stemmed(glosses):
            content = [key for key in sense if key not in STOP_WORDS]
            for key in content:
                weights[key] = max(weights.get(key, 0.0), len(content) ** -0.5)
        if not weights:
            continue
        for character in characters:
            having[character] += 1
            for key, weight in weights.items():
                joint[character][key] += weight
        for key, weight in weights.items():
            weighing[key] += weight
    found: dict[str, str] = {}
    for character, sums in joint.items():
        cosines = {
            key: weight / (having[character] * weighing[key]) ** 0.5
            for key, weight in sums.items()
            if weight >= LEAST and len(key) > 1
        }
        if kept := [f"{key} {cosine:.3f}" for key, cosine in cosines.items() if cosine > FAINT]:
            found[character] = " ".join(kept)
    return found
