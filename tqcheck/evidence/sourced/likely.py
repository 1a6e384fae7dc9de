"""What speaks for a word that no gloss accounts for: synonyms of glosses, and what the source's characters stand for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, islice, product

import numpy as np

from tqcheck import lang
from tqcheck.evidence.sourced.words import SourceWords, Weights, sensed
from tqcheck.evidence.support.features import Columns
from tqcheck.evidence.support.tokens import Flags, Floats
from tqcheck.lang.english_synonyms import kin

LEANING = 0.04
"""Leaning from which a word of the source speaks for a word."""
FULL = 5.0
"""By which a leaning is multiplied to stand beside the weight of a gloss, of which it has at most `MOST`."""
MOST = 0.8
AKIN, RELATED = 0.7, 0.4
"""What the weight of a gloss is worth to its synonyms, and to what is less near to it."""
FADING = 4.0
"""Words of the source over which a leaning fades, away from where a word belongs."""

MOST_PARTS, MOST_TRIED = 4, 200
"""Characters of the longest word taken apart, and ways tried to render its parts."""
PART_LEANING, PART_GLOSS = 0.05, 0.25
"""From where a character's leaning, and the weight of its gloss, may render it within a word."""

Places = Mapping[str, Sequence[int]]
"""The stems of a rendering, each with the numbers of its words."""


def by_synonyms(places: Places, source: SourceWords, left: Flags, n: int) -> Columns:
    """How far glosses speak for the synonyms of theirs that stand in the rendering, of `n` words, at `places`.

    left  which words of the source nothing renders
    """
    every = _best(source.stems)
    free = _best(source.stems[i] for i in np.flatnonzero(left).tolist())
    found = np.zeros((4, n), np.float32)
    for key, numbers in places.items():
        near, far = kin(key)
        rows = [
            max([known[k] for k in some & known.keys()], default=0.0) for known in (every, free) for some in (near, far)
        ]
        if any(rows):
            for j in numbers:
                found[:, j] = rows
    return dict(zip(("syn:near", "syn:far", "syn:left_near", "syn:left_far"), found, strict=True))


def by_characters(places: Places, source: SourceWords, left: Flags, expected: Floats) -> tuple[Columns, Floats]:
    """How far the characters of the source lean to each word of the rendering at `places`.

    With it, how far those of each word of the source (row) lean to each (column).
    """
    rows = [[0.0] * len(expected) for _ in source.spans]
    language = lang.get(source.code)
    seen: dict[str, list[tuple[Sequence[int], float]]] = {}
    keys = places.keys()
    for row, characters in zip(rows, source.written, strict=True):
        for one in set(characters):
            if one not in seen:
                leanings = language.leanings(one)
                seen[one] = [(places[key], leanings[key]) for key in keys & leanings.keys()]
            for numbers, weight in seen[one]:
                for j in numbers:
                    row[j] += weight
    table = np.array(rows, np.float32)
    apart = np.abs(np.arange(len(source))[:, None] - expected)
    found = {
        "lean:best": table.max(0),
        "lean:left": (table * left[:, None]).max(0),
        "lean:many": (table > LEANING).sum(0).astype(np.float32),
        "lean:here": (table * np.exp(-apart / FADING)).max(0),
    }
    return found, table


def part_by_part(places: Places, source: SourceWords) -> list[int]:
    """The words that render, one near the other, the characters of a word that the dictionary does not have.

    Grammar among the characters need not be rendered: 软岩 soft rock, 上一年 the previous year.
    """
    language = lang.get(source.code)
    keys = places.keys()
    found: list[int] = []
    for characters, glosses in zip(source.written, source.glosses, strict=True):
        if glosses or not 1 < len(characters) <= MOST_PARTS or language.spaced:
            continue
        telling = [one for one in characters if not language.meaning(one).light]
        several: list[list[int]] = []
        for one in telling:
            leanings = language.leanings(one)
            leaning = {key for key in keys & leanings.keys() if leanings[key] >= PART_LEANING}
            glossed = {key for key, (weight, _) in sensed(one, source.code).items() if weight >= PART_GLOSS}
            several.append([j for key in leaning | (keys & glossed) for j in places[key]])
        if several and all(several):
            found += _together(several)
    return found


def _together(several: Sequence[Sequence[int]]) -> list[int]:
    """Numbers, a different one of each list, that stand within two places more than there are; empty where none do."""
    found: set[int] = set()
    for some in islice(product(*several), MOST_TRIED):
        if len(set(some)) == len(some) and max(some) - min(some) <= len(some) + 2:
            found.update(some)
    return sorted(found)


def support(found: Columns, settled: Flags) -> Floats:
    """How far anything speaks for each word, 0 to 1. settled: which words a name, a term or a number accounts for."""
    most: Floats = np.maximum.reduce(
        [
            found["src:best"], AKIN * found["syn:near"], RELATED * found["syn:far"],
            np.minimum(FULL * found["lean:best"], MOST), settled.astype(np.float32),
        ]
    )  # fmt: skip
    return most


def unreached(
    weights: Floats, leaning: Floats, source: SourceWords, expected: Floats, faint: float, far: float
) -> Columns:
    """The words of the source that neither a gloss nor a character ties to any word, about where each belongs."""
    reached = np.maximum(weights.max(1), np.minimum(FULL * leaning.max(1), MOST))
    free = np.flatnonzero((reached < faint) & source.solid & ~source.light)
    if not len(free):
        return {"bare:near": np.zeros(len(expected), np.float32), "bare:far": np.full(len(expected), far, np.float32)}
    apart = np.abs(free[:, None] - expected)
    return {
        "bare:near": (apart <= 3).sum(0).astype(np.float32),
        "bare:far": np.minimum(apart.min(0), far).astype(np.float32),
    }


def _best(several: Iterable[Weights]) -> dict[str, float]:
    found: dict[str, float] = {}
    for key, weight in chain.from_iterable(one.items() for one in several):
        if weight > found.get(key, 0.0):
            found[key] = weight
    return found
