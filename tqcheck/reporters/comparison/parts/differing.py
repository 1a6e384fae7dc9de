"""What differs between renderings, as cells and pieces that text and Markdown share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from tqcheck.model.differences import Bucket, Differences, Parallel, Phrase, Piece
from tqcheck.reporters.display.safe import shown

SEGMENTS, PARALLELS, PHRASES, ARTICLES = 8, 40, 8, 8
"""How many of each are shown to a person; JSON has all that are kept."""
CONTEXT = 6
"""Words of what is the same that are kept on either side of a difference."""
LONGEST = 600
"""Code points of a segment that are shown."""
NONE, WRONG = "–", "✗ "
_CLOSING = tuple(",.;:!?)]}’”%'，。；：！？）】》、")
MARKS: Mapping[str, tuple[str, str]] = {
    "a": ("[-", "-]"),
    "b": ("{+", "+}"),
    "moved-a": ("[~", "~]"),
    "moved-b": ("{~", "~}"),
}


def worded(pieces: Sequence[Piece]) -> Iterator[tuple[str, str, str]]:
    """The pieces of a segment as space before, kind and text, long runs cut; what would be too long ends in `…`."""
    last = len(pieces) - 1
    room = LONGEST
    for n, piece in enumerate(pieces):
        text = shown(piece.text)
        if piece.kind == "same":
            text = _cut(text, CONTEXT if n else 0, CONTEXT if n < last else 0)
        else:
            text = _cut(text, 2 * CONTEXT, CONTEXT)
        yield "" if not n or text.startswith(_CLOSING) else " ", piece.kind, text
        room -= len(text)
        if room < 0 and n < last:
            yield " ", "same", "…"
            return


def _cut(text: str, before: int, after: int) -> str:
    """`text` with its first and last words; what stands between is worth leaving out from three words on."""
    words = text.split(" ")
    if len(words) < before + after + 3:
        return text
    return " ".join([*words[:before], "…", *words[len(words) - after :]])


def cell(parallel: Parallel, system: str) -> str:
    """What a rendering has, its known faults marked."""
    forms = " | ".join(shown(form) for form in parallel.forms.get(system, ()))
    return (WRONG if system in parallel.wrong else "") + (forms or NONE)


def chosen(found: Sequence[Parallel]) -> list[Parallel]:
    """Those that are shown, in the order of the text: of too many, what contradicts the source first."""
    if len(found) <= PARALLELS:
        return list(found)
    order = sorted(range(len(found)), key=lambda n: (not found[n].wrong, n))[:PARALLELS]
    return [found[n] for n in sorted(order)]


def by_rendering(found: Sequence[Phrase]) -> Iterator[tuple[str, str, list[Phrase]]]:
    """Rendering, `too often` or `too rarely`, and its phrases, the surest first."""
    for rendering, group in groupby(found, key=lambda phrase: phrase.rendering):
        phrases = list(group)
        for told, some in (
            ("too often", [p for p in phrases if p.excess > 0]),
            ("too rarely", [p for p in phrases if p.excess <= 0]),
        ):
            if some:
                yield rendering, told, some[:PHRASES]


def counts(phrase: Phrase) -> str:
    """How often, and in brackets how often it would be."""
    return f"{phrase.count:,} ({phrase.expected:,.0f})"


def chance(p: float) -> str:
    """A p-value as people write it."""
    return "p<0.001" if p < 0.001 else f"p={p:.3f}"


def bucket_rows(found: Differences, systems: Sequence[str]) -> Iterator[tuple[Bucket, list[str]]]:
    """Each bucket that is shown with its cells: trait, value, segments, scores, the best of them with a star.

    Of many articles those are shown in which the renderings are farthest apart.
    """
    kept: list[Bucket] = []
    for by, group in groupby(found.buckets, key=lambda bucket: bucket.by):
        buckets = list(group)
        if by in ("article", "outlet"):
            buckets = sorted(buckets, key=lambda bucket: -bucket.spread)[:ARTICLES]
        kept += buckets
    for bucket in kept:
        best = (min if found.metric == "ter" else max)(bucket.scores.values())
        values = [f"{bucket.scores[s]:.1f}{'*' if bucket.scores[s] == best else ' '}" for s in systems]
        yield bucket, [bucket.by, shown(bucket.name), f"{bucket.segments:,}", *values]


def left_out(shown_: int, there: int, what: str) -> str:
    """A line on what is not shown; empty where all is."""
    return f"{there - shown_:,} more {what}: --format json has them all" if there > shown_ else ""
