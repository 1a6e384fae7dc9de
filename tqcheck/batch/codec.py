"""Outcomes as lines of JSON and back, exactly: what shards and the cache hold. Nothing read from a file is executed.

A line is a letter for its kind and a value: `i` an input, `s` an input skipped, `f` a finding, `o` something observed
for the whole batch, `r` a row of texts, `d` a rule's documentation. An outcome begins with its `i` or `s`. A record is the list of its fields.
"""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any

from tqcheck.model.finding import Finding, Location
from tqcheck.model.report import Input, Row, RuleDoc, Skipped
from tqcheck.rules.base import Mention

if TYPE_CHECKING:  # what checks need not be loaded where all is known from before
    from tqcheck.check import Checked


@dataclass(frozen=True, slots=True)
class Seen:
    """What an article told a rule that judges the whole batch; `rule` is its code, the rest as in `Observed`."""

    article: str
    rendering: str
    rule: str
    mention: Mention
    location: Location


KINDS: dict[str, Any] = {"i": Input, "s": Skipped, "f": Finding, "o": Seen, "r": Row, "d": RuleDoc}
OUTCOMES = "is"

Convert = Callable[[Any], Any]


def encode(outcome: Checked | Skipped) -> Iterator[bytes]:
    """The lines of an outcome, without line ends."""
    if isinstance(outcome, Skipped):
        yield line("s", outcome)
        return
    yield line("i", outcome.input)
    for finding in outcome.findings:
        yield line("f", finding)
    for one in outcome.observed:
        yield line("o", Seen(one.article, one.rendering, one.rule.code, one.mention, one.location))
    for row in outcome.rows:
        yield line("r", row)


def line(kind: str, record: Any) -> bytes:
    """A record as a line."""
    return _written(kind, _converters(KINDS[kind])[0](record))


def decode(written: bytes) -> Any:
    """The record of a line. Raises ValueError where it is none, TypeError or IndexError where it is another's."""
    kind, value = _read(written)
    return _converters(KINDS[kind])[1](value)


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def _written(kind: str, value: Any) -> bytes:
    # Halves of characters out of a broken file pass through as they are: as escapes two of them would become one.
    return (kind + _ENCODER.encode(value)).encode("utf-8", "surrogatepass")


def _read(written: bytes) -> tuple[str, Any]:
    text = written.decode("utf-8", "surrogatepass")
    return text[0], json.loads(text[1:])


_LINE = [field.name for field in fields(Location)].index("line")
_PLACES = {
    "f": [field.name for field in fields(Finding)].index("locations"),
    "o": [field.name for field in fields(Seen)].index("location"),
}


def moved(lines: Iterable[bytes], by: int) -> Iterator[bytes]:
    """The lines of rows that stand `by` lines further on in their table now."""
    for written in lines:
        kind = chr(written[0])
        if not by or kind not in _PLACES:
            yield written
            continue
        _, record = _read(written)
        places = record[_PLACES[kind]]
        for place in places if kind == "f" else [places]:
            place[_LINE] += by
        yield _written(kind, record)


@cache
def _converters(kind: Any) -> tuple[Convert, Convert]:
    """What turns a value of this type into one that JSON has, and back."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        return _either(inner)
    if origin is tuple and inner[-1] is Ellipsis:
        write, read = _converters(inner[0])
        if write is _same:
            return list, tuple
        return lambda value: [write(one) for one in value], lambda value: tuple([read(one) for one in value])
    if isinstance(kind, type) and issubclass(kind, Enum):
        return lambda value: value.value, kind
    if isinstance(kind, type) and is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        names = [field.name for field in fields(kind)]
        parts = [_converters(hints[name]) for name in names]
        writers = [(name, write) for name, (write, _) in zip(names, parts, strict=True)]
        readers = [read for _, read in parts]

        def write_record(value: Any) -> Any:
            return [write(getattr(value, name)) for name, write in writers]

        def read_record(value: Any) -> Any:
            return kind(*[read(one) for read, one in zip(readers, value, strict=True)])

        return write_record, read_record
    if kind in (str, int, float, bool):
        return _same, _same
    raise TypeError(f"no way to write {kind!r}")


def _either(kinds: tuple[Any, ...]) -> tuple[Convert, Convert]:
    """One of several types: nothing or one other, or a number or a sequence of such (an origin)."""
    rest = [kind for kind in kinds if kind is not type(None)]
    if len(rest) == 1 and len(kinds) == 2:
        write, read = _converters(rest[0])
        if write is _same:
            return write, read
        return lambda v: None if v is None else write(v), lambda v: None if v is None else read(v)
    if int in rest and len(rest) == 2 == len(kinds):
        return lambda v: v if isinstance(v, int) else _runs(v), lambda v: v if isinstance(v, int) else _spread(v)
    raise TypeError(f"no way to write one of {kinds!r}")


def _same(value: Any) -> Any:
    return value


def _runs(numbers: Iterable[int]) -> list[int]:
    """Numbers as runs of neighbours: first and count of each. An origin is long and nearly all neighbours."""
    found: list[int] = []
    for number in numbers:
        if found and number == found[-2] + found[-1]:
            found[-1] += 1
        else:
            found += [number, 1]
    return found


def _spread(runs: list[int]) -> tuple[int, ...]:
    return tuple([start + n for start, count in zip(runs[::2], runs[1::2], strict=True) for n in range(count)])
