"""Countries called by one character, resolved by the document: 马方 is Malaysia where the article is about Malaysia."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tqcheck.evidence.terms import accepted_spans
from tqcheck.knowledge.glossary import Glossary
from tqcheck.lang.base import Language
from tqcheck.lang.english_lexical import stem
from tqcheck.lang.words import Word, words
from tqcheck.model.text import Span


@dataclass(frozen=True, slots=True)
class ShortName:
    """A short name in the source, what the document shows it to be, and the place rendered as another's.

    source   the short name in the source passage
    place    the full name of what it stands for
    wrong    where the target has another place of the same short name
    other    the full name of that other place; empty where the target has the character's common meaning
    """

    source: Span
    place: str
    wrong: Span
    other: str


def misresolved(
    source: str,
    target: str,
    background: str,
    language: Language,
    glossary: Glossary,
    table: Mapping[str, Sequence[str]],
) -> Sequence[ShortName]:
    """Short names of `source` that the target takes for another place than the document shows.

    background  the source's whole document, with the passage itself
    table       for each short name the full names that it may stand for, each with other signs of it after `=`
    A short name is resolved where the document has just one of its full names. It is misresolved where the target has
    the name of another of them, which the document does not have at all.
    """
    found: list[ShortName] = []
    target_words = words(target)
    for span in language.short_names(source, tuple(table)):
        signs = {name: (name, *(x for x in more.split(",") if x)) for name, _, more in _parted(table[span.of(source)])}
        present = _present(signs, background)
        if len(present) != 1:
            continue
        meant = glossary.entries.get(present[0])
        if meant is None:
            continue
        right = accepted_spans(meant, target_words)
        wrong = [
            (place, other)
            for other in _absent(signs, present[0], background)
            if other in glossary.entries
            for place in accepted_spans(glossary.entries[other], target_words)
            if not any(place.overlaps(r) for r in right)
        ]
        if wrong:
            found.append(ShortName(span, present[0], *wrong[0]))
        elif len(span) == 1 and (glossed := _glossed_side(span.of(source), target_words, language)):
            found.append(ShortName(span, present[0], glossed, ""))
    return found


def _glossed_side(short: str, target: Sequence[Word], language: Language) -> Span | None:
    """Where the target has the character's common meaning before `side`: the horse side for 马方."""
    glosses = language.glosses(short)
    for a, b in zip(target, target[1:], strict=False):
        if b.folded == "side" and stem(a.folded) in glosses:
            return Span(a.span.start, b.span.end)
    return None


def _parted(places: Iterable[str]) -> list[tuple[str, str, str]]:
    return [place.partition("=") for place in places]


def _present(signs: Mapping[str, Sequence[str]], background: str) -> list[str]:
    """The places that the document names or shows, longer names of the same place taken for one."""
    named = [place for place, those in signs.items() if any(sign in background for sign in those)]
    return [p for p in named if not any(p != other and p in other for other in named)]


def _absent(signs: Mapping[str, Sequence[str]], meant: str, background: str) -> list[str]:
    return [
        place
        for place, those in signs.items()
        if place != meant and place not in meant and meant not in place and not any(s in background for s in those)
    ]
