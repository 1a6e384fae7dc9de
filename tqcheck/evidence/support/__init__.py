"""What the alternates of a rendering say for each of its words."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.evidence.support.cases import Case, Cases, cases
from tqcheck.evidence.support.features import Columns, alternate_columns, own_columns, with_neighbours
from tqcheck.evidence.support.slots import Slots, slots
from tqcheck.evidence.support.tokens import Tokens, tokens
from tqcheck.evidence.support.usage import Usage

__all__ = ["Case", "Cases", "Columns", "Tokens", "Usage", "all_say", "alternates_say", "cases", "tokens"]


def all_say(several: Cases, places: Slots) -> Columns:
    """The columns of evidence for the words of several renderings, whose slots are `places`."""
    found = own_columns(several.own) | alternate_columns(several, places)
    return with_neighbours(several.own, found)


def alternates_say(own: Tokens, others: Sequence[Tokens], usage: Usage | None = None) -> Columns:
    """The columns of evidence for the words of `own`, from alternates, at least one, of which none is empty.

    usage  of the document of which the text of `own` is a passage
    """
    several = cases([Case(own, others, usage)])
    return all_say(several, slots(several))
