"""Where each word of a rendering would stand in an alternate: its slot, between what both have in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from rapidfuzz.distance import Levenshtein

from tqcheck.evidence.support.tokens import Flags, Ints, Tokens

_PRIVATE = 0xE000
"""Word numbers are compared as characters; those from here on are no surrogates."""


@dataclass(frozen=True)
class Slots:
    """For each alternate (rows) and each word of a rendering (columns), the word's place in the alternate.

    equal      whether the word stands there too, in order
    low, high  the words of the alternate that stand in its place (for an equal word, that word), `high` exclusive
    before     how many words the alternate has more, right before the word
    mine       how many neighbouring words of the rendering share the slot
    """

    equal: Flags
    low: Ints
    high: Ints
    before: Ints
    mine: Ints


WIDER = (0, 2)
"""By how many words on either side a slot is widened where more than the slot itself is looked at."""


def windows(places: Slots, sizes: Ints) -> tuple[Ints, Ints]:
    """The first words of all slots, widened by each of `WIDER` in turn, and the ends, exclusive, within `sizes`."""
    low = np.stack([np.maximum(places.low - wide, 0) for wide in WIDER])
    reach = np.maximum(places.high, places.low)
    return low, np.stack([np.minimum(reach + wide, sizes) for wide in WIDER])


def _characters(keys: Ints) -> str:
    return (keys + _PRIVATE).astype("<u4").tobytes().decode("utf-32-le", "surrogatepass")


def all_slots(own: Tokens, parts: Sequence[Tokens]) -> Slots:
    """The slots of the words of `own` in each of `parts`, from the shortest edit of the one's stems into the other's."""
    n, k = len(own), len(parts)
    equal = np.zeros((k, n), np.bool_)
    low, high, before = np.zeros((k, n), np.int64), np.zeros((k, n), np.int64), np.zeros((k, n), np.int64)
    mine = np.ones((k, n), np.int64)
    letters = _characters(own.stem)
    for a, part in enumerate(parts):
        edits: Any = Levenshtein.opcodes(letters, _characters(part.stem)).as_list()
        for block in _merged(edits):
            tag, a0, a1, b0, b1 = block
            if tag == "equal":
                equal[a, a0:a1] = True
                low[a, a0:a1] = np.arange(b0, b1)
                high[a, a0:a1] = np.arange(b0 + 1, b1 + 1)
            elif a0 < a1:
                low[a, a0:a1], high[a, a0:a1], mine[a, a0:a1] = b0, b1, a1 - a0
            elif a0 < n:
                before[a, a0] = b1 - b0
    return Slots(equal, low, high, before, mine)


def _merged(blocks: Iterable[Sequence[Any]]) -> list[tuple[str, int, int, int, int]]:
    """The blocks with those side by side that differ made one."""
    out: list[tuple[str, int, int, int, int]] = []
    for block in blocks:
        if out and block[0] != "equal" and out[-1][0] != "equal":
            out[-1] = ("replace", out[-1][1], block[2], out[-1][3], block[4])
        else:
            out.append((block[0], block[1], block[2], block[3], block[4]))
    return out
