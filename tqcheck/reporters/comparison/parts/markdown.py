"""What differs, what the rules found and what changed, in Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.model.comparison import Change, Compared
from tqcheck.model.differences import Differences
from tqcheck.reporters.comparison.parts import differing
from tqcheck.reporters.comparison.parts.verdicts import families, points, severities, verdict
from tqcheck.reporters.display.marks import plain, row


def differences(found: Differences, systems: Sequence[str]) -> Iterator[str]:
    """Yield the sections on what differs, the long ones folded away."""
    if found.apart:
        yield from _folded("Segments that differ most", _segments(found))
    if found.parallels:
        kept = differing.chosen(found.parallels)
        yield from _folded(
            f"Names, numbers and terms that differ ({len(found.parallels):,})", _parallels(found, systems)
        )
        if more := differing.left_out(len(kept), len(found.parallels), "rows"):
            yield f"\n{more}\n"
    if found.phrases:
        yield from _folded("Phrases used too often or too rarely", _phrases(found))
    if found.buckets:
        yield from _folded(f"Where the scores part ({plain(found.metric)})", _buckets(found, systems))


def _folded(title: str, lines: Iterator[str]) -> Iterator[str]:
    yield f"\n<details><summary>{title}</summary>\n\n"
    yield from lines
    yield "\n</details>\n"


def _segments(found: Differences) -> Iterator[str]:
    yield "~~Only in the first~~, **only in the second**, *moved*.\n\n"
    for one in found.apart[: differing.SEGMENTS]:
        yield f"- {plain(one.id)}: {plain(one.a)} and {plain(one.b)} agree at {one.agreement:.1f} chrF++: "
        for space, kind, text in differing.worded(one.pieces):
            mark = {"a": "~~", "b": "**", "moved-a": "*", "moved-b": "*"}.get(kind, "")
            # A mark of emphasis holds only where a word begins right after it.
            yield f"{space or ('' if not mark else ' ')}{mark}{plain(text)}{mark}"
        yield "\n"


def _parallels(found: Differences, systems: Sequence[str]) -> Iterator[str]:
    yield from _table(["article", "source", "meaning", *systems], 4 + len(systems))
    for one in differing.chosen(found.parallels):
        where = one.article if found.source else one.id
        yield row(
            [plain(c) for c in (where, one.what, one.meaning or one.kind, *(differing.cell(one, s) for s in systems))]
        )


def _phrases(found: Differences) -> Iterator[str]:
    for rendering, told, some in differing.by_rendering(found.phrases):
        phrases = "; ".join(f"“{plain(p.text)}” {differing.counts(p)}" for p in some)
        yield f"- {plain(rendering)} {told} (how often, and on average in the others): {phrases}\n"


def _buckets(found: Differences, systems: Sequence[str]) -> Iterator[str]:
    yield from _table(["", "", "segments", *systems], 2)
    for _, cells in differing.bucket_rows(found, systems):
        yield row([plain(cell.strip()) for cell in cells])


def quality(compared: Compared) -> Iterator[str]:
    """Yield the table of findings by family and severity, and the weighed score with its weights."""
    found = compared.quality
    kinds, grades = families(found), severities(found)
    yield f"\nWhat the rules found, per 1,000 {found[0].unit}:\n\n"
    yield from _table(["rendering", *kinds, *grades, "all", "points"], 1)
    for one in sorted(found, key=lambda q: q.score):
        rates = [one.rate(family=kind) for kind in kinds] + [one.rate(severity=grade) for grade in grades]
        yield row([plain(one.rendering), *(f"{rate:.1f}" for rate in (*rates, one.rate(), one.score))])
    yield f"\n{plain(points(compared))}\n"


def changes(found: Sequence[Change]) -> Iterator[str]:
    """Yield each change since the baseline with its verdict and the reason."""
    yield "\nSince the baseline:\n\n"
    yield from _table(["rendering", "metric", "before", "after", "", ""], 2)
    for one in found:
        told, why = verdict(one)
        yield row(
            [
                plain(one.rendering),
                plain(one.metric),
                f"{one.before:.2f}",
                f"{one.after:.2f}",
                f"**{told}**",
                plain(why),
            ]
        )


def _table(head: Sequence[str], words: int) -> Iterator[str]:
    """The head of a table whose first columns hold words and the others figures."""
    yield row([plain(cell) for cell in head])
    yield row(["---" if n < words else "---:" for n in range(len(head))])
