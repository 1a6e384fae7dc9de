"""Text of articles made safe to show: nothing in it moves a terminal's cursor, colours it or reorders its letters."""

from __future__ import annotations

import re

# C0 and C1 controls, the marks that reorder text (Unicode TR9; "Trojan Source"), line and paragraph separators,
# byte order marks, lone surrogates, tags and noncharacters. Joiners stay: Persian and emoji are written with them.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_SPACE = frozenset("\t\n\v\f\r\x85\u2028\u2029")
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def shown(text: str) -> str:
    """`text` on one line, of the same length: line breaks and tabs are spaces, other controls are shown as �."""
    return _UNSAFE.sub(lambda m: " " if m[0] in _SPACE else REPLACEMENT, text)
