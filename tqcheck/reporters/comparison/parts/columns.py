"""Tables for a terminal, whose columns stand under each other in letters of any width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len, set_cell_size


def aligned(table: Sequence[Sequence[str]], right: Sequence[int] = (), indent: str = "") -> Iterator[str]:
    """Lines of a table, two spaces between columns; `right` numbers the columns whose cells end at the same place."""
    widths = [max(cell_len(row[n]) for row in table if n < len(row)) for n in range(max(map(len, table), default=0))]
    for row in table:
        cells = []
        for n, (cell, width) in enumerate(zip(row, widths, strict=False)):
            space = " " * (width - cell_len(cell))
            cells.append(space + cell if n in right else cell + space)
        yield (indent + "  ".join(cells)).rstrip() + "\n"


def short(text: str, most: int) -> str:
    """`text` in at most so many columns of a terminal, its end left out where it is longer."""
    return text if cell_len(text) <= most else set_cell_size(text, most - 1).rstrip() + "…"


def counted(number: int, noun: str) -> str:
    """A number with its noun."""
    return f"{number} {noun}" if number == 1 else f"{number:,} {noun}s"
