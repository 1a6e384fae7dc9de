"""CC-CEDICT, as tables made for matching: gloss stems, readings, surnames.

What is derived is kept in the user's cache folder (`tqcheck.lang.cedict`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from tqcheck.lang.cedict import Table, derived, entries

TABLES = 2
"""Version of the derived tables: raise it whenever parsing or stemming changes, and old caches are left alone."""
LONGEST_WORD = 12
"""Characters of the longest word looked for; beyond it CC-CEDICT has proverbs and titles only."""

_ASIDE = re.compile(r"\(.*?\)|\[.*?\]|[㐀-鿿|]+")
_NO_GLOSS = re.compile(r"^(CL:|(old |erroneous |Japanese )?variant of|see |abbr\. )")
_SURNAME = re.compile(r"\bsurname [A-Z]")


@dataclass(frozen=True)
class Dictionary:
    """What CC-CEDICT knows, by word (simplified or traditional). Values are words apart by spaces.

    glosses   word to the stems of its English glosses
    readings  character to its readings in pinyin without tones, lower case, `v` for ü
    surnames  word that is a surname to its readings as one (单 shan, 万俟 moqi)
    """

    glosses: Mapping[str, str]
    readings: Mapping[str, str]
    surnames: Mapping[str, str]

    def __contains__(self, word: object) -> bool:
        return word in self.glosses

    def stems(self, word: str) -> frozenset[str]:
        """Stems of the English glosses of `word`; empty where it is unknown."""
        return _split(self.glosses.get(word, ""))

    def pinyin(self, character: str) -> frozenset[str]:
        """Every reading of `character`; empty where it is unknown."""
        return _split(self.readings.get(character, ""))

    def surname(self, word: str) -> frozenset[str]:
        """How `word` is read as a surname; empty where it is none."""
        return _split(self.surnames.get(word, ""))

    def surrounds(self, text: str, start: int, end: int) -> bool:
        """Whether a word that holds `text[start:end]` and more stands there."""
        return any(
            text[low:high] in self.glosses
            for low in range(max(0, end - LONGEST_WORD), start + 1)
            for high in range(end, min(low + LONGEST_WORD, len(text)) + 1)
            if high - low > end - start
        )

    def longest(self, text: str, at: int) -> int:
        """Length of the longest word of `text` that begins at offset `at`; 1 where there is none."""
        most = self._longest.get(text[at : at + 2], 1)
        if most > 1:
            glosses = self.glosses
            for end in range(min(at + most, len(text)), at + 1, -1):
                if text[at:end] in glosses:
                    return end - at
        return 1

    @cached_property
    def _longest(self) -> Mapping[str, int]:
        """For the first two characters of words, the length of the longest such word that is looked for."""
        found: dict[str, int] = {}
        for word in self.glosses:
            start, length = word[:2], len(word)
            if found.get(start, 1) < length <= LONGEST_WORD:
                found[start] = length
        return found


@lru_cache(maxsize=1 << 15)
def _split(words: str) -> frozenset[str]:
    return frozenset(words.split())


@lru_cache(maxsize=1)
def dictionary() -> Dictionary:
    """The dictionary, out of the user's cache folder where it is there."""
    return load()


def load(folder: Path | None = None) -> Dictionary:
    """The dictionary out of `folder`, or else the user's cache folder; put there where it is missing or damaged."""
    return Dictionary(*derived("cedict", TABLES, _tables, folder))


def _tables(text: str) -> tuple[Table, Table, Table]:
    found = parse(text)
    return found.glosses, found.readings, found.surnames


def parse(text: str) -> Dictionary:
    """The tables for a dictionary in CEDICT's format."""
    from tqcheck.lang.english_lexical import stems

    glosses: dict[str, dict[str, None]] = {}
    readings: dict[str, dict[str, None]] = {}
    surnames: dict[str, dict[str, None]] = {}
    for traditional, simplified, sounds, senses in entries(text):
        syllables = [re.sub("[^a-z]", "", sound.lower().replace("u:", "v")) for sound in sounds.split()]
        found = [word for sense in senses if not _NO_GLOSS.match(sense) for word in stems(_ASIDE.sub("", sense))]
        for word in {traditional, simplified}:
            glosses.setdefault(word, {}).update(dict.fromkeys(found))
            if len(word) == 1 and syllables:
                readings.setdefault(word, {})[syllables[0]] = None
            if any(_SURNAME.search(sense) for sense in senses):
                surnames.setdefault(word, {})["".join(syllables)] = None
    tables = (glosses, readings, surnames)
    return Dictionary(*({word: " ".join(found) for word, found in table.items()} for table in tables))
