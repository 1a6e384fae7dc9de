"""The rows of a table file, one at a time, in any encoding that we decode."""

from __future__ import annotations

import codecs
import io
import json
from collections.abc import Iterable, Iterator, Mapping, MutableSequence
from dataclasses import dataclass
from typing import IO, Any, Protocol

from tqcheck.errors import InputError
from tqcheck.readers.base import LONGEST_ROW, LONGEST_TEXT
from tqcheck.readers.encoding import decode

HEAD = 1 << 16
"""Bytes at the head of a table from which its encoding is told."""

_WIDE = frozenset({"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
_CHUNK = 1 << 16
TOO_LONG = f"longer than {LONGEST_ROW >> 20} MB"


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the number of its first line in the file, and its cells by column."""

    line: int
    cells: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Bad:
    """A line or row that cannot be read, and why, its line named."""

    reason: str


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a table's bytes that holds whole rows.

    end   None for the end of the file
    line  number of the line at `start`
    """

    start: int = 0
    end: int | None = None
    line: int = 1


@dataclass(frozen=True)
class Lines:
    """A file's lines with their ends (LF alone ends one), each decoded by itself.

    note  on the encoding
    begin  where the first one begins in the bytes; None where lines cannot be told apart in these
    """

    lines: Iterator[str | Bad]
    note: str
    encoding: str
    begin: int | None


def read_lines(stream: IO[bytes], path: str) -> Lines:
    """The lines of a file. Raises InputError where it is empty or no text."""
    head = stream.read(HEAD)
    if len(head) == HEAD:
        head += stream.readline(LONGEST_ROW)
    decoded = decode(_whole(head), path)
    if decoded.encoding in _WIDE:
        # Lines cannot be told apart in the bytes: these files are read whole.
        raw = head + stream.read(LONGEST_TEXT)
        if len(raw) > LONGEST_TEXT:
            raise InputError(path, f"is too large for a table in {decoded.encoding}: save it in UTF-8")
        whole = decode(raw, path)
        return Lines(iter(io.StringIO(whole.text, newline="\n")), whole.note, whole.encoding, None)
    begin = len(codecs.BOM_UTF8) if head.startswith(codecs.BOM_UTF8) else 0
    lines = _decoded((raw for raw, _ in raw_lines(_Joined(head[begin:], stream))), decoded.encoding)
    return Lines(lines, decoded.note, decoded.encoding, begin)


def _whole(head: bytes) -> bytes:
    """A head without what follows its last line end or, where it is all one line that is cut off, its last blank."""
    if len(head) <= LONGEST_ROW or head.endswith(b"\n"):
        return head
    return head[: max(head.rfind(b"\n"), head.rfind(b" ")) + 1] or head


class _Read(Protocol):
    def readline(self, size: int, /) -> bytes:
        """The rest of a line, or so many bytes of it."""


class _Joined:
    """What was read of a stream already, then the rest of it."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        self._head: io.BytesIO | None = io.BytesIO(head)
        self._rest = rest

    def readline(self, size: int, /) -> bytes:
        """The rest of a line, or so many bytes of it."""
        if self._head is None:
            return self._rest.readline(size)
        found = self._head.readline(size)
        if found.endswith(b"\n") or len(found) == size:
            return found
        self._head = None
        return found + self._rest.readline(size - len(found))


def raw_lines(stream: _Read) -> Iterator[tuple[bytes | None, int]]:
    """The lines from where a stream is, each with its length in bytes; None for one that is too long to be held."""
    while raw := stream.readline(LONGEST_ROW + 1):
        size = len(raw)
        if size <= LONGEST_ROW:
            yield raw, size
            continue
        while raw and not raw.endswith(b"\n"):
            raw = stream.readline(_CHUNK)
            size += len(raw)
        yield None, size


def lines_of(
    stream: IO[bytes], encoding: str, part: Part, starts: MutableSequence[int] | None = None
) -> Iterator[str | Bad]:
    """The lines in a part of a file that can be sought in.

    starts  takes the offset at which each line begins, when it is read
    """
    return _decoded(_between(stream, part, starts), encoding, part.line)


def _between(stream: IO[bytes], part: Part, starts: MutableSequence[int] | None) -> Iterator[bytes | None]:
    at = part.start
    stream.seek(at)
    for raw, size in raw_lines(stream):
        if part.end is not None and at >= part.end:
            return
        if starts is not None:
            starts.append(at)
        yield raw
        at += size


def _decoded(given: Iterable[bytes | None], encoding: str, first: int = 1) -> Iterator[str | Bad]:
    for number, raw in enumerate(given, first):
        if raw is None:
            yield Bad(f"line {number}: {TOO_LONG}")
            continue
        try:
            yield raw.decode(encoding)
        except UnicodeDecodeError as error:
            at = error.start
            yield Bad(f"line {number}: byte 0x{raw[at]:02x} at offset {at} of the line is not {encoding}")


def parse_json(line: str) -> Any:
    """The value of a line of JSON. Raises ValueError with a reason fit for a user."""
    try:
        return json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error.msg} (column {error.colno})") from None
    except RecursionError:
        raise ValueError("not JSON: nested too deeply") from None
    except ValueError as error:
        raise ValueError(f"not JSON: {error}") from None


def json_rows(lines: Iterable[str | Bad], first: int = 1) -> Iterator[Row | Bad]:
    """The rows of a file of JSON lines, the first line numbered `first`; blank lines are passed over."""
    for number, line in enumerate(lines, first):
        if isinstance(line, Bad):
            yield line
        elif line.strip():
            try:
                value = parse_json(line.rstrip("\r\n"))
            except ValueError as error:
                yield Bad(f"line {number}: {error}")
                continue
            if isinstance(value, dict):
                yield Row(number, value)
            else:
                yield Bad(f"line {number}: not a JSON object but {kind_of(value)}")


def kind_of(value: Any) -> str:
    """What a JSON value is, in words."""
    kinds = {dict: "an object", list: "a list", str: "a text", bool: "a truth value", type(None): "null"}
    return kinds.get(type(value), "a number")
