"""The names of both sides of a pair, matched by sound and as places: which stand for which, and which for nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from tqcheck.knowledge.gazetteer import english_mentions, english_name, gazetteer, home
from tqcheck.lang.base import Language, ProperName
from tqcheck.lang.capitals import calendar, latin
from tqcheck.lang.english_common import is_common
from tqcheck.lang.english_lexical import stem
from tqcheck.lang.english_sentence import derived, has_hole, headless, opens
from tqcheck.lang.sounds import likeness
from tqcheck.lang.words import Word
from tqcheck.model.text import Span

ALIKE = 66
"""Likeness from which two capitalised words are taken for one name."""
ALIKE_UNMARKED = 60
"""The same where nothing marks a name in the source, capital, point or space."""
ALIKE_SMALL = 82
"""The same where one of them is a common word or has no capital."""
TAKEN = 88
"""Likeness from which a word may stand for several."""
FEWEST_WORDS = 4
"""Words of a source of which a name can be said to be lost; fewer are labels and captions."""

_ALWAYS = frozenset({"UN", "EU"})  # a rendering may well name them where the source need not
# Initials, their plural, and what has capitals within (iPhone, MacBook).
_ACRONYM = re.compile(r"[A-Z0-9ČŠŽĆŁÖÜ.]{2,6}s?(?:['’]s?)?|\w*[a-z](?<!Mc)[A-Z]\w*(?:['’]s?)?")
_JOINS = (" ", "-", ". ", "‑")
# English names them by a common word with a capital and no article.
_BODIES = frozenset(
    "parliament congress senate internet constitution president minister premier chancellor government communist socialist"
    " liberal conservative republican democrat bible earth heaven god lord".split()
)


class Sides:
    """A pair under comparison."""

    def __init__(
        self,
        source: str,
        target: str,
        found: tuple[Word, ...],
        language: Language,
        rendered: tuple[Span, ...],
        known: Sequence[Span] = (),
        forms: frozenset[str] = frozenset(),
    ) -> None:
        self.source, self.target, self.found, self.rendered = source, target, found, rendered
        self.language, self.known, self.forms = language, known, forms
        self.capitals_show = language.capitals
        self.there = gazetteer(language.code).mentions(source)
        # The country of the language is meant wherever the text says `our country`, or says nothing.
        self.places = frozenset(p for mention in self.there for p in mention.places) | home(language.code)
        self.here = list(english_mentions(found))
        self.target_places = frozenset(p for _, _, places in self.here for p in places)
        self.names = self._with_places(language.proper_names(source))
        self.named = {name.spelling for name in self.names}
        self.ours = list(dict.fromkeys([*language.stretches(source), *self.named]))
        self.spelt = [latin(word.folded.replace("'", "")) for word in found]
        self.theirs = list(dict.fromkeys(self.spelt))
        self.capital = {s for s, word in zip(self.spelt, found, strict=True) if word.capitalised}
        self.alike = likeness(self.ours, self.theirs, language.vowels)
        self.row = {w: i for i, w in enumerate(self.ours)}
        self.column = {w: j for j, w in enumerate(self.theirs)}
        self.kinds = ["" for _ in found]
        self.foreign: list[Span] = []
        self._judge()

    def _with_places(self, names: Sequence[ProperName]) -> list[ProperName]:
        """`names`, those sure that are places by name, whatever the word before them."""
        plain = [m.span for m in self.there if m.plain and not m.places & _ALWAYS]
        if not self.language.spaced:
            plain = [s for s in plain if self.language.stands_alone(self.source, s)]
        if not self.capitals_show:
            said = [(s, s.of(self.source)) for s in plain]
            return [*names, *(ProperName(s, text, latin(text), run=-n) for n, (s, text) in enumerate(said, 99))]
        made: list[ProperName] = []
        for name in names:
            at = next((i for i, s in enumerate(plain, 1) if s.contains(name.span)), 0)
            # A place is a name of its own beside the title before it: `Ambassador Norwegii`.
            alone = at and made and made[-1].run == name.run
            made.append(replace(name, sure=name.sure or name.inside, run=-at if alone else name.run) if at else name)
        return made

    def heard(self, spelt: str, small: bool = False, place: bool = False) -> bool:
        """Whether a word of the source sounds like this one of the rendering, and like no other better."""
        j = self.column[spelt]
        enough = ALIKE if self.language.names_show or self.language.spaced else ALIKE_UNMARKED
        for i in (self.alike[:, j] >= enough).nonzero()[0]:
            if place and len(spelt) > 4 and self.ours[i].startswith(spelt[:4]):
                return True
            if place and self.capitals_show and self.ours[i] not in self.named and self.alike[i, j] < TAKEN:
                continue
            if len(self.ours[i]) < 4 and self.ours[i] != spelt and not self.language.spaced:
                continue
            name = not small and (self.ours[i] in self.named or not self.capitals_show)
            if self.alike[i, j] >= (enough if name else ALIKE_SMALL) and (
                self.alike[i, j] >= TAKEN or self.alike[i, j] >= self.alike[i].max()
            ):
                return True
        return False

    def rendered_by(self, name: ProperName) -> bool:
        """Whether a word of the rendering stands for this one of the source, by sound or as the name of a place."""
        for mention in self.there:
            if mention.span.overlaps(name.span) and mention.places & self.target_places:
                return True
        i = self.row[name.spelling]
        for j in (self.alike[i] >= ALIKE).nonzero()[0]:
            needed = ALIKE if self.theirs[j] in self.capital else ALIKE_SMALL
            if self.alike[i, j] >= needed and (
                not self.language.spaced or self.alike[i, j] >= TAKEN or self.alike[i, j] >= self.alike[:, j].max()
            ):
                return True
        return False

    def doubly_foreign(self, span: Span) -> bool:
        """Whether two words or more at `span` of the rendering are foreign and none of them a place."""
        if re.search(r"(?<![A-Za-z])[A-Z](?![A-Za-z])", self.source):
            return False  # an initial may stand for a whole name
        return sum(k == "f" and span.contains(w.span) for k, w in zip(self.kinds, self.found, strict=True)) > 1

    @cached_property
    def unmatched(self) -> list[ProperName]:
        return [name for name in self.names if not self.rendered_by(name)]

    @property
    def displaced(self) -> Span | None:
        """The name of the source that a foreign one may stand for."""
        if self.known:
            return self.known[0]
        sure = [name for name in self.unmatched if name.sure] or [n for n in self.unmatched if len(n.text) > 3]
        return sure[0].span if sure else None

    def proper_form(self) -> str | None:
        """How the one name that is surely lost should read: as the source has it in Latin letters, or by CLDR."""
        if len(self.runs) != 1 or len(self.foreign) != 1:
            return None
        span = Span(self.runs[0][0].span.start, self.runs[0][-1].span.end)
        places = [m.places for m in self.there if m.plain and m.span == span]
        if places:
            return english_name(next(iter(places[0]))) if len(places[0]) == 1 else None
        text = span.of(self.source)
        return text if self.capitals_show and text.isupper() is False and max(text) < "ɏ" else None

    @cached_property
    def runs(self) -> list[list[ProperName]]:
        """Names of the source of which no word is rendered, surely names."""
        begins = headless(self.target)
        holes = begins or has_hole(self.target)
        left = {n.span for n in self.unmatched if n.sure or (begins and n.run == 1) or (holes and n.strong)}
        runs: dict[int, list[ProperName]] = {}
        for name in self.names:
            runs.setdefault(name.run, []).append(name)
        return [run for run in runs.values() if all(name.span in left for name in run)]

    def missing(self) -> tuple[Span, ...]:
        """Names of which no part is rendered, where nothing in the rendering may be they."""
        if not {"f", "g", "r"}.isdisjoint(self.kinds) or (
            self.language.spaced and len(self.source.split()) < FEWEST_WORDS
        ):
            return ()
        free = 0 if has_hole(self.target) else self.free
        lost = len(self.runs) - sum(_linked(a, b, self.source) for a, b in zip(self.runs, self.runs[1:], strict=False))
        whole = [] if free else [span for span in self.known if self._lost_place(span)]
        for run in self.runs:
            span = Span(run[0].span.start, run[-1].span.end)
            place = any(m.plain and m.span.overlaps(span) for m in self.there)
            if place or lost > free or all(name.strong for name in run):
                whole.append(span)
        return tuple(whole)

    def _lost_place(self, span: Span) -> bool:
        """Whether a known place is lost, and did not merely say where the next name is: `美国纽约`."""
        mention = next((m for m in self.there if m.plain and m.span == span), None)
        if mention is None or mention.places & (self.target_places | home(self.language.code)):
            return False
        followed = span.end in {s.start for s in (*(m.span for m in self.there), *(n.span for n in self.names))}
        return not followed and self.source[span.end : span.end + 1] not in "）)州省市岛"

    @property
    def free(self) -> int:
        """Runs of capitalised words within sentences of the rendering that nothing accounts for, and may be a name."""
        count = 0
        for i, kind in enumerate(self.kinds):
            if kind and kind in "cfgrx" and not self._opens(i):
                begins = not (i and self.kinds[i - 1] == kind and self._gap(i) in _JOINS)
                count += begins and not self._bare(i)
        return count

    def _bare(self, i: int) -> bool:
        """Whether a common word stands with a capital and without an article, as no institution does."""
        beside = any(self.found[k].capitalised for k in (i - 1, i + 1) if 0 <= k < len(self.found))
        return (
            self.kinds[i] == "c"
            and not beside
            and self.found[i].folded not in _BODIES
            and not (i > 1 and self.found[i - 1].folded == "of" and self.found[i - 2].capitalised)
            and self.found[i - 1].folded not in ("the", "a", "an", "this", "his", "her", "its", "their", "our")
        )

    def _judge(self) -> None:
        """Sort the capitalised words of the rendering.

        a accounted for, n never a name, c a common word, x an acronym, f foreign, g a foreign place,
        r a word that characters of the source may be read as
        """
        kinds = self.kinds
        for i, word in enumerate(self.found):
            if word.capitalised:
                kinds[i] = self._kind(i, word)
        for first, end, places in self.here:
            known = places & self.places or any(
                kinds[k] == "a" and self.heard(self.spelt[k], place=True) for k in range(first, end)
            )
            known = known or any(self._glossed(self.found[k]) for k in range(first, end))
            if not known and all(place.startswith("~") for place in places) and "c" in kinds[first:end]:
                continue
            kinds[first:end] = ["a" if known or places & _ALWAYS else "g"] * (end - first)
        at = 0
        while at < len(kinds):
            end = at + 1
            if kinds[at] not in ("f", "g", "x"):
                at += 1
                continue
            while end < len(kinds) and kinds[end] in ("f", "x", kinds[at]) and self._gap(end) in _JOINS:
                end += 1
            beside = [
                k
                for k in (at - 1, end)
                if 0 <= k < len(kinds)
                and kinds[k] == "a"
                and self._gap(max(k, at)) in _JOINS
                and not self._place(k)
                and not is_common(self.found[k].folded)
            ]
            named = (kinds[at] == "g" and not self._explains(at, end)) or (
                "f" in kinds[at:end] and (self.runs or not beside)
            )
            if named and not self._expands(at, end):
                self.foreign.append(Span(self.found[at].span.start, self.found[end - 1].span.end))
            at = end

    def _explains(self, first: int, end: int) -> bool:
        """Whether a place only says where the name beside it is: `Portugal's Braga`, `Braga, Portugal`."""
        return any(
            self.kinds[k] == "a" and not is_common(self.found[k].folded) and self._gap(max(k, first)) in (*_JOINS, ", ")
            for k in (first - 1, end)
            if 0 <= k < len(self.found)
        )

    def _expands(self, first: int, end: int) -> bool:
        """Whether the words may belong to a body's full name where the source has its initials."""
        beside = [k for k in (first - 1, end) if 0 <= k < len(self.found) and self.kinds[k] == "c"
                  and self._gap(max(k, first)) in _JOINS and not self._opens(k)]  # fmt: skip
        return bool(beside) and any(n.sure and n.text.isupper() for n in self.unmatched)

    def _place(self, k: int) -> bool:
        return any(first <= k < end for first, end, _ in self.here)

    def _kind(self, i: int, word: Word) -> str:
        first = word.folded.split("'")[0]
        if len(first) < 2 or word.folded in calendar("en"):
            return "n"
        spelt = self.spelt[i]
        if spelt in self.row or first in self.forms or any(s.overlaps(word.span) for s in self.rendered):
            return "a"
        if _ACRONYM.fullmatch(word.text):
            return "x"
        if is_common(first) or (self._opens(i) and derived(word.folded)):
            return "a" if not self._opens(i) and self.heard(spelt, small=True) else "c"
        if self.heard(spelt) or self._glossed(word):
            return "a"
        return "r" if self.language.may_spell(word.folded, self.source) else "f"

    def _glossed(self, word: Word) -> bool:
        """Whether a dictionary of the source's language gives the word for something in the source."""
        return not self.capitals_show and stem(word.folded) in self.glosses

    @cached_property
    def glosses(self) -> frozenset[str]:
        return self.language.lexical(self.source).keys

    def _opens(self, i: int) -> bool:
        return i == 0 or opens(self._gap(i))

    def _gap(self, i: int) -> str:
        return self.target[self.found[i - 1].span.end : self.found[i].span.start] if i else ""


def _linked(a: list[ProperName], b: list[ProperName], source: str) -> bool:
    """Whether two runs are but one name: `Puerta de Alcalá`."""
    return bool(re.fullmatch(r"[\s'’]+\w+(?:[\s'’]+\w+)?[\s'’]+", source[a[-1].span.end : b[0].span.start]))
