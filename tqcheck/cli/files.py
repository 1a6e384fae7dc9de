"""Files that are written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tqcheck.errors import InputError, UsageError

ENDINGS = {
    "md": "markdown", "htm": "html", "txt": "text", "junit.xml": "junit", "sarif.json": "sarif",
    "rdjson.json": "rdjson", "gitlab.json": "gitlab",
}  # fmt: skip
"""Endings of file names that are not called as their format is."""


@dataclass(frozen=True, slots=True)
class Output:
    """A file to be written in a format."""

    format: str
    path: str


def parse(given: Sequence[str], known: Sequence[str], inputs: Sequence[str]) -> tuple[Output, ...]:
    """The outputs that `FORMAT=FILE` arguments ask for, looked at before the work begins.

    The format may be left out where the ending of the file's name tells it.

    known   formats that there are
    inputs  paths that are read, none of which may be overwritten
    Raises UsageError for a wrong argument and InputError where no file can be written.
    """
    outputs: list[Output] = []
    for argument in given:
        name, equals, path = argument.partition("=")
        if not equals:
            name, path = _by_ending(argument), argument
        if not name or not path or path == "-" or not (equals or name in known):
            raise UsageError(f"--output {argument!r}: expected FORMAT=FILE, for instance json=report.json")
        if name not in known:
            raise UsageError(f"--output {argument!r}: no format {name!r} (there are: {', '.join(known)})")
        real = os.path.realpath(path)
        if any(real == os.path.realpath(other) for other in inputs):
            raise UsageError(f"--output {argument!r}: would overwrite an input")
        if any(real == os.path.realpath(other.path) for other in outputs):
            raise UsageError(f"--output {argument!r}: the same file twice")
        if os.path.isdir(real):
            raise InputError(path, "is a folder, cannot be written to")
        if not os.path.isdir(os.path.dirname(real)):
            raise InputError(path, "cannot be written: its folder does not exist")
        outputs.append(Output(name, path))
    return tuple(outputs)


def _by_ending(path: str) -> str:
    """What the longest ending of a file's name that is known is called, else its last one; empty without one."""
    parts = os.path.basename(path).lower().split(".")
    several = ".".join(parts[-2:]) if len(parts) > 2 else ""
    last = parts[-1] if len(parts) > 1 else ""
    return ENDINGS.get(several) or ENDINGS.get(last, last)


def write(path: str, pieces: Iterable[str]) -> None:
    """Write a file of UTF-8 beside its place and move it there, so that no one ever sees half of it.

    Devices and pipes are written to directly. Raises InputError where the system refuses.
    """
    real = os.path.realpath(path)  # through a symbolic link, which stays one
    try:
        old = os.stat(real) if os.path.exists(real) else None
        if old and not stat.S_ISREG(old.st_mode):
            _fill(real, pieces, os.O_WRONLY)
            return
        draft = f"{real}.{os.getpid()}.part"
        try:
            _fill(draft, pieces, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
            if old:
                os.chmod(draft, stat.S_IMODE(old.st_mode))
            os.replace(draft, real)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(draft)
            raise
    except OSError as error:
        raise InputError(path, f"cannot be written: {error.strerror or error}") from error


def _fill(path: str, pieces: Iterable[str], flags: int) -> None:
    with open(os.open(path, flags, 0o666), "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        file.writelines(pieces)
