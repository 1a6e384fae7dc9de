"""Comma and tab separated values: a header, then rows whose cells are texts."""

from __future__ import annotations

import csv
import json
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from tqcheck.errors import InputError
from tqcheck.readers.base import LONGEST_ROW
from tqcheck.readers.rows import TOO_LONG, Bad, Row

MAX_LINES = 2000
"""Lines that one row of a tab separated table may take up."""
FIELD_LIMIT = 2**31 - 1
"""Characters of a cell: the most that csv takes on every platform, for its own limit is less than an article."""


Record = tuple[int, "list[str] | Bad"]
"""The number of a record's first line, and its cells."""


class _TooLong(Exception):
    """A row goes on and on."""


class _Lines(Iterator[str]):
    """Lines with the number of the last one; some may be given back. Those that could not be decoded stand apart.

    left  characters that the row may still have: beyond them _TooLong is raised
    """

    def __init__(self, lines: Iterator[str | Bad]) -> None:
        self._lines = lines
        self._back: deque[str] = deque()
        self.number = 0
        self.bad: list[Bad] = []
        self.left = LONGEST_ROW

    def __next__(self) -> str:
        line: str | Bad = self._back.popleft() if self._back else next(self._lines)
        self.number += 1
        while isinstance(line, Bad):
            self.bad.append(line)
            line = next(self._lines)
            self.number += 1
        self.left -= len(line)
        if self.left < 0:
            raise _TooLong
        return line

    def jump(self, lines: Iterator[str | Bad], line: int) -> None:
        """Go on with other lines, the first of which has this number."""
        self._lines, self.number = lines, line - 1
        self._back.clear()
        self.bad.clear()

    def give_back(self, lines: Sequence[str]) -> None:
        self._back.extendleft(reversed(lines))
        self.number -= len(lines)


def separated_rows(
    lines: Iterator[str | Bad], path: str, ext: str, later: tuple[Iterator[str | Bad], int] | None = None
) -> tuple[tuple[str, ...], Iterator[Row | Bad]]:
    """The columns of a .csv or .tsv and its rows.

    later  where not all of its rows are wanted: the lines that hold those, and the number of the first; nothing is
           taken from them before the header has been read

    Raises InputError where there is no header or a column occurs twice in it.
    """
    csv.field_size_limit(FIELD_LIMIT)
    source = _Lines(lines)
    records = _csv(source, "excel") if ext == ".csv" else _tsv(source)
    line, header = next(records, (1, Bad("is empty")))
    if source.bad:
        raise InputError(path, source.bad[0].reason)
    if isinstance(header, Bad):
        raise InputError(path, header.reason)
    columns = tuple(name.strip() for name in header)
    twice = [name for name in dict.fromkeys(columns) if columns.count(name) > 1]
    if twice:
        raise InputError(path, f"line {line}: two columns are called {json.dumps(twice[0], ensure_ascii=False)}")
    if later:
        source.jump(*later)
    return columns, _rows(columns, records, source)


def _rows(columns: Sequence[str], records: Iterable[Record], source: _Lines) -> Iterator[Row | Bad]:
    for line, record in records:
        yield from source.bad
        source.bad.clear()
        if isinstance(record, Bad):
            yield record
        elif len(record) != len(columns):
            cells = "1 cell" if len(record) == 1 else f"{len(record)} cells"
            yield Bad(f"line {line}: {cells}, but the header has {len(columns)} columns")
        else:
            yield Row(line, dict(zip(columns, record, strict=True)))
    yield from source.bad


def _csv(source: _Lines, dialect: str) -> Iterator[Record]:
    reader = csv.reader(source, dialect=dialect, strict=True)
    while True:
        line = source.number + 1
        source.left = LONGEST_ROW
        try:
            record = next(reader)
        except StopIteration:
            return
        except _TooLong:
            why = "perhaps a quotation mark opens a cell and none closes it"
            yield line, Bad(f"line {line}: {TOO_LONG}: {why}; the rows after it are left out")
            return
        except csv.Error as error:
            reason = "a quotation mark opens a cell and none closes it" if "end of data" in str(error) else str(error)
            yield line, Bad(f"line {line}: not CSV: {reason}")
            continue
        if record:
            yield line, record


def _tsv(source: _Lines) -> Iterator[Record]:
    """Records of a tab separated file, which may quote its cells or not.

    Most are written without quoting, so that a quotation mark is just that; those of spreadsheets quote the cells
    that hold a mark, tab or line end, and double the marks in them.
    """
    width = 0
    for line in source:
        source.left = LONGEST_ROW
        number = source.number
        if not line.strip():
            continue
        if not width and line.startswith('"'):
            source.give_back([line])
            yield from _csv(source, "excel-tab")
            return
        cells = line.rstrip("\r\n").split("\t")
        width = width or len(cells)
        quoted = len(cells) != width and any(cell.startswith('"') for cell in cells)
        record = _spread(line, source, width) if quoted else None
        yield number, record or [_unquoted(cell) for cell in cells]


def _spread(line: str, source: _Lines, width: int) -> list[str] | None:
    """The record that begins in `line` where quoted cells hold tabs or line ends, or None."""
    more: list[str] = []
    size = 0
    for following in islice(source, MAX_LINES):
        source.left = LONGEST_ROW
        more.append(following)
        size += len(following)
        if size > LONGEST_ROW:
            break
    reader = csv.reader(chain([line], more), dialect="excel-tab", strict=True)
    try:
        record = next(reader)
    except csv.Error:
        record = []
    fits = len(record) == width
    source.give_back(more[reader.line_num - 1 :] if fits else more)
    return record if fits else None


def _unquoted(cell: str) -> str:
    inner = cell[1:-1].replace('""', "")
    if len(cell) > 3 and cell[0] == cell[-1] == '"' and '""' in cell[1:-1] and '"' not in inner:
        return cell[1:-1].replace('""', '"')
    return cell
