"""Which words of a rendering stand, in the source, beside which of its numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tqcheck.evidence.contradiction import Item
from tqcheck.lang.base import Language
from tqcheck.lang.cognates import name_keys
from tqcheck.lang.courses import cuts
from tqcheck.model.text import Span

_CLAUSE = re.compile(r"[，,；;。！？!?、：:\n（）()]|[.](?=\s|$)|—+|\s[-–]\s")
_WORD = re.compile(r"[^\W\d_]+(?:['’]s)?")
_LEAST_NAME = 6
"""Characters of a romanised name's key, its mark among them, that are enough to tell it from a common word."""
_APART = 3
"""Words that may lie between those by which one word of the source is rendered (`as soon as possible`)."""
_SUBJECT = 8
"""Characters of the longest clause that may be the subject of the next."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A number, or those of one range, with where it stands on both sides."""

    number: int
    source: Span
    target: Span
    items: tuple[tuple[Item, Item], ...]


@dataclass(frozen=True, slots=True)
class Anchor:
    """A word of the rendering that renders one of the source's words beside the number of a stop."""

    at: int
    word: str


def find_anchors(
    stops: Sequence[Stop], source_text: str, target_text: str, source_language: Language, target_language: Language
) -> dict[int, list[Anchor]]:
    """For each stop, the words of the rendering that render words of its clause and of no other."""
    owners: list[tuple[frozenset[str], int | None, str]] = []
    ends = {m.end() for m in _CLAUSE.finditer(source_text)
            if not any(p.source.start <= m.start() < p.source.end for p in stops)}  # fmt: skip
    joiner = cuts(source_language.code)[-1]
    for one, other in pairwise(stops):
        # One word that joins, between two numbers, is where the clause of the first ends: 11岁的甲和4岁的乙.
        marks = [m.end() for m in joiner.finditer(source_text, one.source.end, max(one.source.end, other.source.start))]
        if len(marks) == 1 and not any(one.source.end < end <= other.source.start for end in ends):
            ends.add(marks[0])
    clauses = list(pairwise(sorted({0, len(source_text)} | ends)))
    for k, (low, high) in enumerate(clauses):
        # A short clause without a number is the subject of the next: `老年人，每天喝2升`.
        subject = high - low <= _SUBJECT and k + 1 < len(clauses) and source_text[low - 1 : low] not in tuple("）)")
        until = clauses[k + 1][1] if subject else high
        inside = [p.number for p in stops if low <= p.source.start < high] or [
            p.number for p in stops if high <= p.source.start < until and source_text[high - 1] in "，,"
        ]
        owner = inside[0] if len(inside) == 1 else None
        lexical = source_language.lexical(source_text[low:high])
        owners += [(keys, owner, unit) for unit, keys in lexical.units.items() if not unit[0].isdigit()]
        owners += [(_sounds(key), owner, unit) for key, unit in lexical.names.items() if len(key) >= _LEAST_NAME]
    words: list[tuple[Anchor, list[int]]] = []
    for match in _WORD.finditer(target_text):
        if any(p.target.start <= match.start() < p.target.end for p in stops):
            continue
        lexical = target_language.lexical(match[0])
        keys = lexical.keys.union(k for k in lexical.names if len(k) >= _LEAST_NAME)
        claims = [o for o, (theirs, _, _) in enumerate(owners) if keys & theirs] if keys else []
        words.append((Anchor(match.start(), match[0]), claims))
    places: dict[int, list[int]] = {}
    for k, (_, claims) in enumerate(words):
        for o in claims:
            places.setdefault(o, []).append(k)
    found: dict[int, list[Anchor]] = {p.number: [] for p in stops}
    for anchor, claims in words:
        (owner, *others) = {owners[o][1] for o in claims} or {None}
        if owner is None or others:
            continue
        # A single character has too many senses, and a word that is rendered here and there shows nothing.
        if any(len(owners[o][2]) > 1 and places[o][-1] - places[o][0] <= _APART for o in claims):
            found[owner].append(anchor)
    return found


def _sounds(key: str) -> frozenset[str]:
    """The key of a romanised name with that of its consonants, by which a foreign name may be told: 查尔斯, Charles."""
    return frozenset({key, *name_keys(key.lstrip("~="))})
