"""The edits and phrase shifts that turn a rendering into its reference, by the search of Tercom as sacrebleu has it.

The search and its limits are sacrebleu's (`lib_ter`, after Tercom); the distances are rapidfuzz's and without its beam.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

LONGEST_SHIFT, FARTHEST_SHIFT, MOST_CANDIDATES = 10, 50, 1000
_FIRST = 0x100  # words become letters from here on


def edits(words: Sequence[str], reference: Sequence[str]) -> int:
    """Edits and shifts from `words` to `reference`; all words where the reference is empty."""
    if not reference:
        return len(words)
    from rapidfuzz.distance import Levenshtein

    letters: dict[str, str] = {}
    for word in (*words, *reference):
        letters.setdefault(word, _letter(len(letters)))
    mine, theirs = ("".join(letters[word] for word in side) for side in (words, reference))
    if mine == theirs:
        return 0
    places: dict[str, list[int]] = defaultdict(list)
    for at, letter in enumerate(theirs):
        places[letter].append(at)
    shifts, checked = 0, 0
    while True:
        gain, shifted, checked = _shift(mine, theirs, places, checked)
        if checked >= MOST_CANDIDATES or gain <= 0:
            return shifts + int(Levenshtein.distance(mine, theirs))
        shifts += 1
        mine = shifted


def _letter(number: int) -> str:
    """A letter of its own for each word; the surrogates are passed over."""
    code = _FIRST + number
    return chr(code if code < 0xD800 else code + 0x800)


def _shift(mine: str, theirs: str, places: dict[str, list[int]], checked: int) -> tuple[int, str, int]:
    """The shift that lowers the distance most: by how much, its outcome, and the candidates looked at so far."""
    from rapidfuzz.distance import Levenshtein

    distance = Levenshtein.distance
    before, aligned, wrong_mine, wrong_theirs = _trace(mine, theirs)
    best: tuple[int, int, int, int, str] | None = None
    for start, there, length in _pairs(mine, theirs, places):
        if not any(wrong_mine[start : start + length]) or not any(wrong_theirs[there : there + length]):
            continue
        if start <= aligned[there] < start + length:
            continue
        previous = -1
        for at in range(there - 1, there + length):
            target = 0 if at == -1 else aligned[at] + 1
            if target == previous:
                continue
            previous = target
            shifted = _shifted(mine, start, length, target)
            candidate = (before - int(distance(shifted, theirs)), length, -start, -target, shifted)
            checked += 1
            if best is None or candidate > best:
                best = candidate
        if checked >= MOST_CANDIDATES:
            break
    return (best[0], best[4], checked) if best else (0, mine, checked)


def _pairs(mine: str, theirs: str, places: dict[str, list[int]]) -> Iterator[tuple[int, int, int]]:
    """Stretches that both have: start in each and length, every length up to the longest."""
    for start, letter in enumerate(mine):
        for there in places.get(letter, ()):
            if abs(there - start) > FARTHEST_SHIFT:
                continue
            most = min(LONGEST_SHIFT, len(mine) - start, len(theirs) - there)
            length = 0
            while length < most and mine[start + length] == theirs[there + length]:
                length += 1
                yield start, there, length


def _shifted(mine: str, start: int, length: int, target: int) -> str:
    moved, end = mine[start : start + length], start + length
    if target < start:
        return mine[:target] + moved + mine[target:start] + mine[end:]
    if target > end:
        return mine[:start] + mine[end:target] + moved + mine[target:]
    return mine[:start] + mine[end : length + target] + moved + mine[length + target :]


def _trace(mine: str, theirs: str) -> tuple[int, list[int], list[bool], list[bool]]:
    """The least distance, where each word of the reference stands in `mine`, and the words wrong on either side.

    Of equal ways the one with substitutions, then deletions, then insertions, from the end: as sacrebleu prefers them.
    """
    a = np.frombuffer(mine.encode("utf-32-le"), np.uint32)
    b = np.frombuffer(theirs.encode("utf-32-le"), np.uint32)
    steps = np.arange(len(b) + 1)
    rows = np.empty((len(a) + 1, len(b) + 1), np.int64)
    rows[0] = steps
    for i in range(len(a)):
        row = rows[i] + 1
        np.minimum(row[1:], rows[i, :-1] + (b != a[i]), out=row[1:])
        rows[i + 1] = np.minimum.accumulate(row - steps) + steps
    table = rows.tolist()
    aligned = [-1] * len(theirs)
    wrong_mine, wrong_theirs = [True] * len(mine), [True] * len(theirs)
    i, j = len(mine), len(theirs)
    while i or j:
        same = bool(i and j) and mine[i - 1] == theirs[j - 1]
        if i and j and table[i][j] == table[i - 1][j - 1] + (not same):
            i, j = i - 1, j - 1
            aligned[j] = i
            wrong_mine[i] = wrong_theirs[j] = not same
        elif i and table[i][j] == table[i - 1][j] + 1:
            i -= 1
        else:
            j -= 1
            aligned[j] = i - 1
    return int(table[-1][-1]), aligned, wrong_mine, wrong_theirs
