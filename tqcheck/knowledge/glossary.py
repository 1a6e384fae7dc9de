"""The glossary: entries, and where their terms and their literal renderings stand in a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from tqcheck import lang
from tqcheck.lang.words import Word, find_phrase, folded_words, is_parted, phrase
from tqcheck.model.text import Span

KINDS = frozenset(
    [
        "agency",
        "outlet",
        "body",
        "office",
        "person",
        "place",
        "phrase",
        "organisation",
        "company",
        "university",
        "law",
        "event",
        "programme",
        "product",
        "unit",
        "calendar",
        "term",
    ]
)
PHRASES = frozenset({"phrase", "office", "law", "calendar", "unit", "term"})
"""Kinds that are rendered by common words, so that capitals do not tell them apart."""


_POSSESSIVES = frozenset({"my", "your", "his", "her", "its", "our", "their"})
"""What may stand, as `and` may, within a literal phrase that lacks it: roll up your sleeves."""
_A_LIST = 3
"""Words from which a literal phrase may be written as a list, with commas."""


@dataclass(frozen=True, slots=True)
class Literal:
    """A known wrong rendering.

    alone  so unmistakable that it is wrong wherever it stands, source seen or not
    how    what it is of the term, for a message
    """

    text: str
    alone: bool = True
    how: str = "a literal rendering"


@dataclass(frozen=True, slots=True)
class Entry:
    """A source term with what may and what may not stand for it.

    renderings  accepted, the preferred first
    literals    known literal renderings; for a user's entry, forbidden forms
    required    a user's entry: one of its renderings must be used
    origin      file and line, for messages
    lang        the language of the term
    """

    term: str
    renderings: tuple[str, ...]
    literals: tuple[Literal, ...] = ()
    kind: str = "term"
    since: str = ""
    until: str = ""
    note: str = ""
    required: bool = False
    origin: str = ""
    lang: str = "und"

    @property
    def preferred(self) -> str:
        """What to write."""
        return self.renderings[0]


@dataclass(frozen=True, slots=True)
class TermMatch:
    """An entry's term in a source text."""

    span: Span
    entry: Entry


@dataclass(frozen=True, slots=True)
class LiteralMatch:
    """An entry's literal rendering in a target text."""

    span: Span
    entry: Entry
    literal: Literal


class Glossary:
    """Entries of one source language, matched in texts. Later entries for a term replace earlier ones.

    The user's entries come after the bundled ones and so win, in whichever variant of the script they are written.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        by_term: dict[str, Entry] = {}
        for entry in entries:
            by_term[lang.get(entry.lang).normalise(entry.term)] = entry
        self.entries: Mapping[str, Entry] = by_term

    def __len__(self) -> int:
        return len(self.entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries.values())

    @cached_property
    def _automaton(self) -> Any:
        import ahocorasick

        automaton = ahocorasick.Automaton()
        for term, entry in self.entries.items():
            automaton.add_word(term, entry)
        automaton.make_automaton()
        return automaton

    @cached_property
    def _unmistakable(self) -> _Literals:
        """The literals that are wrong wherever they stand, by their first word."""
        return _by_first_word(self, alone=True)

    @cached_property
    def _of_term(self) -> dict[str, _Literals]:
        """The literals of single entries, as they are asked for."""
        return {}

    @cached_property
    def known_words(self) -> frozenset[str]:
        """Folded words of all accepted renderings: capitals made of them are no name of a person."""
        return frozenset(w for e in self if e.kind != "person" for r in e.renderings for w in folded_words(r))

    @cached_property
    def by_rendering(self) -> Mapping[tuple[str, ...], Sequence[Entry]]:
        """The entries that have a rendering in capitals, by its folded words, light ones left out."""
        table: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
        for entry in self:
            for rendering in entry.renderings:
                if rendering[:1].isupper():
                    table[folded_words(rendering)].append(entry)
        return table

    def terms(self, text: str) -> list[TermMatch]:
        """The terms in a source text, longest match first from the left, none within another.

        text  as its language normalises it
        """
        if not self.entries:
            return []
        best: dict[int, tuple[int, Entry]] = {}
        for last, entry in self._automaton.iter(text):
            start = last - len(entry.term) + 1
            if start not in best or best[start][0] < last + 1:
                best[start] = (last + 1, entry)
        found: list[TermMatch] = []
        at = 0
        for start in sorted(best):
            end, entry = best[start]
            if start >= at and not _cuts_word(text, start, end):
                if entry.required and lang.get(entry.lang).within_word(text, Span(start, end)):
                    continue  # what is demanded of 大学 is not demanded of 大学生
                found.append(TermMatch(Span(start, end), entry))
                at = end
        return found

    def _with_inherited(self, entry: Entry) -> Entry:
        """`entry` with the literals of the shorter terms in it, of its kind, with which it shares a rendering.

        What is wrong for 一带一路 is wrong in 共建“一带一路” too.
        """
        accepted = {rendering.casefold() for rendering in entry.renderings}
        pieces = {entry.term[i:j] for i in range(len(entry.term)) for j in range(i + 2, len(entry.term) + 1)}
        inner = [self.entries[piece] for piece in sorted(pieces - {entry.term}) if piece in self.entries]
        forms = {literal.text: literal for literal in entry.literals}
        for other in inner if not entry.required else ():
            if other.kind == entry.kind and any(r.casefold() in accepted for r in other.renderings):
                forms.update({x.text: x for x in other.literals if x.text.casefold() not in accepted | forms.keys()})
        return replace(entry, literals=tuple(forms.values()))

    def literals(self, text: str, words: Sequence[Word], of: Iterable[Entry] | None = None) -> list[LiteralMatch]:
        """Known literal renderings in a target text.

        words  the words of `text`
        of     entries whose terms the source has; without it, all entries, and only forms that are wrong wherever
               they stand
        A literal name must bear the capitals that it is listed with; a phrase may bear any.
        """
        if of is None:
            return _longest(list(_standing(text, words, self._unmistakable)))
        found: list[LiteralMatch] = []
        shorter = [[w for w in words if w.folded not in passed] for passed in (_POSSESSIVES, _POSSESSIVES | {"and"})]
        for entry in of:
            if entry.term not in self._of_term:
                self._of_term[entry.term] = _by_first_word([self._with_inherited(entry)], alone=False)
            found.extend(_standing(text, words, self._of_term[entry.term]))
            for plain in shorter if entry.kind in PHRASES else ():
                if len(plain) < len(words):
                    found.extend(_standing(text, plain, self._of_term[entry.term], listed=True))
        return _longest(found)


_Literals = Mapping[str, Sequence[tuple[tuple[str, ...], bool, Entry, Literal]]]
"""By first word: a literal's words, whether marks part these as they are listed, its entry, and itself."""


def _by_first_word(entries: Iterable[Entry], alone: bool) -> _Literals:
    table: dict[str, list[tuple[tuple[str, ...], bool, Entry, Literal]]] = defaultdict(list)
    for entry in entries:
        for literal in entry.literals:
            if alone and not literal.alone:
                continue
            keys = folded_words(literal.text)
            if keys:
                table[keys[0]].append((keys, is_parted(literal.text), entry, literal))
    return table


def _standing(text: str, words: Sequence[Word], literals: _Literals, listed: bool = False) -> Iterator[LiteralMatch]:
    starts = [number for number, word in enumerate(words) if word.folded in literals]
    folded = [word.folded for word in words] if starts else []
    anywhere = frozenset(folded)  # asked first: hundreds begin with one and the same word
    for number in starts:
        word = words[number]
        for keys, parted, entry, literal in literals[word.folded]:
            last = keys[-1]
            if last not in anywhere or (len(keys) > 1 and last not in folded[number + 1 : number + 2 * len(keys)]):
                continue
            across = parted or (listed and len(keys) >= _A_LIST and entry.kind in PHRASES)
            at = find_phrase(words[number : number + 2 * len(keys)], keys, exact=True, across=across)
            if not at or at[0][0] != 0:
                continue
            span = Span(word.span.start, words[number + at[0][1]].span.end)
            if entry.kind in PHRASES or _same_capitals(span.of(text), literal.text):
                yield LiteralMatch(span, entry, literal)


def _same_capitals(text: str, listed: str) -> bool:
    mine = [w.capitalised for w in phrase(text)]
    return all(m or not w.capitalised for m, w in zip(mine, phrase(listed), strict=False))


def _longest(found: list[LiteralMatch]) -> list[LiteralMatch]:
    kept: list[LiteralMatch] = []
    for match in sorted(found, key=lambda m: (m.span.start, -m.span.end)):
        if not kept or not kept[-1].span.overlaps(match.span):
            kept.append(match)
    return kept


def _cuts_word(text: str, start: int, end: int) -> bool:
    """Whether the match begins or ends within a word of digits or of letters that have capitals (NATO within NATOS).

    Scripts without them join particles to words (Arabic, Korean) or part no words at all (Chinese, Thai).
    """

    def in_word(c: str) -> bool:
        return c.lower() != c.upper() or (c.isascii() and c.isdigit())

    def joined(i: int) -> bool:
        return 0 < i < len(text) and in_word(text[i - 1]) and in_word(text[i])

    return joined(start) or joined(end)
