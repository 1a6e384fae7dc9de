"""What the alternates of a rendering say for each of its words."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.evidence.support.features import Columns, alternate_columns, own_columns, with_neighbours
from tqcheck.evidence.support.tokens import Tokens, tokens

__all__ = ["Columns", "Tokens", "alternates_say", "tokens"]


def alternates_say(own: Tokens, others: Sequence[Tokens]) -> Columns:
    """The columns of evidence for the words of `own`, from alternates of which none is empty."""
    found = own_columns(own)
    if others:
        found |= alternate_columns(own, others)
    return with_neighbours(found)
