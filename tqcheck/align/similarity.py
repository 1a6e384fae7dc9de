"""What the sentences of two texts have in common: links weighted by rarity, between all pairs or within a band."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tqcheck.lang.base import Lexical, Spelt

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

MOST_PAIRS = 100_000
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

    def __init__(self, source: Iterable[Lexical], target: Iterable[Lexical], same: bool = False) -> None:
        keys: defaultdict[str, int] = defaultdict()
        keys.default_factory = keys.__len__
        sides = _Units(source, keys, same), _Units(target, keys, same)
        for side, other in (sides, sides[::-1]):
            side.name(other.named)
        left, right = (side.flat() for side in sides)
        self.shape = (len(left.mass), len(right.mass))
        size = len(keys)
        # A key that the other text lacks matches nothing.
        held = [np.bincount(side.key, minlength=size) > 0 for side in (left, right)]
        left, right = _chosen(left, held[1][left.key]), _chosen(right, held[0][right.key])
        self._left = left
        self._right = _chosen(right, np.lexsort((right.sentence, right.key)))
        self._codes = self._right.key * (self.shape[1] + 1) + self._right.sentence
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
        left = self._left if kept is None else _chosen(self._left, np.flatnonzero(kept[self._left.key]))
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
        entry, post = _spread(count[part], start[part])
        entry += part.start
        weight = np.sqrt(left.rarity[entry] * right.rarity[post])
        pair = left.sentence[entry] * m + right.sentence[post]
        pairs, by_source = _best_per_unit(pair, left.occurrence[entry], weight)
        _, by_target = _best_per_unit(pair, right.occurrence[post], weight)
        return pairs // m, pairs % m, np.minimum(by_source, by_target)


def _best_per_unit(pair: Ints, unit: Ints, weight: Floats) -> tuple[Ints, Floats]:
    """The distinct pairs in order, each with the sum over its units of the unit's best weight."""
    if not len(pair):
        return pair, weight
    # One number for both: an index sort of one column is several times faster than that of two.
    code = pair * (int(unit.max()) + 1) + unit
    order = np.argsort(code)
    code, pair = code[order], pair[order]
    first = np.flatnonzero(np.concatenate([[True], code[1:] != code[:-1]]))
    best, pair = np.maximum.reduceat(weight[order], first), pair[first]
    first = np.flatnonzero(np.concatenate([[True], pair[1:] != pair[:-1]]))
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


class _Units:
    """One text's units while they are read: what each sentence holds, with the keys by which the other may match it.

    keys   numbers of the keys of both texts
    named  keys of its names, as far as they are read
    """

    def __init__(self, sentences: Iterable[Lexical], keys: dict[str, int], same: bool) -> None:
        self._number: Callable[[str], int] = keys.__getitem__
        self._known: dict[str, tuple[frozenset[str], int, int]] = {}
        # A unit has several forms where its keys differ from sentence to sentence.
        self._form_keys, self._form_sizes, self._form_units = array("q"), array("q"), array("q")
        self._forms, self._counts = array("q"), array("q")
        self._names, self._of_names = array("q"), array("q")
        self._spelt: list[tuple[int, Spelt]] = []
        self.named: set[str] = set()
        for lexical in sentences:
            self._read(lexical, same)

    def _read(self, lexical: Lexical, same: bool) -> None:
        number, before, known = len(self._counts), len(self._forms), self._known
        for unit, matched in lexical.units.items():
            entry = known.get(unit)
            # Most words have come before, with the same keys.
            if entry is None or (entry[0] is not matched and not same and entry[0] != matched):
                size = len(self._form_keys)
                self._form_keys.extend(map(self._number, (unit,) if same else matched))
                self._form_sizes.append(len(self._form_keys) - size)
                self._form_units.append(entry[1] if entry else len(known))
                entry = known[unit] = matched, self._form_units[-1], len(self._form_units) - 1
            self._forms.append(entry[2])
        self._counts.append(len(self._forms) - before)
        if same:
            return
        if isinstance(lexical.names, Spelt):
            self._spelt.append((number, lexical.names))
        else:
            self.named.update(lexical.names)
            self._add(number, lexical.names)

    def name(self, others: Collection[str]) -> None:
        """Take in the names that `others`, those of the other text, are found among."""
        beginnings = {key[:end] for key in others for end in range(1, len(key) + 1)}
        for number, spelt in self._spelt:
            self._add(number, dict.fromkeys(spelt.among(others, beginnings)))

    def _add(self, number: int, names: Collection[str]) -> None:
        self._names.extend(map(self._number, names))
        self._of_names.extend([number] * len(names))

    def flat(self) -> _Side:
        """The text's units flattened, each sentence's words before its names."""
        size = len(self._counts)
        forms, names, of_names = _ints(self._forms), _ints(self._names), _ints(self._of_names)
        form_units, form_sizes = _ints(self._form_units), _ints(self._form_sizes)
        units = form_units[forms]
        of_unit = _rarity(units, size)
        sentence = np.repeat(np.arange(size), _ints(self._counts))
        mass = np.asarray(np.bincount(sentence, of_unit, size), np.float64)
        entry, place = _spread(form_sizes[forms], (np.cumsum(form_sizes) - form_sizes)[forms])
        # A name is one more unit, with itself as its only key: it may be found where the word's gloss is not.
        sentences = np.concatenate([sentence[entry], of_names])
        order = np.argsort(sentences, kind="stable")
        return _Side(
            sentences[order],
            np.concatenate([entry, len(forms) + np.arange(len(names))])[order],
            np.concatenate([_ints(self._form_keys)[place], names])[order],
            np.concatenate([of_unit[entry], _rarity(names, size)])[order],
            mass,
        )


def _ints(found: array[int]) -> Ints:
    return np.array(found, np.int64)


def _rarity(units: Ints, size: int) -> Floats:
    """The rarity of each of the units that `size` sentences hold."""
    return np.asarray((np.log1p(size / np.maximum(np.bincount(units), 1)) / np.log1p(size))[units], np.float64)


def _spread(count: Ints, start: Ints) -> tuple[Ints, Ints]:
    """For runs of `count` places from `start` on: the number of the run that each place is in, and the place."""
    run = np.repeat(np.arange(len(count)), count)
    ends = np.cumsum(count)
    return run, np.arange(len(run)) - np.repeat(ends - count - start, count)


def _chosen(side: _Side, order: Ints | NDArray[np.bool_]) -> _Side:
    return _Side(side.sentence[order], side.occurrence[order], side.key[order], side.rarity[order], side.mass)
