"""English."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from tqcheck.lang.base import Language, Lexical


class English(Language):
    """English, British or American."""

    code: ClassVar[str] = "en"
    name: ClassVar[str] = "English"
    quotes: ClassVar[Sequence[tuple[str, str]]] = (("“", "”"), ("‘", "’"))

    def lexical(self, text: str) -> Lexical:
        """Stems of content words, figures, capitalised words."""
        from tqcheck.lang.english_lexical import lexical

        return lexical(text)


LANGUAGE = English()
