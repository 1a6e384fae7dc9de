"""Set phrases of official language that are rendered word by word, or with a word of their English changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.knowledge.glossary import Entry
from tqcheck.lang.base import Language
from tqcheck.lang.english_lexical import STOP_WORDS, stem
from tqcheck.lang.words import LIGHT, Word, words
from tqcheck.model.text import Span

PHRASED = frozenset({"phrase", "law", "calendar"})
LEAST_GLOSSED = 0.8
"""Share of a term's characters that the words must gloss."""
LEAST_OF_LONG = 0.75
"""The same for a stretch of four words or more."""
_LONGEST = 4
"""Characters of the longest word of a term that the dictionary is asked for."""

_Glossed = tuple[Word, frozenset[int]]


def word_by_word(entry: Entry, found: Sequence[Word], language: Language) -> Span | None:
    """The stretch of the target that renders the characters of `entry` one by one, or None.

    found  the words of the target
    Each of its words glosses a part of the term or belongs to an accepted rendering, and at least one belongs to
    none; a word that the dictionary gives beside an accepted one (age, era) counts as accepted.
    """
    term = "".join(c for c in entry.term if c.isalnum())
    parts = language.glossed_parts(term)
    if entry.kind not in PHRASED or len(parts) < 2:
        return None
    accepted = [w for r in entry.renderings for w in words(r)]
    written, own = {w.stem for w in accepted}, {stem(w.folded) for w in accepted} - STOP_WORDS
    senses = _senses(term, language)
    best: tuple[float, Span] | None = None
    for run in _stretches(found, parts, own):
        content = [(w, g) for w, g in run if not _small(w)]
        covered = frozenset().union(*(g for _, g in content))
        share = len(covered) / len(parts)
        absent = own - {stem(w.folded) for w, _ in content}
        new = [w for w, _ in content if w.stem not in written and not _synonymous(w, absent, senses)]
        least = LEAST_OF_LONG if len(content) > 3 else LEAST_GLOSSED
        if len(content) < 2 or not new or share < least or len(content) > len(parts) + 2:
            continue
        if len(parts) < 3 and len(run) > 3:
            continue
        if best is None or share > best[0]:
            best = share, Span(run[0][0].span.start, run[-1][0].span.end)
    return best[1] if best else None


def _stretches(found: Sequence[Word], parts: Sequence[frozenset[str]], own: set[str]) -> Iterator[list[_Glossed]]:
    """Stretches of words side by side that gloss the term or belong to its renderings, small words within."""
    run: list[_Glossed] = []
    for word in found:
        key = stem(word.folded)
        glossed = frozenset(n for n, part in enumerate(parts) if key in part)
        if word.parted:
            yield from _ended(run)
            run = []
        if not _small(word) and (glossed or key in own):
            run.append((word, glossed))
        elif run and _small(word):
            run.append((word, frozenset()))
        else:
            yield from _ended(run)
            run = []
    yield from _ended(run)


def _ended(run: list[_Glossed]) -> Iterator[list[_Glossed]]:
    while run and _small(run[-1][0]):
        run.pop()
    if run:
        yield run


def _small(word: Word) -> bool:
    return word.folded in STOP_WORDS or word.folded in LIGHT


def _synonymous(word: Word, absent: set[str], senses: Sequence[frozenset[str]]) -> bool:
    """Whether the dictionary gives a word beside an accepted one that the stretch lacks: age, where era is right."""
    key = stem(word.folded)
    return any(key in sense and absent & sense for sense in senses)


def _senses(term: str, language: Language) -> list[frozenset[str]]:
    """The glosses of every word of two characters or more within `term`, itself too, each apart."""
    pieces = {term[i:j] for i in range(len(term)) for j in range(i + 2, min(i + _LONGEST, len(term)) + 1)}
    return [glosses for piece in sorted(pieces) if (glosses := language.glosses(piece))]
