"""Numbers that are all there and stand in one another's place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from tqcheck.evidence.values import share_unit
from tqcheck.lang.quantity import Bound, Kind, Quantity

Match = tuple[Quantity, Quantity]
# Between members of a list, in any language: marks and one word for `and`.
_LIST = re.compile(r"\s*[、，,;；/]?\s*(?:and|&|和|及|与|以及|und|et|y|e|i|и|та|ve|や|と)?\s*(?<=[^\d])")


def swapped(pairs: Sequence[Match], source_text: str, target_text: str) -> list[Match]:
    """Numbers of the rendering that have changed places, each with the source's number that belongs there.

    pairs  numbers matched by value, source first
    Order alone proves nothing (most sentences are turned round in translation), so only three things count: two members
    of one list in reverse order (`63%, 86%` as `86%, 63%`), hedges that have crossed (`46 and 40-odd` as `40 and over
    46`), and a per-cent sign that has moved to the other number.
    """
    said = Counter(s.low for s, _ in pairs)
    strong = [(s, t) for s, t in pairs if not s.vague and not t.vague and s.low != 1 and said[s.low] == 1]
    found: list[Match] = []
    for k, (s1, t1) in enumerate(strong):
        for s2, t2 in strong[k + 1 :]:
            if s1.low == s2.low:
                continue
            if (
                _listed(s1, s2, t1, t2, source_text, target_text)
                or _hedges_cross(s1, s2, t1, t2)
                or _signs_cross(s1, s2, t1, t2)
            ):
                found += [(s2, t1), (s1, t2)]
    return found


def _listed(s1: Quantity, s2: Quantity, t1: Quantity, t2: Quantity, source_text: str, target_text: str) -> bool:
    if not (share_unit(s1, s2) and share_unit(t1, t2)) or not 0.05 < s1.low / max(s2.low, 1e-9) < 20:
        return False
    if s1.span.start > s2.span.start:
        s1, s2, t1, t2 = s2, s1, t2, t1
    here = source_text[(s1.whole or s1.span).end : (s2.whole or s2.span).start]
    there = target_text[(t2.whole or t2.span).end : (t1.whole or t1.span).start]
    return t2.span.start < t1.span.start and bool(_LIST.fullmatch(here) and _LIST.fullmatch(there))


def _hedges_cross(s1: Quantity, s2: Quantity, t1: Quantity, t2: Quantity) -> bool:
    if not (share_unit(s1, s2) and share_unit(t1, t2)):
        return False
    pattern = (s1.bound is Bound.OVER, s2.bound is Bound.OVER, t1.bound is Bound.OVER, t2.bound is Bound.OVER)
    return pattern in ((True, False, False, True), (False, True, True, False))


def _signs_cross(s1: Quantity, s2: Quantity, t1: Quantity, t2: Quantity) -> bool:
    percent = tuple(q.kind is Kind.PERCENT for q in (s1, s2, t1, t2))
    return percent in ((True, False, False, True), (False, True, True, False))
