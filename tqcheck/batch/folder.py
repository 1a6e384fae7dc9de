"""Folders of runs: each run has one of its own, which another may take over when the run was interrupted."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import tempfile
import time
from collections.abc import Iterator

from tqcheck.batch.tries import forget
from tqcheck.errors import InputError

PREFIX = "run-"
ABOUT = "run.json"
LOCK = "lock"
OLD = 7 * 86_400
"""Seconds after which what an interrupted run has left is cleared away."""


class RunFolder:
    """A folder that one process at a time may use: an open lock, which ends with the process, says that it does."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._lock = os.open(os.path.join(path, LOCK), os.O_RDWR | os.O_CREAT, 0o666)
        if not _locked(self._lock):
            os.close(self._lock)
            raise BlockingIOError

    @staticmethod
    def new(home: str | None) -> RunFolder:
        """A new folder within `home`; among the system's temporary files where that takes none and is not asked for.

        Raises InputError where it is asked for.
        """
        from tqcheck.batch.cache import place

        within = home or os.path.join(place(), "runs")
        try:
            os.makedirs(within, exist_ok=True)
            if home is None:
                _clear(within)
            return RunFolder(tempfile.mkdtemp(prefix=PREFIX, dir=within))
        except OSError as error:
            if home is not None:
                raise InputError(home, f"cannot be written to: {error.strerror or error}") from None
            return RunFolder(tempfile.mkdtemp(prefix="tqcheck-"))

    @staticmethod
    def left_behind(home: str | None, key: bytes) -> Iterator[RunFolder]:
        """The folders of interrupted runs of this key, the last run first; who takes one has it."""
        from tqcheck.batch.cache import place

        for path in sorted(_runs(home or os.path.join(place(), "runs")), key=_age):
            try:
                with open(os.path.join(path, ABOUT), encoding="utf-8") as file:
                    if json.load(file)["key"] != key.hex():
                        continue
                found = RunFolder(path)
            except (OSError, ValueError, KeyError, TypeError):
                continue
            forget(path)
            yield found

    def says(self, key: bytes) -> None:
        """Write down which run it is, so that it can be gone on with."""
        with open(os.path.join(self.path, ABOUT), "w", encoding="utf-8") as file:
            json.dump({"key": key.hex()}, file)

    def leave(self) -> None:
        """Leave what there is for another run."""
        forget(self.path)
        self._unlock()

    def remove(self) -> None:
        """Take it away."""
        shutil.rmtree(self.path, ignore_errors=True)
        self._unlock()

    def _unlock(self) -> None:
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1


def _locked(file: int) -> bool:
    try:
        import fcntl
    except ImportError:  # not on Windows: there two runs that are the same are not kept apart
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _runs(home: str) -> Iterator[str]:
    with contextlib.suppress(OSError), os.scandir(home) as entries:
        yield from (entry.path for entry in entries if entry.name.startswith(PREFIX))


def _age(path: str) -> float:
    try:
        return time.time() - os.stat(path).st_mtime
    except OSError:
        return float("inf")


def _clear(home: str) -> None:
    """Take away what interrupted runs left long ago."""
    for path in list(_runs(home)):
        if _age(path) > OLD:
            with contextlib.suppress(OSError):
                RunFolder(path).remove()
