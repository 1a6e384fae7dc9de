"""The folder of a run: a shard for each slice with what its articles came to, written whole or not at all."""

from __future__ import annotations

import contextlib
import json
import os
import socket
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from tqcheck.batch import codec
from tqcheck.errors import InputError
from tqcheck.model.report import Skipped

if TYPE_CHECKING:
    from tqcheck.check import Checked

BUFFER = 1 << 18
"""Bytes of outcomes gathered before they are written."""


@dataclass(frozen=True, slots=True)
class Partial:
    """What a slice came to, small enough to be sent and kept: numbers that add up.

    counts  lines of each kind, as the codec has them
    rules   codes of the rules that have findings
    last    id of the last article
    """

    counts: dict[str, int] = field(default_factory=dict)
    rules: tuple[str, ...] = ()
    last: str = ""

    def __add__(self, other: Partial) -> Partial:
        counts = {kind: self.counts.get(kind, 0) + other.counts.get(kind, 0) for kind in codec.KINDS}
        return Partial(counts, tuple(sorted({*self.rules, *other.rules})), other.last or self.last)

    @property
    def outcomes(self) -> int:
        """How many articles and inputs that could not be read."""
        return sum(self.counts.get(kind, 0) for kind in codec.OUTCOMES)

    def written(self) -> bytes:
        """As one line."""
        return json.dumps(asdict(self)).encode()

    @staticmethod
    def read(line: bytes) -> Partial:
        """Back from a line. Raises ValueError where it is none."""
        value = json.loads(line)
        return Partial(value["counts"], tuple(value["rules"]), value["last"])


@dataclass(frozen=True, slots=True)
class Bundle:
    """Lines of outcomes with what they come to."""

    partial: Partial
    lines: Sequence[bytes]

    @staticmethod
    def of(outcomes: Iterable[Checked | Skipped], most: int | None = None) -> Bundle:
        """Outcomes encoded one after the other; no more are taken when there are `most` lines."""
        lines: list[bytes] = []
        counts = dict.fromkeys(codec.KINDS, 0)
        rules: set[str] = set()
        last = ""
        for outcome in outcomes:
            for line in codec.encode(outcome):
                counts[chr(line[0])] += 1
                lines.append(line)
            if not isinstance(outcome, Skipped):
                last = outcome.input.id
                rules.update(finding.rule for finding in outcome.findings)
            if most is not None and len(lines) >= most:
                break
        return Bundle(Partial(counts, tuple(sorted(rules)), last), lines)


class Writer:
    """Writes one shard. Each method raises InputError where the system refuses (the disk is full)."""

    def __init__(self, folder: str, number: int) -> None:
        self._place = _path(folder, number)
        self._draft = f"{self._place}.{socket.gethostname()}.{os.getpid()}.part"
        self._buffer: list[bytes] = []
        self._size = 0
        self.partial = Partial()

    def add(self, bundle: Bundle) -> None:
        """Add outcomes."""
        self.partial += bundle.partial
        for line in bundle.lines:
            self._buffer.append(line)
            self._size += len(line)
        if self._size > BUFFER:
            self._flush()

    def finish(self) -> Partial:
        """Put the shard in its place."""
        self._buffer.append(b"p" + self.partial.written())
        self._flush()
        try:
            os.replace(self._draft, self._place)
        except OSError as error:
            raise InputError(self._place, f"cannot be written: {error.strerror or error}") from None
        return self.partial

    def drop(self) -> None:
        """Leave nothing behind."""
        with contextlib.suppress(OSError):
            os.unlink(self._draft)

    def _flush(self) -> None:
        try:
            with open(self._draft, "ab") as file:
                file.write(b"\n".join(self._buffer) + b"\n")
        except OSError as error:
            raise InputError(self._draft, f"cannot be written: {error.strerror or error}") from None
        self._buffer.clear()
        self._size = 0


def _path(folder: str, number: int) -> str:
    return os.path.join(folder, f"{number:07d}.shard")


def finished(folder: str, number: int) -> Partial | None:
    """What a slice came to, where its shard is there."""
    try:
        with open(_path(folder, number), "rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - (1 << 16)))
            return Partial.read(file.read().splitlines()[-1][1:])
    except (OSError, ValueError, KeyError, IndexError):
        return None


@dataclass(frozen=True)
class Shards:
    """The outcomes of a run, read from its shards whenever they are asked for."""

    folder: str
    number: int

    def raw(self, kinds: str) -> Iterator[tuple[int, bytes]]:
        """Lines of these kinds in order, each with the number of the outcome that it is a part of."""
        wanted, begins = kinds.encode(), codec.OUTCOMES.encode()
        outcome = -1
        for number in range(self.number):
            with open(_path(self.folder, number), "rb") as file:
                for line in file:
                    if line[0] in begins:
                        outcome += 1
                    if line[0] in wanted:
                        yield outcome, line[:-1]

    def decode(self, raw: bytes) -> Any:
        """The record in a line."""
        return codec.decode(raw)


@dataclass(frozen=True)
class Held:
    """Outcomes that are all in memory."""

    outcomes: Sequence[Checked | Skipped]

    def raw(self, kinds: str) -> Iterator[tuple[int, Any]]:
        """Their parts of these kinds in order, each with the number of the outcome."""
        for number, outcome in enumerate(self.outcomes):
            if isinstance(outcome, Skipped):
                if "s" in kinds:
                    yield number, outcome
                continue
            parts: dict[str, Sequence[Any]] = {
                "i": (outcome.input,),
                "f": outcome.findings,
                "o": outcome.observed,
                "r": outcome.rows,
            }
            for kind in kinds:
                for part in parts.get(kind, ()):
                    yield number, part

    def decode(self, raw: Any) -> Any:
        """It is what it is."""
        return raw
