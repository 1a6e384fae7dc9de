"""How alike two spellings of a name sound, across romanisations: by their consonants in broad classes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_DIGRAPHS = (
    ("tsch", "s"), ("sch", "s"), ("tch", "s"), ("shch", "s"), ("szcz", "s"), ("cz", "s"), ("sz", "s"), ("sh", "s"),
    ("ch", "s"), ("zh", "s"), ("ts", "s"), ("tz", "s"), ("ph", "p"), ("qu", "k"), ("ck", "k"), ("ce", "se"), ("ci", "si"),
    ("cy", "sy"), ("x", "ks"), ("dj", "s"), ("dz", "s"),
)  # fmt: skip
_DIGRAPH = re.compile("|".join(old for old, _ in _DIGRAPHS))
_PLAIN = dict(_DIGRAPHS)
# Each row of letters is one sound here: Betonamu and Vietnam, Gruziya and Georgia, Pukoszima and Fukushima.
_CLASSES = str.maketrans(
    {**dict.fromkeys("bpfvw", "p"), **dict.fromkeys("cqkg", "k"), **dict.fromkeys("dt", "t"), **dict.fromkeys("szj", "s"),
     **dict.fromkeys("lr", "l"), **dict.fromkeys("mn", "n")}
)  # fmt: skip
_SILENT = re.compile(r"[aeiouyh]+")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=1 << 16)
def bones(latin: str) -> str:
    """The consonants of a word in lower-case Latin letters, each by its class; doubled ones once."""
    sounds = _DIGRAPH.sub(lambda m: _PLAIN[m[0]], latin).translate(_CLASSES)
    return _DOUBLED.sub(r"\1", _SILENT.sub("", sounds))


@lru_cache(maxsize=1 << 16)
def pinyin_bones(syllables: str) -> str:
    """The same for Pinyin, whose x, q, c and zh are hisses."""
    plain = syllables.replace("ng", "n").replace("zh", "s")
    return bones(re.sub("[xqc]h?", "s", plain))


def likeness(a: str, b: str) -> float:
    """From 0 to 100, how alike two words in lower-case Latin letters sound and look.

    Two thirds the consonants, one third the letters; short words, whose consonants say little, by letters alone.
    """
    from rapidfuzz.fuzz import ratio

    letters: float = ratio(a, b)
    x, y = bones(a), bones(b)
    if min(len(x), len(y)) < 2:
        return letters
    sounds: float = ratio(x, y)
    return (2 * sounds + letters) / 3


def best_likeness(word: str, others: Sequence[str]) -> float:
    """The likeness of `word` to that of `others` which is most like it; 0 where there are none."""
    return max((likeness(word, other) for other in others), default=0.0)
