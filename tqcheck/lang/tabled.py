"""A language that is described by tables: numbers and dates by its grammar, negation by its word lists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from tqcheck.lang.base import Language
from tqcheck.lang.grammar import Grammar
from tqcheck.lang.polarity import Polarity
from tqcheck.lang.quantity import Moment, Quantity
from tqcheck.lang.spaced import SpacedReader
from tqcheck.model.text import Span


class Tabled(Language):
    """A language whose number words, dates and negations are read from tables.

    grammar   its tables of numbers, dates and units
    polarity  its words of negation
    """

    reads_numbers = True
    grammar: ClassVar[Grammar]
    polarity: ClassVar[Polarity | None] = None

    def quantities(self, text: str) -> Sequence[Quantity]:
        """The numbers in `text` in order, dates left out."""
        return _reader(type(self)).read(text).quantities

    def moments(self, text: str) -> Sequence[Moment]:
        """The dates and times in `text` in order."""
        return _reader(type(self)).read(text).moments

    def negations(self, text: str) -> Sequence[Span]:
        """Words that plainly negate, in order."""
        return self.polarity.negations(text) if self.polarity else ()

    def softened(self, text: str) -> bool:
        """Whether `text` holds a word that makes its polarity undecidable."""
        return self.polarity.softened(text) if self.polarity else True


_READERS: dict[type[Tabled], SpacedReader] = {}


def _reader(language: type[Tabled]) -> SpacedReader:
    """The reader of a language, made once: its regular expressions are large."""
    if language not in _READERS:
        _READERS[language] = SpacedReader(language.grammar)
    return _READERS[language]
