"""Names of bodies, outlets and companies that are nearly rendered: right but for a word that is put for another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqcheck.evidence.name_words import HEADS, OPTIONAL, SAME_HEADS, TITLES
from tqcheck.evidence.terms import TermUse
from tqcheck.evidence.verdict import Verdict
from tqcheck.evidence.wording import spelling
from tqcheck.lang.base import Language
from tqcheck.lang.english_common import common_words
from tqcheck.lang.english_lexical import stem as gloss_stem
from tqcheck.lang.words import LIGHT, Word, capital_runs, words
from tqcheck.model.text import Span

NAMED = frozenset("agency outlet body organisation company university law event programme".split())
"""Kinds of entries whose English is fixed to the word."""

_SMALL = LIGHT | {"and", "for", "on", "in", "to"}
_GAPS = (" ", "-", "–", " & ")
_GAPS_WITH_COMMAS = (*_GAPS, ", ")
_LONGEST = 11
"""Words of the longest name looked for."""
_FEWEST_LETTERS, _LIKE_ENOUGH = 4, 0.5
"""Letters, and share of the longer word's, with which two words of one root begin alike."""
_LOOKS_ALIKE = 75
"""Likeness of two words, of rapidfuzz's ratio, 0 to 100, from which one is taken for the other's slip."""
DEAREST = 0.5
"""Cost of the changed words, to the words that are right, up to which a run is taken for the name."""


@dataclass(frozen=True, slots=True)
class NearName:
    """A run of the target that is nearly a rendering of a term.

    accepted  the rendering that it is nearest to
    cost      how far off it is: 0 would be right
    """

    target: Span
    use: TermUse
    accepted: str
    cost: float


@dataclass(frozen=True, slots=True)
class _Token:
    word: Word
    key: str


def find_near(
    target: str, language: Language, terms: Sequence[TermUse], kinds: frozenset[str] = NAMED
) -> Sequence[NearName]:
    """Names in `target` that stand for terms that it renders in no accepted form, each with a word changed.

    terms  the known terms of the source with how they are rendered
    A changed word glosses a character of the term, is of one root with the right one, or is of the same sort (a
    committee for a commission); one that is none of these is let pass only within a name of three words or more.
    """
    named = [use for use in terms if use.entry.kind in kinds]
    if not named:
        return ()
    found = words(target)
    taken = [use.target for use in terms if use.target]
    near = [one for use in named for one in _bent(use, found)]
    for use in named:
        if use.verdict is Verdict.UNKNOWN:
            near.extend(_of_use(use, found, target, taken, language))
    kept: list[NearName] = []
    for one in sorted(near, key=lambda n: (n.cost, n.target)):
        if not any(one.target.overlaps(other.target) for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda n: n.target))


def _bent(use: TermUse, found: Sequence[Word]) -> Iterator[NearName]:
    """A name found by its stems with a word in another form, as a name has none: World Trading Organization."""
    if use.verdict is not Verdict.FOUND or not use.target:
        return
    have = [w for w in found if use.target.contains(w.span) and w.folded not in _SMALL]
    if len(have) < 3 or not all(w.capitalised for w in have):
        return
    bent: str | None = None
    for rendering in use.entry.renderings:
        want = [w for w in words(rendering) if w.folded not in _SMALL]
        if [w.stem for w in want] != [w.stem for w in have]:
            continue
        if all(_is_verb(a) == _is_verb(b) for a, b in zip(want, have, strict=True)):
            return
        bent = bent or rendering
    if bent:
        yield NearName(use.target, use, bent, 0.1)


def _is_verb(word: Word) -> bool:
    return word.folded.endswith(("ing", "ed"))


def _of_use(
    use: TermUse, found: Sequence[Word], target: str, taken: Sequence[Span], language: Language
) -> Iterator[NearName]:
    wanted = [(r, _canonical(words(r.replace("o-op", "oop")))) for r in use.entry.renderings]
    wanted = [(r, want) for r, want in wanted if len(want) > 1 and want[0].word.capitalised]
    if not wanted:
        return
    parts = language.glossed_parts(use.entry.term)
    own = {token.key for _, want in wanted for token in want}
    gaps = _GAPS_WITH_COMMAS if any("," in r for r, _ in wanted) else _GAPS
    best: NearName | None = None
    for run in capital_runs(found, target, _SMALL, gaps):
        for window in _windows(run, own, taken):
            span = Span(window[0].span.start, window[-1].span.end)
            if any(span.overlaps(t) and not (span.contains(t) and span != t) for t in taken):
                continue
            have = _canonical(window)
            costs = [(_cost(want, have, parts), r) for r, want in wanted if abs(len(have) - len(want)) < 2]
            if any(cost == 0 for cost, _ in costs):
                continue
            for cost, rendering in costs:
                if cost is not None and (best is None or cost < best.cost):
                    best = NearName(span, use, rendering, cost)
    if best:
        yield best


def _windows(run: Sequence[Word], own: set[str], taken: Sequence[Span]) -> Iterator[Sequence[Word]]:
    """Stretches of a run of capitals that may be a name by themselves: not cut out of a longer one."""

    def apart(word: Word) -> bool:
        return (
            word.text.endswith(("'s", "’s", "s'", "s’"))
            or spelling(word.stem) in TITLES | OPTIONAL
            or any(t.contains(word.span) for t in taken)
        )

    for first, start in enumerate(run):
        if start.folded in _SMALL or start.parted and first:
            continue
        before = run[first - 1] if first else None
        if before and before.folded not in _SMALL and not apart(before):
            continue
        if before and any(spelling(w.stem) in own for w in run[max(0, first - 3) : first] if w.folded not in _SMALL):
            continue
        for last in range(first + 1, min(len(run), first + _LONGEST)):
            if run[last].folded in _SMALL:
                continue
            after = run[last + 1 :]
            if after and after[0].folded not in _SMALL and not apart(after[0]):
                continue
            if any(spelling(w.stem) in own for w in after[:3]):
                continue
            window = run[first : last + 1]
            if not _two(window):
                yield window


def _two(window: Sequence[Word]) -> bool:
    """Whether `and` joins two names: the Commercial Bank and the Agricultural Bank."""
    heads = [spelling(w.stem) in HEADS for w in window]
    return any(w.folded == "and" and heads[i - 1] and any(heads[i:]) for i, w in enumerate(window) if i)


def _canonical(found: Sequence[Word]) -> list[_Token]:
    """The words that carry a name, those that come and go first and then what follows `of`.

    So `Ministry of Finance` and Finance Ministry are one.
    """
    split = next((i for i, w in enumerate(found) if i and w.folded in ("of", "for")), None)
    if split is not None and any(spelling(w.stem) in HEADS for w in found[:split]):
        found = [*found[split + 1 :], *found[:split]]
    tokens = [_Token(w, spelling(w.stem)) for w in found if w.folded not in _SMALL]
    return sorted(tokens, key=lambda token: token.key not in OPTIONAL)


def _cost(want: Sequence[_Token], have: Sequence[_Token], parts: Sequence[frozenset[str]]) -> float | None:
    """How far `have` is off `want`: 0 where it is the same or a short form, None where it is another name."""
    exact = strong = changes = doubts = 0
    cost = 0.0
    pairs = _aligned(want, have, parts)
    for i, (a, b) in enumerate(pairs):
        if a and b and a.key == b.key:
            exact += 1
            strong += a.key not in HEADS and a.key not in OPTIONAL
            continue
        if a and b:
            price = _exchange(a, b, parts)
            if price is None:
                return None
        elif a:
            price = 0.1 if a.key in OPTIONAL else 0.7
        elif b and b.key not in OPTIONAL:
            within = 0 < i < len(pairs) - 1 and b.key in HEADS
            if len(want) < 3 or not (within or _glosses(b, parts)):
                return None
            price = 0.5
        else:
            price = 0.1
        doubts += price == 1
        changes += b is not None and price >= 0.3
        cost += price
    if not changes:
        return 0.0 if exact else None
    if any(t.key in HEADS for t in want) and not any(t.key in HEADS for t in (have[0], have[-1])):
        return None
    if doubts > 1 or (doubts and (exact < 2 or not strong or len(want) < 3)) or (not strong and exact < 2):
        return None
    cost /= exact + 0.5 * strong
    return cost if cost <= DEAREST else None


def _exchange(a: _Token, b: _Token, parts: Sequence[frozenset[str]]) -> float | None:
    """What it costs to have `b` for `a`; nothing where that is no fault, None where it makes another thing."""
    if b.key in TITLES or b.word.text.isdigit() or a.word.text.isdigit():
        return None
    if a.key in OPTIONAL and b.key in OPTIONAL:
        return 0.0
    if a.key in HEADS and b.key in HEADS:
        return 0.0 if any(a.key in same and b.key in same for same in SAME_HEADS) else 0.4
    if _cousins(a.key, b.key):
        return 0.3
    if b.key in HEADS and a.key not in HEADS:
        return None
    if _glosses(b, parts):
        return 0.5
    # What is a name within the name makes it another one's; a common word is but a wrong one.
    return 1.0 if _common(a.word) and _common(b.word) else None


def _common(word: Word) -> bool:
    return word.folded in common_words() or word.stem in common_words() or word.stem + "e" in common_words()


def _glosses(token: _Token, parts: Sequence[frozenset[str]]) -> bool:
    return any(gloss_stem(token.word.folded) in part for part in parts)


def _cousins(one: str, other: str) -> bool:
    """Whether two words begin alike or look alike: education and educational, cooperation and corporation."""
    from rapidfuzz import fuzz

    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    alike = shared > 1 and min(len(one), len(other)) > 5 and fuzz.ratio(one, other) >= _LOOKS_ALIKE
    return alike or (shared >= _FEWEST_LETTERS and shared >= _LIKE_ENOUGH * max(len(one), len(other)))


def _aligned(
    want: Sequence[_Token], have: Sequence[_Token], parts: Sequence[frozenset[str]]
) -> list[tuple[_Token | None, _Token | None]]:
    """The two word for word, in order, at the least cost."""
    rows: list[list[tuple[float, list[tuple[_Token | None, _Token | None]]]]] = [[(0.0, [])]]
    for j, b in enumerate(have):
        cost, path = rows[0][j]
        rows[0].append((cost + 0.8, [*path, (None, b)]))
    for i, a in enumerate(want):
        row = [(rows[i][0][0] + 0.8, [*rows[i][0][1], (a, None)])]
        for j, b in enumerate(have):
            price = 0.0 if a.key == b.key else 0.6 if _exchange(a, b, parts) in (0.0, 0.3, 0.4, 0.5) else 1.0
            row.append(
                min(
                    (rows[i][j][0] + price, [*rows[i][j][1], (a, b)]),
                    (rows[i][j + 1][0] + 0.8, [*rows[i][j + 1][1], (a, None)]),
                    (row[j][0] + 0.8, [*row[j][1], (None, b)]),
                    key=lambda option: option[0],
                )
            )
        rows.append(row)
    return rows[-1][-1][1]
