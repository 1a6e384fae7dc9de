"""NAM004."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tqcheck.evidence.terms import accepted_spans
from tqcheck.evidence.unit import Pair
from tqcheck.evidence.verdict import Verdict
from tqcheck.lang.words import phrase, words
from tqcheck.model.finding import Evidence, Severity, Side
from tqcheck.model.text import Span
from tqcheck.rules.base import Example, Hit, Place, Rule, Scope

_BETWEEN = re.compile(r"^\s*(?:[、，,]|和|与|及|以及)\s*$")
_PLURALS = {"man": "men", "woman": "women", "person": "people"}
REACH = 140
"""Code points after the last name within which its title is looked for."""


class TitleNumber(Rule):
    """One title in the singular is given to several people.

    What it does:
        Where the source puts one office before an enumeration of persons, and the rendering names them all, looks
        for that office in the singular beside the names.

    Why it matters:
        "Li, Zhao and Cai, Vice Chairman" reads as though only the last held the office.

    What it does not flag:
        Offices in the plural, offices that the rendering repeats for each person, and enumerations that the source
        interrupts with another title.

    Options:
        None.
    """

    code = "NAM004"
    name = "title-number"
    severity = Severity.MINOR
    scope = Scope.PAIR
    confidence = 0.8
    examples = (
        Example(
            "Li Qiang and Zhao Leji, [[Vice Chairman]] of the commission, attended.",
            source="商会副主席李强、赵乐际出席。",
        ),
        Example(
            "Li Qiang and Zhao Leji, vice chairmen of the commission, attended.", source="商会副主席李强、赵乐际出席。"
        ),
    )

    def check(self, unit: Pair) -> Iterator[Hit]:
        """Yield singular titles of several people."""
        if unit.source is None or not unit.complete:
            return
        source, target = unit.source_text, unit.target.text
        people = _people(unit)
        offices = [use for use in unit.terms if use.entry.kind == "office"]
        for group in _groups([span for span, _ in people], source):
            title = next((u for u in offices if any(s.end == group[0].start for s in u.sources)), None)
            places = [dict(people)[span] for span in group]
            if title is None or any(place is None for place in places):
                continue
            names = [place for place in places if place is not None]
            first, last = min(names), max(names)
            spans = accepted_spans(title.entry, words(target))
            near = [
                s
                for s in spans
                if (last.end <= s.start <= last.end + REACH and not re.search(r"[.!?;]\s", target[last.end : s.start]))
                or (0 <= first.start - s.end <= 1)
            ]
            if not near or any(_plural(s.of(target)) for s in near) or len(spans) >= len(group):
                continue
            text = near[0].of(target)
            yield Hit(
                unit.target.locate(near[0]),
                f'"{text}" is singular, and {len(group)} people bear the title {title.entry.term}',
                suggestion=_pluralise(text),
                evidence=(Evidence("source", Span(group[0].start - len(title.entry.term), group[-1].end).of(source)),),
                related=(Place(Side.SOURCE, unit.source.locate(group[0]), "source"),),
            )


def _people(unit: Pair) -> list[tuple[Span, Span | None]]:
    """Persons of the source in order, each with its place in the rendering."""
    found: list[tuple[Span, Span | None]] = []
    target_words = words(unit.target.text)
    for use in unit.terms:
        if use.entry.kind == "person" and use.verdict is Verdict.FOUND:
            found += [(span, use.target) for span in use.sources]
    for name in unit.names:
        forms = {form.replace(" ", "") for form in name.person.romanised}
        place = next(
            (
                Span(target_words[i].span.start, target_words[i + k].span.end)
                for i in range(len(target_words))
                for k in (1, 2)
                if i + k < len(target_words) and "".join(w.folded for w in target_words[i : i + k + 1]) in forms
            ),
            None,
        )
        found.append((name.person.span, place))
    return sorted(found, key=lambda item: item[0])


def _groups(spans: Sequence[Span], source: str) -> list[list[Span]]:
    """Runs of two or more persons with nothing but enumeration marks between them."""
    groups: list[list[Span]] = []
    for span in spans:
        if groups and _BETWEEN.match(source[groups[-1][-1].end : span.start]):
            groups[-1].append(span)
        else:
            groups.append([span])
    return [group for group in groups if len(group) > 1]


def _plural(title: str) -> bool:
    head = phrase(title.split(" of ")[0])[-1]
    return (head.folded != head.stem and head.folded.endswith("s")) or head.folded.endswith(tuple(_PLURALS.values()))


def _pluralise(title: str) -> str:
    for one, many in _PLURALS.items():
        if title.lower().endswith(one):
            return title[: -len(one)] + many
    return re.sub(r"(\w)$", r"\1s", title)
