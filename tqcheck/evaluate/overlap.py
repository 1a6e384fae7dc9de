"""The span measure of the field: partial overlap, partial credit, micro-averaged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

Bounds = tuple[int, int]


@dataclass(frozen=True)
class Credit:
    """Sums over texts: credit given to spans and to marks, and how many of each there were."""

    spans: int = 0
    marks: int = 0
    right: float = 0.0
    found: float = 0.0

    def __add__(self, other: Credit) -> Credit:
        return Credit(
            self.spans + other.spans, self.marks + other.marks, self.right + other.right, self.found + other.found
        )

    def figures(self) -> dict[str, float]:
        """Precision, recall and F1 in percent; 0 where there is nothing to divide by."""
        precision, recall = self.right / max(self.spans, 1), self.found / max(self.marks, 1)
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return {
            name: round(100 * value, 2)
            for name, value in zip(("precision", "recall", "f1"), (precision, recall, f1), strict=True)
        }


def credit(spans: Sequence[Bounds], marks: Sequence[Bounds]) -> Credit:
    """How the flagged spans of one text meet the marks of one rater on it, both half-open, in code points.

    Each span is matched with at most one mark and each mark with at most one span, such that the sum over the pairs of
    twice the shared code points divided by the code points of both (the F1 of the pair) is the greatest there is. A
    matched span of length s that shares o code points with its mark of length m is right for o/s, and the mark found
    for o/m; all others for nothing. Precision is the sum of the former divided by the number of spans of all texts,
    recall the sum of the latter divided by the number of marks of all texts (micro-average): a long span counts no more
    than a short one, and texts without errors count through the spans flagged in them. Empty spans and marks are left
    out. Severity and category play no part. Made to be comparable with the figures of arXiv 2603.19921.
    """
    ours, theirs = ([(start, end) for start, end in given if start < end] for given in (spans, marks))
    right = found = 0.0
    for some, others in _clusters(ours, theirs):
        for a, b in _matched(some, others):
            shared = _shared(a, b)
            right += shared / (a[1] - a[0])
            found += shared / (b[1] - b[0])
    return Credit(len(ours), len(theirs), right, found)


def _shared(a: Bounds, b: Bounds) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def _clusters(spans: Iterable[Bounds], marks: Iterable[Bounds]) -> Iterator[tuple[list[Bounds], list[Bounds]]]:
    """Groups that share no code point with each other, so that each can be matched by itself."""
    sides: tuple[list[Bounds], list[Bounds]] = [], []
    reach = -1
    for bounds, side in sorted([*((b, 0) for b in spans), *((b, 1) for b in marks)]):
        if bounds[0] >= reach:
            if sides[0] and sides[1]:
                yield sides
            sides = [], []
        sides[side].append(bounds)
        reach = max(reach, bounds[1])
    if sides[0] and sides[1]:
        yield sides


def _matched(spans: Sequence[Bounds], marks: Sequence[Bounds]) -> list[tuple[Bounds, Bounds]]:
    """The pairs with the greatest sum of F1."""
    if len(spans) > len(marks):
        return [(a, b) for b, a in _matched(marks, spans)]
    cost = [[-2 * _shared(a, b) / (a[1] - a[0] + b[1] - b[0]) for b in marks] for a in spans]
    return [(spans[row], marks[column]) for row, column in _assignment(cost)]


def _assignment(cost: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Rows with their columns such that the sum of costs is least, no more rows than columns.

    The Hungarian method with potentials (Kuhn 1955, Munkres 1957), a row at a time along the shortest augmenting path.
    """
    rows, columns = len(cost), len(cost[0])
    of_row, of_column = [0.0] * (rows + 1), [0.0] * (columns + 1)
    owner, before = [0] * (columns + 1), [0] * (columns + 1)  # rows from 1; column 0 holds the row being placed
    for row in range(1, rows + 1):
        owner[0], at = row, 0
        least, seen = [float("inf")] * (columns + 1), [False] * (columns + 1)
        while owner[at]:
            seen[at] = True
            current = owner[at]
            for column in range(1, columns + 1):
                reduced = cost[current - 1][column - 1] - of_row[current] - of_column[column]
                if not seen[column] and reduced < least[column]:
                    least[column], before[column] = reduced, at
            nearest = min((n for n in range(1, columns + 1) if not seen[n]), key=lambda n: least[n])
            step = least[nearest]
            for column in range(columns + 1):
                if seen[column]:
                    of_row[owner[column]] += step
                    of_column[column] -= step
                else:
                    least[column] -= step
            at = nearest
        while at:
            owner[at], at = owner[before[at]], before[at]
    return [(owner[column] - 1, column - 1) for column in range(1, columns + 1) if owner[column]]
