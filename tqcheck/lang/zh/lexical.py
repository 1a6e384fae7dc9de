"""What a Chinese sentence shares with its translation: glosses of its words, readings of its characters."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache

from tqcheck.lang.base import Lexical, Spelt
from tqcheck.lang.english_lexical import stem
from tqcheck.lang.zh.dictionary import Dictionary, dictionary

NAME_CHARACTERS = 3
"""Characters of the longest name looked for: given names have one or two, place names mostly two or three."""
_MOST_SPELLINGS = 6
_IDEOGRAPHS = re.compile(r"[㐀-䶿一-鿿豈-﫿]+")
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
    for run in _IDEOGRAPHS.finditer(text):
        at, end = max(at, run.start()), run.end()
        while at < end:
            length = book.longest(text, at)
            word = text[at : at + length]
            if word not in _PARTICLES:
                units[word] = _keys(word)
            at += length
    for word in _OTHER.findall(text):
        units[stem(word)] = frozenset((stem(word),))
    for month in _MONTH.findall(text):
        units[month + "月"] = frozenset((_MONTHS[int(month) - 1],))
    return Lexical(units, _Readings(book, text))


@lru_cache(maxsize=1 << 15)
def _keys(word: str) -> frozenset[str]:
    """Gloss stems of a word and, since the longest match may hide two shorter words, of the pairs within it."""
    book = dictionary()
    keys = book.stems(word)
    if len(word) > 2:
        keys = keys.union(*(book.stems(word[i : i + 2]) for i in range(len(word) - 1)))
    return keys | {word} if len(word) > 1 else keys


@lru_cache(maxsize=1 << 14)
def _sounds(readings: str) -> tuple[str, ...]:
    return tuple(reading.replace("v", "u") for reading in sorted(set(readings.split())))


class _Readings(Spelt):
    """Every reading of one to three characters, worked out when it is asked for."""

    def __init__(self, book: Dictionary, text: str) -> None:
        self._book, self._text = book, text
        self._all: dict[str, str] | None = None

    def among(self, keys: Container[str], beginnings: Container[str]) -> list[str]:
        found: list[str] = []
        sounds = self._sounds()
        for start in range(len(self._text)):
            heads: Sequence[str] = ("~",)
            for tails in sounds[start : start + NAME_CHARACTERS]:
                heads = [head + tail for tail in tails for head in heads if head + tail in beginnings]
                if not heads:
                    break
                found += [head for head in heads if head in keys]
        return found

    def _sounds(self) -> list[tuple[str, ...]]:
        readings = self._book.readings
        return [_sounds(readings.get(character, "")) for character in self._text]

    @property
    def _names(self) -> dict[str, str]:
        if self._all is None:
            self._all = dict(self._spelt())
        return self._all

    def _spelt(self) -> Iterator[tuple[str, str]]:
        sounds = self._sounds()
        for start in range(len(self._text)):
            heads = ["~"]
            for end, tails in enumerate(sounds[start : start + NAME_CHARACTERS], start + 1):
                heads = [head + tail for head in heads for tail in tails][:_MOST_SPELLINGS]
                if not heads:
                    break
                yield from ((head, self._text[start:end]) for head in heads if len(head) > 2)

    def __getitem__(self, key: str) -> str:
        return self._names[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
