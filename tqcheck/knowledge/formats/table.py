"""Glossaries in tables: CSV and TSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

from tqcheck.errors import GlossaryError
from tqcheck.knowledge.formats.entry import Outcome, build, decode, unbroken
from tqcheck.knowledge.glossary import Entry

LONGEST_CELL = 100_000
"""Code points: beyond it the file is no table (an unclosed quotation mark). Below the limit of Python's `csv`, which
other readers in the same process may have raised."""
_ALIASES = {"source": "term", "target": "renderings", "rendering": "renderings", "forbidden": "literal"}


def commas(raw: bytes, name: str, language: str) -> Iterator[Outcome]:
    """A user's table with commas; quoted cells may hold commas and line ends."""
    return outcomes(decode(raw, name), name, ",", language, required=True)


def tabs(raw: bytes, name: str, language: str) -> Iterator[Outcome]:
    """A user's table with tabs; quotation marks are the forms' own."""
    return outcomes(decode(raw, name), name, "\t", language, required=True)


def parse(text: str, name: str, delimiter: str, language: str, required: bool = False) -> Iterator[Entry]:
    """Entries of a table whose header names the columns.

    Columns: term (or source), renderings (or target) parted by ` | `, and optionally literal (or forbidden; a
    trailing `*` marks a form that is wrong only where the term stands in the source), kind, since, until, note.
    language is that of the terms; required entries demand their renderings.
    Raises GlossaryError with the line.
    """
    return unbroken(outcomes(text, name, delimiter, language, required))


def outcomes(text: str, name: str, delimiter: str, language: str, required: bool = False) -> Iterator[Outcome]:
    """As `parse`, with each row that cannot be used told in its place; a header or quoting that is wrong ends it."""
    rows = csv.reader(
        io.StringIO(text, newline=""),
        delimiter=delimiter,
        quoting=csv.QUOTE_NONE if delimiter == "\t" else csv.QUOTE_MINIMAL,
    )
    header: list[str] = []
    for line, row in _numbered(rows):
        if isinstance(row, str):
            yield GlossaryError(name, line, row)
            return
        if not any(cell.strip() for cell in row):
            continue
        if not header:
            header = [_ALIASES.get(cell.strip().lower(), cell.strip().lower()) for cell in row]
            missing = next((needed for needed in ("term", "renderings") if needed not in header), None)
            if missing:
                yield GlossaryError(name, line, f'no column "{missing}" (has: {", ".join(header)})')
                return
            continue
        if len(row) > len(header):
            yield GlossaryError(name, line, f"{len(row)} cells under {len(header)} columns")
            continue
        cells = dict(zip(header, (cell.strip() for cell in row), strict=False))
        yield _outcome(cells, name, line, language, required)


def _numbered(rows: Any) -> Iterator[tuple[int, list[str] | str]]:
    """The rows of a `csv.reader` with their line numbers; in place of one that it cannot read, why."""
    while True:
        try:
            row: list[str] | str = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            row = str(error)
        else:
            if any(len(cell) > LONGEST_CELL for cell in row):
                row = f"a cell of more than {LONGEST_CELL:,} characters (is a quotation mark left open?)"
        yield max(rows.line_num, 1), row


def _outcome(cells: Mapping[str, str], name: str, line: int, language: str, required: bool) -> Outcome:
    def several(column: str) -> list[str]:
        return [part.strip() for part in cells.get(column, "").split("|") if part.strip()]

    try:
        return build(
            name,
            line,
            cells.get("term", ""),
            several("renderings"),
            several("literal"),
            **{column: cells.get(column, "") for column in ("kind", "since", "until", "note")},
            language=language,
            required=required,
        )
    except GlossaryError as error:
        return error
