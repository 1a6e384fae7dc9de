"""A comparison as Markdown, for a comment on a pull request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.model.comparison import Compared
from tqcheck.reporters.base import PLAIN, View
from tqcheck.reporters.comparison.parts import markdown as parts
from tqcheck.reporters.comparison.text import detectable, difference_cells, score_table
from tqcheck.reporters.display.marks import plain, row


def render(compared: Compared, view: View = PLAIN) -> Iterator[str]:
    """Yield a table of scores and a list of the differences."""
    rows = list(score_table(compared))
    if len(rows) > 1 and len(rows[0]) > 1:
        yield _row(["rendering", *rows[0][1:]])
        yield _row(["---", *("---:" for _ in rows[0][1:])])
        yield from (_row(row) for row in rows[1:])
        yield "\nRenderings with the same number in brackets cannot be told apart.\n" if compared.ranks else ""
    if compared.suspect:
        yield f"\n**Warning:** {plain(compared.suspect)}\n"
    if compared.comparisons:
        yield "\n"
        yield from (
            f"- {plain(' · '.join(c.strip() for c in difference_cells(one)))}\n" for one in compared.comparisons
        )
        yield f"\n{plain(detectable(compared))}.\n"
    if compared.quality:
        yield from parts.quality(compared)
    if compared.differences:
        yield from parts.differences(compared.differences, compared.systems)
    if compared.changes:
        yield from parts.changes(compared.changes)
    for note in compared.notes:
        yield f"\n> {plain(note)}\n"


def _row(cells: Sequence[str]) -> str:
    return row([plain(cell) if cell.strip("-:") else cell for cell in cells])
