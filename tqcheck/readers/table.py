"""Segment tables: each row of a .jsonl, .tsv or .csv is an article of one stretch, already aligned with its source.

Columns: id, doc, source, source_lang, target_lang, target (or renderings: {name: text}), alternates [text…],
reference. A list of strings in place of a text is a text that is already split.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import IO, Any

from tqcheck import lang
from tqcheck.errors import InputError
from tqcheck.lang.identify import identify
from tqcheck.model.document import Article, Document, Rendering, Role, Segment
from tqcheck.model.report import Skipped
from tqcheck.model.text import Passage
from tqcheck.readers.base import ReadOptions, canonical, file_name
from tqcheck.readers.notes import noted
from tqcheck.readers.rows import Bad, Part, Row, json_rows, kind_of, lines_of, parse_json, read_lines
from tqcheck.readers.separated import separated_rows
from tqcheck.readers.text import paragraphs

PATIENCE = 20
"""Bad rows at the head of a table after which it is given up as something else."""
LONGEST = 300
"""Characters of a reason that are shown."""

_ALTERNATE = re.compile(r"alternate[-_ ]?(\d+)")
_SURROGATE = re.compile("[\ud800-\udfff]")


def read_table(stream: IO[bytes], path: str, ext: str, options: ReadOptions) -> Iterator[Article | Skipped]:
    """The articles of a table, row by row; a row that cannot be read comes as `Skipped` and the next ones follow.

    ext  .jsonl .ndjson .tsv or .csv

    Raises InputError where no row can be read: the file is empty or no text, or its header lacks a column.
    """
    note, rows = rows_of(stream, path, ext)
    good = bad = 0
    for row in rows:
        article = read_row(row, path, note, options)
        yield article
        if isinstance(article, Skipped):
            bad += 1
            if bad == PATIENCE and not good:
                yield Skipped(path, f"given up after {PATIENCE} rows, none of which could be read")
                return
        else:
            good += 1
    if not good and not bad:
        raise InputError(path, "has a header and no rows")


def rows_of(stream: IO[bytes], path: str, ext: str, part: Part | None = None) -> tuple[str, Iterator[Row | Bad]]:
    """A note on the table's encoding, and its rows; only those in `part` where that is given.

    Raises InputError as `read_table` does.
    """
    lines = read_lines(stream, path)
    wanted = lines_of(stream, lines.encoding, part) if part else None
    if ext not in (".csv", ".tsv"):
        return lines.note, json_rows(wanted or lines.lines, part.line if part else 1)
    later = (wanted, part.line) if wanted and part else None
    columns, rows = separated_rows(lines.lines, path, ext, later)
    _require_rendering(columns, path, 1)
    return lines.note, (_typed(row) if isinstance(row, Row) else row for row in rows)


def read_row(row: Row | Bad, path: str, note: str, options: ReadOptions) -> Article | Skipped:
    """The article in a row; the reason where there is none."""
    try:
        if isinstance(row, Bad):
            raise InputError(path, row.reason)
        return _Reader(row, path, note, options).article()
    except InputError as error:
        return Skipped(path, _printable(error.reason))


def doc_of(cells: Mapping[str, Any]) -> str:
    """The document that a row is a part of; empty where it does not say."""
    return str(cells["doc"]) if cells.get("doc") else ""


def looks_like_table(raw: bytes) -> bool:
    """Whether the bytes of a file without a name begin as a table of JSON lines does."""
    first = raw.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)[0]
    if not first.startswith(b"{"):
        return False
    try:
        return isinstance(parse_json(first.decode("utf-8", "replace")), dict)
    except ValueError:
        # A table whose first row is broken should be told so, not checked as prose.
        return bool(re.search(rb'"(?:target|renderings)"\s*:', first))


def _require_rendering(columns: Sequence[str], path: str, line: int) -> None:
    if "target" not in columns and "renderings" not in columns:
        raise InputError(path, f'row {line}: no "target" column (has: {", ".join(columns) or "none"})')


def _typed(row: Row) -> Row:
    """A row of texts with the values that a row of JSON would have."""
    cells: dict[str, Any] = {}
    numbered: list[tuple[int, str]] = []
    for column, text in row.cells.items():
        if match := _ALTERNATE.fullmatch(column):
            numbered.append((int(match[1]), text))
        elif column in ("source", "target", "reference"):
            cells[column] = _listed(text, str)
        elif column in ("alternates", "alternate"):
            given = _listed(text, list)
            cells["alternates"] = [given] if isinstance(given, str) else given
        elif column == "renderings" and text.strip():
            try:
                cells[column] = parse_json(text)
            except ValueError:
                cells[column] = text
        elif text.strip():
            cells[column] = text.strip()
    if numbered:
        cells["alternates"] = [*cells.get("alternates", []), *(_listed(text, str) for _, text in sorted(numbered))]
    return Row(row.line, cells)


def _listed(text: str, of: type) -> Any:
    """The list in a cell that holds a JSON list of strings (of strings or such lists, for `list`), else the cell."""
    if text.lstrip().startswith("["):
        try:
            value = parse_json(text)
        except ValueError:
            return text
        if isinstance(value, list) and all(isinstance(item, (str, of)) for item in value):
            return value
    return text


class _Reader:
    """One row, read."""

    def __init__(self, row: Row, path: str, note: str, options: ReadOptions) -> None:
        self.row, self.path, self.options = row, path, options
        self.note = {"note": note} if note else {}

    def article(self) -> Article:
        """The row as an article. Raises InputError, its row named, where it is not one."""
        cells = self.row.cells
        _require_rendering(list(cells), self.path, self.row.line)
        target_lang = self._code("target_lang") or self.options.target_lang
        candidates = self._candidates(cells)
        witnesses = [
            (f"alternate-{n}", Role.ALTERNATE, text, f"alternates[{n - 1}]")
            for n, text in enumerate(self._alternates(cells), 1)
        ]
        if cells.get("reference") is not None:
            witnesses.append(("reference", Role.REFERENCE, cells["reference"], "reference"))
        given = [(name, Role.CANDIDATE, text, column) for name, text, column in candidates]
        renderings: list[Rendering] = []
        empty: list[str] = []
        for name, role, text, column in chain(given, witnesses):
            # An alternate without words bears no witness; a candidate without is data.
            if role is not Role.CANDIDATE and _absent(text):
                empty.append(name)
                continue
            if any(name == other.name for other in renderings):
                raise self._fault(f'two renderings are called "{name}"')
            renderings.append(Rendering(name, role, self._document(text, column, target_lang)))
        return Article(self._id(cells), self._source(cells), noted(renderings, empty))

    def _fault(self, reason: str) -> InputError:
        return InputError(self.path, f"row {self.row.line}: {reason}")

    def _id(self, cells: Mapping[str, Any]) -> str:
        value = cells.get("id")
        if value is None or value == "":
            return f"{file_name(self.path).stem}:{self.row.line}"
        if isinstance(value, bool) or not isinstance(value, (str, int, float)):
            raise self._fault(f'"id" is {kind_of(value)}, not a text')
        return self._sound(str(value), "id")

    def _code(self, column: str) -> str | None:
        value = self.row.cells.get(column)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            raise self._fault(f'"{column}" is {kind_of(value)}, not a text')
        if not lang.known(value):
            raise self._fault(f'unknown language code "{value}" in "{column}"')
        return canonical(value)

    def _source(self, cells: Mapping[str, Any]) -> Document | None:
        code = self._code("source_lang") or self.options.source_lang
        value = cells.get("source")
        if _absent(value):
            return None
        return self._document(value, "source", code)

    def _candidates(self, cells: Mapping[str, Any]) -> list[tuple[str, Any, str]]:
        found: list[tuple[str, Any, str]] = []
        if "target" in cells:
            found.append(("target", cells["target"], "target"))
        several = cells.get("renderings")
        if several is not None:
            if not isinstance(several, dict):
                raise self._fault(f'"renderings" is {kind_of(several)}, not an object of name and text')
            found += [(self._sound(name, "renderings"), text, f"renderings.{name}") for name, text in several.items()]
        if not found:
            raise self._fault('"renderings" is empty')
        return found

    def _alternates(self, cells: Mapping[str, Any]) -> Sequence[Any]:
        value = cells.get("alternates")
        if value is None:
            return ()
        if not isinstance(value, list):
            raise self._fault(f'"alternates" is {kind_of(value)}, not a list of texts')
        return value

    def _document(self, value: Any, column: str, code: str | None) -> Document:
        segments: tuple[Segment, ...] = ()
        if isinstance(value, str):
            text, body = self._sound(value, column), paragraphs(value)
        elif isinstance(value, list):
            for number, item in enumerate(value):
                if not isinstance(item, str):
                    raise self._fault(f'"{column}"[{number}] is {kind_of(item)}, not a text')
                self._sound(item, column)
            text = "\n".join(value)
            segments = tuple(_split(value))
            # Where its paragraphs were, a list of sentences no longer says.
            body = (Passage(text, 0),) if text else ()
        else:
            raise self._fault(f'"{column}" is {kind_of(value)}, not a text or a list of texts')
        code = code or identify(text) or lang.UNDETERMINED
        doc = self._sound(doc_of(self.row.cells), "doc")
        meta = {**self.note, **({"doc": doc} if doc else {})}
        return Document(self.path, code, text, body, segments, self.row.line, meta)

    def _sound(self, text: str, column: str) -> str:
        if match := _SURROGATE.search(text):
            raise self._fault(f'"{column}" holds half a character (\\u{ord(match[0]):x}) at offset {match.start()}')
        return text


def _printable(reason: str) -> str:
    """`reason` on one line and fit for a terminal: it may quote the file's own column names."""
    shown = reason if len(reason) <= LONGEST else reason[:LONGEST] + "…"
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in shown)


def _absent(value: Any) -> bool:
    """Whether a cell has nothing to say: not there, or no words in it."""
    if isinstance(value, list):
        return all(isinstance(item, str) and not item.strip() for item in value)
    return value is None or (isinstance(value, str) and not value.strip())


def _split(strings: Sequence[str]) -> Iterator[Segment]:
    at = 0
    for number, string in enumerate(strings):
        yield Segment(number, Passage(string, at))
        at += len(string) + 1
