"""Plain text: each line that is not blank is a paragraph."""

from __future__ import annotations

import re
import unicodedata

from tqcheck.model.text import Passage
from tqcheck.readers.suppressions import without_comments

# Form feeds and the separators of Unicode end a paragraph too, though editors do not count them as lines.
_LINE = re.compile(r"[^\r\n\f\v\x1c-\x1e\x85\u2028\u2029]+")
_INVISIBLE = "\ufeff\u200b"


def paragraphs(text: str) -> tuple[Passage, ...]:
    """The paragraphs of `text`, each a plain slice of it without the white space around.

    Comments to tqcheck are left out, and where there are any the paragraphs are no plain slices.
    """
    found: list[Passage] = []
    shown = without_comments(text)
    if shown is text and text.isprintable():  # most cells of a table: one line, and no white space but the space
        only = text.strip()
        return (Passage(only, text.index(only)),) if only else ()
    for line in _LINE.finditer(shown):
        start, end = trimmed(shown, *line.span())
        if start < end:
            found.append(Passage(shown[start:end], start if shown is text else tuple(range(start, end + 1))))
    return tuple(found)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """`start` and `end` moved inwards past white space and invisible marks."""
    while start < end and blank(text[start]):
        start += 1
    while start < end and blank(text[end - 1]):
        end -= 1
    return start, end


def blank(c: str) -> bool:
    """Whether `c` shows nothing: white space, byte order mark, zero width space."""
    return c.isspace() or c in _INVISIBLE


def joint(before: str, after: str) -> str:
    """What a line break within a paragraph stands for between two characters: nothing in Chinese, else a space."""
    return "" if _unspaced(before) and _unspaced(after) else " "


def _unspaced(c: str) -> bool:
    # As CSS Text 3 treats segment breaks: wide characters join without a space, save Hangul, whose words are spaced.
    return unicodedata.east_asian_width(c) in "WF" and not unicodedata.name(c, "").startswith("HANGUL")
