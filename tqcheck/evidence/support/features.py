"""What is known of each word of a rendering, by itself and from its alternates, as a table of numbers to weigh."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from tqcheck.evidence.support.cases import Cases
from tqcheck.evidence.support.company import company, punctuation, used
from tqcheck.evidence.support.joined import Joined, apart, grouped, together
from tqcheck.evidence.support.matches import Matches, match
from tqcheck.evidence.support.slots import WIDER, Slots, windows
from tqcheck.evidence.support.synonymy import synonymy
from tqcheck.evidence.support.tokens import NEAR_LETTERS, TRAIT, TRAITS, Floats, sentence_starts
from tqcheck.evidence.support.usage import UNKNOWN

Columns = dict[str, Floats]

FAR = 30.0
"""Distance, in words, that stands for anything as far or farther, and for a word that is nowhere."""
NEIGHBOURS = (
    "alt:stem", "alt:near", "alt:run", "alt:lackrare0", "alt:agree0", "own:rarity", "own:inner_capital", "own:stop",
    "own:mark", "alt:width", "own:grammar",
)  # fmt: skip
"""Columns that a word is also given of the two words on either side."""


def own_columns(own: Joined) -> Columns:
    """What the words of renderings are by themselves."""
    size = own.sizes[own.part]
    place = own.place.astype(np.float32)
    stem = grouped(apart(own.part, own.stem))
    goes_on = own.place[1:] > 0
    twice = np.zeros(len(own), np.float32)
    twice[:-1][goes_on] = together(grouped(apart(stem[:-1], stem[1:])[goes_on])) - 1
    found = {f"own:{name}": own.traits[:, TRAIT[name]] for name in TRAITS} | punctuation(own)
    return found | {
        "own:first": sentence_starts(own).astype(np.float32),
        "own:inner_capital": own.telling_capitals.astype(np.float32),
        "own:start": np.minimum(place, 12),
        "own:end": np.minimum(size - 1 - place, 12),
        "own:position": (place / size).astype(np.float32),
        "own:again": ((together(stem) - 1) * (1 - own.traits[:, TRAIT["stop"]])).astype(np.float32),
        "own:again2": twice,
    }


def alternate_columns(cases: Cases, places: Slots) -> Columns:
    """What the alternates say of each word of the renderings, whose slots are `places`."""
    table = match(cases)
    found = _presence(table)
    found |= _near(cases, table)
    found |= _slots(places)
    found |= _agreement(cases, table, places)
    found |= company(cases, table, found["alt:stem"])
    found |= synonymy(cases, table, places)
    found |= used(cases, table, places)
    found["alt:count"] = np.full(len(cases.own), cases.count, np.float32)
    return found


def _presence(table: Matches) -> Columns:
    number, again = table.stem.number, table.stem.again
    run = table.stem.links.most(table.run)
    left = table.left.any()
    right_of = np.zeros_like(left)
    right_of[:, :-1] = left[:, 1:]  # no word has the last one of another text before it
    enough = np.minimum(number, again) / again
    run = run.astype(np.float32)
    return {
        "alt:exact": _mean(table.exact.any().astype(np.float32)),
        "alt:stem": _mean((number > 0).astype(np.float32)),
        "alt:root": _mean(table.akin.any().astype(np.float32)),
        "alt:left": _mean(left.astype(np.float32)),
        "alt:right": _mean(right_of.astype(np.float32)),
        "alt:three": _mean(run >= 3),
        "alt:beside": _mean(run >= 2),
        "alt:run": _mean(run),
        "alt:run_max": run.max(0),
        "alt:run_min": run.min(0),
        "alt:enough": _mean(enough),
        "alt:enough_max": enough.max(0),
    }


def _near(cases: Cases, table: Matches) -> Columns:
    """The likeness of each word to the likest word of each alternate."""
    own, stem = cases.own, table.stem.number > 0
    near = np.maximum(stem.astype(np.float32), table.akin.any() * np.float32(0.9))
    long = (own.traits[:, TRAIT["mark"]] == 0) & (own.traits[:, TRAIT["length"]] >= NEAR_LETTERS)
    sought = np.flatnonzero(~stem.all(0) & long)
    ends = np.searchsorted(sought, own.starts + own.sizes).tolist()
    first = 0
    for n, (part, start, last) in enumerate(zip(own.parts, own.starts.tolist(), ends, strict=True)):
        at, first = sought[first:last], last
        theirs = [other.long_words for other in cases.others.parts[n :: len(cases)]]
        having = [row for row, words in enumerate(theirs) if words]
        if not len(at) or not having:
            continue
        mine = [part.words[i] for i in (at - start).tolist()]
        alike = process.cdist(mine, [word for words in theirs for word in words], scorer=fuzz.ratio, dtype=np.uint8)
        begins = list(accumulate((len(theirs[row]) for row in having[:-1]), initial=0))
        most = np.maximum.reduceat(alike, begins, axis=1).T / 100.0
        cells = np.array(having)[:, None], at
        near[cells] = np.maximum(near[cells], most)
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


def _agreement(cases: Cases, table: Matches, places: Slots) -> Columns:
    """How far the alternates agree among themselves in a word's slot, and what all have there and this one lacks."""
    count, traits = cases.count, cases.others.traits
    content = np.zeros(len(traits))
    content[cases.others.content] = 1
    # Whole numbers, divided after they are summed up: so it does not matter what else is summed up with them.
    shared = content * ((table.stem.among | table.root.among).sum(1) - 1 if count > 1 else 1)
    most_shared = count - 1 if count > 1 else 2
    lacking = shared * ~(table.stem.said | table.root.said)
    named = traits[:, TRAIT["capital"]] + traits[:, TRAIT["digit"]] > 0
    sums = np.zeros((5, len(content) + 1))
    for row, values in enumerate((content, shared, lacking, lacking * traits[:, TRAIT["rarity"]], lacking * named)):
        np.cumsum(values, out=sums[row, 1:])
    found: Columns = {}
    low, high = windows(places, cases.sizes)
    held = sums.take(high + cases.starts, 1) - sums.take(low + cases.starts, 1)
    held[1:] /= most_shared
    agreed = np.where(held[0] > 0, held[1] / np.maximum(held[0], 1), -0.2).sum(1) / count
    if count == 1:
        agreed = np.full_like(agreed, UNKNOWN)
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
    links = table.akin
    expected = (places.low + places.high - 1) / 2
    away = np.abs(cases.others.place[links.theirs] - expected[cases.alternate[links.theirs], links.mine])
    moved = links.least(np.minimum(away, FAR), FAR)
    found["alt:moved"], found["alt:moved_min"] = moved.sum(0) / count, moved.min(0)
    return found


def _mean(values: NDArray[Any]) -> Floats:
    """The mean over alternates; `mean` itself takes three times as long on so few numbers."""
    found: Floats = values.sum(0) / len(values)
    return found


def with_neighbours(own: Joined, found: Columns, names: Sequence[str] = NEIGHBOURS) -> Columns:
    """`found` with the columns `names` of the words one and two before and after."""
    out = dict(found)
    kept = [name for name in names if name in found]
    rows, at = own.spread([found[name] for name in kept], 2, UNKNOWN)
    for name, row in zip(kept, rows, strict=True):
        for step in (1, 2):
            out[f"{name}-{step}"] = row[at - step]
            out[f"{name}+{step}"] = row[at + step]
    return out
