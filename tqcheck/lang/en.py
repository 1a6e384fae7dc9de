"""English."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from tqcheck.lang.antonyms import Sided
from tqcheck.lang.base import Lexical, TermCandidate
from tqcheck.lang.en_polarity import POLARITY
from tqcheck.lang.en_quantities import GRAMMAR
from tqcheck.lang.grammar import Grammar
from tqcheck.lang.meaning import Meaning
from tqcheck.lang.polarity import Polarity
from tqcheck.lang.tabled import Tabled


class English(Tabled):
    """English, British or American."""

    code: ClassVar[str] = "en"
    name: ClassVar[str] = "English"
    quotes: ClassVar[Sequence[tuple[str, str]]] = (("“", "”"), ("‘", "’"))

    joints: ClassVar[tuple[str, ...]] = (
        "because", "although", "though", "but", "while", "whereas", "when", "which", "who", "if", "unless", "so that",
        "since", "where", "yet", "as long as", "in order to", "and that", "said that", "instead of", "rather than",
    )  # fmt: skip
    grammar: ClassVar[Grammar] = GRAMMAR
    polarity: ClassVar[Polarity | None] = POLARITY

    def write_number(self, value: float) -> str:
        """Millions and more in words: 120 million."""
        for scale, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
            if value >= scale and round(value / scale, 3) == value / scale:
                return f"{value / scale:g} {word}"
        return super().write_number(value)

    def opposites(self, text: str) -> Sequence[Sided]:
        """Words that have an opposite."""
        from tqcheck.lang.en_antonyms import ANTONYMS

        return ANTONYMS.read(text)

    def lexical(self, text: str) -> Lexical:
        """Stems of content words, figures, capitalised words."""
        from tqcheck.lang.english_lexical import lexical

        return lexical(text)

    def meaning(self, word: str) -> Meaning:
        """A word's own stem, whether it is grammar, whether it may be a name."""
        from tqcheck.lang.english_meaning import meaning

        return meaning(word)

    def term_candidates(self, text: str) -> Sequence[TermCandidate]:
        """Phrases that neither begin nor end with a function word."""
        from tqcheck.lang.candidates import phrases
        from tqcheck.lang.english_lexical import STOP_WORDS

        return phrases(text, STOP_WORDS)


LANGUAGE = English()
