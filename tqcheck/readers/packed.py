"""Files opened for reading, those that gzip has packed as what is in them."""

from __future__ import annotations

import gzip
import io
import zlib
from typing import IO, Any

from tqcheck.readers.base import file_name

LARGEST = 1 << 31
"""Bytes that a packed file may hold: one of a few kilobytes can be made that holds more than any disk."""


def open_file(path: str) -> IO[bytes]:
    """The bytes of a file. Raises OSError, here or in reading, where it cannot be read or is not well packed."""
    if not file_name(path).packed:
        return open(path, "rb")
    return io.BufferedReader(_Unpacked(path), 1 << 16)


class _Unpacked(io.RawIOBase):
    def __init__(self, path: str) -> None:
        super().__init__()
        self._file = gzip.open(path, "rb")  # noqa: SIM115 - closed with this
        self._read = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._file.read(len(buffer))
        except EOFError:
            raise OSError("it is cut off: the packed data end before their end") from None
        except (zlib.error, gzip.BadGzipFile) as error:
            raise OSError(f"it is not well packed ({str(error).lower()})") from None
        self._read += len(data)
        if self._read > LARGEST:
            raise OSError(f"it holds more than {LARGEST >> 20} MB")
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._file.close()
        super().close()
