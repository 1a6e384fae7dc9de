"""What the readers are told, and what a file's name says."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePath

from tqcheck import lang

STDIN = "-"

TEXT = frozenset({".txt", ".text", ""})
HTML = frozenset({".html", ".htm", ".xhtml"})
MARKDOWN = frozenset({".md", ".markdown", ".mdown"})
TABLE = frozenset({".jsonl", ".ndjson", ".tsv", ".csv"})
GZIP = ".gz"
"""Ending of any of these files, packed: `x.jsonl.gz` is read as `x.jsonl`."""
SUBTITLES = frozenset({".srt", ".vtt"})
WORD = frozenset({".docx"})
DOCUMENT = (TEXT | HTML | MARKDOWN | SUBTITLES | WORD) - {""}
# Formats in which people keep articles and that cannot be read: worth a word where one stands among renderings.
FOREIGN = frozenset({".doc", ".odt", ".rtf", ".pdf"})

LONGEST_ROW = 1 << 23
"""Bytes of a line of a table, and characters of a row, at most: more is no article, and must not fill the memory."""
LONGEST_TEXT = 1 << 29
"""Bytes of a file that has to be read whole at most."""
LONGEST_UNIT = 1_000_000
"""Characters and tags of one side of a unit at most."""
MAX_ROWS = 5000
"""Rows of one document that are looked at together at most, to bound memory."""
DOUBTFUL = frozenset({"mt"})
"""Codes that seldom name a language in the name of a file: `x.mt.txt` is a machine translation, and Maltese only where
its text is."""

_CODE = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*", re.IGNORECASE)


@dataclass(frozen=True)
class ReadOptions:
    """What the command line says about the inputs.

    source       file with the source of the renderings given as files
    alternates   files with other renderings that bear witness
    reference    file with a reference rendering
    source_lang  BCP 47 code of sources whose file name or row does not give one; detected where None
    target_lang  the same for renderings
    beside       whether a file that stands in an article folder is read with its source and witnesses from there
    """

    source: str | None = None
    alternates: tuple[str, ...] = ()
    reference: str | None = None
    source_lang: str | None = None
    target_lang: str = "en"
    beside: bool = False


@dataclass(frozen=True, slots=True)
class FileName:
    """A file's name taken apart.

    stem    without language and extension
    lang    canonical BCP 47 code, or None where the name gives no known one; of `DOUBTFUL` the text has to be asked
    ext     extension in lower case, with its dot
    middle  what stands where the language would, as written, known or not
    packed  whether it ends in .gz, which `ext` leaves out
    """

    stem: str
    lang: str | None
    ext: str
    middle: str = ""
    packed: bool = False

    @property
    def looks_like_code(self) -> bool:
        """Whether `middle` has the shape of a language code."""
        return bool(_CODE.fullmatch(self.middle))


def file_name(path: str) -> FileName:
    """Take the last part of `path` apart: `a/x.zh-hans.txt` is stem x, language zh-Hans, extension .txt."""
    if path == STDIN:
        return FileName("stdin", None, "")
    return _taken_apart(os.path.basename(path) or PurePath(path).name)


@lru_cache(maxsize=4096)
def _taken_apart(name: str) -> FileName:
    """In a batch of article folders a few names come up again and again."""
    packed = name.lower().endswith(GZIP)
    pure = PurePath(name[: -len(GZIP)] if packed else name)
    ext, rest = pure.suffix.lower(), pure.stem
    stem, dot, middle = rest.rpartition(".")
    if not dot or not stem:
        return FileName(rest, None, ext, "", packed)
    if _CODE.fullmatch(middle) and lang.known(middle):
        return FileName(stem, canonical(middle), ext, middle, packed)
    return FileName(rest, None, ext, middle, packed)


def canonical(code: str) -> str:
    """`code` with the case that BCP 47 recommends: zh_hant_tw is zh-Hant-TW."""
    first, *others = re.split("[-_]", code.strip())
    cased = [part.title() if len(part) == 4 else part.upper() if len(part) == 2 else part.lower() for part in others]
    return "-".join([first.lower(), *cased])
