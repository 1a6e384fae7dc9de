"""Names of anything in a source passage against the capitalised names of its rendering."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from tqcheck.knowledge.gazetteer import Gazetteer, Mention, english_mentions, gazetteer
from tqcheck.lang.base import Language, ProperName
from tqcheck.lang.capitals import latin
from tqcheck.lang.cldr import months, weekdays
from tqcheck.lang.english_common import common_words
from tqcheck.lang.sounds import best_likeness
from tqcheck.lang.words import Word, words
from tqcheck.model.text import Span

ALIKE = 68
"""Likeness from which two spellings are taken for one name."""

_OPENS = re.compile(r"[.!?…:;\"“”(\[\n—–•*]|(?<!\w)['’‘]| - ")
_JOINS = (" ", "-", ". ", "-", "‑")
_ENDINGS = ("ly", "ing", "ed", "tion", "tions", "ness", "ment", "ments", "less", "able", "ists", "ity")


@dataclass(frozen=True, slots=True)
class ForeignName:
    """A name in the rendering that nothing in the source accounts for, with the source's name that it may displace."""

    target: Span
    source: ProperName | None
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class ProperNames:
    """What a pair shows of its names.

    foreign  names of the rendering that the source has not
    missing  names of the source, surely names, that have no counterpart, nor anything that may be one
    """

    foreign: tuple[ForeignName, ...] = ()
    missing: tuple[ProperName, ...] = ()


def compare_names(source: str, target: str, language: Language, rendered: Sequence[Span] = ()) -> ProperNames:
    """Foreign and missing names of a pair.

    rendered  where known terms of the source are rendered
    """
    found = words(target)
    if _title_case(found):
        return ProperNames()
    view = _View(source, target, found, language, tuple(rendered))
    unmatched = [name for name in view.names if not view.in_target(name)]
    own = next((n for n in unmatched if n.sure), unmatched[0] if unmatched else None)
    foreign = [ForeignName(span, own) for span in view.foreign] if own or not view.names_are_read else []
    missing = [] if foreign or view.free else [n for n in unmatched if n.sure]
    return ProperNames(tuple(foreign), tuple(missing))


class _View:
    """A pair under comparison."""

    def __init__(
        self, source: str, target: str, found: tuple[Word, ...], language: Language, rendered: tuple[Span, ...]
    ) -> None:
        self.source, self.target, self.found, self.rendered = source, target, found, rendered
        self.language = language
        self.table: Gazetteer = gazetteer(language.code)
        self.there: list[Mention] = self.table.mentions(source)
        self.places = frozenset(p for mention in self.there for p in mention.places)
        self.here = list(english_mentions(found))
        self.names: list[ProperName] = list(language.proper_names(source))
        self.names_are_read = bool(language.reads_names)
        self.foreign: list[Span] = []
        self.free = False
        self._judge()

    @cached_property
    def stretches(self) -> tuple[str, ...]:
        return tuple(self.language.stretches(self.source))

    @cached_property
    def spoken(self) -> tuple[str, ...]:
        """The words of the target in lower-case Latin letters."""
        return tuple({latin(word.folded.replace("'", "")) for word in self.found})

    @cached_property
    def target_places(self) -> frozenset[str]:
        return frozenset(p for _, _, places in self.here for p in places)

    def in_target(self, name: ProperName) -> bool:
        """Whether any word of the name, or the place it names, is in the rendering."""
        for mention in self.there:
            if mention.span.overlaps(name.span) and mention.places & self.target_places:
                return True
        return any(
            spelling in self.spoken or best_likeness(spelling, self.spoken) >= ALIKE
            for spelling in name.spellings
            if len(spelling) > 1
        )

    def _judge(self) -> None:
        """Sort the capitalised words of the rendering: accounted for, common words, the rest."""
        kinds = ["" for _ in self.found]  # "" small, c common, a accounted, f foreign, g foreign place
        for i, word in enumerate(self.found):
            if word.capitalised:
                kinds[i] = self._kind(i, word)
        for first, end, places in self.here:
            accounted = places & self.places or any(kinds[k] == "a" for k in range(first, end))
            for k in range(first, end):
                kinds[k] = "a" if accounted or _related(places, self.places) else "g"
        at = 0
        while at < len(kinds):
            end = at + 1
            if kinds[at] not in ("f", "g", "x"):
                self.free |= kinds[at] == "c" and not self._opens(at)
                at += 1
                continue
            while end < len(kinds) and kinds[end] in ("f", "x", kinds[at]) and self._gap(end) in _JOINS:
                end += 1
            self.free = True
            beside = [
                k for k in (at - 1, end) if 0 <= k < len(kinds) and kinds[k] == "a" and self._gap(max(k, at)) in _JOINS
            ]
            if kinds[at] == "g" or (not beside and "f" in kinds[at:end]):
                self.foreign.append(Span(self.found[at].span.start, self.found[end - 1].span.end))
            at = end

    def _kind(self, i: int, word: Word) -> str:
        if len(word.text) < 2 or word.folded in _calendar() or any(s.overlaps(word.span) for s in self.rendered):
            return "n" if len(word.text) < 2 or word.folded in _calendar() else "a"
        spelt = latin(word.folded.replace("'", ""))
        if spelt in self.stretches:
            return "a"
        common = (
            word.folded in common_words()
            or word.stem in common_words()
            or (self._opens(i) and word.folded.endswith(_ENDINGS))
        )
        if len(word.text) <= 6 and word.text.isupper():
            return "x"
        if common:
            return "a" if not self._opens(i) and best_likeness(spelt, self.stretches) >= ALIKE + 7 else "c"
        return "a" if best_likeness(spelt, self.stretches) >= ALIKE else "f"

    def _opens(self, i: int) -> bool:
        return i == 0 or bool(_OPENS.search(self._gap(i)))

    def _gap(self, i: int) -> str:
        return self.target[self.found[i - 1].span.end : self.found[i].span.start] if i else ""


def _related(here: frozenset[str], there: frozenset[str]) -> bool:
    return bool(here & {"002", "019", "150", "142", "009"} and there)


@lru_cache(maxsize=1)
def _calendar() -> frozenset[str]:
    return frozenset({*months("en"), *weekdays("en")})


def _title_case(found: Sequence[Word]) -> bool:
    """Whether the passage is a headline in capitals, where capitals tell nothing."""
    long = [w for w in found if len(w.text) > 3]
    return len(long) > 3 and sum(w.capitalised for w in long) > 0.85 * len(long)
