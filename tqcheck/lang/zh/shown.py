"""How CC-CEDICT glosses a word, in words to be shown; what is derived is kept in the user's cache folder."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from tqcheck.lang.cedict import derived, entries

TABLES = 2
"""Version of the derived table: raise it whenever its making changes."""
MOST_LETTERS = 40
"""Letters of the longest gloss shown: longer ones explain and do not render."""

_ASIDE = re.compile(r"\s*(?:\(.*?\)|\[.*?\])")
_NOT_SHOWN = re.compile(
    r"^(?:CL:|(?:old |erroneous |Japanese )?variant of|see |abbr\. |surname |used in |also |to be )|[㐀-鿿|]"
)


def gloss(word: str) -> str:
    """The first sense of `word`, in simplified characters, that is a rendering; empty where there is none."""
    return _table().get(word, "")


@lru_cache(maxsize=1)
def _table() -> Mapping[str, str]:
    return load()


def load(folder: Path | None = None) -> Mapping[str, str]:
    """The glosses by word, out of `folder` or else the user's cache folder; put there where missing or damaged."""
    (table,) = derived("glosses", TABLES, lambda text: (derive(text),), folder)
    return table


def derive(text: str) -> Mapping[str, str]:
    """The table for a dictionary in CEDICT's format. A common word's gloss goes before that of a name so written."""
    table: dict[str, str] = {}
    named: set[str] = set()
    for _, word, sounds, glosses in entries(text):
        shown = next((plain for one in glosses if (plain := _plain(one))), "")
        if not shown:
            continue
        name = sounds[:1].isupper()
        if word not in table or (word in named and not name):
            table[word] = shown
            (named.add if name else named.discard)(word)
    return table


def _plain(gloss: str) -> str:
    """A gloss without asides and `to`; empty where it does not render."""
    if _NOT_SHOWN.search(_ASIDE.sub("", gloss)):
        return ""
    plain = _ASIDE.sub("", gloss).split(";")[0].strip().removeprefix("to ")
    if len(plain) > MOST_LETTERS:
        plain = plain.split(",")[0]
    return plain if 0 < len(plain) <= MOST_LETTERS else ""
