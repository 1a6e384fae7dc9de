"""Numbers that one sentence of the source has and another one of the rendering: said in another place, not lost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tqcheck.evidence.values import agree
from tqcheck.lang.quantity import Quantity

if TYPE_CHECKING:
    from tqcheck.evidence.unit import Pair


def moved(pairs: Sequence[Pair]) -> frozenset[int]:
    """The `id` of each number that its own pair leaves over and that answers one left over in another pair.

    Left over are the omitted and added numbers of a pair with two sides, and all those of a sentence that has no other
    side; and a number of the first pair, the headline, that the source repeats. The quantities belong to the pairs, which keep them.
    """
    omitted: list[tuple[int, Quantity]] = []
    added: list[tuple[int, Quantity]] = []
    for number, pair in enumerate(pairs):
        found = pair.quantities
        omitted += [(number, q) for q in (found.omitted if pair.complete else found.source_quantities)]
        added += [(number, q) for q in (found.added if pair.complete else found.target_quantities)]
    # What a headline says and the article says again is told where the article is rendered.
    rendered = [s for pair in pairs[1:] for s, _ in pair.quantities.matched if isinstance(s, Quantity) and not s.vague]
    gone = {id(q) for n, q in omitted if n == 0 and any(agree(q, other, False) for other in rendered)}
    for here, one in omitted:
        for there, other in added:
            if here != there and id(other) not in gone and not one.vague and agree(one, other, True):
                gone |= {id(one), id(other)}
                break
    return frozenset(gone)
