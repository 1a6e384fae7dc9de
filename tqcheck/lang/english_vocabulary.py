"""Which words are English: the word list of pyspellchecker (from OpenSubtitles), with regular forms."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

_ENDINGS = (
    "s",
    "es",
    "ed",
    "d",
    "ing",
    "er",
    "ers",
    "ly",
    "ness",
    "less",
    "ful",
    "able",
    "al",
    "ally",
    "ist",
    "ists",
    "ism",
)
_PREFIXES = ("non", "un", "re", "pre", "anti", "over", "under", "micro", "multi", "inter", "sub", "mis", "co", "bio")


def is_english(word: str) -> bool:
    """Whether `word`, in lower case, is an English word or a regular form or compound of one."""
    known = frequencies()
    if word in known:
        return True
    for ending in _ENDINGS:
        stem = word[: -len(ending)]
        if (
            word.endswith(ending)
            and len(stem) > 2
            and any(
                form in known for form in (stem, stem + "e", stem + "y", stem[:-1] if stem[-1] == stem[-2] else stem)
            )
        ):
            return True
    return any(word.startswith(p) and len(word) > len(p) + 2 and word[len(p) :] in known for p in _PREFIXES)


@lru_cache(maxsize=1)
def frequencies() -> Mapping[str, int]:
    """How often each English word was seen; loaded when first asked for (0.1 s)."""
    packed = resources.files("spellchecker").joinpath("resources/en.json.gz").read_bytes()
    found: dict[str, int] = json.loads(gzip.decompress(packed))
    return found
