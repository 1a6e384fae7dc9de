"""Which words English writes in small letters: a capital makes no name of them."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from pathlib import Path

from tqcheck.lang.cedict import derived

TABLES = 2
"""Version of the derived list: raise it whenever its making changes."""
OFTEN = 3
"""Uses in small letters from which a word is common even where names use it more often (bank, council)."""

_ENDINGS = (("men", ("man",)), ("women", ("woman",)), ("s", ("",)), ("es", ("", "e")), ("ies", ("y",)), ("ed", ("", "e")), ("ing", ("", "e")), ("ers", ("", "e")),
            ("er", ("", "e")), ("ly", ("",)), ("ness", ("",)), ("al", ("", "e")), ("ity", ("", "e")))  # fmt: skip
_GLOSSES = re.compile(r"\] /(.*)/")
_ASIDE = re.compile(r"\[.*?\]|[㐀-鿿|]+")
_WORD = re.compile(r"[A-Za-z]+(?:'[a-z]+)?")
# What news writes and dictionary glosses seldom do.
_MORE_TEXT = """
    he she it we they i you his her its our their mr mrs ms dr st not internet covid coronavirus online website
    email app smartphone tv ok sir madam mayor deputy prime premier ltd inc corp co jr sr prof gov sen rep gen lt
    capt col sgt ave blvd jan feb mar apr jun jul aug sep sept oct nov dec am pm alumni wellness wellbeing theatre
    labour centre fintech upgrading states medicare voivodship voivodeship
"""
_MORE = frozenset(_MORE_TEXT.split())


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """Lower-case English words that the glosses of CC-CEDICT write small as often as with a capital, or often."""
    return load()


@lru_cache(maxsize=1 << 14)
def is_common(word: str) -> bool:
    """Whether a lower-case word, or the word that it is a form of, is common."""
    known = common_words()
    if word in known:
        return True
    for ending, bases in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2 and any(stem + base in known for base in bases):
            return True
    return (
        len(word) > 4
        and word[-1:] != word[-2:-1]
        and word.endswith(("our", "tre", "ise", "yse"))
        and _american(word) in known
    )


def _american(word: str) -> str:
    for british, american in (("our", "or"), ("tre", "ter"), ("ise", "ize"), ("yse", "yze")):
        if word.endswith(british):
            return word.removesuffix(british) + american
    return word


def load(folder: Path | None = None) -> frozenset[str]:
    """The words out of `folder` or else the user's cache folder; derived and put there where missing or damaged."""
    (table,) = derived("english", TABLES, lambda text: (dict.fromkeys(sorted(derive(text)), ""),), folder)
    return frozenset(table) | _MORE


def derive(text: str) -> frozenset[str]:
    """The common words of a dictionary in CEDICT's format."""
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    for glosses in _GLOSSES.findall(text):
        for word in _WORD.findall(_ASIDE.sub("", glosses)):
            (small if word.islower() else large)[word.lower()] += 1
    return frozenset(w for w, n in small.items() if len(w) > 1 and (n >= OFTEN or n >= large[w]))
