"""`tqcheck rules`: the table of rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Annotated

import typer

from tqcheck.cli import streams

if TYPE_CHECKING:
    from tqcheck.rules.base import Rule

COLUMNS = ("code", "name", "severity", "scope", "confidence", "summary")


class Format(str, Enum):
    """How the table is written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


def rules(
    format: Annotated[Format, typer.Option(help="markdown is what the README holds.")] = Format.TEXT,
) -> int:
    """List the rules.

    For each its code, name, severity, what it looks at, how often it is right (0 to 1) and what it flags.
    """
    from tqcheck.rules.registry import rule_types

    rows = [_row(rule) for rule in rule_types()]
    streams.write({Format.TEXT: _text, Format.JSON: _json, Format.MARKDOWN: markdown}[format](rows))
    return 0


def markdown(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The table in Markdown."""
    yield f"| {' | '.join(COLUMNS)} |\n"
    yield f"|{'---|' * len(COLUMNS)}\n"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |\n"


def _row(rule: type[Rule]) -> tuple[str, ...]:
    return (
        rule.code,
        rule.name,
        rule.severity.value,
        rule.scope.value,
        f"{rule.confidence:.2f}",
        rule.summary(),
    )


def _text(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    table = [COLUMNS, *rows]
    widths = [max(len(row[column]) for row in table) for column in range(len(COLUMNS))]
    for row in table:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() + "\n"


def _json(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    from tqcheck.reporters.display.jsontext import dumps

    yield "["
    for number, row in enumerate(rows):
        record: dict[str, object] = dict(zip(COLUMNS, row, strict=True))
        record["confidence"] = float(row[COLUMNS.index("confidence")])
        yield (",\n " if number else "\n ") + dumps(record)
    yield "\n]\n"
