"""Traditional characters folded to simplified ones, for matching: one character for one, so that offsets hold."""

from __future__ import annotations

from functools import lru_cache
from typing import Any


def simplified(text: str) -> str:
    """`text` in simplified characters, of the same length.

    Characters are converted one at a time: OpenCC's phrases may change the length, and some of its choices (著名)
    are wrong to show but harmless to match.
    """
    return "".join([_simple(c) if c >= "\u3400" else c for c in text])


@lru_cache(maxsize=32768)
def _simple(character: str) -> str:
    found: str = _converter().convert(character)
    return found if len(found) == 1 else character


@lru_cache(maxsize=1)
def _converter() -> Any:
    import opencc

    return opencc.OpenCC("t2s")
