"""CC-CEDICT's senses as English stems in order, and from them what a single Chinese word may stand for.

As with the dictionary's other tables, what is derived is kept as plain text in the user's cache folder.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from tqcheck.lang.cedict import derived, entries
from tqcheck.lang.english_lexical import STOP_WORDS, stem
from tqcheck.lang.meaning import Meaning, Sense
from tqcheck.lang.zh.dictionary import dictionary

TABLES = 3
"""Version of the derived table: raise it whenever its making changes."""
LONGEST_SENSE = 6
"""Words of the longest sense kept: longer ones explain and do not render."""
LIGHT_WORDS = frozenset(
    "的 了 着 过 在 是 和 与 及 对 将 把 被 于 以 为 而 也 就 都 还 又 等 之 所 其 这 那 一 个 上 中 下 里 有 到 从 向 由 地 得 但 并 或 如 则".split()
)
"""Grammar: particles, prepositions, conjunctions, and what stands for an article."""
PART, CHARACTER = 0.45, 0.35
"""How far a sense of a part of a word, or of one of its characters, speaks for the word."""
FUNCTION_WORD = 0.3
"""How far a function word within a sense of content words renders the word."""

_ASIDE = re.compile(r"\(.*?\)|\[.*?\]|[㐀-鿿|]+")
_NO_SENSE = re.compile(r"^(CL:|(old |erroneous |Japanese )?variant of|see |abbr\. )")
_METALANGUAGE = frozenset("sb sth etc esp also used".split())
_WORD = re.compile(r"[A-Za-z]+|\d+")
_PARTED = re.compile("[;,]")
_IDEOGRAPH = re.compile(r"[㐀-䶿一-鿿豈-﫿]")
_MONTH = re.compile(r"(1[0-2]|[1-9])月份?")
_MONTHS = tuple(
    map(stem, "January February March April May June July August September October November December".split())
)


@lru_cache(maxsize=1 << 15)
def senses(word: str) -> tuple[Sense, ...]:
    """What the dictionary has for `word`; empty where it is unknown."""
    return tuple(tuple(sense.split()) for sense in _table().get(word, "").split(";") if sense)


@lru_cache(maxsize=1 << 15)
def meaning(word: str) -> Meaning:
    """Stems of the senses of a word, of its parts and of its characters; its first reading; months in figures."""
    stems = dict(_weighed(word))
    for part, share in _parts(word):
        for key, weight in _weighed(part).items():
            stems[key] = max(stems.get(key, 0.0), share * weight)
    if match := _MONTH.fullmatch(word):
        stems[_MONTHS[int(match[1]) - 1]] = 1.0
    if word.isascii() and word.isalpha():
        return Meaning({stem(word): 1.0, f"~{word.lower()}": 1.0}, stem(word), word.lower())
    spellings = _spellings(word)
    for character in word if len(word) > 1 else "":
        stems.update((f"~{reading}", CHARACTER) for reading in _spellings(character) if len(reading) > 2)
    stems.update((f"~{spelling}", 1.0) for spelling in spellings if len(spelling) > 1)
    size = len(_IDEOGRAPH.findall(word))
    return Meaning(stems, word, spellings[0] if spellings else "", word in LIGHT_WORDS, True, max(1, size))


def _parts(word: str) -> list[tuple[str, float]]:
    """The shorter words within a word, the longest that there are; its characters where none is known, or of two."""
    for length in (3, 2):
        if length < len(word):
            found = [word[i : i + length] for i in range(len(word) - length + 1)]
            if any(part in _table() for part in found):
                return [(part, PART) for part in found]
    return [(character, CHARACTER) for character in word] if len(word) > 1 else []


def _spellings(word: str) -> list[str]:
    """Readings of a word of characters, at most eight, the dictionary's order of each character's readings kept."""
    book = dictionary()
    found = [""]
    for character in word:
        readings = book.readings.get(character, "").split()
        if not readings:
            return []
        found = [head + reading.replace("v", "u") for head in found for reading in readings][:8]
    return found


@lru_cache(maxsize=1 << 15)
def _weighed(word: str) -> Mapping[str, float]:
    weights: dict[str, float] = {}
    for sense in senses(word):
        content = sum(key not in STOP_WORDS for key in sense)
        for key in sense:
            light = key in STOP_WORDS
            weight = FUNCTION_WORD * len(sense) ** -0.5 if light and content else (content or len(sense)) ** -0.5
            weights[key] = max(weights.get(key, 0.0), weight)
    return weights


@lru_cache(maxsize=1)
def _table() -> Mapping[str, str]:
    return load()


def load(folder: Path | None = None) -> Mapping[str, str]:
    """The senses by word, out of `folder` or else the user's cache folder; put there where missing or damaged."""
    (table,) = derived("senses", TABLES, lambda text: (derive(text),), folder)
    return table


def derive(text: str) -> Mapping[str, str]:
    """The table for a dictionary in CEDICT's format: senses apart by semicolons, their stems by spaces."""
    table: dict[str, dict[str, None]] = {}
    for traditional, simplified, _, glosses in entries(text):
        found = {" ".join(sense): None for sense in stemmed(glosses)}
        if found:
            for word in {traditional, simplified}:
                table.setdefault(word, {}).update(found)
    return {word: ";".join(found) for word, found in table.items()}


def stemmed(glosses: Iterable[str]) -> Iterator[Sense]:
    """The senses in an entry's glosses as stems, each once or more."""
    for gloss in glosses:
        if _NO_SENSE.match(gloss):
            continue
        for part in _PARTED.split(_ASIDE.sub("", gloss)):
            words = [stem(w) for w in _WORD.findall(part) if w.lower() not in _METALANGUAGE]
            if words[:1] == ["to"]:
                words = words[1:]
            if 0 < len(words) <= LONGEST_SENSE:
                yield tuple(words)
