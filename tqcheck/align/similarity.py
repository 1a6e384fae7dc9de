"""What the sentences of two texts have in common: links weighted by rarity, between all pairs or within a band."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tqcheck.lang.base import Lexical

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

MOST_PAIRS = 500_000
"""Pairs of units held at once while linking: bounds memory, whatever the length of the texts."""


@dataclass(frozen=True)
class Links:
    """How much each pair of sentences has in common, the pairs with nothing left out.

    source, target  numbers of the sentences, ordered by source and then by target
    weight          sum over linked units of the geometric mean of their rarities
    """

    source: Ints
    target: Ints
    weight: Floats


@dataclass(frozen=True)
class _Side:
    """One text's units, flattened: entry e says that unit occurrence `occurrence[e]` may be matched by `key[e]`."""

    sentence: Ints
    occurrence: Ints
    key: Ints
    rarity: Floats
    mass: Floats


class Similarity:
    """Links between the sentences of two texts.

    source, target  what each sentence may share (`Language.lexical`)
    same            both texts are in one language: units are then matched as they are, not by their keys
    mass_source, mass_target  the summed rarity of each sentence's units

    The rarity of a unit that k of n sentences hold is ln(1 + n / k) / ln(1 + n): 1 where one sentence has it, whatever
    the length of the text, so that the same costs do for a short text and a long one.
    """

    def __init__(self, source: Sequence[Lexical], target: Sequence[Lexical], same: bool = False) -> None:
        self.shape = (len(source), len(target))
        keys: dict[str, int] = {}
        left, right = _side(source, keys, same), _side(target, keys, same)
        self._left = left
        self._right = _reorder(right, np.lexsort((right.sentence, right.key)))
        self._codes = self._right.key * (len(target) + 1) + self._right.sentence
        size = len(keys)
        self._pairs = np.bincount(left.key, minlength=size) * np.bincount(right.key, minlength=size)
        self.mass_source, self.mass_target = left.mass, right.mass

    def rare(self, most: int) -> Links:
        """Links of any sentence with any by the rarest keys, as many of those as make at most `most` pairs."""
        order = np.argsort(self._pairs, kind="stable")
        kept = np.zeros(len(order), bool)
        kept[order[np.cumsum(self._pairs[order]) <= most]] = True
        n, m = self.shape
        return self._link(np.zeros(n, np.int64), np.full(n, m), kept)

    def within(self, low: Ints, high: Ints) -> Links:
        """Links of each source sentence i with the target sentences `low[i]` up to but not including `high[i]`."""
        return self._link(low, high, None)

    def _link(self, low: Ints, high: Ints, kept: NDArray[np.bool_] | None) -> Links:
        left = self._left if kept is None else _reorder(self._left, np.flatnonzero(kept[self._left.key]))
        width = self.shape[1] + 1
        start = np.searchsorted(self._codes, left.key * width + low[left.sentence])
        count = np.searchsorted(self._codes, left.key * width + high[left.sentence]) - start
        parts = [self._sum(left, start, count, part) for part in _slices(left.sentence, count)]
        if not parts:
            return Links(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0))
        return Links(*(np.concatenate(column) for column in zip(*parts, strict=True)))

    def _sum(self, left: _Side, start: Ints, count: Ints, part: slice) -> tuple[Ints, Ints, Floats]:
        """Links of the entries in `part`.

        A word with ten glosses is linked once, by its best; so is a word that three others have as a gloss. Counting
        the best link of each unit on either side and taking the lesser sum grants that to both.
        """
        right, m = self._right, self.shape[1]
        number = count[part]
        entry = np.repeat(np.arange(part.start, part.stop), number)
        ends = np.cumsum(number)
        post = np.arange(len(entry)) - np.repeat(ends - number, number) + start[entry]
        weight = np.sqrt(left.rarity[entry] * right.rarity[post])
        pair = left.sentence[entry] * m + right.sentence[post]
        pairs, by_source = _best_per_unit(pair, left.occurrence[entry], weight)
        _, by_target = _best_per_unit(pair, right.occurrence[post], weight)
        return pairs // m, pairs % m, np.minimum(by_source, by_target)


def _best_per_unit(pair: Ints, unit: Ints, weight: Floats) -> tuple[Ints, Floats]:
    """The distinct pairs in order, each with the sum over its units of the unit's best weight."""
    if not len(pair):
        return pair, weight
    order = np.lexsort((unit, pair))
    pair, unit = pair[order], unit[order]
    first = np.flatnonzero(np.r_[True, (pair[1:] != pair[:-1]) | (unit[1:] != unit[:-1])])
    best, pair = np.maximum.reduceat(weight[order], first), pair[first]
    first = np.flatnonzero(np.r_[True, pair[1:] != pair[:-1]])
    return pair[first], np.add.reduceat(best, first)


def _slices(sentence: Ints, count: Ints) -> Iterator[slice]:
    """Stretches of entries that make about `MOST_PAIRS` pairs, cut between sentences."""
    total = np.cumsum(count)
    begin = 0
    while begin < len(count):
        done = int(total[begin - 1]) if begin else 0
        end = max(begin + 1, int(np.searchsorted(total, done + MOST_PAIRS, side="right")))
        end = int(np.searchsorted(sentence, sentence[end - 1], side="right"))
        yield slice(begin, end)
        begin = end


def _side(sentences: Sequence[Lexical], keys: dict[str, int], same: bool) -> _Side:
    units: list[str] = []
    sizes: list[int] = []
    numbers = array("q")
    known: dict[str, tuple[frozenset[str], array[int]]] = {}
    own, kept = array("q"), array("q")

    def alone(found: Iterable[str]) -> None:
        for unit in found:
            units.append(unit)
            sizes.append(1)
            numbers.append(keys.setdefault(unit, len(keys)))

    for lexical in sentences:
        before = len(units)
        if same:
            alone(lexical.units)
        else:
            for unit, matched in lexical.units.items():
                # Most words have come before, with the same keys.
                entry = known.get(unit)
                if entry is None or entry[0] != matched:
                    entry = matched, array("q", [keys.setdefault(key, len(keys)) for key in matched])
                    known[unit] = entry
                units.append(unit)
                sizes.append(len(entry[1]))
                numbers.extend(entry[1])
        own.append(len(units) - before)
        # A name is one more unit, with itself as its only key: it may be found where the word's gloss is not.
        if not same:
            alone(lexical.names)
        kept.append(len(units) - before)
    frequency = Counter(units)
    once = np.log1p(len(sentences))
    weight = {unit: float(np.log1p(len(sentences) / number) / once) for unit, number in frequency.items()}
    rarity = np.array([weight[unit] for unit in units], np.float64)
    per_sentence, of_own = np.array(kept, np.int64), np.array(own, np.int64)
    ends = np.cumsum(per_sentence)
    total = np.concatenate([[0.0], np.cumsum(rarity)])
    mass = total[ends - per_sentence + of_own] - total[ends - per_sentence]
    each = np.array(sizes, np.int64)
    occurrence = np.repeat(np.arange(len(units)), each)
    sentence = np.repeat(np.arange(len(sentences)), per_sentence)[occurrence]
    return _Side(sentence, occurrence, np.array(numbers, np.int64), rarity[occurrence], mass)


def _reorder(side: _Side, order: Ints) -> _Side:
    return _Side(side.sentence[order], side.occurrence[order], side.key[order], side.rarity[order], side.mass)
