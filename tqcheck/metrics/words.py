"""Texts read once for all metrics: their words, numbered, and their characters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, count

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Tokens:
    """The tokens of many segments one after the other, as numbers, with how many of them each segment has."""

    codes: Ints
    lengths: Ints

    @cached_property
    def starts(self) -> Ints:
        """Where each segment begins, and the end of the last one."""
        return np.concatenate([[0], np.cumsum(self.lengths)]).astype(np.int64)

    def totals(self, order: int) -> Ints:
        """How many n-grams each segment has: (segments, order)."""
        found: Ints = np.maximum(self.lengths[:, None] - np.arange(order), 0)
        return found


class Numbers:
    """Numbers for strings, from 0, in the order in which they first come."""

    def __init__(self) -> None:
        self._of: defaultdict[str, int] = defaultdict(count().__next__)

    def tokens(self, segments: Sequence[Sequence[str]]) -> Tokens:
        """The strings of segments as `Tokens`."""
        lengths = np.fromiter(map(len, segments), np.int64, len(segments))
        codes = map(self._of.__getitem__, chain.from_iterable(segments))
        return Tokens(np.fromiter(codes, np.int64, int(lengths.sum())), lengths)

    def since(self, number: int) -> list[str]:
        """The strings that have this number or a higher one."""
        return list(self._of)[number:]


class Lexicon:
    """What is known of words, for all texts that are to be compared with each other."""

    def __init__(self) -> None:
        self._words = Numbers()
        self._sizes = np.zeros(0, np.int64)

    def read(self, texts: Sequence[str]) -> Text:
        """Texts, one for each segment. A text with a line break counts as one word: breaks may join what they part."""
        segments = [[text] if "\n" in text else text.split() for text in texts]
        return Text(self, texts, self._words.tokens(segments))

    def since(self, number: int) -> list[str]:
        """The words that have this number or a higher one."""
        return self._words.since(number)

    def sizes(self) -> Ints:
        """For each word by its number, how many characters other than white space it has."""
        new = [len("".join(word.split())) for word in self.since(len(self._sizes))]
        self._sizes = np.concatenate([self._sizes, np.array(new, np.int64)])
        return self._sizes


@dataclass(frozen=True)
class Text:
    """Segments that a lexicon has read."""

    lexicon: Lexicon
    segments: Sequence[str]
    words: Tokens

    @cached_property
    def characters(self) -> Tokens:
        """The code points other than white space."""
        joined = "".join("".join(self.segments).split()).encode("utf-32-le", "surrogatepass")
        codes = np.frombuffer(joined, np.uint32).astype(np.int64)
        return Tokens(codes, _sums(self.lexicon.sizes()[self.words.codes], self.words.starts))

    @cached_property
    def lowered(self) -> Text:
        """The same segments in lower case."""
        return self.lexicon.read([text.lower() for text in self.segments])


class Splitter:
    """Takes the texts of one lexicon apart into tokens.

    split    what takes a text apart
    by_word  whether the tokens of a text are those of its words (what stands between white space), one after the other:
             then each word is taken apart but once
    """

    def __init__(self, split: Callable[[str], Sequence[str]], by_word: bool = True) -> None:
        self._split, self._by_word = split, by_word
        self._tokens = Numbers()
        self._known = Tokens(np.zeros(0, np.int64), np.zeros(0, np.int64))

    def __call__(self, text: Text) -> Tokens:
        """The tokens of each segment."""
        if not self._by_word:
            return self._tokens.tokens([self._split(segment) for segment in text.segments])
        known, words = self._pieces(text.lexicon), text.words
        counts = known.lengths[words.codes]
        begins = np.cumsum(counts) - counts
        within = np.arange(int(counts.sum())) + np.repeat(known.starts[words.codes] - begins, counts)
        return Tokens(known.codes[within], _sums(counts, words.starts))

    def _pieces(self, lexicon: Lexicon) -> Tokens:
        """The tokens of every word that the lexicon has by now."""
        new = self._tokens.tokens([self._split(word) for word in lexicon.since(len(self._known.lengths))])
        known = self._known
        if len(new.lengths):
            self._known = Tokens(
                *(np.concatenate(both) for both in ((known.codes, new.codes), (known.lengths, new.lengths)))
            )
        return self._known


def _sums(values: Ints, starts: Ints) -> Ints:
    """The sum of each stretch of `values`."""
    summed = np.concatenate([[0], np.cumsum(values)])
    return np.diff(summed[starts])
