"""Names, numbers and terms of a source beside what each rendering has for them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tqcheck.evidence.names import in_full
from tqcheck.evidence.quantities import Item
from tqcheck.evidence.unit import Pair
from tqcheck.evidence.verdict import Verdict
from tqcheck.lang.quantity import Moment
from tqcheck.lang.words import folded_words, stems, words
from tqcheck.model.differences import Parallel
from tqcheck.model.document import Article, Rendering, Role
from tqcheck.model.text import Passage, Span
from tqcheck.prepare import GlossaryLookup, background_of, prepare

DIFFERENCE = 0.6
"""Confidence from which a number of a rendering is said to contradict the source."""


_PEOPLE = re.compile(r"(?:ese|ian|an|n|ish|i)$")
"""Endings of the adjectives that go with places: Chinese, Russian, Swedish, Iraqi."""

_POSSESSIVE = re.compile(r"(?<=\w)['’]s$")

_Place = tuple[int, int]
"""Number of the article in its group, and where in its source."""


@dataclass
class _Seen:
    """What renderings have for one thing of the source."""

    kind: str
    what: str
    meaning: str
    at: _Place
    forms: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    wrong: set[str] = field(default_factory=set)
    places: set[_Place] = field(default_factory=set)


@dataclass(frozen=True)
class _Beside:
    """A bead of one rendering, with where its article stands among those of the group."""

    pair: Pair
    source: Passage
    number: int
    name: str
    seen: dict[tuple[str, str, _Place | None], _Seen]

    def note(self, kind: str, spans: Sequence[Span], meaning: str, each: bool) -> _Seen:
        """The record of what stands at `spans` of the source: one for each place, or one for the group."""
        places = [(self.number, self.source.locate(span).start) for span in spans]
        what = spans[0].of(self.source.text)
        one = self.seen.setdefault((kind, what, places[0] if each else None), _Seen(kind, what, meaning, places[0]))
        one.at = min(one.at, *places)
        one.places.update(places)
        return one


def candidates(article: Article) -> Article:
    """`article` with every rendering but a reference a candidate, so that all are read alike."""
    roles = {role: role if role is Role.REFERENCE else Role.CANDIDATE for role in Role}
    return replace(article, renderings=tuple(Rendering(r.name, roles[r.role], r.document) for r in article.renderings))


def parallels(
    articles: Sequence[Article], group: str, systems: Sequence[str], glossaries: GlossaryLookup
) -> Iterator[Parallel]:
    """What `systems` have differently for the names, numbers and terms of a document, in the order of its source.

    articles  with sources: one, or the rows of a table that make up the document
    group     the document's name
    Terms and names come once for the document, with all forms that a rendering has for them; numbers and dates each in
    its place, by value: 1.2 billion and 1,200 million are no difference.
    """
    background = background_of([a.source for a in articles if a.source]) if len(articles) > 1 else None
    seen: dict[tuple[str, str, _Place | None], _Seen] = {}
    for number, article in enumerate(articles):
        kept = tuple(r for r in candidates(article).candidates)
        prepared = prepare(replace(article, renderings=kept), glossaries, background)
        for name in systems:
            for pair in prepared.readings[name].pairs:
                if pair.source is not None:
                    beside = _Beside(pair, pair.source, number, name, seen)
                    _terms(beside)
                    _persons(beside)
                    _numbers(beside)
    for one in sorted(seen.values(), key=lambda s: (s.at, s.kind)):
        if _differ(one, systems):
            forms = {name: tuple(one.forms[name].values()) for name in systems}
            wrong = tuple(name for name in systems if name in one.wrong)
            where = articles[one.at[0]].id
            yield Parallel(one.kind, group, where, one.what, one.meaning, forms, wrong, len(one.places))


def _differ(one: _Seen, systems: Sequence[str]) -> bool:
    """Whether the renderings have different forms of a thing, or some of them none or a wrong one."""
    if one.wrong:
        return True
    if one.kind in ("number", "date"):
        return len({bool(one.forms[name]) for name in systems}) > 1
    # What no rendering has in a known form tells nothing of their differences.
    return any(one.forms.values()) and len({frozenset(one.forms[name]) for name in systems}) > 1


def _terms(beside: _Beside) -> None:
    for use in beside.pair.terms:
        one = beside.note("term", use.sources, use.entry.preferred, False)
        if use.target is not None:
            form = _POSSESSIVE.sub("", use.target.of(beside.pair.target.text))
            known = _keys(one)
            alike = _variants(form) if use.entry.kind == "place" else frozenset()
            key = next((k for k in known if alike & _variants(k)), " ".join(sorted(stems(form))))
            one.forms[beside.name].setdefault(key, form)
        if use.verdict is Verdict.CONTRADICTED:
            one.wrong.add(beside.name)


def _keys(one: _Seen) -> list[str]:
    return [key for forms in one.forms.values() for key in forms]


def _variants(form: str) -> frozenset[str]:
    """By what `China` and `Chinese` are one: the word with and without an adjective's ending, last vowels off."""
    word = "".join(folded_words(form))
    return frozenset(w.rstrip("aeiouy") for w in (word, _PEOPLE.sub("", word)) if len(w) > 3)


def _persons(beside: _Beside) -> None:
    pair = beside.pair
    found = words(pair.target.text)
    known = {use.sources[0].start for use in pair.terms}
    for use in pair.names:
        if use.person.span.start in known or not use.person.certain:
            continue
        one = beside.note("person", [use.person.span], use.person.spelling, False)
        spans = [Span(found[place[0]].span.start, found[place[-1]].span.end) for place in in_full(use.person, found)]
        if use.target is not None:
            spans.append(use.target)
            one.wrong.add(beside.name)
        for span in spans:
            form = span.of(pair.target.text)
            one.forms[beside.name].setdefault(form.lower(), form)


def _numbers(beside: _Beside) -> None:
    pair = beside.pair
    quantities = pair.quantities
    wrong = {id(c.source): c.target for c in quantities.contradictions if c.confidence >= DIFFERENCE}
    right: Mapping[int, Item] = {id(a): b for a, b in quantities.matched}
    omitted = {id(q) for q in quantities.omitted}
    items: list[Item] = [*quantities.source_quantities, *quantities.source_moments]
    for item in items:
        odd = wrong.get(id(item))
        if odd is None and ((id(item) not in right and id(item) not in omitted) or _vague(item)):
            continue
        if isinstance(item, Moment):
            one = beside.note("date", [item.span], "", True)
        else:
            meaning = " ".join(filter(None, (_value(item.low, item.high), (item.unit or "").rstrip("?"))))
            one = beside.note("number", [_with_unit(item)], meaning, True)
        other = odd if odd is not None else right.get(id(item))
        if odd is not None:
            one.wrong.add(beside.name)
        if other is not None:
            form = _with_unit(other).of(pair.target.text)
            one.forms[beside.name].setdefault(form, form)


def _with_unit(item: Item) -> Span:
    """A number with its unit, which may be what is wrong."""
    return item.span if isinstance(item, Moment) or item.unit is None else item.whole or item.span


def _vague(item: Item) -> bool:
    return not isinstance(item, Moment) and item.vague


def _value(low: float, high: float) -> str:
    def written(value: float) -> str:
        return f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"

    return written(low) if low == high else f"{written(low)} to {written(high)}"
