"""What speaks for each pair of words of a text and its rendering, by the two words themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from tqcheck import lang
from tqcheck.knowledge.glossary import Glossary
from tqcheck.lang.base import Language
from tqcheck.lang.meaning import Meaning, Sense
from tqcheck.lang.quantity import Moment, Quantity
from tqcheck.model.text import Span

Cells = NDArray[np.float32]
"""A number for each source word (row) with each target word (column)."""
Row = NDArray[np.float32]

MOST_WORDS, MOST_LETTERS = 5, 14
"""Words that are looked up together, and their characters."""
SPREAD = 0.7
"""What a phrase found for several words together tells of each of them with each of its own words."""
ALIKE = 60.0
"""Likeness (0 to 100) from which two spellings may be of one name."""
FEWEST_LETTERS = 3
SAME_WORD = 4
"""Letters from which a word spelt the same in both texts is taken for the same (not French `son`, `or`, `on`)."""
_FIELDS = ("year", "month", "day", "weekday", "hour", "decade", "century")
_MARKS = {
    mark: group[0]
    for group in (".。．", ",，、", "?？", "!！", ":：", ";；", "\"“”„«»「」『』''`´‘’", "(（", ")）", "-–—")
    for mark in group
}
_OTHER_MARK = 0.2


@dataclass(frozen=True)
class Side:
    """One side's words, in order.

    lang      their language
    meanings  what each may stand for
    vectors   unit vectors of the words in their context, one a row; None without an encoder
    """

    words: Sequence[str]
    lang: Language
    meanings: Sequence[Meaning]
    vectors: NDArray[np.float32] | None = None

    @property
    def text(self) -> str:
        """The words as running text, as far as that is known."""
        return (" " if self.lang.spaced else "").join(self.words)

    @property
    def at(self) -> Sequence[int]:
        """For each offset of `text`, the number of the word that stands there or before it."""
        gap = int(self.lang.spaced)
        return [number for number, word in enumerate(self.words) for _ in range(len(word) + gap)]


def side(words: Sequence[str], language: Language, vectors: NDArray[np.float32] | None = None) -> Side:
    """The words of a side with what each may stand for."""
    return Side(words, language, [language.meaning(word) for word in words], vectors)


@dataclass(frozen=True)
class Known:
    """What each pair's two words tell by themselves, 0 to 1 each.

    gloss     a dictionary renders one by the other; or they are the same figure, mark or spelling
    phrase    the words stand in a phrase that renders the other, from the dictionary or the glossary
    quantity  they stand in a number or date of the same value
    sound     they sound alike, and may be names
    context   cosine of their vectors in context; zeros without an encoder
    apart     how far apart their places are, as shares of the lengths
    light     what share of the two sides' words is grammar (0, 1/2, 1: first and second side)
    size      characters that the words have beyond one
    """

    gloss: Cells
    phrase: Cells
    quantity: Cells
    sound: Cells
    context: Cells
    apart: Cells
    light: tuple[Row, Row]
    size: Cells


def known(source: Side, target: Side, glossary: Glossary | None = None) -> Known:
    """What the words of `source` and of `target` tell, pair by pair."""
    n, m = len(source.words), len(target.words)
    context = (
        np.asarray(source.vectors @ target.vectors.T, np.float32)
        if source.vectors is not None and target.vectors is not None
        else np.zeros((n, m), np.float32)
    )
    apart = np.abs((np.arange(n)[:, None] + 0.5) / max(n, 1) - (np.arange(m) + 0.5) / max(m, 1)).astype(np.float32)
    phrase = np.maximum(_phrases(source, target, glossary), _phrases(target, source, None).T)
    size = np.array([s.size for s in source.meanings], np.float32)[:, None] + np.array(
        [t.size for t in target.meanings], np.float32
    )
    return Known(
        _glosses(source, target),
        phrase,
        _quantities(source, target),
        _sounds(source, target),
        context,
        apart,
        (_light(source), _light(target)),
        np.minimum(size - 1, 4),
    )


def _light(one: Side) -> Row:
    return np.array([meaning.light for meaning in one.meanings], np.float32)


def _glosses(source: Side, target: Side) -> Cells:
    places: dict[str, list[tuple[int, float]]] = {}
    for j, word in enumerate(target.words):
        for key, weight in _keys(word, target.lang.code):
            places.setdefault(key, []).append((j, weight))
    none = [0.0] * len(target.words)
    rows: list[list[float]] = []
    for word in source.words:
        row = none.copy()
        for key, weight in _keys(word, source.lang.code):
            if key in places:
                for j, other in places[key]:
                    if weight * other > row[j]:
                        row[j] = weight * other
        rows.append(row)
    return np.array(rows, np.float32)


@lru_cache(maxsize=1 << 15)
def _keys(word: str, code: str) -> tuple[tuple[str, float], ...]:
    """What a word may be matched by: its meaning's stems; its figures; what sort of mark it is."""
    return (*lang.get(code).meaning(word).stems.items(), *_outward(word))


def _outward(word: str) -> tuple[tuple[str, float], ...]:
    if any(c.isalpha() for c in word) and not any(c.isdigit() for c in word):
        return ((f"={word.lower()}", 1.0),) if len(word) >= SAME_WORD else ()
    digits = "".join(c for c in word if c.isdigit())
    if digits:
        return ((f"#{digits}", 1.0),)
    return ((f"mark {_MARKS.get(word, word)}", 1.0), ("mark", _OTHER_MARK**0.5))


def _phrases(source: Side, target: Side, glossary: Glossary | None) -> Cells:
    """Where one to five source words together have a sense of several words that stands in the target."""
    n = len(source.words)
    found = np.zeros((n, len(target.words)), np.float32)
    if glossary is None and not source.lang.has_senses:
        return found
    keys = [meaning.key for meaning in target.meanings]
    places: dict[str, list[int]] = {}
    for j, key in enumerate(keys):
        if key:
            places.setdefault(key, []).append(j)
    joint = " " if source.lang.spaced else ""
    words = [_plain(word, source.lang.code) for word in source.words]
    for i in range(n):
        term = ""
        for k in range(i, min(n, i + MOST_WORDS)):
            term = term + joint + words[k] if term else words[k]
            if len(term) > MOST_LETTERS and not joint:
                break
            senses = _senses(term, source.lang.code)
            if glossary is not None and term in glossary.entries:
                senses = [*senses, *(_rendered(text, target.lang.code) for text in glossary.entries[term].renderings)]
            for sense in senses:
                if not sense or (len(sense) == 1 and k == i):
                    continue
                for j in places.get(sense[0], ()):
                    if tuple(keys[j : j + len(sense)]) == sense:
                        block = found[i : k + 1, j : j + len(sense)]
                        np.maximum(block, 1.0 if k == i else SPREAD, out=block)
    return found


@lru_cache(maxsize=1 << 15)
def _plain(word: str, code: str) -> str:
    return lang.get(code).normalise(word)


@lru_cache(maxsize=1 << 16)
def _senses(term: str, code: str) -> Sequence[Sense]:
    return lang.get(code).senses(term)


@lru_cache(maxsize=1 << 15)
def _rendered(text: str, code: str) -> Sense:
    """A glossary's rendering as the keys of its words."""
    target = lang.get(code)
    keys = [target.meaning(span.of(text)).key for span in target.tokens(text)]
    return tuple(key for key in keys if key)


def _quantities(source: Side, target: Side) -> Cells:
    found = np.zeros((len(source.words), len(target.words)), np.float32)
    texts, at = (source.text, target.text), (source.at, target.at)

    def mark(one: Span, other: Span, weight: float) -> None:
        rows, columns = (slice(at[k][s.start], at[k][s.end - 1] + 1) for k, s in enumerate((one, other)))
        np.maximum(found[rows, columns], weight, out=found[rows, columns])

    theirs: Sequence[Quantity] = target.lang.quantities(texts[1]) if _counts(source, texts[0]) else ()
    for ours in source.lang.quantities(texts[0]) if theirs else ():
        for other in theirs:
            if abs(ours.low - other.low) <= 1e-6 * abs(ours.low):
                mark(ours.span, other.span, 1.0)
    dates: Sequence[Moment] = target.lang.moments(texts[1])
    for moment in source.lang.moments(texts[0]) if dates else ():
        for date in dates:
            if _agree(moment, date):
                mark(moment.span, date.span, SPREAD)
    return found


def _counts(source: Side, text: str) -> bool:
    return source.lang.reads_numbers or any(c.isdigit() for c in text)


def _agree(one: Moment, other: Moment) -> bool:
    both = [
        (a, b)
        for a, b in ((getattr(one, field), getattr(other, field)) for field in _FIELDS)
        if a is not None and b is not None
    ]
    return bool(both) and all(a == b for a, b in both)


def _sounds(source: Side, target: Side) -> Cells:
    """Likeness of spellings. Across scripts only what may be a name is compared, within one any word (cognates)."""
    from tqcheck.lang.sounds import likeness

    found = np.zeros((len(source.words), len(target.words)), np.float32)
    anything = source.lang.spaced and target.lang.spaced
    rows, columns = (
        [
            k
            for k, meaning in enumerate(one.meanings)
            if len(meaning.spelling) >= FEWEST_LETTERS and (anything or (meaning.name and _sounded(meaning, one)))
        ]
        for one in (source, target)
    )
    if rows and columns:
        ours, theirs = [source.meanings[i].spelling for i in rows], [target.meanings[j].spelling for j in columns]
        alike = likeness(ours, theirs, source.lang.vowels and target.lang.vowels)
        # One above the other: what falls short of being alike tells nothing.
        found[np.ix_(rows, columns)] = np.where(alike >= ALIKE, (alike - ALIKE + 10) / 100, 0)
    return found


def _sounded(meaning: Meaning, one: Side) -> bool:
    """Whether a word of a script of characters is long enough for its sound to tell a name."""
    return one.lang.spaced or meaning.size > 1
