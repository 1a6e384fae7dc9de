"""Names in scripts that have capitals: runs of capitalised words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tqcheck.lang.base import ProperName
from tqcheck.lang.cognates import fold, romanise
from tqcheck.model.text import Span

_WORD = re.compile(r"[^\W\d_]+(?:\.(?=[^\W\d_]\.))?")
_MARKED = re.compile(r"[^\W\d_][^\W\d_\u0900-\u0903\u093a-\u094f]*(?:[\u0900-\u0903\u093a-\u094f]+[^\W\d_]*)*")
# After these a capital may be that of a sentence, a title or a label.
_OPENS = re.compile(r"[.!?…:;\"“”„«»‹›‘(\[\n—–•]|(?<!\w)['’]| - ")


def latin(word: str) -> str:
    """`word` in lower-case Latin letters without accents."""
    return romanise(word) if not word.isascii() else word.lower()


def spelled_out(text: str) -> tuple[str, ...]:
    """Every word of `text` in lower-case Latin letters, once each."""
    return tuple(dict.fromkeys(w for m in _MARKED.finditer(text) if (w := latin(fold(m[0])))))


def capitalised(text: str, not_names: frozenset[str]) -> Sequence[ProperName]:
    """Runs of capitalised words; one that only begins a sentence is not sure.

    not_names  lower-case words that may have a capital for other reasons
    """
    found: list[ProperName] = []
    run: list[tuple[re.Match[str], bool]] = []
    end = 0
    for match in _WORD.finditer(text):
        gap = text[end : match.start()]
        opens = end == 0 or bool(_OPENS.search(gap))
        end = match.end()
        word = match[0]
        named = word[0].isupper() and word.lower() not in not_names and len(word) > 1
        if run and (gap not in (" ", "-", "\u00a0") or not named):
            found.append(_name(text, run))
            run = []
        if named:
            run.append((match, opens))
    if run:
        found.append(_name(text, run))
    return found


def _name(text: str, run: list[tuple[re.Match[str], bool]]) -> ProperName:
    span = Span(run[0][0].start(), run[-1][0].end())
    sure = any(not opens for _, opens in run)
    return ProperName(span, span.of(text), tuple(s for m, _ in run if (s := latin(fold(m[0])))), sure)
