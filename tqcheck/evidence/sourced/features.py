"""What a dictionary and the other rooms of evidence find in the source for each word of a rendering, as numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from tqcheck.evidence.sourced.likely import by_characters, by_synonyms, part_by_part, unreached
from tqcheck.evidence.sourced.likely import support as spoken_for
from tqcheck.evidence.sourced.places import FAR, gaps, linked, nearest
from tqcheck.evidence.sourced.settled import SAYING, persons, prefixes, quotes, sounding, spelt_out
from tqcheck.evidence.sourced.words import ACROSS, INSIDE, SourceWords, source_words
from tqcheck.evidence.support.features import Columns
from tqcheck.evidence.support.tokens import TRAIT, Floats, Tokens, sentence_starts, tokens
from tqcheck.evidence.verdict import Verdict
from tqcheck.lang.english_lexical import stem
from tqcheck.model.text import Span

if TYPE_CHECKING:
    from tqcheck.evidence.unit import Pair

Flags = NDArray[np.bool_]

ACCOUNTED = 0.5
"""Support from which the source accounts for a word: less has only a part of a word, or one of its characters."""
HEARD = 0.6
"""Likeness in sound from which a capitalised word may be a name of the source: that of `name_sides` where no sign marks
the source's names."""
FAINT = 0.3
"""Support under which nothing speaks for a word."""
NO_RANK = 10.0
LEAST_WORDS = 4
"""Words of content under which a rendering is not judged: there is too little around each to tell."""
LEANS = 0.08
"""Leaning from which a word of the source that no gloss ties to any word accounts for a word."""
TRAITS = (
    "stop", "rarity", "unknown", "capital", "capitals", "digit", "grammar", "length", "ly", "ed", "plural", "mark",
)  # fmt: skip
"""What a word is by itself, of those that tokens have."""
MOST_AT_ENDS = 12
BESIDE = (
    "own:rarity", "own:grammar", "own:inner_capital", "own:stop", "own:mark", "src:best", "src:whole", "src:sound",
    "src:known", "lnk:off", "all:support", "all:settled", "own:open",
)  # fmt: skip
"""Columns that a word is also given of the two words on either side."""
UNDECIDED = 0.5
"""Support of grammar and marks, which say nothing."""
NOBODY = -1.0
"""What stands there for a word that is not there."""


@dataclass(frozen=True)
class Sourced:
    """The words of a rendering with what the source says of them.

    columns   the evidence, each a number a word
    open      which are words of content that the source does not account for
    weighed   which are words that no other room has found wrong
    weights   how far each source word (row) speaks for each word (column), 0 to 1
    link      the source word that each goes back to, -1 where there is none
    left      which source words nothing renders
    expected  where in the source each word is to be looked for, by the links around it: the number of a source word
    """

    own: Tokens
    source: SourceWords
    columns: Columns
    open: Flags
    weighed: Flags
    weights: Floats
    link: NDArray[np.int64]
    left: Flags
    expected: Floats


def source_says(pair: Pair) -> Sourced | None:
    """What the source of a pair says of its words; None where there is none, or every word is accounted for."""
    own = tokens(pair.target.text)
    source = source_words(pair.source_text, pair.context.source_language.code)
    mark, stop, capital = (own.traits[:, TRAIT[name]] > 0 for name in ("mark", "stop", "capital"))
    content = ~stop & ~mark
    if not len(source) or content.sum() < LEAST_WORDS:
        return None
    places = _places(own, mark)
    found, weights = _glossed(own, source, places)
    known = _covering(own, [u.target for u in pair.terms if u.verdict is Verdict.FOUND and u.target])
    valued = _covering(own, [other.span for _, other in pair.quantities.matched])
    wrong = _covering(own, [u.target for u in pair.terms if u.verdict is Verdict.CONTRADICTED and u.target])
    best = found["src:best"]
    open_ = content & (best < ACCOUNTED) & (known + valued == 0)
    if not open_.any():
        return None
    found["src:sound"] = sounding(own, source, open_ & capital)
    heard = found["src:sound"] >= HEARD
    # A name's kind stands beside it, and in the source is a part of it: Rongjiang River.
    beside = np.convolve(heard, (1, 0, 1), "full")[1:-1] > 0
    kinds = [j for key in source.kinds & places.keys() for j in places[key]]
    glossed = best >= FAINT
    glossed[kinds] = True
    open_ &= ~heard & ~spelt_out(own, source, mark) & ~(beside & glossed)
    # What a sense has among other words it accounts for in part; who is named is spelt as their language has it.
    open_ &= (found["src:whole"] == 0) & (_covering(own, persons(pair)) == 0)
    found["src:known"], found["src:valued"] = known, valued
    found |= _by_itself(own)
    support = np.maximum(best, known + valued)
    found |= _surroundings(np.minimum(support, 1), content)
    link = linked(weights, source.light, mark)
    found |= _linked(found, source, weights, link)
    left = _left(pair, source, np.where(stop | mark, weights / 2, weights))
    between, expected = gaps(link, weights, content, source, left)
    unknown = _touched(source.spans, [s for u in pair.terms if u.verdict is Verdict.UNKNOWN for s in u.sources])
    found |= between | nearest(expected, source, left, unknown)
    of_content = {key: at for key, at in places.items() if content[at[0]]}
    bare = {key: at for key, at in of_content.items() if best[at[0]] < ACCOUNTED}
    leaning, table = by_characters(bare, source, left, expected)
    found |= by_synonyms(bare, source, left, len(own)) | leaning
    settled = heard | (known > 0)
    found["all:settled"], found["own:open"] = settled.astype(np.float32), open_.astype(np.float32)
    found["all:support"] = np.where(content, spoken_for(found, settled), UNDECIDED).astype(np.float32)
    found |= _around(found["all:support"], content, (3, 6), "all:support")
    found |= unreached(weights, table, source, expected, FAINT, FAR)
    found = _beside(found)
    # What a word that nothing renders stands for in other words, it is rendered by.
    open_ &= leaning["lean:left"] < LEANS
    open_[part_by_part(places, source)] = False
    open_ &= ~prefixes(own)
    if quotes(source):
        open_ &= ~np.isin(own.words, SAYING)
    return Sourced(own, source, found, open_, ~mark & (wrong == 0), weights, link, left, expected)


def _by_itself(own: Tokens) -> Columns:
    n = len(own)
    found = {f"own:{name}": own.traits[:, TRAIT[name]] for name in TRAITS}
    first = sentence_starts(own)
    place = np.arange(n, dtype=np.float32)
    _, which, count = np.unique(own.stem, return_inverse=True, return_counts=True)
    return found | {
        "own:first": first.astype(np.float32),
        "own:inner_capital": np.where(first, 0, found["own:capital"]),
        "own:start": np.minimum(place, MOST_AT_ENDS),
        "own:end": np.minimum(n - 1 - place, MOST_AT_ENDS),
        "own:position": place / n,
        "own:again": (count[which] - 1) * (1 - found["own:stop"]),
    }


def _places(own: Tokens, mark: Flags) -> dict[str, list[int]]:
    """The stems of the words, each with the numbers of its words."""
    places: dict[str, list[int]] = {}
    for j, word in enumerate(own.words):
        if not mark[j]:
            places.setdefault(stem(word), []).append(j)
    return places


def _glossed(own: Tokens, source: SourceWords, places: Mapping[str, Sequence[int]]) -> tuple[Columns, Floats]:
    n = len(own)
    whole, parts, inside, across = ([0.0] * n for _ in range(4))
    rank = [NO_RANK] * n
    rows = [[0.0] * n for _ in source.spans]
    keys = places.keys()
    for row, glosses, stems in zip(rows, source.glosses, source.parts, strict=True):
        for key in keys & stems.keys():
            for j in places[key]:
                row[j] = stems[key]
                parts[j] = max(parts[j], row[j])
        for key in keys & glosses.keys():
            weight, number = glosses[key]
            for j in places[key]:
                whole[j], rank[j], row[j] = max(whole[j], weight), min(rank[j], number), max(row[j], weight)
    for values, share, hidden in ((inside, INSIDE, source.inside), (across, ACROSS, source.across)):
        for i, glosses in hidden:
            for key in keys & glosses.keys():
                weight = glosses[key][0]
                for j in places[key]:
                    values[j], rows[i][j] = max(values[j], weight), max(rows[i][j], share * weight)
    table = np.array([whole, parts, inside, across, rank], np.float32)
    found = {
        f"src:{name}": row for name, row in zip(("whole", "parts", "inside", "across", "rank"), table, strict=True)
    }
    return found | {"src:best": table[:4].max(0)}, np.array(rows, np.float32)


def _covering(own: Tokens, spans: Iterable[Span]) -> Floats:
    found = np.zeros(len(own), np.float32)
    for span in spans:
        found[(own.start < span.end) & (span.start < own.end)] = 1
    return found


def _touched(words: Sequence[Span], spans: Iterable[Span]) -> Floats:
    found = np.zeros(len(words), np.float32)
    for span in spans:
        for number, word in enumerate(words):
            if word.overlaps(span):
                found[number] = 1
    return found


def _left(pair: Pair, source: SourceWords, weights: Floats) -> Flags:
    """Which words of content of the source nothing in the rendering goes back to."""
    spans = [span for use in pair.terms if use.verdict is Verdict.FOUND for span in use.sources]
    spans += [one.span for one, _ in pair.quantities.matched]
    found: Flags = (weights.max(1) < FAINT) & source.solid & ~source.light & (_touched(source.spans, spans) == 0)
    return found


def _surroundings(support: Floats, content: Flags) -> Columns:
    """The support of the words of content around each, and how many without any stand together."""
    n = len(support)
    found = _around(support, content, (2, 4, 8), "ctx:support")
    run = np.zeros(n, np.float32)
    group: list[int] = []
    for j in [*np.flatnonzero(content).tolist(), -1]:
        if j >= 0 and support[j] < FAINT:
            group.append(j)
        else:
            run[group] = len(group)
            group = []
    found["ctx:run"] = run
    return found


def _around(support: Floats, content: Flags, widths: Sequence[int], name: str) -> Columns:
    """The mean support of the words of content so many places to either side."""
    n = len(support)
    mine = np.stack([content, np.where(content, support, 0)]).astype(np.float32)
    sums = np.zeros((2, n + 1), np.float32)
    np.cumsum(mine, axis=1, out=sums[:, 1:])
    found: Columns = {}
    place = np.arange(n)
    for wide in widths:
        held = sums[:, np.minimum(place + wide + 1, n)] - sums[:, np.maximum(place - wide, 0)] - mine
        found[f"{name}{wide}"] = np.where(held[0] > 0, held[1] / np.maximum(held[0], 1), NOBODY)
    return found


def _linked(found: Columns, source: SourceWords, weights: Floats, link: NDArray[np.int64]) -> Columns:
    """What the source word is that a word goes back to."""
    n = len(link)
    place = np.arange(n)
    has = link >= 0
    out = {
        "lnk:off": np.where(has, (link + 0.5) / len(source) - (place + 0.5) / n, 1),
        "lnk:weight": np.where(has, weights[link, place], 0),
        "lnk:others": np.where(has, (weights > FAINT).sum(1)[link], NOBODY),
        "lnk:many": (weights > FAINT).sum(0),
    }
    for name in ("size", "senses", "common", "rare"):
        out[f"lnk:{name}"] = np.where(has, getattr(source, name)[link], NOBODY)
    out["lnk:rarer"] = found["own:rarity"] - out["lnk:common"]
    return out


def _beside(found: Columns) -> Columns:
    """`found` with the columns `BESIDE` of the words one and two before and after."""
    rows = np.stack([found[name] for name in BESIDE])
    padded = np.full((rows.shape[0], rows.shape[1] + 4), NOBODY, np.float32)
    padded[:, 2:-2] = rows
    out = dict(found)
    for step in (-2, -1, 1, 2):
        for name, row in zip(BESIDE, padded[:, 2 + step : 2 + step + rows.shape[1]], strict=True):
            out[f"{name}{step:+d}"] = row
    return out
