"""How often the other passages of a document have a word, in this rendering or any other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

import numpy as np

from tqcheck.evidence.support.joined import apart, joined
from tqcheck.evidence.support.tokens import Floats, Ints, age, tokens

MOST = 6.0
"""Passages beyond which more say nothing."""
NONE = -1
"""What stands for no passage."""
UNKNOWN = -1.0
"""What stands for a number that cannot be told: no neighbour, nothing to compare with."""


class Usage:
    """What words a document uses.

    passages  the renderings of each of its passages; two passages that have a rendering in common are one
    """

    def __init__(self, passages: Iterable[Sequence[str]]) -> None:
        self._passage: dict[str, int] = {}
        self._texts: dict[int, list[str]] = {}
        for texts in passages:
            self._add([text for text in dict.fromkeys(texts) if text.strip()])

    def _add(self, texts: Sequence[str]) -> None:
        known = sorted({self._passage[text] for text in texts if text in self._passage})
        if not texts:
            return
        number = known[0] if known else len(self._passage)
        kept = self._texts.setdefault(number, [])
        for other in known[1:]:
            moved = self._texts.pop(other)
            kept.extend(moved)
            self._passage.update(dict.fromkeys(moved, number))
        kept.extend(text for text in texts if text not in self._passage)
        self._passage.update(dict.fromkeys(texts, number))

    @cached_property
    def _counts(self) -> tuple[int, Ints, Ints, Ints]:
        """The age of the numbers of words, how many renderings have each root, and how many of each passage's.

        The last is told by two: numbers of passage and root in one, in order, and how many have it.
        """
        texts = [(n, found) for n, of in self._texts.items() for text in of if len(found := tokens(text))]
        text = joined([found for _, found in texts])
        part, roots = np.divmod(np.unique(apart(text.part, text.root)), int(text.root.max()) + 1)
        counts: Ints = np.bincount(roots)
        return (
            age(),
            counts,
            *np.unique(np.array([n for n, _ in texts])[part] * len(counts) + roots, return_counts=True),
        )

    def passage(self, text: str) -> int:
        """The number of the passage that has `text` among its renderings; `NONE` where none has, or there is no other."""
        return self._passage.get(text, NONE) if len(self._texts) > 1 else NONE

    def elsewhere(self, passages: Ints, roots: Ints) -> Floats:
        """For each root of a word how many passages besides its own have it, by the mean of the renderings.

        passages  the number of the passage in which each word stands
        """
        found = np.full(len(roots), UNKNOWN, np.float32)
        inside = passages != NONE
        if not inside.any():
            return found
        born, counts, held, number = self._counts
        if born == age():
            known = inside & (roots < len(counts))
            keys = passages[known] * len(counts) + roots[known]
            at = np.minimum(np.searchsorted(held, keys), len(held) - 1)
            here = np.where(held[at] == keys, number[at], 0)
            found[inside] = 0
            found[known] = np.minimum((counts[roots[known]] - here) / (len(self._passage) / len(self._texts)), MOST)
        return found
