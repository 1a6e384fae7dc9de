"""Words that have an opposite, read from a table of one language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tqcheck.lang.polarity import Polarity
from tqcheck.model.text import Span

NEAR = 14
"""Code points before a word, without a mark between, in which a negation turns it round (`not at all easy`)."""

_WORD = re.compile(r"[^\W\d_]+")
_MARK = re.compile(r"[,;:.!?，。；：！？、]")


@dataclass(frozen=True, slots=True)
class Sided:
    """A word that has an opposite.

    matter  what the two are the ends of (`rise`: rise and fall)
    end     which of them the word is, 1 or -1; 0 where it may be either, being negated
    sure    whether it says this end and nothing else; a word that is not sure speaks for its end and against none
    """

    span: Span
    matter: str
    end: int
    sure: bool = True


End = tuple[str, int, bool]
"""A matter, which end of it a word is, and whether the word is sure."""


@dataclass(frozen=True)
class Antonyms:
    """The opposites of one language: what each word, beginning of a word or phrase belongs to.

    words     whole words
    stems     beginnings of words
    phrases   what is not one word, each with its pattern
    phrase    any of those
    longest   letters of the longest word, in a language without spaces; 0 where words stand apart
    polarity  the language's negations and softer words (stop, refuse), which turn a word round
    """

    words: Mapping[str, Sequence[End]]
    stems: Mapping[str, Sequence[End]]
    phrases: Sequence[tuple[re.Pattern[str], Sequence[End]]]
    phrase: re.Pattern[str]
    longest: int
    polarity: Polarity | None

    def read(self, text: str) -> Sequence[Sided]:
        """The words of `text` that have an opposite, in order."""
        found: list[Sided] = []
        turning: Sequence[Span] | None = None
        for span, ends in self._unspaced(text) if self.longest else self._spaced(text):
            if turning is None and self.polarity:
                turning = [*self.polarity.negations(text), *self.polarity.softeners(text)]
            before = [text[n.end : span.start] for n in turning or () if n.end <= span.start <= n.end + NEAR]
            turned = any(not _MARK.search(gap) for gap in before)
            found += [Sided(span, matter, 0 if turned else end, sure and not turned) for matter, end, sure in ends]
        return found

    def _spaced(self, text: str) -> Iterator[tuple[Span, Sequence[End]]]:
        taken = 0
        phrases = {m.start(): m.end() for m in self.phrase.finditer(text)}
        for match in _WORD.finditer(text):
            start, end = match.span()
            if start < taken:
                continue
            if start in phrases:
                taken = phrases[start]
                yield Span(start, taken), self._phrase(text[start:taken])
            elif ends := self._word(match[0].lower()):
                yield Span(start, end), ends

    def _phrase(self, said: str) -> Sequence[End]:
        return next((ends for pattern, ends in self.phrases if pattern.fullmatch(said)), ())

    def _word(self, word: str) -> Sequence[End]:
        own = [*self.words.get(word, ())]
        for length in range(len(word), 1, -1):
            own += self.stems.get(word[:length], ())
        return own

    def _unspaced(self, text: str) -> Iterator[tuple[Span, Sequence[End]]]:
        at = 0
        while at < len(text):
            for length in range(min(self.longest, len(text) - at), 0, -1):
                ends = self.words.get(text[at : at + length])
                if ends is not None:
                    if ends:
                        yield Span(at, at + length), ends
                    at += length - 1
                    break
            at += 1


def antonyms(
    words: Mapping[str, tuple[str, str]], polarity: Polarity | None, spaced: bool = True, inert: str = ""
) -> Antonyms:
    """A table made ready. The longest word that stands at a place is taken.

    words   a matter with its two ends, each a list of words apart by spaces: `_` stands for a space within one, `*`
            for any letters, and `?` after a word says that it is not sure
    spaced  whether words stand apart by spaces
    inert   words that hold the letters of one of these by chance
    """
    belongs: dict[str, list[End]] = {word: [] for word in inert.split()}
    for matter, sides in words.items():
        for end, side in zip((1, -1), sides, strict=True):
            for word in side.split():
                belongs.setdefault(word.rstrip("?"), []).append((matter, end, not word.endswith("?")))
    if not spaced:
        return Antonyms(belongs, {}, (), re.compile("(?!)"), max(map(len, belongs), default=1), polarity)
    long = sorted((word for word in belongs if re.search(r"[_\-']|\*.", word)), key=len, reverse=True)
    phrases = [(re.compile(_written(word), re.I), belongs[word]) for word in long]
    return Antonyms(
        {word: ends for word, ends in belongs.items() if word not in long and "*" not in word},
        {word[:-1]: ends for word, ends in belongs.items() if word not in long and "*" in word},
        phrases,
        re.compile(rf"(?<!\w)(?:{'|'.join(map(_written, long)) or '(?!)'})(?!\w)", re.I),
        0,
        polarity,
    )


def _written(word: str) -> str:
    return re.escape(word).replace(r"\*", r"\w*").replace("_", r"\s+")
