"""Words that say what an alternate says in another word: buys where it has purchases."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from tqcheck.evidence.support.cases import Cases
from tqcheck.evidence.support.matches import Matches
from tqcheck.evidence.support.slots import Slots, windows
from tqcheck.evidence.support.tokens import TRAIT, Floats
from tqcheck.lang.english_lexical import stem
from tqcheck.lang.english_synonyms import kin

_key = lru_cache(maxsize=1 << 16)(stem)


def synonymy(cases: Cases, table: Matches, places: Slots) -> dict[str, Floats]:
    """How many alternates have a word of the same meaning in the widest slot of a word that they do not have.

    alt:synonym  the share of alternates with a synonym of it
    alt:kin      the share with a synonym or a word less near (decide, decision) that the rendering has nowhere
    """
    own, others = cases.own, cases.others
    plain = own.traits[:, [TRAIT["mark"], TRAIT["stop"], TRAIT["digit"]]].sum(1) == 0
    found = np.zeros((2, len(own)), np.float32)
    rows, sought = np.nonzero((table.stem.number == 0) & plain)
    low, high = (edges[-1, rows, sought] + cases.starts[rows, sought] for edges in windows(places, cases.sizes))
    said = table.stem.said | table.root.said
    mine = [word for part in own.parts for word in part.words]
    theirs = [word for part in others.parts for word in part.words]
    for at, first, end in zip(sought.tolist(), low.tolist(), high.tolist(), strict=True):
        near, far = kin(_key(mine[at]))
        if not near and not far:
            continue
        keys = [_key(word) for word in theirs[first:end]]
        found[0, at] += not near.isdisjoint(keys)
        found[1, at] += any((key in near or key in far) and not said[n] for n, key in enumerate(keys, first))
    return {"alt:synonym": found[0] / cases.count, "alt:kin": found[1] / cases.count}
