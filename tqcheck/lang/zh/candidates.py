"""What may be a term in Chinese text: tagged names, titles between marks, and phrases of neighbouring words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tqcheck.lang.base import TermCandidate
from tqcheck.lang.zh.persons import find_persons
from tqcheck.lang.zh.tagged import tag_words
from tqcheck.model.text import Span

SHORTEST, LONGEST = 2, 8
"""Characters of a candidate."""
LONGEST_DEED = 4
"""Characters of a candidate that begins with a verb: 消费升级 may be a term, 批评马克龙 is a sentence's."""
MOST_WORDS = 4

_PERSON = frozenset({"nr", "nrt", "nrfg"})
_NAMES = {**dict.fromkeys(_PERSON, "person"), "ns": "place", "nt": "organisation", "nz": "term"}
# Tags (of the ICTCLAS set, as jieba has it) of words that no term holds: grammar and figures.
_NEVER = ("x", "u", "p", "c", "d", "r", "y", "m", "q", "t", "f", "k", "e", "o", "w", "zg")
_LAST = ("n", "vn", "j", "l", "i", "b", "s", "an", "g", "ng")
_HAN = re.compile(r"[㐀-䶿一-鿿]+")
_MARKED = re.compile(r"[《“「『]([㐀-䶿一-鿿]{2,8})[》”」』]")


def candidates(text: str) -> Sequence[TermCandidate]:
    """The candidates in simplified `text`, in order, each place once."""
    found: dict[Span, TermCandidate] = {}
    for person in find_persons(text):
        found[person.span] = TermCandidate(person.span, person.name, True, "person")
    persons = tuple(found)
    for match in _MARKED.finditer(text):
        found.setdefault(Span(*match.span(1)), TermCandidate(Span(*match.span(1)), match[1], True))
    for candidate in _phrases(text):
        if all(candidate.span.contains(p) or not candidate.span.overlaps(p) for p in persons):
            found.setdefault(candidate.span, candidate)
    return [found[span] for span in sorted(found)]


def _phrases(text: str) -> Iterator[TermCandidate]:
    tokens = [(start, word, tag) for start, word, tag in tag_words(text)]
    for first, (start, word, tag) in enumerate(tokens):
        if tag in _NAMES and _fits(word):
            yield TermCandidate(Span(start, start + len(word)), word, True, _NAMES[tag])
        joined = ""
        for number, (at, following, its) in enumerate(tokens[first : first + MOST_WORDS], first):
            if at != start + len(joined) or its.startswith(_NEVER) or not _HAN.fullmatch(following):
                break
            joined += following
            if len(joined) > LONGEST or (tag == "v" and len(joined) > LONGEST_DEED):
                break
            if (
                len(joined) >= SHORTEST
                and its.startswith(_LAST)
                and its not in _PERSON
                and not _suffixed(tokens, number)
            ):
                yield TermCandidate(Span(start, start + len(joined)), joined)


def _suffixed(tokens: Sequence[tuple[int, str, str]], number: int) -> bool:
    """Whether one character that ends a name follows (厅, 局): the phrase goes on."""
    start, word, _ = tokens[number]
    if number + 1 == len(tokens):
        return False
    at, following, tag = tokens[number + 1]
    return at == start + len(word) and len(following) == 1 and tag.startswith("n") and bool(_HAN.match(following))


def _fits(word: str) -> bool:
    return SHORTEST <= len(word) <= LONGEST and _HAN.fullmatch(word) is not None
