"""What a single word may stand for in another language, where English stands between any two."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from tqcheck.model.text import Span

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*%?|[^\W\d_]+(?=['’]s\b)|['’]s\b|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\W_]+|\S")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What is known of one word by itself.

    stems     English stems that render it, and `~` with a spelling in Latin letters, each with how fully it does so
              alone (0 to 1)
    key       what it is known by within a phrase: in English its stem
    spelling  the word in lower-case Latin letters, by sound where characters have one; empty where it has no letters
    light     whether it is grammar, which other languages may leave out
    name      whether it may be a name: it is not known to be a common word
    size      number of parts with a meaning of their own (characters of Chinese), at least 1
    """

    stems: Mapping[str, float] = field(default_factory=dict)
    key: str = ""
    spelling: str = ""
    light: bool = False
    name: bool = True
    size: int = 1


Sense = tuple[str, ...]
"""English stems that together, one after the other, render a word; function words among them."""


def tokens(text: str) -> Sequence[Span]:
    """Where the words, figures and marks of `text` stand, words of a script without spaces unparted."""
    return [Span(*match.span()) for match in _TOKEN.finditer(text)]


@lru_cache(maxsize=1 << 15)
def meaning(word: str) -> Meaning:
    """What any word shows by its letters alone."""
    from tqcheck.lang.cognates import fold, romanise

    spelling = romanise(fold(word))
    return Meaning({f"~{spelling}": 1.0} if len(spelling) > 1 else {}, word.lower(), spelling)
