"""Standard output for data, standard error for words to the person: raw, UTF-8, one line an error."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

from tqcheck.errors import InputError

if TYPE_CHECKING:
    from tqcheck.model.report import Skipped


def prepare() -> None:
    """Make both streams UTF-8 whatever the locale, without translating line ends.

    What UTF-8 cannot hold (a lone surrogate out of broken JSON or a file name) comes out as an escape.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def write(pieces: Iterable[str]) -> None:
    """Write to standard output. Where its reader has gone (`| head`), the rest is dropped without a word.

    Raises InputError where it cannot be written to.
    """
    pieces = iter(pieces)
    for piece in pieces:  # an error that arises in making a piece is not the stream's
        try:
            sys.stdout.write(piece)
        except BrokenPipeError:
            _forget()
            return
        except OSError as error:
            raise _full(error) from None


def finish() -> None:
    """Flush standard output, before the interpreter does and complains. Raises InputError as `write` does."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _forget()
    except OSError as error:
        raise _full(error) from None


def error(message: str) -> None:
    """Tell the person, in one line, what went wrong."""
    _tell(f"tqcheck: error: {message}")


def skipped(inputs: Iterable[Skipped]) -> bool:
    """Tell the person of each input that could not be read, in order; returns whether there are any."""
    faults = [str(InputError(one.path, one.reason)) for one in inputs]
    for fault in faults:
        error(fault)
    return bool(faults)


def note(message: str) -> None:
    """Tell the person something that they may want to know."""
    _tell(f"tqcheck: {message}")


def coloured(stream: TextIO) -> bool:
    """Whether to send colours: to a terminal that can show them, unless NO_COLOR is set (https://no-color.org)."""
    return terminal(stream) and not os.environ.get("NO_COLOR")


def terminal(stream: TextIO) -> bool:
    """Whether a person is watching, on something that can move its cursor."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def _tell(line: str) -> None:
    from tqcheck.reporters.display.safe import shown

    with contextlib.suppress(OSError):  # it has gone, or the disk is full: there is no one left to tell
        print(shown(line), file=sys.stderr, flush=True)


def _full(error: OSError) -> InputError:
    _forget()
    return InputError("standard output", f"cannot be written: {error.strerror or error}")


def _forget() -> None:
    # Python flushes standard output once more at exit; let that go nowhere (as its documentation of SIGPIPE has it).
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
