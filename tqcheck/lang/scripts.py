"""Scripts, for telling text of one language left in another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tqcheck.model.text import Span

# Letters of scripts other than Latin. Greek is left out: its letters are symbols in any language.
_FOREIGN = (
    "\u0400-\u052f\u0531-\u058f\u0590-\u05ff\u0620-\u066f\u0671-\u06d3\u06fa-\u06ff\u0750-\u077f\u0900-\u0dff\u0e01-\u0e5b\u0e80-\u0eff\u0f00-\u0fff\u1000-\u109f"
    "\u10a0-\u10ff\u1100-\u11ff\u1780-\u17ff\u3041-\u3096\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u3131-\u318e\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
    "\uf900-\ufaff\ufb50-\ufdff\ufe70-\ufefc\U00020000-\U000323af"
)
_RUN = re.compile(f"[{_FOREIGN}](?:[{_FOREIGN}\\d\\s·・、，。：；！？“”‘’《》「」『』،؛؟%％.,-]*[{_FOREIGN}])?")
_LETTER = re.compile(f"[{_FOREIGN}]")


def foreign_runs(text: str) -> Sequence[Span]:
    """Stretches of letters that are not Latin, with the marks, figures and spaces between them."""
    if text.isascii():
        return ()
    return tuple(Span(*m.span()) for m in _RUN.finditer(text))


def foreign_share(text: str) -> float:
    """How much of the text's letters are not Latin, 0 to 1; 0 where there are no letters."""
    if text.isascii():
        return 0.0
    letters = "".join(c for c in text if c.isalpha())
    return len(_LETTER.findall(letters)) / len(letters) if letters else 0.0
