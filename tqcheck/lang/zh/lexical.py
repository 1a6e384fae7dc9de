"""What a Chinese sentence shares with its translation: glosses of its words, readings of its characters."""

from __future__ import annotations

import re
from functools import lru_cache

from tqcheck.lang.base import Lexical
from tqcheck.lang.english_lexical import stem
from tqcheck.lang.zh.dictionary import Dictionary, dictionary

NAME_CHARACTERS = 3
"""Characters of the longest name looked for: given names have one or two, place names mostly two or three."""
_MOST_SPELLINGS = 6
_IDEOGRAPH = re.compile(r"[㐀-䶿一-鿿豈-﫿]")
_OTHER = re.compile(r"[A-Za-z]+|\d[\d,.]*")
_MONTH = re.compile(r"(?<!\d)(1[0-2]|[1-9])月(?!球)")
_MONTHS = tuple(
    map(stem, "January February March April May June July August September October November December".split())  # noqa: SIM905
)
_PARTICLES = frozenset("的了着地得")
"""Grammar, whose glosses (`taxi`, `earth`, `must`) would tie it to anything."""


@lru_cache(maxsize=256)
def lexical(text: str) -> Lexical:
    """Words by longest match with their gloss stems, figures and Latin words; every reading of 1 to 3 characters."""
    book = dictionary()
    units: dict[str, frozenset[str]] = {}
    at = 0
    while at < len(text):
        if not _IDEOGRAPH.match(text[at]):
            at += 1
            continue
        length = book.longest(text, at)
        word = text[at : at + length]
        if word not in _PARTICLES:
            units[word] = _keys(book, word)
        at += length
    for word in _OTHER.findall(text):
        units[stem(word)] = frozenset((stem(word),))
    for month in _MONTH.findall(text):
        units[month + "月"] = frozenset((_MONTHS[int(month) - 1],))
    return Lexical(units, _names(book, text))


def _keys(book: Dictionary, word: str) -> frozenset[str]:
    """Gloss stems of a word and, since the longest match may hide two shorter words, of the pairs within it."""
    keys = book.stems(word)
    if len(word) > 2:
        keys = keys.union(*(book.stems(word[i : i + 2]) for i in range(len(word) - 1)))
    return keys | {word} if len(word) > 1 else keys


@lru_cache(maxsize=1 << 14)
def _sounds(readings: str) -> tuple[str, ...]:
    return tuple(reading.replace("v", "u") for reading in sorted(set(readings.split())))


def _names(book: Dictionary, text: str) -> dict[str, str]:
    names: dict[str, str] = {}
    sounds = [_sounds(book.readings.get(character, "")) for character in text]
    for start in range(len(text)):
        spellings = [""]
        for end in range(start + 1, min(start + NAME_CHARACTERS, len(text)) + 1):
            spellings = [head + tail for head in spellings for tail in sounds[end - 1]][:_MOST_SPELLINGS]
            if not spellings:
                break
            for spelling in spellings:
                if len(spelling) > 1:
                    names["~" + spelling] = text[start:end]
    return names
