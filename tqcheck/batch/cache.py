"""What articles came to in earlier runs: a file of SQLite that several processes may use at once.

It may be lost at any time: what goes wrong with it is passed over in silence, and costs time only.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
import zlib
from collections.abc import Callable, Iterable
from typing import TypeVar

from tqcheck.batch.shards import Bundle, Partial

NAME = "outcomes.sqlite"
LIMIT = 500_000_000
"""Bytes that it may take; the entries not asked for the longest go first."""
LARGEST = 32_000_000
"""Bytes of an outcome that is kept."""
WAIT = 10.0
"""Seconds that a process waits for another one to finish writing."""
DAY = 86_400
"""Seconds for which an entry asked for is not marked again."""

T = TypeVar("T")


def place(folder: str | None = None) -> str:
    """The folder of the cache: as given, else by TQCHECK_CACHE_DIR, else the user's own."""
    if folder or os.environ.get("TQCHECK_CACHE_DIR"):
        return folder or os.environ["TQCHECK_CACHE_DIR"]
    from platformdirs import user_cache_dir

    return user_cache_dir("tqcheck", appauthor=False)


class Cache:
    """Outcomes by key. To be opened by each process for itself."""

    def __init__(self, folder: str) -> None:
        self._path = os.path.join(folder, NAME)
        self._used: list[bytes] = []
        self._base = self._opened(folder)

    def get(self, key: bytes) -> tuple[int, Bundle] | None:
        """What is kept under a key, with the line of the row at which it began."""
        found = self._tried(
            lambda base: base.execute("SELECT value, used FROM outcomes WHERE key = ?", (key,)).fetchone()
        )
        if not found:
            return None
        try:
            head, _, lines = zlib.decompress(found[0]).partition(b"\n")
            line, _, partial = head.partition(b" ")
            bundle = int(line), Bundle(Partial.read(partial), lines.split(b"\n") if lines else [])
        except (zlib.error, ValueError, KeyError, TypeError):
            return None
        if found[1] < time.time() - DAY:
            self._used.append(key)
        return bundle

    def put(self, entries: Iterable[tuple[bytes, int, Bundle]]) -> None:
        """Keep outcomes: key, the line of the row at which it begins, and what it came to."""
        rows = []
        now = int(time.time())
        for key, line, bundle in entries:
            whole = b"\n".join([b"%d %b" % (line, bundle.partial.written()), *bundle.lines])
            if len(whole) <= LARGEST:
                rows.append((key, zlib.compress(whole, 1), now))
        used, self._used = self._used, []

        def write(base: sqlite3.Connection) -> None:
            with base:
                base.executemany("INSERT OR REPLACE INTO outcomes VALUES (?, ?, ?)", rows)
                base.executemany("UPDATE outcomes SET used = ? WHERE key = ?", [(now, key) for key in used])

        if rows or used:
            self._tried(write)

    def trim(self, limit: int = LIMIT) -> None:
        """Let the entries go that have not been asked for the longest, where all of them take more than `limit`."""

        def cut(base: sqlite3.Connection) -> None:
            (size,) = base.execute("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size").fetchone()
            if size <= limit:
                return
            with base:
                kept = 0
                order = "SELECT rowid, used, length(value) FROM outcomes ORDER BY used DESC, rowid DESC"
                for number, used, length in base.execute(order).fetchall():
                    kept += length
                    if kept > 0.8 * limit:
                        gone = "DELETE FROM outcomes WHERE used < ? OR used = ? AND rowid <= ?"
                        base.execute(gone, (used, used, number))
                        break
            base.executescript("PRAGMA incremental_vacuum")  # `execute` would free one page
            base.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

        self._tried(cut)

    def close(self) -> None:
        """Write down what was asked for, and let go of the file."""
        self.put(())
        if self._base:
            with contextlib.suppress(sqlite3.Error):
                self._base.close()
        self._base = None

    def _opened(self, folder: str) -> sqlite3.Connection | None:
        for _ in range(2):
            try:
                os.makedirs(folder, exist_ok=True)
                base = sqlite3.connect(self._path, timeout=WAIT)
                base.execute("PRAGMA auto_vacuum = INCREMENTAL")
                base.execute("PRAGMA journal_mode = WAL").fetchall()
                base.execute("PRAGMA synchronous = OFF")
                base.execute("CREATE TABLE IF NOT EXISTS outcomes (key BLOB PRIMARY KEY, value BLOB, used INTEGER)")
                return base
            except sqlite3.OperationalError:
                return None  # another process is writing for long, or the folder takes no files
            except sqlite3.DatabaseError:
                self._set_aside()
            except OSError:
                return None
        return None

    def _set_aside(self) -> None:
        with contextlib.suppress(OSError):
            os.replace(self._path, f"{self._path}.broken")
        for more in ("-wal", "-shm"):
            with contextlib.suppress(OSError):
                os.unlink(self._path + more)

    def _tried(self, work: Callable[[sqlite3.Connection], T]) -> T | None:
        if self._base is None:
            return None
        try:
            return work(self._base)
        except sqlite3.OperationalError:
            return None  # locked for long, or the disk is full
        except sqlite3.DatabaseError:
            with contextlib.suppress(sqlite3.Error):
                self._base.close()
            self._set_aside()
            self._base = None
            return None
