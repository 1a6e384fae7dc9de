"""Traditional characters folded to simplified ones, for matching: one character for one, so that offsets hold."""

from __future__ import annotations

from functools import lru_cache
from typing import Any


@lru_cache(maxsize=1024)
def simplified(text: str) -> str:
    """`text` in simplified characters, of the same length.

    Characters are converted one at a time: OpenCC's phrases may change the length, and some of its choices (著名)
    are wrong to show but harmless to match.
    """
    return text.translate(_SIMPLE)


class _Simple(dict[int, int]):
    """Characters with their simplified ones, each looked up once."""

    def __missing__(self, code: int) -> int:
        found: str = _converter().convert(chr(code)) if code >= 0x3400 else chr(code)
        self[code] = ord(found) if len(found) == 1 else code
        return self[code]


_SIMPLE = _Simple()


@lru_cache(maxsize=1)
def _converter() -> Any:
    import opencc

    return opencc.OpenCC("t2s")
