"""Where a long table may be cut into parts that are read by themselves."""

from __future__ import annotations

import json
import os
import stat
from array import array
from collections.abc import Iterator
from itertools import islice
from typing import IO

from tqcheck.model.report import Skipped
from tqcheck.readers.base import ReadOptions, file_name
from tqcheck.readers.rows import Part, Row, lines_of, raw_lines, read_lines
from tqcheck.readers.separated import separated_rows
from tqcheck.readers.table import PATIENCE, doc_of, read_row, rows_of

SIZE = 1 << 16
"""Bytes of a part, about: a second's work or a few."""
LONGEST = 1 << 22
"""Bytes after which a part is cut within a document, whose rows are otherwise looked at together."""


def parts(path: str, ext: str, size: int = SIZE, longest: int = LONGEST) -> tuple[Part, ...] | None:
    """The parts of a table, in order, every row in just one of them; None where it is to be read as one stream.

    That is where it is no regular file (what a pipe says is said once) or packed, and where none of the first rows can be read,
    so that the table is likely to be given up. Where rows are cut apart depends on the file alone.

    Raises InputError where it is no table, OSError where it cannot be read.
    """
    about = os.stat(path)
    if not stat.S_ISREG(about.st_mode) or file_name(path).packed:
        return None
    with open(path, "rb") as stream:
        note, rows = rows_of(stream, path, ext)
        if all(isinstance(read_row(row, path, note, ReadOptions()), Skipped) for row in islice(rows, PATIENCE)):
            return None
        if about.st_size <= size:
            return (Part(),)
        stream.seek(0)
        lines = read_lines(stream, path)
        if lines.begin is None:
            return (Part(),)
        whole = Part(lines.begin)
        if ext in (".csv", ".tsv"):
            cuts = _separated(stream, lines.encoding, whole, path, ext, size, longest)
        else:
            cuts = _json(stream, whole, size, longest)
        starts = list(cuts)
    ends = [*(start for start, _ in starts[1:]), None]
    return tuple(Part(start, end, line) for (start, line), end in zip(starts, ends, strict=True))


def _json(stream: IO[bytes], whole: Part, size: int, longest: int) -> Iterator[tuple[int, int]]:
    """Offset and line of each part's beginning. Only the rows near a cut are parsed."""
    start = at = whole.start
    yield start, 1
    stream.seek(at)
    before: bytes | None = b""
    doc: str | None = None
    for line, (raw, length) in enumerate(raw_lines(stream), 1):
        if at - start >= size and (raw is None or raw.strip()):
            doc = _doc(before) if doc is None else doc
            mine = _doc(raw)
            if not mine or mine != doc or at - start >= longest:
                yield at, line
                start, doc = at, None
            else:
                doc = mine
        at += length
        before = raw


def _doc(raw: bytes | None) -> str:
    if raw is None:
        return ""
    try:
        cells = json.loads(raw)
    except (ValueError, RecursionError):
        return ""
    return doc_of(cells) if isinstance(cells, dict) else ""


def _separated(
    stream: IO[bytes], encoding: str, whole: Part, path: str, ext: str, size: int, longest: int
) -> Iterator[tuple[int, int]]:
    """Offset and line of each part's beginning, the first one after the header; rows are told apart as in reading."""
    starts = array("Q")
    lines = lines_of(stream, encoding, whole, starts)
    _, rows = separated_rows(lines, path, ext)
    header = len(starts)  # nothing has been read beyond it
    start: int | None = None
    doc = ""
    for row in rows:
        if start is None:
            start = starts[header]
            yield start, header + 1
        mine = str(row.cells.get("doc", "")).strip() if isinstance(row, Row) else ""
        if isinstance(row, Row):
            at = starts[row.line - 1]
            if at - start >= size and (not mine or mine != doc or at - start >= longest):
                start = at
                yield at, row.line
        doc = mine
