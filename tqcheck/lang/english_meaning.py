"""What a single English word stands for: itself."""

from __future__ import annotations

from functools import lru_cache

from tqcheck.lang.english_common import is_common
from tqcheck.lang.english_lexical import STOP_WORDS, stem
from tqcheck.lang.meaning import Meaning
from tqcheck.lang.meaning import meaning as spelled

_OWNED = ("'s", "’s")


@lru_cache(maxsize=1 << 15)
def meaning(word: str) -> Meaning:
    """The word's own stem; `'s` has one too, since other languages have a word for it."""
    lower = word.lower()
    if not any(c.isalpha() for c in lower):
        return Meaning()
    bare = lower.strip("'’")
    light = bare in STOP_WORDS or lower in _OWNED
    spelling = spelled(bare).spelling
    name = not light and not is_common(bare)
    stems = {stem(bare): 1.0, f"~{spelling}": 1.0} if name else {stem(bare): 1.0}
    return Meaning(stems, stem(bare), spelling, light, name)
