"""What the alternates of a rendering say for each of its words."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.evidence.support.features import Columns, alternate_columns, own_columns, with_neighbours
from tqcheck.evidence.support.slots import Slots
from tqcheck.evidence.support.tokens import Tokens, tokens
from tqcheck.evidence.support.usage import Usage

__all__ = ["Columns", "Tokens", "Usage", "alternates_say", "tokens"]


def alternates_say(
    own: Tokens, others: Sequence[Tokens], usage: Usage | None = None, places: Slots | None = None
) -> Columns:
    """The columns of evidence for the words of `own`, from alternates of which none is empty.

    usage   of the document of which the text of `own` is a passage
    places  the slots of its words in the alternates, if they are known
    """
    found = own_columns(own)
    if others:
        found |= alternate_columns(own, others, usage, places)
    return with_neighbours(found)
