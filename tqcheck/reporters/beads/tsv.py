"""Beads as a segment table, tab-separated, which `tqcheck check` reads again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tqcheck.reporters.base import PLAIN, Aligned, View
from tqcheck.reporters.display.safe import shown

COLUMNS = ("id", "doc", "source_lang", "target_lang", "sentences", "score", "source", "target")


def render(aligned: Iterable[Aligned], view: View = PLAIN) -> Iterator[str]:
    """Yield a header and a row for each bead, one side empty where sentences were omitted or added.

    `id` is the article's with the bead's number from 0, `doc` the article's, `sentences` the numbers of both sides
    (`0+1=1`). Tabs and line breaks within a text become spaces and other control characters �.
    """
    yield "\t".join(COLUMNS) + "\n"
    for item in aligned:
        doc = f"{item.id}:{item.rendering}" if item.rendering else item.id
        for number, bead in enumerate(item.alignment.beads):
            numbers = "=".join("+".join(map(str, side)) for side in (bead.source, bead.target))
            row = (
                f"{doc}:{number}",
                doc,
                item.source_lang,
                item.target_lang,
                numbers,
                f"{bead.score:.4f}",
                item.source_text(bead.source),
                item.target_text(bead.target),
            )
            yield "\t".join(map(shown, row)) + "\n"
