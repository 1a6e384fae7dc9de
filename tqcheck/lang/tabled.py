"""A language that is described by tables: numbers and dates by its grammar, negation by its word lists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from tqcheck.lang.base import Language
from tqcheck.lang.grammar import Grammar
from tqcheck.lang.quantity import Moment, Quantity
from tqcheck.lang.spaced import SpacedReader


class Tabled(Language):
    """A language whose number words, dates and negations are read from tables.

    grammar   its tables of numbers, dates and units
    """

    reads_numbers = True
    grammar: ClassVar[Grammar]

    def quantities(self, text: str) -> Sequence[Quantity]:
        """The numbers in `text` in order, dates left out."""
        return _reader(type(self)).read(text).quantities

    def moments(self, text: str) -> Sequence[Moment]:
        """The dates and times in `text` in order."""
        return _reader(type(self)).read(text).moments


_READERS: dict[type[Tabled], SpacedReader] = {}


def _reader(language: type[Tabled]) -> SpacedReader:
    """The reader of a language, made once: its regular expressions are large."""
    if language not in _READERS:
        _READERS[language] = SpacedReader(language.grammar)
    return _READERS[language]
