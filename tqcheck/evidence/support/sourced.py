"""Whether the source of a stretch has words of another language, by the dictionary."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tqcheck.evidence.unit import Pair

LEAST = 1 / 3
"""Share of the words that must be in the source for it to account for them: a free rendering has fewer in common with
a dictionary than with another rendering."""


def linked(pair: Pair, words: str) -> tuple[int, int]:
    """How many of `words` in the target's language the source has by the dictionary, and how many there are.

    Both are 0 where the words of the source or of the target are not known.
    """
    here = pair.context.source_language.lexical(pair.source_text)
    theirs = pair.context.target_language.lexical(words)
    if not here.keys:
        return 0, 0
    return sum(bool(options & here.keys) for options in theirs.units.values()), len(theirs.units)


def accounted(pair: Pair, words: str) -> bool:
    """Whether the source has so many of `words` that it may have them all; never without a source."""
    if not pair.source_text:
        return False
    found, count = linked(pair, words)
    return count > 0 and found >= LEAST * count


def has_all(pair: Pair, words: str) -> bool:
    """Whether the source has every one of `words` by the dictionary; never without a source."""
    if not pair.source_text:
        return False
    found, count = linked(pair, words)
    return 0 < count == found


def missing(pair: Pair, words: str) -> bool:
    """Whether the source surely has none of `words`; never without a source."""
    if not pair.source_text:
        return False
    found, count = linked(pair, words)
    return count > 0 and not found
