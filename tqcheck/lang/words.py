"""Words of a text with the keys by which their inflected forms are one: for matching terms, not for showing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tqcheck.lang.english_forms import BASES
from tqcheck.model.text import Span

# A word keeps its inner apostrophes and full stops (O'Brien, U.S.); hyphens part words, so that a hyphened
# form matches an open one.
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’][^\W_]+)*")
_PARTING = re.compile(r"[,.;:!?/()\[\]—–\n]")
_POSSESSIVE = re.compile(r"['’]s?$")
# Words that come and go in a term without changing it: the Ministry of Foreign Affairs, China's Foreign Ministry.
LIGHT = frozenset({"the", "a", "an", "of", "s"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: where it stands, as written, folded (lower case, no accents), and its stem.

    parted  whether a comma, full stop or other mark that parts phrases stands before it
    """

    span: Span
    text: str
    folded: str
    stem: str
    parted: bool = False

    @property
    def capitalised(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[:1].isupper()


@lru_cache(maxsize=256)  # every room of evidence asks for the words of the same passage
def words(text: str) -> tuple[Word, ...]:
    """The words of `text` in order, possessive endings left out of their keys."""
    found: list[Word] = []
    end = 0
    for match in _WORD.finditer(text):
        start, stop = match.span()
        between = text[end:start]
        parted = between != " " and _PARTING.search(between) is not None
        folded, light = _keys(match[0])
        found.append(Word(Span(start, stop), match[0], folded, light, parted))
        end = stop
    return tuple(found)


@lru_cache(maxsize=65536)
def _keys(word: str) -> tuple[str, str]:
    folded = fold(word)
    return folded, stem(folded)


def fold(word: str) -> str:
    """Lower case without accents, possessive ending and full stops: `Côte` cote, `U.S.` us, `China's` china."""
    plain = _POSSESSIVE.sub("", word).replace(".", "").replace("’", "'")
    if plain.isascii():
        return plain.lower()
    decomposed = unicodedata.normalize("NFKD", plain.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def stem(folded: str) -> str:
    """A light English stem: plural, -ed and -ing endings off, irregular forms at their base, so that forms meet.

    Much weaker than Porter's on purpose: `organ` and `organise` must stay apart.
    """
    w = BASES.get(folded, folded)
    if len(w) <= 3 or not w.isascii() or w == "news":  # no plural of new
        return w
    if w.endswith("men"):
        return w[:-3] + "man"
    if w.endswith(("ies", "ied")) and len(w) > 4:
        return w[:-3] + "y"
    if w.endswith("ie") and len(w) > 4:
        return w[:-2] + "y"  # movie, movies
    if w.endswith(("sses", "shes", "ches", "xes", "zes")):
        w = w[:-2]
    elif w.endswith("s") and not w.endswith(("ss", "us", "is")):
        w = w[:-1]
    if w.endswith("ing") and len(w) > 5:
        w = w[:-3]
    elif w.endswith("ed") and len(w) > 4 and not w.endswith("eed"):
        w = w[:-2]
    else:
        return _closed(w)
    if len(w) > 2 and w[-1] == w[-2] and w[-1] not in "aeioulsz":
        return w[:-1]
    return _closed(w)


def _closed(w: str) -> str:
    if len(w) > 5 and w.endswith("ll"):
        return w[:-1]  # controlled, control; but bill, billed
    return w[:-1] if w.endswith("e") and len(w) > 3 else w


def folded_words(text: str) -> tuple[str, ...]:
    """The folded words of a term, light words left out: `phrase` without spans, for thousands of terms at once."""
    return tuple(w for w in (_keys(word)[0] for word in _WORD.findall(text)) if w not in LIGHT)


def is_parted(text: str) -> bool:
    """Whether a mark that parts phrases stands between words of `text`."""
    return _PARTING.search(text.strip(".")) is not None and any(word.parted for word in words(text)[1:])


def phrase(text: str) -> tuple[Word, ...]:
    """The words of a term that carry it: the light ones (the, of) are left out."""
    return tuple(w for w in words(text) if w.folded not in LIGHT)


@lru_cache(maxsize=65536)
def stems(text: str) -> tuple[str, ...]:
    """The stems of a term's words, light words left out."""
    return tuple(w.stem for w in phrase(text))


def find_phrase(
    haystack: Sequence[Word], needle: Sequence[str], exact: bool = False, across: bool = False
) -> list[tuple[int, int]]:
    """Where the keys `needle` stand in order in `haystack`, light words between them passed over.

    An exact match has no comma or other parting mark within it, unless `across`. An inexact one may also close up or
    open what the term writes apart or together (cyber security, cyber-security, cybersecurity).

    haystack  words of a text
    needle    stems (or folded words, if `exact`) of the term, light words left out
    across    the term has parting marks itself (`Document No. 1`)
    Returns the first and last word index of each occurrence.
    """
    found: list[tuple[int, int]] = []
    if not needle:
        return found
    keys = [w.folded if exact else w.stem for w in haystack]
    at = 0
    while True:
        try:
            at = keys.index(needle[0], at)
        except ValueError:
            return found if found or exact else _closed_up(keys, "".join(needle))
        end = at
        for key in needle[1:]:
            end += 1
            while end < len(keys) and keys[end] != key and haystack[end].folded in LIGHT:
                end += 1
            if end >= len(keys) or keys[end] != key or (exact and not across and haystack[end].parted):
                break
        else:
            found.append((at, end))
        at += 1


def _closed_up(keys: Sequence[str], needle: str) -> list[tuple[int, int]]:
    """Where neighbouring keys, closed up, make `needle`."""
    whole = "".join(keys)
    at = whole.find(needle)
    if at < 0:
        return []
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    offset = 0
    for number, key in enumerate(keys):
        starts[offset] = number
        offset += len(key)
        ends[offset] = number
    found: list[tuple[int, int]] = []
    while at >= 0:
        if at in starts and at + len(needle) in ends:
            found.append((starts[at], ends[at + len(needle)]))
        at = whole.find(needle, at + 1)
    return found


def capital_runs(
    found: Sequence[Word], text: str, within: Collection[str], gaps: Collection[str] = (" ",)
) -> Iterator[tuple[Word, ...]]:
    """Runs of capitalised words side by side, each beginning and ending with one.

    found   the words of `text`, in order
    within  folded words that may stand inside a run without a capital (of, and)
    gaps    what may stand between two words of a run
    """
    run: list[Word] = []

    def closed() -> Iterator[tuple[Word, ...]]:
        while run and not run[-1].capitalised:
            run.pop()
        if run:
            yield tuple(run)

    for word in found:
        beside = bool(run) and text[run[-1].span.end : word.span.start] in gaps
        if (word.capitalised and (beside or not run)) or (beside and word.folded in within):
            run.append(word)
            continue
        yield from closed()
        run = [word] if word.capitalised else []
    yield from closed()
