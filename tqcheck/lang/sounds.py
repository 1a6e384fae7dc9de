"""How alike two spellings of a name sound, across romanisations: by their consonants in broad classes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

STEM = 5
"""Letters from which words that begin alike are taken for forms of one."""
SAME_STEM = 84.0

_DIGRAPHS = (
    ("tsch", "s"), ("sch", "s"), ("tch", "s"), ("shch", "s"), ("szcz", "s"), ("cz", "s"), ("sz", "s"), ("sh", "s"),
    ("ch", "s"), ("zh", "s"), ("ts", "s"), ("tz", "s"), ("ph", "p"), ("kh", "h"), ("qu", "k"), ("ck", "k"), ("ce", "se"), ("ci", "si"),
    ("cy", "sy"), ("x", "ks"), ("dj", "s"), ("dz", "s"),
)  # fmt: skip
_DIGRAPH = re.compile("|".join(old for old, _ in _DIGRAPHS))
_PLAIN = dict(_DIGRAPHS)
# Each row of letters is one sound here: Betonamu and Vietnam, Gruziya and Georgia, Pukoszima and Fukushima.
_CLASSES = str.maketrans(
    {**dict.fromkeys("bpfvw", "p"), **dict.fromkeys("cqkg", "k"), **dict.fromkeys("dt", "t"), **dict.fromkeys("szj", "s"),
     **dict.fromkeys("lr", "l"), **dict.fromkeys("mn", "n")}
)  # fmt: skip
_SILENT = re.compile(r"(?<=[aeo])w(?![aeiou])|[aeiouyh]+")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=1 << 16)
def bones(latin: str) -> str:
    """The consonants of a word in lower-case Latin letters, each by its class; doubled ones once."""
    single = _DOUBLED.sub(r"\1", latin)
    return _SILENT.sub("", _DIGRAPH.sub(lambda m: _PLAIN[m[0]], single)).translate(_CLASSES)


def likeness(ours: Sequence[str], theirs: Sequence[str], vowels: bool = True) -> npt.NDArray[np.float32]:
    """From 0 to 100, how alike each of `ours` and each of `theirs` sound and look, words in lower-case Latin letters.

    Two thirds the consonants, one third the letters; of words with two consonants one third (where
    the script of `ours` writes its vowels), with one none.
    Words that begin with the same letters are forms of one word, however they end.
    """
    from rapidfuzz.fuzz import ratio
    from rapidfuzz.process import cdist

    if not ours or not theirs:
        return np.zeros((len(ours), len(theirs)), np.float32)
    letters = cdist(ours, theirs, scorer=ratio, dtype=np.float32)
    a, b = [bones(w) for w in ours], [bones(w) for w in theirs]
    sounds = cdist(a, b, scorer=ratio, dtype=np.float32)
    heard = np.minimum.outer([len(w) for w in a], [len(w) for w in b])
    weight = np.where(heard > 2, 2 / 3, np.where(heard > 1, 1 / 3 if vowels else 2 / 3, 0)).astype(np.float32)
    alike: npt.NDArray[np.float32] = weight * sounds + (1 - weight) * letters
    starts: dict[str, list[int]] = {}
    for j, word in enumerate(theirs):
        starts.setdefault(word[:STEM], []).append(j)
    for i, word in enumerate(ours):
        for j in starts.get(word[:STEM], ()) if len(word) >= STEM else ():
            alike[i, j] = max(alike[i, j], SAME_STEM)
    return alike
