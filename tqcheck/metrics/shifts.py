"""The edits and phrase shifts that turn a rendering into its reference, by the search of Tercom as sacrebleu has it.

The search and its limits are sacrebleu's (`lib_ter`, after Tercom); the distances are rapidfuzz's and without its beam.
Shifts are looked at in the order in which the search prefers them among those that gain as much, so that it can stop at
the first that gains as much as any could.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

LONGEST_SHIFT, FARTHEST_SHIFT, MOST_CANDIDATES = 10, 50, 1000

_Shift = tuple[int, int, int]
"""Minus the number of words moved, where they begin, and before which word they are put: in order of preference."""


def edits(mine: str, theirs: str, distance: int, least: int) -> int:
    """Edits and shifts from `mine` to `theirs`, each a letter for a word.

    distance  the edit distance of the two
    least     what the distance cannot fall below however words are moved
    """
    from rapidfuzz.distance import Levenshtein

    measure = Levenshtein.distance
    places: dict[str, list[int]] = {}
    masks: dict[str, int] = {}
    for at, letter in enumerate(theirs):
        if letter in places:
            places[letter].append(at)
            masks[letter] |= 1 << at
        else:
            places[letter], masks[letter] = [at], 1 << at
    shifts, checked = 0, 0
    while distance > least:
        candidates = list(islice(_candidates(mine, theirs, places, masks), MOST_CANDIDATES - checked))
        checked += len(candidates)
        if checked >= MOST_CANDIDATES:
            break
        candidates.sort()
        best, outcome, done = 0, mine, None
        for shift in candidates:
            length, start, target = -shift[0], shift[1], shift[2]
            # Two stretches that change places cost no more than taking out and putting in the shorter.
            passed = start - target if target < start else target - start - (length if target > start + length else 0)
            if 2 * min(length, passed) <= best or shift == done:
                continue
            done, shifted = shift, _shifted(mine, start, length, target)
            gain = distance - int(measure(shifted, theirs, score_cutoff=distance - best - 1))
            if gain > best:
                best, outcome = gain, shifted
                if distance - best == least:
                    break
        if not best:
            break
        mine, distance, shifts = outcome, distance - best, shifts + 1
    return shifts + distance


def _candidates(
    mine: str, theirs: str, places: Mapping[str, Sequence[int]], masks: Mapping[str, int]
) -> Iterator[_Shift]:
    """Shifts of words to where the reference has the same ones, both wrong as they stand; some more than once.

    places  where each word of the reference stands; masks: the same as bits
    """
    aligned, wrong_mine, wrong_theirs = _trace(mine, theirs, masks)
    for start, letter in enumerate(mine):
        for there in places.get(letter, ()):
            onward = aligned[there] - start
            if not onward or abs(there - start) > FARTHEST_SHIFT:
                continue
            most = min(LONGEST_SHIFT, len(mine) - start, len(theirs) - there)
            if onward > 0:  # not into themselves
                most = min(most, onward)
            wrong_here = wrong_there = False
            length = 0
            while length < most and mine[start + length] == theirs[there + length]:
                wrong_here = wrong_here or wrong_mine[start + length]
                wrong_there = wrong_there or wrong_theirs[there + length]
                length += 1
                if wrong_here and wrong_there:
                    previous = -1
                    for at in range(there - 1, there + length):
                        target = aligned[at] + 1 if at >= 0 else 0
                        if target != previous:
                            previous = target
                            yield -length, start, target


def _shifted(mine: str, start: int, length: int, target: int) -> str:
    end = start + length
    moved = mine[start:end]
    if target < start:
        return mine[:target] + moved + mine[target:start] + mine[end:]
    if target > end:
        return mine[:start] + mine[end:target] + moved + mine[target:]
    return mine[:start] + mine[end : length + target] + moved + mine[length + target :]


def _trace(mine: str, theirs: str, masks: Mapping[str, int]) -> tuple[list[int], list[bool], list[bool]]:
    """Where each word of the reference stands in `mine`, and which words are wrong on either side.

    Of equal ways the one with substitutions, then deletions, then insertions, from the end: as sacrebleu prefers them.
    The distances are those of Hyyrö (2003), a bit for each word of the reference: whether going on along both texts
    costs nothing, and whether going on along `mine` alone costs one.
    """
    aligned = [-1] * len(theirs)
    wrong_mine, wrong_theirs = [True] * len(mine), [True] * len(theirs)
    i, j = len(mine) - 1, len(theirs) - 1
    while i >= 0 and j >= 0 and mine[i] == theirs[j]:
        aligned[j] = i
        wrong_mine[i] = wrong_theirs[j] = False
        i, j = i - 1, j - 1
    every = (1 << j + 1) - 1
    up, down = every, 0
    free: list[int] = []
    dear: list[int] = []
    for letter in mine[: i + 1]:
        match = masks.get(letter, 0) | down
        both = (((match & up) + up) ^ up) | match
        one = down | (every & ~(both | up))
        free.append(both)
        dear.append(one)
        less = (both & up) << 1
        one = (one << 1) | 1
        up = (less | ~(both | one)) & every
        down = one & both & every
    while i >= 0 and j >= 0:
        same = mine[i] == theirs[j]
        if same or not free[i] >> j & 1:
            aligned[j] = i
            wrong_mine[i] = wrong_theirs[j] = not same
            i, j = i - 1, j - 1
        elif dear[i] >> j & 1:
            i -= 1
        else:
            aligned[j] = i
            j -= 1
    return aligned, wrong_mine, wrong_theirs
