"""Repetition: phrases that a text says again, and whether its source does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tqcheck.lang.base import Language
from tqcheck.lang.words import Word, words
from tqcheck.model.text import Span

SHORT = 4
"""Letters of the longest pronoun or article that stands twice in a row by grammar."""

_WORD = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Repeat:
    """A phrase said again: both places, the number of words, and whether the second follows at once."""

    first: Span
    again: Span
    words: int
    at_once: bool


def repeats(text: str, shortest: int) -> Sequence[Repeat]:
    """The maximal phrases of at least `shortest` words that `text` repeats, none overlapping, by their second place."""
    found = words(text)
    keys = [w.folded for w in found]
    grams = list(zip(*(keys[n:] for n in range(shortest)), strict=False))
    if len(set(grams)) == len(grams):
        return []
    places: dict[tuple[str, ...], int] = {}
    out: list[Repeat] = []
    i = 0
    while i + shortest <= len(keys):
        first = places.setdefault(grams[i], i)
        if first + shortest > i or first == i:
            i += 1
            continue
        size = shortest
        while i + size < len(keys) and first + size < i and keys[first + size] == keys[i + size]:
            size += 1
        out.append(_repeat(found, text, first, i, size))
        i += size
    return out


def _repeat(found: Sequence[Word], text: str, first: int, again: int, size: int) -> Repeat:
    one = Span(found[first].span.start, found[first + size - 1].span.end)
    two = Span(found[again].span.start, found[again + size - 1].span.end)
    between = text[one.end : two.start]
    return Repeat(one, two, size, not _WORD.search(between.replace(" and ", " ").replace(" or ", " ")))


def source_repeats(source: str, shortest: int, spaced: bool) -> bool:
    """Whether a source says anything of at least `shortest` characters (or words, where words stand apart) twice.

    For `shortest` 1 or 2 the two must follow each other at once (看看, 研究研究).
    """
    if spaced and shortest <= 2:
        tokens = [token.strip(".,;:!?\"'()«»„“”।").casefold() for token in source.split()]
        return any(a == b for a, b in zip(tokens, tokens[1:], strict=False))
    if spaced:
        return bool(repeats(source, max(shortest // 2, 2)))
    plain = "".join(_LETTERS.findall(source))
    if shortest <= 2:
        return any(re.search(rf"(.{{{shortest},8}})\1", run) for run in _LETTERS.findall(source))
    seen: dict[str, int] = {}
    starts = range(len(plain) - shortest + 1)
    return any(seen.setdefault(plain[i : i + shortest], i) + shortest <= i for i in starts)


def said_twice(source: str, word: str, here: Language, there: Language) -> bool:
    """Whether `source` has something twice in a row that `word`, twice in a row in the rendering, may render.

    A doubled stretch whose glosses are known and do not have the word is doubled by chance (哲学学位, 各州州长), and so
    is a single character in a language whose words are not known, or a pronoun (vous vous).
    """
    keys = there.lexical(word).keys
    if here.spaced:
        tokens = [token.strip(".,;:!?\"'()«»„“”।") for token in source.split()]
        doubled = [a for a, b in zip(tokens, tokens[1:], strict=False) if a and a.casefold() == b.casefold()]
        return any(len(token) > SHORT or token[:1].isupper() or not keys for token in doubled)
    for run in _LETTERS.findall(source):
        for match in re.finditer(r"(?=(.{1,8}?)\1)", run):
            glosses = here.glosses(match[1]) | here.glosses(match[1] * 2)
            if "".join(word.split()).lower() in here.sounds(match[1]):
                return True
            if glosses & keys or (not glosses and len(match[1]) > 1):
                return True
    return False
