"""Persons of a source passage, each with how the rendering spells the name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tqcheck.evidence.name_glosses import glossed_name
from tqcheck.evidence.verdict import Verdict
from tqcheck.lang.base import Language, Person
from tqcheck.lang.english_lexical import stem
from tqcheck.lang.english_vocabulary import is_english
from tqcheck.lang.words import Word, words
from tqcheck.model.text import Span


@dataclass(frozen=True, slots=True)
class NameUse:
    """A person's name in the source and its verdict.

    target      the place in the rendering that fills the slot with something else, where contradicted
    suggestion  the name as it should be spelt
    """

    person: Person
    verdict: Verdict
    target: Span | None = None
    suggestion: str | None = None


def find_names(
    target: str,
    language: Language,
    persons: Sequence[Person],
    taken: Iterable[Span] = (),
    rendered: Iterable[Span] = (),
    known: Sequence[Person] = (),
) -> Sequence[NameUse]:
    """Every person of a source passage with a verdict in `target`.

    persons   persons of the source as its language finds them
    taken     stretches of the source that are known terms already
    rendered  stretches of the target that render known terms, so that they never fill a person's slot
    known     persons known beforehand: from the glossary, or from elsewhere in the document
    Contradicted needs a slot: the surname beside a capitalised word that is no spelling of the given name, the given
    name beside one that is no spelling of the surname, or two syllables of three in their places.
    """
    occupied = [*taken, *(p.span for p in known)]
    persons = [*known, *(p for p in persons if not any(p.span.overlaps(t) for t in occupied))]
    if not persons:
        return ()
    found = words(target)
    full = {person.name: in_full(person, found) for person in persons}
    rendered = tuple(rendered)
    used = {n for places in full.values() for place in places for n in place}
    used |= {n for n, word in enumerate(found) if any(word.span.overlaps(span) for span in rendered)}
    headline = _title_case(found)
    mentions = Counter(person.name for person in persons)
    uses: list[NameUse] = []
    for person in {p.name: p for p in reversed(persons)}.values():
        missing = mentions[person.name] - len(full[person.name])
        slots = [] if missing < 1 or headline else _slots(person, found, used, target, language)
        if missing > 0 and not slots and not full[person.name] and not headline:
            glossed = glossed_name(person, found, target, language)
            slots = [glossed] if glossed and not any(glossed.overlaps(span) for span in rendered) else []
        uses += [NameUse(person, Verdict.CONTRADICTED, slot, person.spelling) for slot in slots[:missing]]
        if not slots:
            spelt = bool(full[person.name]) or bool(_surname_alone(person, found))
            uses.append(NameUse(person, Verdict.FOUND if spelt else Verdict.UNKNOWN))
    return tuple(uses)


def free_capitals(
    target: str, names: Sequence[NameUse], rendered: Iterable[Span], sounds: Mapping[str, str]
) -> list[Word]:
    """Capitalised words within sentences for which nothing in the source accounts: any may be a name in disguise.

    rendered  where known terms are rendered
    sounds    how stretches of the source may be spelt in Latin letters, as keys that begin with `~`
    """
    found = words(target)
    rendered = tuple(rendered)
    used = {i for use in names for i in spelled(use.person, found)}
    free: list[Word] = []
    for i, word in enumerate(found):
        start = i == 0 or any(c in '.!?:"“(' for c in target[found[i - 1].span.end : word.span.start])
        if not word.capitalised or start or i in used or not _nameable(word):
            continue
        if len(word.folded) > 4 and "~" + word.folded.replace("'", "") in sounds:
            continue
        if any(word.span.overlaps(span) for span in rendered):
            continue
        free.append(word)
    return free


ALIKE = 55.0
"""Likeness, 0 to 100, of a capitalised word to a name's sound from which it may be the name (Mottley for 莫特利)."""


def sounds_alike(person: Person, target: str) -> bool:
    """Whether a capitalised word of `target` sounds like the name, which may then be a foreign one."""
    from rapidfuzz import fuzz

    sounds = {form.replace(" ", "") for form in person.romanised}
    return any(
        word.capitalised and fuzz.ratio(word.folded, sound) >= ALIKE for word in words(target) for sound in sounds
    )


def spelled(person: Person, found: Sequence[Word]) -> list[int]:
    """Indices of the words that spell the name: in full in either order, or the surname on its own."""
    return [i for place in in_full(person, found) for i in place] + _surname_alone(person, found)


def in_full(person: Person, found: Sequence[Word]) -> list[tuple[int, ...]]:
    """Where surname and given name stand together in either order, in one to four words.

    A shorter name counts only where no other capitalised word goes on right after it.
    """

    def closed_up(forms: frozenset[str]) -> set[str]:
        return {f"{a}{b}" for form in forms for a, b in (form.split(), form.split()[::-1])}

    forms, also = closed_up(person.romanised), closed_up(person.also)
    places: list[tuple[int, ...]] = []
    i = 0
    while i < len(found):
        for width in (4, 3, 2, 1):
            parts = [w.folded.replace("'", "") for w in found[i : i + width]]
            whole = "".join(parts)
            if len(parts) < width or not (whole in forms or (whole in also and not _goes_on(found, i + width - 1))):
                continue
            places.append(tuple(range(i, i + width)))
            i += width - 1
            break
        i += 1
    return places


def _goes_on(found: Sequence[Word], i: int) -> bool:
    """Whether a capitalised word stands right after word `i`."""
    return i + 1 < len(found) and found[i + 1].capitalised and not found[i + 1].parted and _gap(found, i, i + 1) == 1


def _surname_alone(person: Person, found: Sequence[Word]) -> list[int]:
    surnames = {form.split()[0] for form in person.romanised}
    return [
        i for i, word in enumerate(found) if word.folded in surnames and word.capitalised and not _names_on(found, i)
    ]


def _names_on(found: Sequence[Word], i: int) -> bool:
    """Whether a capitalised word stands right beside word `i`, so that it may be the rest of a full name."""
    return any(0 <= j < len(found) and found[j].capitalised and abs(_gap(found, i, j)) == 1 for j in (i - 1, i + 1))


def _gap(found: Sequence[Word], i: int, j: int) -> int:
    a, b = (i, j) if i < j else (j, i)
    return found[b].span.start - found[a].span.end


def _slots(person: Person, found: Sequence[Word], used: set[int], target: str, language: Language) -> list[Span]:
    slots: list[Span] = []
    taken = set(used)
    for i in range(len(found) - 1):
        for width in (3, 2):
            run = found[i : i + width]
            if len(run) < width or taken & set(range(i, i + width)) or not _run_on(run, target):
                continue
            fits = _two_of_three(person, run) if width == 3 else _one_of_two(person, run, language)
            if fits and not _part_of_longer(found, i, width, target):
                slots.append(Span(run[0].span.start, run[-1].span.end))
                taken |= set(range(i, i + width))
    return slots


def _run_on(run: Sequence[Word], target: str) -> bool:
    return all(target[a.span.end : b.span.start] == " " for a, b in zip(run, run[1:], strict=False))


def _two_of_three(person: Person, run: Sequence[Word]) -> bool:
    """Two syllables of three in their places, the third some other word: `Pei Nian Early`, `Tang with Ning`."""
    if len(person.readings) != 3 or not run[0].text[:1].isupper():
        return False
    fits = [word.folded in readings for word, readings in zip(run, person.readings, strict=True)]
    return sum(fits) == 2 and any(fit and w.capitalised and n for n, (fit, w) in enumerate(zip(fits, run, strict=True)))


def _one_of_two(person: Person, run: Sequence[Word], language: Language) -> bool:
    """The surname or the given name in its place, beside a capitalised word that is no spelling of the other."""
    a, b = run
    surnames = {form.split()[0] for form in person.romanised}
    givens = {form.split()[1] for form in person.romanised}
    if not (a.capitalised and b.capitalised):
        return False
    first, second = a.folded.replace("'", ""), b.folded.replace("'", "")
    if first in surnames and second not in givens:
        return _nameable(b)
    if first in givens and len(person.name) > 1:
        return _nameable(b)
    if second in givens and first in person.readings[0]:
        return True  # `Dan Jixiang` for 单霁翔 (Shan): a reading that the character does not have as a surname
    if second not in givens or len(second) < 3:
        return False
    # `Don't Lichuan`, `Congratulations Nanzhou`: the surname read as a word. `Reng Guangping`: no surname and no word.
    surname = person.name[: max(1, len(person.name) - 2)]
    if any(stem(a.folded) in language.glosses(part) or _glossed(a, part, language) for part in {surname, *surname}):
        return True
    return len(b.folded) > 5 and _nameable(a) and not is_english(a.folded)


def _glossed(word: Word, surname: str, language: Language) -> bool:
    """Whether the word's beginning is that of a gloss: congratulations and `congratulate`, don't and `do not`."""
    return any(len(g) > 3 and word.folded.startswith(g[:6]) for g in language.glosses(surname)) or (
        word.folded in {"don't", "not", "no"}  # 莫, 毋: dictionaries gloss them by words that carry nothing
    )


_NOT_NAMES = re.compile(
    r"(?i)^(?:said|says|the|and|of|mr|ms|mrs|dr|prof\w*|president|premier|minister|chairm[ae]n|director|county|city|"
    r"province|village|river|lake|mountain|town|district|road|street|university|group|bank|et|in|on|at|to|for|from|"
    r"with|who|family|dynasty|[ivx]+)$"
)


def _nameable(word: Word) -> bool:
    return len(word.folded) > 1 and not _NOT_NAMES.match(word.text) and not word.text.isupper()


def _part_of_longer(found: Sequence[Word], i: int, width: int, target: str) -> bool:
    """Whether the words are part of a longer run of capitals, such as a body's name."""

    def capital(j: int, gap: str) -> bool:
        return 0 <= j < len(found) and found[j].capitalised and _nameable(found[j]) and gap == " "

    before = i > 0 and target[found[i - 1].span.end : found[i].span.start]
    end = i + width
    after = end < len(found) and target[found[end - 1].span.end : found[end].span.start]
    return capital(end, str(after)) or (capital(i - 1, str(before)) and i - 1 > 0 and capital(i - 2, " "))


def _title_case(found: Sequence[Word]) -> bool:
    """Whether the passage is a headline in capitals, where capitals tell nothing."""
    long = [w for w in found if len(w.text) > 3]
    return len(long) > 3 and sum(w.capitalised for w in long) > 0.85 * len(long)
