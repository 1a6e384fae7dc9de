"""Negation by word lists: what plainly negates, and what makes it undecidable whether anything does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tqcheck.model.text import Span


@dataclass(frozen=True)
class Polarity:
    """Word lists of one language.

    hard  words that plainly negate a clause
    soft  words that another language may render by a negation, or that may render one (lack, refuse, only, until,
          un-, -less); a trailing or leading `*` stands for any letters
    inert  words that hold the letters of such a word by chance (未来, 非洲): neither one nor the other
    double  a negation of a negative word (`not unhurt`, 不无), which affirms
    limits  what says `not only`, or the words that make `not only` of a `not`
    cues, endings  what a text has one of if it has a hard word: a whole word, or letters (of a phrase, its first word)
    """

    hard: re.Pattern[str]
    soft: re.Pattern[str]
    inert: re.Pattern[str]
    double: re.Pattern[str]
    limits: re.Pattern[str]
    cues: frozenset[str] = frozenset()
    endings: tuple[str, ...] = ()

    def negations(self, text: str) -> Sequence[Span]:
        """Where the hard words stand, those within a phrase that negates nothing left out."""
        return tuple(Span(*m.span("hard")) for m in self.hard.finditer(text) if m["hard"])

    def softened(self, text: str) -> bool:
        """Whether a word of the second kind stands in `text`."""
        return bool(self.softeners(text))

    def softeners(self, text: str) -> Sequence[Span]:
        """Where the words of the second kind stand."""
        plain = self.inert.sub(lambda m: " " * len(m[0]), text)
        return tuple(Span(*m.span()) for m in self.soft.finditer(plain) if m[0])


def polarity(
    hard: Iterable[str],
    soft: Iterable[str],
    not_negative: Iterable[str] = (),
    spaced: bool = True,
    more_soft: str = "",
    more_skip: str = "",
    inert: Iterable[str] = (),
    double: str = "",
    limits: str = "",
) -> Polarity:
    """Word lists made ready. In a language without spaces words are found wherever they stand.

    not_negative  phrases that hold a hard word and negate nothing for sure (`not only`): they count as soft
    inert  words that hold the letters of a hard or soft word by chance: they count as nothing
    more_soft, more_skip  regular expressions for what the lists `soft` and `not_negative` cannot say
    double, limits  regular expressions, see `Polarity`
    """
    left, right = (r"(?<![\w\u0900-\u0963])", r"(?![\w\u093E-\u094D])") if spaced else ("", "")
    hard, inert, not_negative = list(hard), list(inert), list(not_negative)
    skip = "|".join(_phrase(p) for p in (*inert, *not_negative))
    words = "|".join(_phrase(p) for p in sorted(hard, key=len, reverse=True))
    start = (f"{left}(?:{skip}){right}|" if skip else "") + (f"{more_skip}|" if more_skip else "")
    hard_pattern = re.compile(f"{start}{left}(?P<hard>{words}){right}", re.I)
    soft_words = "|".join(_phrase(p) for p in sorted((*soft, *not_negative), key=len, reverse=True))
    inert_words = "|".join(_phrase(p) for p in inert)
    parts = [f"{left}(?:{soft_words}){right}" if soft_words else "", more_soft]
    return Polarity(
        hard_pattern,
        re.compile("|".join(p for p in parts if p) or "(?!)", re.I),
        re.compile(f"{left}(?:{inert_words}){right}" if inert_words else "(?!)", re.I),
        re.compile(double or "(?!)", re.I),
        re.compile(limits or "(?!)", re.I),
        frozenset(word.split()[0].casefold() for word in hard if "*" not in word),
        tuple(word.strip("*") for word in hard if "*" in word),
    )


def _phrase(words: str) -> str:
    return re.escape(words).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
