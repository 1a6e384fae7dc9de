"""English words that may stand for one another, by WordNet.

The table `english_synonyms.tsv.gz` is made out of WordNet 3.0 by `python -m tqcheck.evaluate.synonyms FOLDER`; its
licence stands in `english_synonyms.md` beside it. Words are known by their stems (`english_lexical.stem`), so that
surge, surged and surging are one, and so, now and then, are words that only begin alike.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

from tqcheck.lang.english_lexical import stem

NONE: frozenset[str] = frozenset()


def akin(word: str) -> frozenset[str]:
    """The stems of words that have one of their commoner senses in common with `word`: rise, soar for surge.

    Empty where there are none or the word is unknown; the word's own stem is never among them.
    """
    return kin(stem(word))[0]


def related(word: str) -> frozenset[str]:
    """The stems of words less near, those of `akin` left out.

    They share a rarer sense, are derived from one another or from such words (decide, decision), are what a verb or
    noun is a kind of (boost, increase), or adjectives of nearly one sense.
    """
    return kin(stem(word))[1]


@lru_cache(maxsize=1 << 15)
def kin(key: str) -> tuple[frozenset[str], frozenset[str]]:
    """What `akin` and `related` say of the words of a stem."""
    line = _table().get(key)
    if line is None:
        return NONE, NONE
    near, far = line.split("\t")
    return frozenset(near.split()), frozenset(far.split())


@lru_cache(maxsize=1)
def _table() -> Mapping[str, str]:
    """Lines by stem; loaded when first asked for (0.05 s)."""
    packed = resources.files("tqcheck.lang").joinpath("english_synonyms.tsv.gz").read_bytes()
    return dict(line.split("\t", 1) for line in gzip.decompress(packed).decode("ascii").splitlines())
