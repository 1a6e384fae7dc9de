"""Counting the n-grams that two texts share, segment by segment, in numpy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
BLOCK = 512
"""Segments that are counted together: enough to be fast, few enough for the keys of long n-grams to fit 62 bits."""
ROOM = 1 << 62


@dataclass(frozen=True)
class Tokens:
    """The tokens of many segments one after the other, as integers, with the number of tokens in each segment."""

    codes: Ints
    lengths: Ints

    @cached_property
    def starts(self) -> Ints:
        """Where each segment begins, and the end of the last one."""
        return np.concatenate([[0], np.cumsum(self.lengths)]).astype(np.int64)

    def totals(self, order: int) -> Ints:
        """How many n-grams each segment has: (segments, order)."""
        found: Ints = np.maximum(self.lengths[:, None] - np.arange(order), 0)
        return found


class Vocabulary:
    """Numbers for words: the same for all texts that are compared."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def tokens(self, segments: Iterable[Sequence[str]]) -> Tokens:
        """The words of segments as `Tokens`."""
        numbers = self._numbers
        lists = list(segments)
        lengths = np.fromiter(map(len, lists), np.int64, len(lists))
        codes = (numbers.setdefault(word, len(numbers)) for words in lists for word in words)
        return Tokens(np.fromiter(codes, np.int64, int(lengths.sum())), lengths)


def characters(segments: Sequence[str]) -> Tokens:
    """The code points of segments as `Tokens`."""
    joined = "".join(segments).encode("utf-32-le", "surrogatepass")
    codes = np.frombuffer(joined, np.uint32).astype(np.int64)
    return Tokens(codes, np.fromiter(map(len, segments), np.int64, len(segments)))


@dataclass(frozen=True)
class _Block:
    """The n-grams of a block of a reference: its tokens, then for each order the keys that it has, sorted, counted.

    known  for each order the prefixes that were numbered anew because longer keys would not fit; None elsewhere
    """

    alphabet: Ints
    known: tuple[Ints | None, ...]
    tables: tuple[tuple[Ints, Ints], ...]


class References:
    """The n-grams of a reference up to an order, counted once for all renderings that are compared with it."""

    def __init__(self, tokens: Tokens, order: int) -> None:
        self.tokens, self.order = tokens, order
        self._blocks = [self._block(first) for first in range(0, len(tokens.lengths), BLOCK)]

    def matches(self, tokens: Tokens) -> Ints:
        """For each segment and order, how many n-grams of `tokens` the reference has too: (segments, order).

        An n-gram counts as often as the side that has it less often.
        """
        found = np.zeros((len(tokens.lengths), self.order), np.int64)
        for number, block in enumerate(self._blocks):
            first = number * BLOCK
            codes, segment, size = _part(tokens, first)
            if not len(codes) or not len(block.alphabet):
                continue
            local = _number(block.alphabet, codes)
            for n, (keys, bound, _) in enumerate(_keys(local, segment, size, self.order, block.alphabet, block.known)):
                mine, counts = _counted(keys)
                theirs, most = block.tables[n]
                if not len(mine) or not len(theirs):
                    continue
                at = np.searchsorted(theirs, mine)
                at[at == len(theirs)] = 0
                hit = theirs[at] == mine
                shared = np.minimum(counts[hit], most[at[hit]])
                found[first : first + size, n] = np.bincount(mine[hit] // bound, weights=shared, minlength=size)
        return found

    def _block(self, first: int) -> _Block:
        codes, segment, size = _part(self.tokens, first)
        alphabet = np.unique(codes)
        local = _number(alphabet, codes)
        made = list(_keys(local, segment, size, self.order, alphabet))
        tables = tuple(_counted(keys) for keys, _, _ in made)
        nothing = (np.zeros(0, np.int64), np.zeros(0, np.int64))
        padding = self.order - len(tables)
        return _Block(alphabet, tuple(known for _, _, known in made) + (None,) * padding, tables + (nothing,) * padding)


def _part(tokens: Tokens, first: int) -> tuple[Ints, Ints, int]:
    """The codes of a block, the number within it of the segment that each is in, and how many segments it has."""
    lengths = tokens.lengths[first : first + BLOCK]
    size = len(lengths)
    codes = tokens.codes[tokens.starts[first] : tokens.starts[first + size]]
    return codes, np.repeat(np.arange(size), lengths), size


def _keys(
    local: Ints, segment: Ints, size: int, order: int, alphabet: Ints, known: Sequence[Ints | None] | None = None
) -> Iterator[tuple[Ints, int, Ints | None]]:
    """For each order: an exact key of every n-gram that the block's alphabet can spell, with its segment.

    local  numbers in the alphabet from 1, 0 for what is not in it
    known  how the reference numbered the prefixes, for a text that is compared with it
    Yields keys, the factor of the segment in them, and the prefixes numbered anew.
    """
    base = len(alphabet) + 1
    prefix, bound, valid = local, base, local > 0
    for n in range(order):
        renumbered: Ints | None = None
        if n:
            here = len(local) - n
            if here <= 0:
                return
            if bound * base * size >= ROOM:
                renumbered = np.unique(prefix[valid]) if known is None else known[n]
                if renumbered is None:
                    return
                prefix = _number(renumbered, prefix)
                valid = valid & (prefix > 0)
                bound = len(renumbered) + 1
            prefix = prefix[:here] * base + local[n:]
            valid = valid[:here] & (local[n:] > 0) & (segment[n:] == segment[:here])
            bound *= base
        yield prefix[valid] + segment[: len(prefix)][valid] * bound, bound, renumbered


def _number(table: Ints, values: Ints) -> Ints:
    """The place of each value in the sorted `table`, from 1; 0 for those that it has not."""
    if not len(table):
        return np.zeros(len(values), np.int64)
    at = np.searchsorted(table, values)
    at[at == len(table)] = 0
    return np.where(table[at] == values, at + 1, 0).astype(np.int64)


def _counted(keys: Ints) -> tuple[Ints, Ints]:
    """Distinct keys in order with how often each occurs."""
    keys = np.sort(keys)
    if not len(keys):
        return keys, keys
    first = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]]))
    return keys[first], np.diff(np.append(first, len(keys)))
