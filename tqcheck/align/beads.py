"""The cheapest way to walk through two texts, bead by bead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from tqcheck.align.quotes import Flags
from tqcheck.align.similarity import Floats, Ints, Links

MOST = 6
MOST_TOGETHER = 8
SHAPES: Ints = np.array(
    [(a, b) for a in range(1, MOST + 1) for b in range(1, MOST + 1) if a + b <= MOST_TOGETHER], np.int64
)
"""Sizes of the beads with text on both sides: up to six sentences of either, eight together."""
_SKIP_SOURCE, _SKIP_TARGET = len(SHAPES), len(SHAPES) + 1
_CELLS = 1000
_NEVER = 1e9


@dataclass(frozen=True, slots=True)
class Costs:
    """What a bead of a source with b target sentences costs; which texts they were fitted on stands with each set.

    (ab)^power (vector distance + lexical (1 - cosine) + length ln(target length / source length)^2)
    + merge (a + b - 2) + marks + speech where it ends within speech on one side only
    + begins where the next sentence begins with speech on one side, and has none on the other

    power     how the costs of difference and of length grow with the size ab of a bead
    vector    weight of the distance of the vectors of what the sentences mean, where there are any
    lexical   weight of 1 - cosine of common units
    light     mass added to both sides of a bead before the cosine is taken
    length    weight of the squared log ratio of lengths
    short     length added to both, in mean target sentences
    merge     for each sentence beyond two
    skip, skip_length  an empty-sided bead: for each sentence, and for its length in mean target sentences
    marks     for each question mark, exclamation mark, opening quote, closing quote, colon that one side lacks (of
              each kind at most two are counted)
    """

    power: float
    lexical: float
    light: float
    length: float
    short: float
    merge: float
    skip: float
    skip_length: float
    marks: tuple[float, float, float, float, float]
    speech: float = 0.0
    begins: float = 0.0
    vector: float = 0.0


class Distances(Protocol):
    """What sentences mean, as far as the walk asks."""

    def distances(self, shapes: Ints, i: Ints, j: Ints) -> Floats:
        """For each shape, how far the sentences before `i` are from those before `j`; about 1 for unrelated ones."""


@dataclass(frozen=True)
class Speech:
    """Where speech runs and begins, for each number 0..n of sentences done.

    inside  whether the sentences done end within a quotation
    opens   whether a quotation begins in the next sentence
    first   whether the next sentence begins with one
    """

    inside: Flags
    opens: Flags
    first: Flags


@dataclass(frozen=True)
class Texts:
    """Two texts as the walk sees them; all but `links`, `low` and `high` are running sums that begin with 0.

    length_source, length_target  in mean target sentences, the source's stretched to the target's language
    mass_source, mass_target      summed rarity of the units
    marks_source, marks_target    counts of marks, a column each
    links                         what is common, within the band
    low, high                     for each number of source sentences done, how many of the target's may be done
    trust                         how much weight what is common deserves, 0 to 1: little where hardly anything is
    speech_source, speech_target  where speech runs
    speech_trust                  how far both texts mark speech alike, 0 to 1
    meaning                       the vectors, where there are any
    """

    length_source: Floats
    length_target: Floats
    mass_source: Floats
    mass_target: Floats
    marks_source: Floats
    marks_target: Floats
    links: Links
    low: Ints
    high: Ints
    trust: float = 1.0
    speech_source: Speech | None = None
    speech_target: Speech | None = None
    speech_trust: float = 0.0
    meaning: Distances | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """Source sentences `a0` up to `a1` with target sentences `b0` up to `b1`."""

    a0: int
    a1: int
    b0: int
    b1: int


def walk(texts: Texts, costs: Costs) -> list[Step]:
    """The cheapest sequence of beads from the texts' beginnings to their ends (dynamic programming in the band)."""
    low, high = texts.low, texts.high
    width = high - low + 1
    first = np.r_[0, np.cumsum(width)]
    # One flat array holds all rows of the band; its last cell stands for whatever lies outside.
    best = np.full(first[-1] + 1, _NEVER)
    chosen = np.full(first[-1], -1, np.int8)
    skip_source = costs.skip + costs.skip_length * np.diff(texts.length_source)
    skip_target = costs.skip * np.arange(len(texts.length_target)) + costs.skip_length * texts.length_target
    begin, rows = 0, len(low)
    while begin < rows:
        end = max(begin + 1, int(np.searchsorted(first, first[begin] + _CELLS)) - 1)
        end = min(end, rows)
        cost, before = _chunk(texts, costs, first, begin, end)
        for i in range(begin, end):
            here = slice(first[i] - first[begin], first[i + 1] - first[begin])
            options = best[before[:, here]] + cost[:, here]
            kind = options.argmin(axis=0)
            row = options[kind, np.arange(width[i])]
            if i == 0:
                row[0] = 0.0
            else:
                above = np.full(width[i], _NEVER)
                stop = min(int(high[i - 1]), int(high[i])) + 1
                above[: stop - low[i]] = best[first[i - 1] + low[i] - low[i - 1] : first[i - 1] + stop - low[i - 1]]
                above += skip_source[i - 1]
                kind[above < row] = _SKIP_SOURCE
                row = np.minimum(row, above)
            along = skip_target[low[i] : high[i] + 1]
            reached = np.minimum.accumulate(row - along) + along
            kind[reached < row - 1e-9] = _SKIP_TARGET
            best[first[i] : first[i + 1]] = np.minimum(row, reached)
            chosen[first[i] : first[i + 1]] = kind
        begin = end
    return _trace(texts, first, chosen)


def _chunk(texts: Texts, costs: Costs, first: Ints, begin: int, end: int) -> tuple[Floats, Ints]:
    """For rows `begin` to `end`: what each bead shape costs in each cell, and the cell it comes from."""
    width = np.diff(first[begin : end + 1])
    i = np.repeat(np.arange(begin, end), width)
    j = np.arange(len(i)) - np.repeat(first[begin:end] - first[begin], width) + texts.low[i]
    # What is known of either side of a bead is looked up once for each of its sizes, and not for each shape.
    a, b = SHAPES.T - 1
    sizes = np.arange(1, MOST + 1)[:, None]
    back_i, back_j = i - sizes, j - sizes
    outside_i, outside_j = back_i < 0, back_j < 0
    back_i, back_j = back_i.clip(0), back_j.clip(0)
    low, high, start = texts.low[back_i], texts.high[back_i], first[back_i] - texts.low[back_i]
    to = back_j[b]
    outside = outside_i[a] | outside_j[b] | (to < low[a]) | (to > high[a])
    before = np.where(outside, first[-1], start[a] + to)
    length_source = np.log(texts.length_source[i] - texts.length_source[back_i] + costs.short)
    length_target = np.log(texts.length_target[j] - texts.length_target[back_j] + costs.short)
    ratio = length_target[b] - length_source[a]
    ratio *= ratio
    cost = _common(texts, i, j, back_i, back_j, costs.light)
    np.subtract(1, cost, out=cost)
    cost *= costs.lexical * texts.trust
    if texts.meaning:
        cost += costs.vector * texts.meaning.distances(SHAPES, i, j)
    ratio *= costs.length
    cost += ratio
    cost *= (SHAPES[:, :1] * SHAPES[:, 1:]) ** costs.power
    cost += costs.merge * (SHAPES.sum(axis=1, keepdims=True) - 2)
    for mark, weight in enumerate(costs.marks):
        if weight:
            source, target = texts.marks_source[:, mark], texts.marks_target[:, mark]
            own, other = (source[i] - source[back_i]).astype(np.int16), (target[j] - target[back_j]).astype(np.int16)
            lacking = own[a]
            lacking -= other[b]
            np.abs(lacking, out=lacking)
            cost += np.multiply(np.minimum(lacking, 2, out=lacking), weight, dtype=np.float64)
    cost += _speech(texts, costs, i, j)
    return cost, before


def _speech(texts: Texts, costs: Costs, i: Ints, j: Ints) -> Floats:
    """What it costs that a bead ends at each cell, seen how speech runs there."""
    source, target = texts.speech_source, texts.speech_target
    if source is None or target is None or not texts.speech_trust:
        return np.zeros(len(i))
    apart = costs.speech * (source.inside[i] != target.inside[j])
    begins = (target.first[j] & ~source.opens[i]) | (source.first[i] & ~target.opens[j])
    done = (i == len(texts.low) - 1) | (j == texts.high[-1])
    return np.where(done, 0.0, texts.speech_trust * (apart + costs.begins * begins))


def _common(texts: Texts, i: Ints, j: Ints, back_i: Ints, back_j: Ints, light: float) -> Floats:
    """What the two sides of each bead have in common, over the geometric mean of their masses: a row for each shape.

    back_i, back_j  where the sides begin, a row for each size
    light           is added to either mass

    At most 1: words that recur are counted for each pair of sentences.
    """
    a, b = SHAPES.T - 1
    top, left = int(back_i.min()), int(back_j.min())
    sums = _sums(texts.links, top, int(i.max()), left, int(j.max()))
    row, column, above, before = i - top, j - left, back_i - top, back_j - left
    over, beside = sums[above, column], sums[row, before] - sums[row, column]
    width = sums.shape[1]
    above *= width
    corner = above[a]
    corner += before[b]
    common = sums.ravel().take(corner)
    common -= over[a]
    common -= beside[b]
    source = texts.mass_source[i] - texts.mass_source[back_i] + light
    target = texts.mass_target[j] - texts.mass_target[back_j] + light
    common /= np.sqrt(np.maximum(source, 1e-9))[a]
    common /= np.sqrt(np.maximum(target, 1e-9))[b]
    return np.asarray(np.clip(common, 0, 1, out=common))


def _sums(links: Links, top: int, bottom: int, left: int, right: int) -> Floats:
    """Running sums in two dimensions of the links of source sentences `top` to `bottom` with target ones."""
    table = np.zeros((bottom - top + 1, right - left + 1))
    part = slice(*np.searchsorted(links.source, (top, bottom)))
    column = links.target[part] - left
    inside = (column >= 0) & (column < table.shape[1] - 1)
    table[links.source[part][inside] - top + 1, column[inside] + 1] = links.weight[part][inside]
    return np.asarray(table.cumsum(axis=0).cumsum(axis=1))


def _trace(texts: Texts, first: Ints, chosen: NDArray[np.int8]) -> list[Step]:
    steps: list[Step] = []
    i, j = len(texts.low) - 1, int(texts.high[-1])
    sizes = [*SHAPES.tolist(), [1, 0], [0, 1]]
    while i or j:
        a, b = sizes[int(chosen[first[i] + j - texts.low[i]])]
        steps.append(Step(i - a, i, j - b, j))
        i, j = i - a, j - b
    return steps[::-1]
