"""More that is told of each word of a rendering: its quotation marks, its case, its neighbours of content, its use."""

from __future__ import annotations

import numpy as np

from tqcheck.evidence.support.cases import Cases
from tqcheck.evidence.support.joined import Joined, grouped, meet
from tqcheck.evidence.support.matches import Links, Matches
from tqcheck.evidence.support.slots import Slots, windows
from tqcheck.evidence.support.tokens import HYPHEN, QUOTE, TRAIT, Floats, Ints
from tqcheck.evidence.support.usage import UNKNOWN

NO_SUCH = -2.0
"""What stands where no alternate has the word, so that its case cannot be compared."""
AROUND = 2
"""Words on either side among which those that no alternate has are counted."""


def punctuation(own: Joined) -> dict[str, Floats]:
    """Which words stand within quotation marks, and which beside a hyphen or dash (1 after, 2 before, 3 between)."""
    quotes = np.append(0, np.cumsum((own.signs & QUOTE) > 0))
    (hyphens,), at = own.spread([(own.signs & HYPHEN) > 0], 1, 0)
    within = (quotes[1:] - quotes[own.starts][own.part]) % 2
    return {"own:quoted": within.astype(np.float32), "own:hyphen": hyphens[at - 1] + 2 * hyphens[at + 1]}


def company(cases: Cases, table: Matches, stem: Floats) -> dict[str, Floats]:
    """What the alternates say of the company of each word.

    stem  the share of alternates that have its stem

    alt:case           how much oftener they begin the same word with a capital
    alt:word_before, alt:word_after  share of them in which it follows, or is followed by, the same word of content
    alt:alone          how many of the five words around it none of them has
    """
    own, others, n = cases.own, cases.others, len(cases.own)
    exact = table.exact
    number = np.bincount(exact.mine, minlength=n).astype(np.float32)
    capitals = np.bincount(exact.mine, others.traits[exact.theirs, TRAIT["capital"]], n).astype(np.float32)
    case = np.where(number > 0, capitals / np.maximum(number, 1) - own.traits[:, TRAIT["capital"]], NO_SUCH)
    before, after = np.full(n, UNKNOWN, np.float32), np.full(n, UNKNOWN, np.float32)
    (mine, follows), (theirs, followed) = _pairs(own), _pairs(others)
    links = _same_pairs(cases, mine, follows, theirs, followed)
    after[mine] = before[follows] = (links.any().sum(0) / cases.count)[mine]
    nowhere = np.append(0, np.cumsum((stem == 0) & (own.traits[:, TRAIT["mark"]] == 0)))
    at, begins = np.arange(n), own.starts[own.part]
    last = np.minimum(at + AROUND + 1, begins + own.sizes[own.part])
    alone = nowhere[last] - nowhere[np.maximum(at - AROUND, begins)]
    return {"alt:case": case, "alt:word_before": before, "alt:word_after": after, "alt:alone": alone}


def _pairs(texts: Joined) -> tuple[Ints, Ints]:
    """The words of content that others follow in their text, and those."""
    at = texts.content
    same = texts.part[at[:-1]] == texts.part[at[1:]]
    return at[:-1][same], at[1:][same]


def _same_pairs(cases: Cases, mine: Ints, follows: Ints, theirs: Ints, followed: Ints) -> Links:
    """Where a word of content is followed by the same one, by their roots, in an alternate."""
    own, others = cases.own, cases.others
    most = int(max(own.root.max(), others.root.max())) + 1
    keys = (own.part[mine] * most + own.root[mine]) * most + own.root[follows]
    other_keys = (cases.about[theirs] * most + others.root[theirs]) * most + others.root[followed]
    groups = grouped(np.concatenate([keys, other_keys]))
    a, b = meet(groups[: len(keys)], groups[len(keys) :])
    return Links(cases, mine[a], theirs[b])


def used(cases: Cases, table: Matches, places: Slots) -> dict[str, Floats]:
    """How often the rest of the document has each word, and what the alternates have in its stead.

    doc:elsewhere  how many other passages have the word, by the mean of their renderings
    doc:instead    the same for the commonest word of content that only the alternates have, in its slot
    doc:near       the same, with two words around the slot
    """
    mine, theirs = _elsewhere(cases)
    lacking = np.zeros(len(theirs) + 1, np.float32)
    at = cases.others.content
    lacking[at] = theirs[at]
    lacking[:-1][table.stem.said | table.root.said] = 0
    low, high = windows(places, cases.sizes)
    ends = np.stack([low, high], 3) + cases.starts[:, :, None]
    most = np.maximum.reduceat(lacking, ends.ravel())[::2].reshape(low.shape)
    instead, near = np.where(mine == UNKNOWN, UNKNOWN, np.where(places.equal | (low >= high), 0, most).max(1))
    return {"doc:elsewhere": mine, "doc:instead": instead, "doc:near": near}


def _elsewhere(cases: Cases) -> tuple[Floats, Floats]:
    """How often the rest of the document has each word of the renderings and of their alternates."""
    roots = np.concatenate([cases.own.root, cases.others.root])
    about = np.concatenate([cases.own.part, cases.about])
    found = np.full(len(roots), UNKNOWN, np.float32)
    for usage in dict.fromkeys(usage for usage in cases.usages if usage):
        mine = [one is usage for one in cases.usages]
        passages = [usage.passage(part.text) for part in cases.own.parts]
        here = np.array(mine)[about]
        found[here] = usage.elsewhere(np.array(passages, np.int64)[about[here]], roots[here])
    return found[: len(cases.own)], found[len(cases.own) :]
