"""Where a slice is at, written down before each step: when a worker dies, the next one sees at what."""

from __future__ import annotations

import contextlib
import glob
import os
from collections import Counter

TWICE = 2
"""Deaths at one place after which it is passed over: one may be an accident that has nothing to do with it."""


class Tries:
    """The log of the attempts at one slice. A place is the number of a piece and of an article in it, -1 while reading."""

    def __init__(self, folder: str, number: int, died: str = "") -> None:
        self._path = os.path.join(folder, f"{number:07d}.tries")
        self._deaths, self._causes = _read(self._path)
        self.cause = died or self._causes
        self._file = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o666)
        os.write(self._file, f"S {self.cause}\n".encode())

    def at(self, piece: int, article: int = -1) -> bool:
        """Write down a place, and say whether it is to be passed over."""
        if self._deaths[piece, article] >= TWICE:
            return False
        os.write(self._file, b"%d %d\n" % (piece, article))
        return True

    def finish(self) -> None:
        """The slice is done: nothing is left."""
        self.close()
        with contextlib.suppress(OSError):
            os.unlink(self._path)

    def close(self) -> None:
        """Leave the log where it is."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1


def forget(folder: str) -> None:
    """Take the logs of attempts away that were ended in good order."""
    for path in glob.glob(os.path.join(glob.escape(folder), "*.tries")):
        with contextlib.suppress(OSError):
            os.unlink(path)


def _read(path: str) -> tuple[Counter[tuple[int, int]], str]:
    """How often a worker died at which place, and of what the last one."""
    deaths: Counter[tuple[int, int]] = Counter()
    cause = ""
    place: tuple[int, int] | None = None
    try:
        with open(path, "rb") as file:
            lines = file.read().decode().splitlines()
    except OSError:
        return deaths, cause
    for line in [*lines, "S"]:
        first, _, rest = line.partition(" ")
        if first == "S":
            cause = rest or cause
            if place:
                deaths[place] += 1
            place = None
        elif rest:
            place = int(first), int(rest)
    return deaths, cause
