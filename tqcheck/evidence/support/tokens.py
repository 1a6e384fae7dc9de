"""Texts as arrays: each distinct word is looked at once, and a text is then a row of numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import log
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from tqcheck.lang.english_lexical import STEM_LETTERS, STOP_WORDS
from tqcheck.lang.english_lexical import stem as short_stem
from tqcheck.lang.english_vocabulary import frequencies
from tqcheck.lang.words import fold, stem
from tqcheck.model.text import Span

if TYPE_CHECKING:
    from tqcheck.evidence.support.joined import Joined

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]
Flags = NDArray[np.bool_]

# Marks are tokens too: they part phrases, and a word beside another mark is a word in another place.
_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+|:\d\d(?!\d))*(?:st|nd|rd|th|s)?|[^\W_]+(?:['’][^\W_]+)*|[^\w\s]")
_ORDINAL = re.compile(r"(?:st|nd|rd|th|s)$")
_TIME = re.compile(r"^(\d\d?):(\d\d)$")
_PRIVATE = 0xE000
"""Word numbers are compared as characters; those from here on are no surrogates."""
MOST_TYPES = 400_000
"""Distinct words kept; beyond it the table is begun anew, so that a long batch does not fill the memory."""
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
)
_NUMBERS = {word: str(n) for n, word in enumerate(_SMALL.split())} | {
    "eighteen": "18", "nineteen": "19", "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60",
    "seventy": "70", "eighty": "80", "ninety": "90", "first": "1", "second": "2", "third": "3", "fourth": "4",
    "fifth": "5", "sixth": "6", "seventh": "7", "eighth": "8", "ninth": "9", "tenth": "10", "once": "1", "twice": "2",
    "noon": "12",
}  # fmt: skip
_MONTHS = {
    "jan": "january", "feb": "february", "apr": "april", "jun": "june", "jul": "july", "aug": "august",
    "sept": "september", "sep": "september", "oct": "october", "nov": "november", "dec": "december",
}  # fmt: skip
_MORE_STOPS = frozenset(
    "s t but not no only just own off each both during before after while until between through against among per via "
    "under other another same too now here again further once own nor yet".split()
)
_GRAMMAR = {
    word: float(n)
    for n, words_of in enumerate(
        (
            "a an the",
            "of in on at to for from with by into over under through between among per via against during about after "
            "before since until upon within without toward towards",
            "i you he she it we they me him her us them my your his its our their this that these those who which what",
            "is are was were be been being am has have had do does did will would can could may might shall should must",
            "and or but so if as than then because while although though nor yet when where",
        ),
        1,
    )
    for word in words_of.split()
}
"""Articles, prepositions, pronouns, auxiliaries, conjunctions: words in whose choice careless prose goes wrong."""
SENTENCE_END, QUOTE, HYPHEN = 1, 2, 4
"""Signs: what a mark does to the words beside it, added up where it does several things."""
_SIGNS = (
    dict.fromkeys(".!?:;", SENTENCE_END) | dict.fromkeys('"“”', SENTENCE_END | QUOTE) | dict.fromkeys("-–—", HYPHEN)
)

# Columns of a type: what is known of a word by itself.
TRAITS = (
    "rarity", "unknown", "length", "capital", "capitals", "digit", "mark", "stop", "grammar", "ly", "ing", "ed", "plural",
)  # fmt: skip
TRAIT = {name: n for n, name in enumerate(TRAITS)}


NEAR_LETTERS = 4
"""Letters that a word needs for a near match to mean anything."""


def content(traits: Floats) -> Ints:
    """The rows of `traits` of words that are neither marks nor grammar."""
    positions: Ints = np.flatnonzero((traits[:, TRAIT["mark"]] + traits[:, TRAIT["stop"]]) == 0)
    return positions


@dataclass(frozen=True)
class Tokens:
    """A text as words and marks.

    start, end  offsets in the text, in code points
    folded      number of each token without case and accents (equal numbers are equal words)
    stem        number of its light stem; figures and number words have the number of their value
    root        number of its first letters, by which derived forms meet (economy, economic)
    signs       which of the `SENTENCE_END`, `QUOTE` and `HYPHEN` it is, added up
    traits      a row for each token with what is known of it by itself (`TRAITS`)
    words       the folded words
    """

    text: str
    start: Ints
    end: Ints
    folded: Ints
    stem: Ints
    root: Ints
    signs: Ints
    traits: Floats
    words: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.start)

    @property
    def starts(self) -> Ints:
        """Where the text begins, unless it is empty: at its first token."""
        return np.zeros(min(len(self), 1), np.int64)

    @cached_property
    def letters(self) -> str:
        """The stems as characters, one for each token, so that texts can be compared as strings."""
        return (self.stem + _PRIVATE).astype("<u4").tobytes().decode("utf-32-le", "surrogatepass")

    @cached_property
    def content(self) -> Ints:
        """The positions of the words that are neither marks nor grammar."""
        return content(self.traits)

    @cached_property
    def long_words(self) -> list[str]:
        """The different words that are long enough to be compared letter by letter."""
        return [word for word in dict.fromkeys(self.words) if len(word) >= NEAR_LETTERS]

    def span(self, first: int, last: int) -> Span:
        """Where tokens `first` to `last` (inclusive) stand in the text."""
        return Span(int(self.start[first]), int(self.end[last]))

    def phrase(self, first: int, last: int) -> str:
        """The text from token `first` to token `last` (inclusive)."""
        return self.text[self.start[first] : self.end[last]]


class _Table(dict[str, int]):
    """Types by how they are written; a word not yet seen is looked at when it is first asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.numbers: dict[str, int] = {}
        self.forms = np.zeros((1024, 4), np.int64)
        self.traits = np.zeros((1024, len(TRAITS)), np.float32)
        self.folded: list[str] = []

    def __missing__(self, token: str) -> int:
        number = len(self)
        if number >= len(self.forms):
            self.forms = np.concatenate([self.forms, np.zeros_like(self.forms)])
            self.traits = np.concatenate([self.traits, np.zeros_like(self.traits)])
        folded = fold(token) or token
        light = _NUMBERS.get(folded, folded)
        if light[0].isdigit():
            light = root = _TIME.sub(_hour, _ORDINAL.sub("", light).replace(",", ""))
        else:
            whole = _MONTHS.get(folded, folded)
            light, root = stem(whole), short_stem(whole)[:STEM_LETTERS]
        number_of = self.numbers.setdefault
        for column, key in enumerate((folded, "~" + light, "^" + root)):
            self.forms[number, column] = number_of(key, len(self.numbers))
        self.forms[number, 3] = _SIGNS.get(folded, 0)
        self.traits[number] = _traits(token, folded)
        self.folded.append(folded)
        self[token] = number
        return number


def _hour(time: re.Match[str]) -> str:
    """A time as others write it too: 20:00 as 8 (o'clock, p.m.), 20:30 as 830, which is 8.30 folded."""
    hour, minute = int(time[1]), time[2]
    return f"{hour - 12 if 12 < hour < 24 else hour}" + (minute if minute != "00" else "")


def _traits(token: str, folded: str) -> tuple[float, ...]:
    seen = frequencies().get(folded, 0) or frequencies().get(stem(folded), 0)
    mark = not token[0].isalnum()
    myself = folded.split("'")[0].split("’")[0] == "i"  # I, I'm, I've: always with a capital
    return (
        0.0 if mark else log(1e9 / (seen + 1)) / log(1e9),
        float(not seen and not mark and not token[0].isdigit()),
        len(token),
        float(token[0].isupper() and not myself),
        float(len(token) > 1 and token.isupper()),
        float(token[0].isdigit()),
        float(mark),
        float(myself or folded in STOP_WORDS or folded in _MORE_STOPS),
        _GRAMMAR.get(folded, 0.0),
        float(folded.endswith("ly")),
        float(folded.endswith("ing")),
        float(folded.endswith("ed")),
        float(folded.endswith("s") and not folded.endswith("ss")),
    )


_table = _Table()
_age = 0


def age() -> int:
    """How many times the table was begun anew: numbers of words are the same in texts of one age."""
    return _age


@lru_cache(maxsize=1024)
def tokens(text: str) -> Tokens:
    """The words and marks of `text`."""
    global _table, _age
    if len(_table) > MOST_TYPES:
        _table = _Table()
        _age += 1
        tokens.cache_clear()
    table = _table
    matches = list(_TOKEN.finditer(text))
    types = [table[match[0]] for match in matches]
    spans: Any = np.array([match.span() for match in matches], np.int64).reshape(-1, 2)
    at: Any = np.array(types, np.int64)
    keys = table.forms[at]
    words = table.folded
    return Tokens(
        text, spans[:, 0], spans[:, 1], keys[:, 0], keys[:, 1], keys[:, 2], keys[:, 3], table.traits[at],
        tuple([words[n] for n in types]),
    )  # fmt: skip


def sentence_starts(found: Tokens | Joined) -> Flags:
    """Which tokens begin a sentence or a quotation, where a capital says nothing."""
    first = np.zeros(len(found), np.bool_)
    first[1:] = (found.signs[:-1] & SENTENCE_END) > 0
    first[found.starts] = True
    return first
