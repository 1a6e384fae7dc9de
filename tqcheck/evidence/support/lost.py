"""What all alternates of a rendering have in one place and the rendering has not."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from tqcheck.evidence.support.content import LETTERS, Content
from tqcheck.evidence.support.slots import blocks
from tqcheck.evidence.support.tokens import TRAIT, Tokens

FEWEST = 2
"""Alternates that must agree: one may have added it."""
FEWEST_WORDS = 3
"""Distinct words of content that must be missing, where there is no figure: fewer the rest of the sentence may say."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A place of a rendering where words are missing, and that has nothing else instead.

    before, after  the words around it, one and the same where it is at either end of the text
    words          distinct words of content that are missing
    theirs         where they are in each alternate, first and last token
    """

    before: int
    after: int
    words: int
    theirs: tuple[tuple[int, int], ...]


def lost(own: Content, others: Sequence[Content], around: frozenset[int] = frozenset()) -> Iterator[Gap]:
    """The places of `own` where `FEWEST_WORDS` words or a figure that all of `others` have are missing, in order.

    around  roots that the rendering has just before or after, which are moved and not lost
    """
    if len(others) < FEWEST or not own.keys:
        return
    shared = others[0].roots.intersection(*(other.roots for other in others[1:])) - own.all_keys - around
    if not shared:
        return
    one = others[0]
    missing = [n for n in one.places if n and one.keys[n] in shared]
    if len(shared) < FEWEST_WORDS and not _figures(one.tokens, missing):
        return
    missing = [n for n in missing if not _other_form(one.tokens, n, own)]
    wanted = {one.keys[n] for n in missing}
    if len(wanted) < FEWEST_WORDS and not _figures(one.tokens, missing):
        return
    places = [_places(own, other, wanted) for other in others]
    gaps: dict[tuple[int, int], list[list[int]]] = defaultdict(list)
    for root in wanted:
        if found := _agreed([by_root[root] for by_root in places]):
            gaps[found[0]].append(found[1])
    for (before, after), at in sorted(gaps.items()):
        figures = _figures(one.tokens, [positions[0] for positions in at])
        if (len(at) < FEWEST_WORDS and not figures) or any(before < n < after for n in own.places):
            continue  # what stands there may say it in other words
        theirs = tuple((min(found), max(found)) for found in zip(*at, strict=True))
        yield Gap(*_around(own.tokens, before, after), len(at), theirs)


def _figures(tokens: Tokens, places: Sequence[int]) -> bool:
    return any(tokens.words[n][0].isdigit() for n in places)


def _other_form(tokens: Tokens, n: int, own: Content) -> bool:
    """Whether the rendering may have a word as another form of it or in an acronym, or it is an acronym itself."""
    word = tokens.words[n]
    if tokens.traits[n, TRAIT["capitals"]] > 0 or (len(word) >= LETTERS and word[:LETTERS] in own.beginnings):
        return True
    return bool(tokens.traits[n, TRAIT["capital"]]) and word[0] in own.initials


def _places(own: Content, other: Content, wanted: Collection[int]) -> dict[int, list[tuple[int, int, int]]]:
    """For each wanted root where `other` has it, between which tokens of `own` that is."""
    both = blocks(own.tokens, other.tokens)
    equal = [n for block in both for n in range(block.a, block.a + block.size)]
    there = [n for block in both for n in range(block.b, block.b + block.size)]
    found: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for n in other.places:
        if other.keys[n] in wanted:
            i = bisect_left(there, n)
            before = equal[i - 1] if i else -1
            after = equal[i] if i < len(equal) else len(own.keys)
            found[other.keys[n]].append((before, after, n))
    return found


def _agreed(places: Sequence[Sequence[tuple[int, int, int]]]) -> tuple[tuple[int, int], list[int]] | None:
    """The first place that all alternates have in common: the narrowest of their limits, and where it is in each."""
    for before, after, n in places[0]:
        at = [n]
        for other in places[1:]:
            match = next((place for place in other if place[0] < after and before < place[1]), None)
            if match is None:
                break
            before, after = max(before, match[0]), min(after, match[1])
            at.append(match[2])
        else:
            if before < after:
                return (before, after), at
    return None


def _around(tokens: Tokens, before: int, after: int) -> tuple[int, int]:
    """The nearest word from `before` backwards and from `after` onwards."""
    words = [tokens.words[n][0].isalnum() for n in range(len(tokens))]
    first = next((n for n in range(before, -1, -1) if words[n]), None)
    last = next((n for n in range(after, len(tokens)) if words[n]), None)
    if first is None:
        first = last or 0
    return first, first if last is None else last
