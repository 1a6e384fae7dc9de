"""Chinese, in simplified or traditional characters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from tqcheck.lang.antonyms import Sided
from tqcheck.lang.base import Language, Lexical, Person, ProperName, TermCandidate
from tqcheck.lang.meaning import Meaning, Sense
from tqcheck.lang.polarity import Polarity
from tqcheck.lang.quantity import Moment, Quantity
from tqcheck.lang.zh.polarity import POLARITY, negations
from tqcheck.model.text import Span


class Chinese(Language):
    """Written Chinese as news has it."""

    code: ClassVar[str] = "zh"
    name: ClassVar[str] = "Chinese"
    capitals: ClassVar[bool] = False
    vowels: ClassVar[bool] = False
    script: ClassVar[str] = "㐀-䶿一-鿿豈-﫿\U00020000-\U000323af"
    spaced: ClassVar[bool] = False
    sides: ClassVar[str] = "方"
    quotes: ClassVar[Sequence[tuple[str, str]]] = (("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"), ("《", "》"))

    reads_numbers: ClassVar[bool] = True
    has_senses: ClassVar[bool] = True
    polarity: ClassVar[Polarity | None] = POLARITY

    def quantities(self, text: str) -> Sequence[Quantity]:
        """Numbers with their units, in digits, numerals and both together."""
        from tqcheck.lang.zh.quantities import read

        return read(self.normalise(text)).quantities

    def dateline(self, text: str) -> Moment | None:
        """The day on which a news text was filed."""
        from tqcheck.lang.zh.moments import read_dateline

        return read_dateline(text)

    def moments(self, text: str) -> Sequence[Moment]:
        """Dates and times."""
        from tqcheck.lang.zh.quantities import read

        return read(self.normalise(text)).moments

    def negations(self, text: str) -> Sequence[Span]:
        """不, 没, 未, 无 and their like outside words that negate nothing."""
        return negations(self.normalise(text))

    def lists(self, text: str) -> Sequence[Sequence[Span]]:
        """Items between 、 and before 和, 及 or 与."""
        from tqcheck.lang.zh.lists import lists

        return lists(text)

    def opposites(self, text: str) -> Sequence[Sided]:
        """Words that have an opposite."""
        from tqcheck.lang.zh.antonyms import ANTONYMS

        return ANTONYMS.read(self.normalise(text))

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

    def in_list(self, text: str, at: int) -> bool:
        """中、英、法、西等8个语种."""
        from tqcheck.lang.zh.short_names import in_list

        return in_list(text, at)

    def glosses(self, word: str) -> frozenset[str]:
        """Stems of CC-CEDICT's glosses."""
        from tqcheck.lang.zh.dictionary import dictionary

        return dictionary().stems(word)

    def gloss(self, word: str) -> str:
        """CC-CEDICT's first rendering."""
        from tqcheck.lang.zh.shown import gloss

        return gloss(word)

    def meaning(self, word: str) -> Meaning:
        """Glosses of a word, its parts and its characters, weighed; its readings."""
        from tqcheck.lang.zh.senses import meaning

        return meaning(word)

    def senses(self, word: str) -> Sequence[Sense]:
        """CC-CEDICT's senses."""
        from tqcheck.lang.zh.senses import senses

        return senses(word)

    def leanings(self, character: str) -> Mapping[str, float]:
        """By the words of CC-CEDICT that have it."""
        from tqcheck.lang.zh.leanings import leanings

        return leanings(character)

    def tokens(self, text: str) -> Sequence[Span]:
        """Words as rjieba parts them, figures and marks."""
        from tqcheck.lang.zh.tagged import cut

        return cut(text)

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

    def places_abroad(self, text: str, background: str) -> Sequence[tuple[Span, str]]:
        """Provinces, states and towns named after a foreign country."""
        from tqcheck.lang.zh.abroad import places_abroad

        return places_abroad(self.normalise(text), self.normalise(background))

    def transcribed_persons(self, text: str, background: str) -> Iterable[Span]:
        """Three transcribing characters or more after a foreigner's title."""
        from tqcheck.lang.zh.abroad import transcribed_persons

        return transcribed_persons(self.normalise(text), self.normalise(background))

    def shown_abroad(self, name: str, background: str) -> str:
        """A foreign country's name before `name`."""
        from tqcheck.lang.zh.abroad import introduced_abroad

        return introduced_abroad(name, self.normalise(background))

    def telling(self, reading: str) -> bool:
        """Letters that stand together in Pinyin alone."""
        from tqcheck.lang.zh.abroad import telling

        return telling(reading)

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
