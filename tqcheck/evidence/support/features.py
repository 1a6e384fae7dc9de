"""What is known of each word of a rendering, by itself and from its alternates, as a table of numbers to weigh."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from tqcheck.evidence.support.company import UNKNOWN, company, punctuation, used
from tqcheck.evidence.support.matches import Matches, Others, gather, match
from tqcheck.evidence.support.slots import WIDER, Slots, all_slots, windows
from tqcheck.evidence.support.tokens import (
    NEAR_LETTERS,
    TRAIT,
    TRAITS,
    Floats,
    Tokens,
    sentence_starts,
    telling_capitals,
)
from tqcheck.evidence.support.usage import Usage

Columns = dict[str, Floats]

FAR = 30.0
"""Distance, in words, that stands for anything as far or farther, and for a word that is nowhere."""
NEIGHBOURS = (
    "alt:stem", "alt:near", "alt:run", "alt:lackrare0", "alt:agree0", "own:rarity", "own:inner_capital", "own:stop",
    "own:mark", "alt:width", "own:grammar",
)  # fmt: skip
"""Columns that a word is also given of the two words on either side."""


def own_columns(own: Tokens) -> Columns:
    """What the words of a rendering are by themselves."""
    n = len(own)
    found = {f"own:{name}": own.traits[:, TRAIT[name]] for name in TRAITS}
    first = sentence_starts(own)
    place = np.arange(n, dtype=np.float32)
    same = own.stem[:, None] == own.stem
    twice = np.zeros(n, np.float32)
    if n > 1:
        twice[:-1] = (same[:-1, :-1] & same[1:, 1:]).sum(1) - 1
    found |= punctuation(own)
    found |= {
        "own:first": first.astype(np.float32),
        "own:inner_capital": telling_capitals(own).astype(np.float32),
        "own:start": np.minimum(place, 12),
        "own:end": np.minimum(n - 1 - place, 12),
        "own:position": (place / max(n, 1)).astype(np.float32),
        "own:again": ((same.sum(1) - 1) * (1 - own.traits[:, TRAIT["stop"]])).astype(np.float32),
        "own:again2": twice,
    }
    return found


def alternate_columns(
    own: Tokens, parts: Sequence[Tokens], usage: Usage | None = None, places: Slots | None = None
) -> Columns:
    """What alternates, at least one and none empty, say of each word of `own`, a passage of the document of `usage`.

    places  the slots of its words, if they are known
    """
    others = gather(parts)
    table = match(own, others)
    places = places or all_slots(own, parts)
    found = _presence(own, others, table)
    found |= _near(own, others, found.pop("_stem"), found.pop("_root"))
    found |= _slots(places)
    found |= _agreement(others, table, places)
    found |= company(own, others, table, found["alt:stem"])
    found |= used(own, others, table, places, usage)
    found["alt:count"] = np.full(len(own), len(others), np.float32)
    return found


def _presence(own: Tokens, others: Others, table: Matches) -> Columns:
    stem, root = others.any_of(table.stem), others.any_of(table.root)
    run = others.most_of(table.run)
    left = others.any_of(table.left)
    right_of = np.zeros_like(left)
    right_of[:, :-1] = left[:, 1:]
    counts = np.add.reduceat(table.stem, others.starts, axis=1, dtype=np.int64).T
    mine = (own.stem[:, None] == own.stem).sum(1)
    enough = np.minimum(counts, mine) / mine
    return {
        "alt:exact": _mean(others.any_of(table.exact)),
        "alt:stem": _mean(stem),
        "alt:root": _mean(root),
        "alt:left": _mean(left),
        "alt:right": _mean(right_of),
        "alt:three": _mean(run >= 3),
        "alt:beside": _mean(run >= 2),
        "alt:run": _mean(run),
        "alt:run_max": run.max(0),
        "alt:run_min": run.min(0),
        "alt:enough": _mean(enough),
        "alt:enough_max": enough.max(0),
        "_stem": stem,
        "_root": root,
    }


def _near(own: Tokens, others: Others, stem: Floats, root: Floats) -> Columns:
    """The likeness of each word to the likest word of each alternate."""
    near = np.maximum(stem, root * 0.9)
    long = (own.traits[:, TRAIT["mark"]] == 0) & (own.traits[:, TRAIT["length"]] >= NEAR_LETTERS)
    rows = np.flatnonzero((stem.min(0) < 1) & long)
    if len(rows):
        mine = [own.words[i] for i in rows]
        for a, part in enumerate(others.parts):
            if theirs := part.long_words:
                alike = process.cdist(mine, theirs, scorer=fuzz.ratio, dtype=np.uint8).max(1)
                near[a, rows] = np.maximum(near[a, rows], alike / 100.0)
    return {"alt:near": _mean(near), "alt:near_max": near.max(0), "alt:near_min": near.min(0)}


def _slots(places: Slots) -> Columns:
    equal = places.equal
    width = np.minimum(np.where(equal, 0, places.high - places.low), 12)
    mine = np.minimum(np.where(equal, 0, places.mine), 12)
    before = np.minimum(places.before, 6)
    return {
        "alt:equal": _mean(equal),
        "alt:equal_max": equal.max(0),
        "alt:before": _mean(before),
        "alt:before_min": before.min(0),
        "alt:width": _mean(width),
        "alt:width_min": width.min(0),
        "alt:mine": _mean(mine),
        "alt:mine_min": mine.min(0),
    }


def _agreement(others: Others, table: Matches, places: Slots) -> Columns:
    """How far the alternates agree among themselves in a word's slot, and what all have there and this one lacks."""
    count, n = len(others), places.low.shape[1]
    traits = others.traits
    at = others.content
    content = np.zeros(len(traits), np.bool_)
    content[at] = True
    shared = np.full(len(content), 0.5)
    if count > 1:
        same = (others.stem[at, None] == others.stem) | (others.root[at, None] == others.root)
        shared[at] = (np.logical_or.reduceat(same, others.starts, axis=1).sum(1) - 1) / (count - 1)
    lacking = (content & ~table.root.any(0)) * shared
    named = (traits[:, TRAIT["capital"]] + traits[:, TRAIT["digit"]]) > 0
    sums = np.zeros((5, len(content) + 1))
    for row, values in enumerate(
        (content, content * shared, lacking, lacking * traits[:, TRAIT["rarity"]], lacking * named)
    ):
        np.cumsum(values, out=sums[row, 1:])
    found: Columns = {}
    begin = others.starts[:, None]
    low, high = windows(places, others.sizes[:, None])
    held = sums.take(high + begin, 1) - sums.take(low + begin, 1)
    agreed = np.where(held[0] > 0, held[1] / np.maximum(held[0], 1), -0.2).sum(1) / count
    if count == 1:
        agreed = np.full((len(WIDER), n), UNKNOWN)
    most = held[2].max(1)
    np.minimum(held[0], 8, out=held[0])
    means = held.sum(2) / count
    for row, wide in enumerate(WIDER):
        found |= {
            f"alt:agree{wide}": agreed[row],
            f"alt:lack{wide}_max": most[row],
            f"alt:content{wide}": means[0, row],
            f"alt:lack{wide}": means[2, row],
            f"alt:lackrare{wide}": means[3, row],
            f"alt:lackname{wide}": means[4, row],
        }
    expected = (places.low + places.high - 1) / 2 + begin
    nearest = np.abs(np.arange(len(content)) - np.repeat(expected.T, others.sizes, axis=1))
    moved = np.minimum.reduceat(np.where(table.root, nearest, FAR), others.starts, axis=1)
    moved = np.minimum(moved, FAR)
    found["alt:moved"], found["alt:moved_min"] = moved.sum(1) / count, moved.min(1)
    return found


def _mean(values: NDArray[Any]) -> Floats:
    """The mean over alternates; `mean` itself takes three times as long on so few numbers."""
    found: Floats = values.sum(0) / len(values)
    return found


def with_neighbours(found: Columns, names: Sequence[str] = NEIGHBOURS) -> Columns:
    """`found` with the columns `names` of the words one and two before and after."""
    out = dict(found)
    kept = [name for name in names if name in found]
    if not kept:
        return out
    n = len(found[kept[0]])
    padded = np.full((len(kept), n + 4), UNKNOWN, np.float32)
    for row, name in enumerate(kept):
        padded[row, 2 : n + 2] = found[name]
    for row, name in enumerate(kept):
        for step in (1, 2):
            out[f"{name}-{step}"] = padded[row, 2 - step : n + 2 - step]
            out[f"{name}+{step}"] = padded[row, 2 + step : n + 2 + step]
    return out
