"""More that is told of each word of a rendering: its quotation marks, its case, its neighbours of content, its use."""

from __future__ import annotations

import numpy as np

from tqcheck.evidence.support.matches import Matches, Others
from tqcheck.evidence.support.slots import Slots, windows
from tqcheck.evidence.support.tokens import TRAIT, Floats, Ints, Tokens
from tqcheck.evidence.support.usage import Usage

_QUOTES = frozenset('"“”')
_HYPHENS = frozenset("-–—")
NO_SUCH = -2.0
"""What stands where no alternate has the word, so that its case cannot be compared."""
UNKNOWN = -1.0
"""What stands for a number that cannot be told: no neighbour, nothing to compare with."""


def punctuation(own: Tokens) -> dict[str, Floats]:
    """Which words stand within quotation marks, and which beside a hyphen or dash (1 after, 2 before, 3 between)."""
    n = len(own)
    quotes = np.fromiter((word in _QUOTES for word in own.words), np.bool_, n)
    hyphens = np.fromiter((word in _HYPHENS for word in own.words), np.float32, n)
    beside = np.zeros(n, np.float32)
    beside[1:] += hyphens[:-1]
    beside[:-1] += 2 * hyphens[1:]
    return {"own:quoted": (np.cumsum(quotes) % 2).astype(np.float32), "own:hyphen": beside}


def company(own: Tokens, others: Others, table: Matches, stem: Floats) -> dict[str, Floats]:
    """What the alternates say of the company of each word.

    stem  the share of alternates that have its stem

    alt:case           how much oftener they begin the same word with a capital
    alt:word_before, alt:word_after  share of them in which it follows, or is followed by, the same word of content
    alt:alone          how many of the five words around it none of them has
    """
    n = len(own)
    capital = own.traits[:, TRAIT["capital"]]
    same = table.exact.astype(np.float32)
    number = same.sum(1)
    # A sum, no matrix product: that one warns of invalid values, now and then, where there are none.
    theirs = (same * others.traits[:, TRAIT["capital"]]).sum(1)
    case = np.where(number > 0, theirs / np.maximum(number, 1) - capital, NO_SUCH)
    before, after = np.full(n, UNKNOWN, np.float32), np.full(n, UNKNOWN, np.float32)
    at = own.content
    if len(at) > 1:
        mine = _pairs(own.root, at)
        shared = sum((mine[:, None] == _pairs(part.root, part.content)).any(1) for part in others.parts) / len(others)
        after[at[:-1]] = before[at[1:]] = shared
    nowhere = (stem == 0) & (own.traits[:, TRAIT["mark"]] == 0)
    sums = np.concatenate([np.zeros(1), np.cumsum(nowhere)])
    place = np.arange(n)
    alone = sums[np.minimum(place + 3, n)] - sums[np.maximum(place - 2, 0)]
    return {"alt:case": case, "alt:word_before": before, "alt:word_after": after, "alt:alone": alone}


def _pairs(root: Ints, at: Ints) -> Ints:
    """Words of content side by side, each pair as one number."""
    found: Ints = (root[at[:-1]] << 32) | root[at[1:]]
    return found


def used(own: Tokens, others: Others, table: Matches, places: Slots, usage: Usage | None) -> dict[str, Floats]:
    """How often the rest of the document has each word, and what the alternates have in its stead.

    doc:elsewhere  how many other passages have the word, by the mean of their renderings
    doc:instead    the same for the commonest word of content that only the alternates have, in its slot
    doc:near       the same, with two words around the slot
    """
    n = len(own)
    counts = usage.elsewhere(own.text, np.concatenate([own.root, others.root])) if usage else None
    if counts is None:
        return {name: np.full(n, UNKNOWN, np.float32) for name in ("doc:elsewhere", "doc:instead", "doc:near")}
    mine, theirs = counts[:n], counts[n:]
    lacking = np.zeros(len(theirs) + 1, np.float32)
    at = others.content
    at = at[~table.root[:, at].any(0)]
    lacking[at] = theirs[at]
    low, high = windows(places, others.sizes[:, None])
    ends = np.stack([low, high], 3) + others.starts[:, None, None]
    most = np.maximum.reduceat(lacking, ends.ravel())[::2].reshape(low.shape)
    instead, near = np.where(places.equal | (low >= high), 0, most).max(1)
    return {"doc:elsewhere": mine, "doc:instead": instead, "doc:near": near}
