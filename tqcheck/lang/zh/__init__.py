"""Chinese, in simplified or traditional characters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from tqcheck.lang.base import Language, Lexical, Person


class Chinese(Language):
    """Written Chinese as news has it."""

    code: ClassVar[str] = "zh"
    name: ClassVar[str] = "Chinese"
    script: ClassVar[str] = "㐀-䶿一-鿿豈-﫿\U00020000-\U000323af"
    spaced: ClassVar[bool] = False
    quotes: ClassVar[Sequence[tuple[str, str]]] = (("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"), ("《", "》"))

    def lexical(self, text: str) -> Lexical:
        """Dictionary glosses of the words, their readings, figures, Latin words."""
        from tqcheck.lang.zh.lexical import lexical

        return lexical(text)

    def glosses(self, word: str) -> frozenset[str]:
        """Stems of CC-CEDICT's glosses."""
        from tqcheck.lang.zh.dictionary import dictionary

        return dictionary().stems(word)

    def persons(self, text: str) -> Sequence[Person]:
        """Chinese persons, with Pinyin and Wade-Giles spellings."""
        from tqcheck.lang.zh.persons import find_persons

        return find_persons(self.normalise(text))

    def romanise(self, name: str) -> frozenset[str]:
        """Pinyin and Wade-Giles, every heteronym."""
        from tqcheck.lang.zh.persons import romanisations

        return romanisations(name)

    def normalise(self, text: str) -> str:
        """Simplified characters, one for one."""
        from tqcheck.lang.zh.variants import simplified

        return simplified(text)


LANGUAGE = Chinese()
