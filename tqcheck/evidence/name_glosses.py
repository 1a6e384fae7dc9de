"""A person's name of which a part is rendered by what its characters mean: `Ma Little Red`, `Hatred Dahai`."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.lang.base import Language, Person
from tqcheck.lang.english_common import is_common
from tqcheck.lang.english_lexical import stem
from tqcheck.lang.words import Word, fold
from tqcheck.model.text import Span

MOST_WORDS = 3
"""Words that may render a given name."""
_TITLES = frozenset("mr mrs ms miss dr prof professor doctor teacher comrade uncle aunt".split())
_LITTLE = frozenset({"the", "of", "a"})
LEAST_TAIL = 4
"""Letters of the name's last characters, closed up, from which they cannot be another word."""


def glossed_name(person: Person, found: Sequence[Word], text: str, language: Language) -> Span | None:
    """Where `found`, the words of `text`, has the name with its surname or its given name translated or cut wrongly."""
    surnames = {form.split()[0] for form in person.romanised}
    givens = {form.split()[1] for form in person.romanised if " " in form}
    for i, word in enumerate(found):
        if not word.capitalised:
            continue
        if word.folded.replace("'", "") in surnames:
            last = _given_glossed(person, found, i, text, language)
            if last:
                return Span(word.span.start, found[last].span.end)
        if i and word.folded.replace("'", "") in givens and len(word.folded) >= LEAST_TAIL:
            first = _surname_glossed(person, found, i, text, language)
            if first is not None:
                return Span(found[first].span.start, word.span.end)
    return _cut_wrongly(person, found, text)


def _given_glossed(person: Person, found: Sequence[Word], at: int, text: str, language: Language) -> int:
    """The last word of a given name translated after the surname at `at`; 0 where there is none."""
    given = _given(person)
    parts = [language.glosses(c) for c in given]
    whole = language.glosses(given)
    glossed, last, spelt = 0, 0, 0
    for j in range(at + 1, min(at + 2 + MOST_WORDS, len(found))):
        word = found[j]
        if text[found[j - 1].span.end : word.span.start] not in (" ", "-"):
            break
        if word.folded in _LITTLE and j + 1 < len(found) and found[j + 1].capitalised:
            continue
        if not word.capitalised or not (is_common(word.folded) or word.folded in person.readings[-1]):
            break
        spelt += word.folded in person.readings[-1]
        glossed += _means(word, whole) or any(_means(word, part) for part in parts)
        last = j
    return last if glossed and spelt < last - at else 0


def _surname_glossed(person: Person, found: Sequence[Word], at: int, text: str, language: Language) -> int | None:
    """The first word of a surname translated before the given name at `at`."""
    before = found[at - 1]
    surname = person.name[: len(person.name) - len(_given(person))]
    if text[before.span.end : found[at].span.start] != " " or not before.capitalised or at < 2:
        return None
    two = len(surname) > 1 and found[at - 2].capitalised
    if two and (found[at - 2].folded in person.readings[0] or _means(found[at - 2], language.glosses(surname[0]))):
        return at - 2  # `Zhu Getting Liming`, `Horse Division Wencheng`
    if before.folded in {form.split()[0] for form in person.romanised}:
        return None  # dictionaries gloss 马 as `surname Ma` too
    glossed = any(_means(before, language.glosses(part)) for part in {surname, *surname})
    return at - 1 if glossed or (len(surname) > 1 and before.folded not in _TITLES) else None


def _cut_wrongly(person: Person, found: Sequence[Word], text: str) -> Span | None:
    """Where a surname of two characters is cut: `Wei Chiguoqiang`, `Europe Yangxiaoxue`."""
    if len(_given(person)) == len(person.name) - 1:
        return None
    tails = {""}
    for readings in person.readings[1:]:
        tails = {tail + reading for tail in tails for reading in readings}
    for a, b in zip(found, found[1:], strict=False):
        if a.capitalised and b.folded in tails and text[a.span.end : b.span.start] == " ":
            return Span(a.span.start, b.span.end)
    return None


def _given(person: Person) -> str:
    """The characters of the given name."""
    surname_letters = fold(person.spelling.split()[0]) if person.spelling else ""
    width = 2 if len(person.name) > 2 and surname_letters not in person.readings[0] else 1
    return person.name[width:]


def _means(word: Word, glosses: frozenset[str]) -> bool:
    """Whether the word, or what it is derived from, is among the glosses: safety for 安, safe."""
    return stem(word.folded) in glosses or any(
        len(g) > 2 and word.folded.startswith(g[:6]) and len(word.folded) - len(g) < 5 for g in glosses
    )
