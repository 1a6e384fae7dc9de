"""A comparison as Markdown, for a comment on a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tqcheck.model.comparison import Compared
from tqcheck.reporters.base import PLAIN, View
from tqcheck.reporters.comparison.text import difference_cells, score_table


def render(compared: Compared, view: View = PLAIN) -> Iterator[str]:
    """Yield a table of scores and a list of the differences."""
    rows = list(score_table(compared))
    if len(rows) > 1 and len(rows[0]) > 1:
        yield _row(["rendering", *rows[0][1:]])
        yield _row(["---", *("---:" for _ in rows[0][1:])])
        yield from (_row(row) for row in rows[1:])
        yield "\nRenderings with the same number in brackets cannot be told apart.\n" if compared.ranks else ""
    if compared.suspect:
        yield f"\n**Warning:** {_plain(compared.suspect)}\n"
    if compared.comparisons:
        yield "\n"
        yield from (
            f"- {_plain(' · '.join(c.strip() for c in difference_cells(one)))}\n" for one in compared.comparisons
        )
    for note in compared.notes:
        yield f"\n> {_plain(note)}\n"


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(_plain(cell) if cell.strip("-:") else cell for cell in cells) + " |\n"


def _plain(text: str) -> str:
    """`text` with what Markdown would take for marks escaped."""
    return re.sub(r"([\\`*_\[\]<>|#])", r"\\\1", text)
