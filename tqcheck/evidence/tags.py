"""Inline tags and placeholders of a unit: which of the source's the rendering lacks, has more of, or has in disorder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqcheck.evidence.unit import Reading
from tqcheck.model.document import Markup, MarkupKind

_PAIRED = (MarkupKind.OPEN, MarkupKind.CLOSE)


@dataclass(frozen=True, slots=True)
class Difference:
    """A tag that one side has and the other has not, or not as often.

    tag    where it stands, in the side that has it; of a pair, its beginning
    whole  whether both ends of a pair are meant
    """

    tag: Markup
    whole: bool = False


def tags_of(markup: Sequence[Markup]) -> list[Markup]:
    """The tags, without the placeholders."""
    return [tag for tag in markup if tag.kind is not MarkupKind.PLACEHOLDER]


def comparable(unit: Reading) -> bool:
    """Whether tags can be told of: there is markup on either side, and a translation."""
    if unit.source is None or not (unit.source.markup or unit.document.markup):
        return False
    return any(passage.text.strip() for passage in unit.document.body) or bool(unit.document.markup)


def surplus(mine: Sequence[Markup], other: Sequence[Markup]) -> Iterator[Difference]:
    """The tags of `mine` that `other` has not, or not as often: the last ones of each name. A pair comes as one."""
    has = Counter((tag.kind, tag.name) for tag in other)
    seen: Counter[tuple[MarkupKind, str]] = Counter()
    left: list[Markup] = []
    for tag in mine:
        seen[tag.kind, tag.name] += 1
        if seen[tag.kind, tag.name] > has[tag.kind, tag.name]:
            left.append(tag)
    closing = Counter(tag.name for tag in left if tag.kind is MarkupKind.CLOSE)
    opening = Counter(tag.name for tag in left if tag.kind is MarkupKind.OPEN)
    joined = {name: min(closing[name], opening[name]) for name in opening}
    met: Counter[tuple[MarkupKind, str]] = Counter()
    for tag in left:
        met[tag.kind, tag.name] += 1
        in_pair = tag.kind in _PAIRED and met[tag.kind, tag.name] <= joined.get(tag.name, 0)
        if not in_pair:
            yield Difference(tag)
        elif tag.kind is MarkupKind.OPEN:
            yield Difference(tag, whole=True)


def crossed(tags: Sequence[Markup]) -> Iterator[tuple[Markup, Markup]]:
    """Pairs in disorder: a tag that closes what opens only later, or what was open when it opened closes before it.

    Each comes as the tag that stands where it should not and the one that it crosses. Tags of which only one end is
    here (their pair is in another segment) are left alone.
    """
    ends = {tag.name for tag in tags if tag.kind is MarkupKind.CLOSE}
    starts = {tag.name for tag in tags if tag.kind is MarkupKind.OPEN}
    waiting: list[Markup] = []
    early: dict[str, Markup] = {}
    for tag in tags:
        if tag.name not in ends or tag.name not in starts:
            continue
        if tag.kind is MarkupKind.OPEN:
            if tag.name in early:
                yield early.pop(tag.name), tag
            else:
                waiting.append(tag)
        elif tag.kind is MarkupKind.CLOSE:
            at = next((n for n in range(len(waiting) - 1, -1, -1) if waiting[n].name == tag.name), None)
            if at is None:
                early[tag.name] = tag
                continue
            if at != len(waiting) - 1:
                yield tag, waiting[-1]
            waiting.pop(at)
