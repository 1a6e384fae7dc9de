"""How often the other passages of a document have a word, in this rendering or any other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

import numpy as np

from tqcheck.evidence.support.tokens import Floats, Ints, age, tokens

MOST = 6.0
"""Passages beyond which more say nothing."""


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
    def _counts(self) -> tuple[int, Ints, dict[int, Ints]]:
        """The age of the numbers of words, how many renderings have each root, and the roots of each passage's."""
        roots = {
            number: np.concatenate([np.unique(tokens(text).root) for text in texts])
            for number, texts in self._texts.items()
        }
        counts: Ints = np.bincount(np.concatenate(list(roots.values())))
        return age(), counts, {number: np.sort(found) for number, found in roots.items()}

    def elsewhere(self, text: str, roots: Ints) -> Floats | None:
        """For each root of a word, how many passages besides that of `text` have it, by the mean of the renderings.

        None where there is no other passage.
        """
        number = self._passage.get(text)
        if number is None or len(self._texts) < 2:
            return None
        born, counts, by_passage = self._counts
        if born != age():
            return None
        here = by_passage[number]
        inside = roots < len(counts)
        found = np.where(inside, counts[np.where(inside, roots, 0)], 0)
        found = found - (np.searchsorted(here, roots, "right") - np.searchsorted(here, roots, "left"))
        renderings = len(self._passage) / len(self._texts)
        mean: Floats = np.minimum(found / renderings, MOST).astype(np.float32)
        return mean
