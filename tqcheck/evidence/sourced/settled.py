"""What accounts for words of a rendering besides a dictionary: names by sound, acronyms, who is quoted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tqcheck import lang
from tqcheck.evidence.names import spelled
from tqcheck.evidence.sourced.words import SourceWords
from tqcheck.evidence.support.tokens import HYPHEN, Flags, Floats, Tokens
from tqcheck.evidence.verdict import Verdict
from tqcheck.lang.sounds import likeness
from tqcheck.lang.words import words
from tqcheck.model.text import Span

if TYPE_CHECKING:
    from tqcheck.evidence.unit import Pair

SAYING = tuple("say says said saying tell tells told add adds added adding".split())
"""Words by which English tells who is quoted."""
PREFIXES = frozenset("non pre post anti pro re co ex sub semi multi ultra mid un de inter intra trans mini".split())
"""Beginnings of words that may stand before a hyphen: non-serious renders what is not serious."""


def prefixes(own: Tokens) -> Flags:
    """Which words are `PREFIXES` before a hyphen."""
    hyphen = np.append((own.signs[1:] & HYPHEN) > 0, [False] * min(len(own), 1))
    return hyphen & np.array([word in PREFIXES for word in own.words], np.bool_)


def quotes(source: SourceWords) -> bool:
    """Whether someone is quoted, so that a word for saying, which the source may leave out, renders that."""
    language = lang.get(source.code)
    return any(mark in source.text for pair in language.quotes for mark in pair)


def sounding(own: Tokens, source: SourceWords, asked: Flags) -> Floats:
    """How like a name of the source each word that `asked` tells sounds."""
    found = np.zeros(len(own), np.float32)
    rows = [j for j in np.flatnonzero(asked).tolist() if len(own.words[j]) > 2]
    if rows and source.stretches:
        spelt = [own.words[j].replace("'", "").replace("’", "") for j in rows]
        found[rows] = likeness(source.stretches, spelt).max(0) / 100.0
    return found


def persons(pair: Pair) -> list[Span]:
    """Where the names of persons are spelt."""
    persons = [use.person for use in pair.names if use.verdict is Verdict.FOUND]
    if not persons:
        return []
    written = words(pair.target.text)
    return [written[n].span for person in persons for n in spelled(person, written)]


def spelt_out(own: Tokens, source: SourceWords, mark: Flags) -> Flags:
    """Which words stand in a row whose initials are an acronym that the source prints: CPI, Consumer Price Index."""
    found = np.zeros(len(own), np.bool_)
    words = (span.of(source.text) for span in source.spans)
    acronyms = {
        word.lower() for word in words if word.isascii() and word.isalpha() and word.isupper() and len(word) > 1
    }
    if acronyms:
        initials = "".join("." if mark[j] else word[0] for j, word in enumerate(own.words))
        for acronym in acronyms:
            at = initials.find(acronym)
            while at >= 0:
                found[at : at + len(acronym)] = True
                at = initials.find(acronym, at + 1)
    return found
