"""What a Chinese name sounds like, and what its characters mean one by one."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import lru_cache

_PLACE_SUFFIXES = ("共和国", "省", "市", "县", "州", "国", "邦", "区", "岛", "河", "江", "湖", "山", "港")
_MOST = 64


@lru_cache(maxsize=8192)
def sounds(term: str) -> frozenset[str]:
    """Every pinyin reading of `term` closed up, with and without the suffix of a place; at most 64 of each."""
    from tqcheck.lang.zh.dictionary import dictionary

    book = dictionary()
    forms = [term] + [term[: -len(s)] for s in _PLACE_SUFFIXES if term.endswith(s) and len(term) - len(s) > 1]
    found: set[str] = set()
    for form in forms:
        by_char = [
            sorted({r.replace("v", "u") for r in (*book.pinyin(c), *_heteronyms(c))}) for c in form if c not in "·•"
        ]
        if all(by_char):
            found.update("".join(p) for p in itertools.islice(itertools.product(*by_char), _MOST))
    return frozenset(found)


@lru_cache(maxsize=8192)
def _heteronyms(character: str) -> tuple[str, ...]:
    """Readings that the dictionary lacks (槟 is bin in Penang), where the character has few."""
    from pypinyin import Style, pinyin

    found = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
    return tuple(found[0]) if found and len(found[0]) < 4 else ()


@lru_cache(maxsize=8192)
def glossed_parts(term: str) -> Sequence[frozenset[str]]:
    """For each character of `term`, the stems of its own glosses and of every word within the term that it is in."""
    from tqcheck.lang.zh.dictionary import dictionary

    book = dictionary()
    parts: list[frozenset[str]] = []
    for i, char in enumerate(term):
        stems = set(book.stems(char))
        for start in range(len(term)):
            for end in range(max(start + 2, i + 1), len(term) + 1):
                if start <= i < end and end - start < len(term):
                    stems |= book.stems(term[start:end])
        parts.append(frozenset(stems))
    return tuple(parts)
