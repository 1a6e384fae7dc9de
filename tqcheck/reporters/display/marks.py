"""Text of articles within Markdown, where nothing in it is taken for a mark, a link or a call to a person."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tqcheck.reporters.display.safe import shown

_MARKS = re.compile(r"([\\`*_\[\]<>|#~&!$])")
_CALL = re.compile(r"(?<![\w/])@(?=\w)|(?<=://)|(?<=\bwww)(?=\.)")
_APART = "\u200b"


def plain(text: str) -> str:
    """`text` on one line with every mark of Markdown escaped.

    Names after `@` and addresses are broken by a space of no width: a comment must not call people whom an article
    happens to name, nor carry its links.
    """
    return _CALL.sub(lambda m: m[0] + _APART, _MARKS.sub(r"\\\1", shown(text)))


def row(cells: Sequence[str]) -> str:
    """A row of a table, its cells as they are given."""
    return "| " + " | ".join(cells) + " |\n"
