"""Chinese, in simplified or traditional characters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from tqcheck.lang.base import Language, Lexical, Person, ProperName, TermCandidate
from tqcheck.lang.quantity import Moment, Quantity
from tqcheck.model.text import Span


class Chinese(Language):
    """Written Chinese as news has it."""

    code: ClassVar[str] = "zh"
    name: ClassVar[str] = "Chinese"
    capitals: ClassVar[bool] = False
    vowels: ClassVar[bool] = False
    script: ClassVar[str] = "㐀-䶿一-鿿豈-﫿\U00020000-\U000323af"
    spaced: ClassVar[bool] = False
    quotes: ClassVar[Sequence[tuple[str, str]]] = (("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"), ("《", "》"))

    reads_numbers: ClassVar[bool] = True

    def quantities(self, text: str) -> Sequence[Quantity]:
        """Numbers with their units, in digits, numerals and both together."""
        from tqcheck.lang.zh.quantities import read

        return read(self.normalise(text)).quantities

    def moments(self, text: str) -> Sequence[Moment]:
        """Dates and times."""
        from tqcheck.lang.zh.quantities import read

        return read(self.normalise(text)).moments

    def negations(self, text: str) -> Sequence[Span]:
        """不, 没, 未, 无 and their like outside words that negate nothing."""
        from tqcheck.lang.zh.polarity import POLARITY

        return POLARITY.negations(self.normalise(text))

    def softened(self, text: str) -> bool:
        """Words that another language may render by a negative."""
        from tqcheck.lang.zh.polarity import POLARITY

        return POLARITY.softened(self.normalise(text))

    def lexical(self, text: str) -> Lexical:
        """Dictionary glosses of the words, their readings, figures, Latin words."""
        from tqcheck.lang.zh.lexical import lexical

        return lexical(text)

    def sounds(self, term: str) -> frozenset[str]:
        """Pinyin of a term, with and without 省, 市 and the like at its end."""
        from tqcheck.lang.zh.sounds import sounds

        return sounds(term)

    def glossed_parts(self, term: str) -> Sequence[frozenset[str]]:
        """The characters of a term with the glosses of each and of the words that it is in."""
        from tqcheck.lang.zh.sounds import glossed_parts

        return glossed_parts(term)

    def short_names(self, text: str, names: Sequence[str]) -> Iterable[Span]:
        """One-character names of countries in pairs (越新两国) and before 方, 军 and the like."""
        from tqcheck.lang.zh.short_names import short_names

        return short_names(text, names)

    def glosses(self, word: str) -> frozenset[str]:
        """Stems of CC-CEDICT's glosses."""
        from tqcheck.lang.zh.dictionary import dictionary

        return dictionary().stems(word)

    def within_word(self, text: str, span: Span) -> bool:
        """Whether the dictionary has a longer word around `span` (大学 in 大学生)."""
        from tqcheck.lang.zh.dictionary import dictionary

        return dictionary().surrounds(text, span.start, span.end)

    def term_candidates(self, text: str) -> Sequence[TermCandidate]:
        """Names by the tagger and by title marks, and phrases of whole words, two to eight characters."""
        from tqcheck.lang.zh.candidates import candidates

        return candidates(self.normalise(text))

    def persons(self, text: str) -> Sequence[Person]:
        """Chinese persons, with Pinyin and Wade-Giles spellings."""
        from tqcheck.lang.zh.persons import find_persons

        return find_persons(self.normalise(text))

    def person(self, name: str, span: Span, text: str = "") -> Person | None:
        """A person with a Chinese name."""
        from tqcheck.lang.zh.persons import named

        return named(name, span, text)

    def foreign_persons(self, persons: Sequence[Person], text: str, background: str) -> Sequence[tuple[Person, str]]:
        """Vietnamese, Korean and Japanese persons."""
        from tqcheck.lang.zh.foreign_names import foreign_persons

        return foreign_persons(persons, text, background)

    def romanise(self, name: str) -> frozenset[str]:
        """Pinyin and Wade-Giles, every heteronym."""
        from tqcheck.lang.zh.persons import romanisations

        return romanisations(name)

    def proper_names(self, text: str) -> Sequence[ProperName]:
        """Foreign names in transcription, where a point divides them."""
        from tqcheck.lang.zh.transcribed import names

        return names(self.normalise(text))

    def stretches(self, text: str) -> Sequence[str]:
        """Latin words, Pinyin of one to three characters, and how transcribed foreign names sound."""
        from tqcheck.lang.zh.transcribed import stretches

        return stretches(self.normalise(text))

    def normalise(self, text: str) -> str:
        """Simplified characters, one for one."""
        from tqcheck.lang.zh.variants import simplified

        return simplified(text)


LANGUAGE = Chinese()
