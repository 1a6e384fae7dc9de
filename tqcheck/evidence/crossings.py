"""Numbers and dates that are all there and have changed places, told by the words that each of them stands with.

Order proves nothing, for sentences are turned round in translation, and their words with them. So the words of the
source's clause around a number are looked up in the rendering. Where they stand there with another number of the same
sort, and nothing stands with its own, the two numbers have been exchanged.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqcheck.evidence.anchors import Anchor, Stop, find_anchors
from tqcheck.evidence.contradiction import Item
from tqcheck.evidence.values import share_unit
from tqcheck.lang.base import Language
from tqcheck.lang.courses import cuts, movement
from tqcheck.lang.quantity import Kind, Moment, Quantity
from tqcheck.model.text import Span

_BESIDE = re.compile(r"\s?(?:[至到~～—–-]|to|bis|à|a)?\s?")
_WITHIN = 50.0
"""How many times another a number may be that it is taken for, where only one side's words speak."""


@dataclass(frozen=True, slots=True)
class Crossing:
    """A number of the rendering (`target`) that stands where another belongs (`source`).

    cue  the word of the rendering that shows it, empty where the grammar does (`from` and `to`)
    """

    source: Item
    target: Item
    cue: str
    confidence: float


def crossed(
    matches: Sequence[tuple[Item, Item]],
    source_text: str,
    target_text: str,
    source_language: Language,
    target_language: Language,
) -> list[Crossing]:
    """The numbers and dates of the rendering that stand in one another's place.

    matches  those that agree by value, source first
    """
    firm = [m for m in matches if _firm(m[0]) and _firm(m[1])]
    if len(firm) < 2:
        return []
    stops = _stops(firm, source_text, target_text)
    said = Counter(_value(s) for s, _ in firm), Counter(_value(t) for _, t in firm)
    single = [p for p in stops if all(said[0][_value(s)] == said[1][_value(t)] == 1 for s, t in p.items)]
    pairs = [
        (a, b)
        for k, a in enumerate(single)
        for b in single[k + 1 :]
        if _comparable(a, b) and len(source_text[a.source.end : b.source.start].strip(" 、，,和及与")) > 1
    ]
    if not pairs:
        return []
    anchors: dict[int, list[Anchor]] | None = None
    edges: list[tuple[Stop, Stop, float]] = []
    moving = movement(source_language.code), movement(target_language.code)
    for a, b in pairs:
        if moving[0] and moving[1] and _reversed(a, b, source_text, target_text, moving[0], moving[1]):
            edges.append((a, b, 0.8))
            continue
        if anchors is None:
            anchors = find_anchors(stops, source_text, target_text, source_language, target_language)
        sure = _exchanged(a, b, anchors, stops, target_text, target_language.code)
        if sure:
            edges.append((a, b, sure))
    return list(_places(edges, anchors or {}))


def _firm(item: Item) -> bool:
    """Whether a number or date is surely one; an ordinal may be a first or second."""
    if isinstance(item, Moment):
        return item.relative is None
    return not item.vague or item.kind is Kind.ORDINAL


def _value(item: Item) -> tuple[object, ...]:
    if isinstance(item, Quantity):
        return item.low, item.high, item.kind
    return tuple(getattr(item, name) for name in ("year", "month", "day", "weekday", "hour", "minute", "decade",
                                                  "century"))  # fmt: skip


def _whole(item: Item) -> Span:
    return (item.whole or item.span) if isinstance(item, Quantity) else item.span


def _stops(matches: Sequence[tuple[Item, Item]], source_text: str, target_text: str) -> list[Stop]:
    """The matches in the source's order, those of one range together."""
    found: list[Stop] = []
    for s, t in sorted(matches, key=lambda m: m[0].span):
        here, there = _whole(s), _whole(t)
        last = found[-1] if found else None
        if (
            last
            and there.start >= last.target.end
            and _BESIDE.fullmatch(source_text[last.source.end : here.start])
            and _BESIDE.fullmatch(target_text[last.target.end : there.start])
        ):
            source, target = Span(last.source.start, here.end), Span(last.target.start, there.end)
            found[-1] = Stop(last.number, source, target, (*last.items, (s, t)))
        else:
            found.append(Stop(len(found), here, there, ((s, t),)))
    return found


def _comparable(a: Stop, b: Stop) -> bool:
    """Whether each of two stops might stand in the other's place without a word being changed."""
    if len(a.items) != len(b.items):
        return False
    return all(_alike(x[side], y[side]) for x, y in zip(a.items, b.items, strict=True) for side in (0, 1))


def _alike(one: Item, other: Item) -> bool:
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return share_unit(one, other)
    if isinstance(one, Quantity) or isinstance(other, Quantity):
        return False
    return [part is None for part in _value(one)] == [part is None for part in _value(other)]


def _reversed(
    a: Stop, b: Stop, source_text: str, target_text: str,
    here: tuple[re.Pattern[str], re.Pattern[str]], there: tuple[re.Pattern[str], re.Pattern[str]],
) -> bool:  # fmt: skip
    """Whether the source moves from one to the other and the rendering the other way: 3% to 5% as 5% to 3%."""
    one, other = (source_text[max(0, p.source.start - 24) : p.source.start] for p in (a, b))
    if not (here[0].search(one) and here[1].search(other)):
        return False
    one, other = (target_text[max(0, p.target.start - 24) : p.target.start] for p in (a, b))
    return bool(there[0].search(other) and there[1].search(one))


def _exchanged(
    a: Stop, b: Stop, anchors: dict[int, list[Anchor]], stops: Sequence[Stop], text: str, language: str
) -> float:
    """How sure it is, 0 to 1, that two stops have changed places: 0 where any word stands where it should."""
    if not anchors[a.number] and not anchors[b.number]:
        return 0.0
    low, high = sorted((a, b), key=lambda p: p.target)
    first, last = _border(text, low.target.end, high.target.start, language)
    others = [p.target.start for p in stops if p is not a and p is not b]
    ends = cuts(language)[0]

    def side(at: int) -> Stop | None:
        stop = low if at < low.target.start or at < first else high if at >= high.target.end or at > last else None
        if stop is None:
            return None
        near, far = sorted((at, stop.target.start))
        lone = not any(near < other < far for other in others)
        return stop if lone and not ends.search(text, near, far) else None

    sides = {p.number: [side(anchor.at) for anchor in anchors[p.number]] for p in (a, b)}
    if a in sides[a.number] or b in sides[b.number]:
        return 0.0
    wrong = sides[a.number].count(b), sides[b.number].count(a)
    if all(wrong):
        return 0.8
    one, other = ([anchor.at for anchor in anchors[p.number]] for p in (a, b))
    forward = a.target < b.target
    if one and other:
        if not (max(one) < min(other) or max(other) < min(one)) or (max(one) < min(other)) == forward:
            return 0.0
        return 0.7 if any(wrong) else 0.0
    if not _near(a, b) or (a.number == 0 and max(one, default=len(text)) < min(p.target.start for p in stops)):
        return 0.0  # apart in size; or the words are the subject of both: `The index rose 425 points to 18,963`
    return 0.65 if sum(wrong) > 1 else 0.55 if sum(wrong) else 0.0


def _border(text: str, low: int, high: int, language: str) -> tuple[int, int]:
    """The first and the last of the strongest marks between two offsets; what lies between is of neither side."""
    for pattern in cuts(language):
        marks = [m.start() for m in pattern.finditer(text, low, high)]
        if marks:
            return marks[0], marks[-1]
    return low, high


def _near(a: Stop, b: Stop) -> bool:
    one, other = a.items[0][0], b.items[0][0]
    if isinstance(one, Moment) or isinstance(other, Moment):
        return True
    return 1 / _WITHIN <= max(one.low, 1e-9) / max(other.low, 1e-9) <= _WITHIN


def _places(edges: Sequence[tuple[Stop, Stop, float]], anchors: dict[int, list[Anchor]]) -> Iterator[Crossing]:
    """For each stop that has changed places, what belongs where it stands.

    Three or more that have gone round are put in the order of their words.
    """
    groups: list[dict[int, Stop]] = []
    for a, b, _ in edges:
        joined = [group for group in groups if a.number in group or b.number in group]
        merged = {a.number: a, b.number: b}
        for group in joined:
            merged |= group
        groups = [group for group in groups if group not in joined] + [merged]
    for group in groups:
        members = list(group.values())
        standing = sorted(members, key=lambda p: p.target)
        wanted = standing[::-1] if len(members) == 2 else _order(standing, anchors)
        sure = max(edge[2] for edge in edges if edge[0].number in group)
        for place, belongs in zip(standing, wanted, strict=True):
            if place is belongs:
                continue
            words = sorted(anchors.get(belongs.number, ()), key=lambda x: abs(x.at - place.target.start))
            for (source, _), (_, target) in zip(belongs.items, place.items, strict=True):
                yield Crossing(source, target, words[0].word if words else "", sure)


def _order(standing: Sequence[Stop], anchors: dict[int, list[Anchor]]) -> list[Stop]:
    """Which of the stops belongs at each place, by their words; as they stand where that cannot be told."""
    centre = {p: sum(x.at for x in found) / len(found) for p in standing if (found := anchors.get(p.number))}
    if len(centre) == len(standing):
        return sorted(standing, key=lambda p: centre[p])
    free = [p for p in standing if p not in centre]
    taken = {min(standing, key=lambda place: abs(place.target.start - at)): p for p, at in centre.items()}
    if len(free) > 1 or len(taken) < len(centre):
        return list(standing)
    return [taken.get(place) or free[0] for place in standing]
