"""What articles tell for the whole batch, kept small: a few numbers for each mention, its words once."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import overload

from tqcheck.model.text import Span
from tqcheck.rules.base import Mention

NOWHERE = Span(0, 0)


class Words:
    """Strings by number, each held once."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._words: list[str] = []

    def number(self, word: str) -> int:
        """The number of a string."""
        found = self._numbers.get(word)
        if found is None:
            found = self._numbers[word] = len(self._words)
            self._words.append(word)
        return found

    def __getitem__(self, number: int) -> str:
        return self._words[number]


class Mentions(Sequence[Mention]):
    """Mentions of one rule in renderings of one name, in the order of the batch; their places are left behind."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._keys, self._forms = array("L"), array("L")
        self._passages = array("q")
        self._outcomes, self._records = array("L"), array("L")

    def add(self, outcome: int, record: int, mention: Mention) -> None:
        """Take up a mention: the number of its article's outcome, and its own among all that were observed."""
        self._keys.append(self._words.number(mention.key))
        self._forms.append(self._words.number(mention.form))
        self._passages.append(hash(mention.passage))
        self._outcomes.append(outcome)
        self._records.append(record)

    def place(self, at: int) -> tuple[int, int]:
        """The numbers of the outcome and of the record of a mention."""
        return self._outcomes[at], self._records[at]

    def unshared(self) -> Mentions:
        """Those whose passage stands in one article only.

        A passage that several articles share is several renderings of one text (a table of systems), or boilerplate.
        """
        first: dict[int, int] = {}
        shared: set[int] = set()
        for passage, outcome in zip(self._passages, self._outcomes, strict=True):
            if first.setdefault(passage, outcome) != outcome:
                shared.add(passage)
        kept = Mentions(self._words)
        for at, passage in enumerate(self._passages):
            if passage not in shared:
                kept._keys.append(self._keys[at])
                kept._forms.append(self._forms[at])
                kept._passages.append(passage)
                kept._outcomes.append(self._outcomes[at])
                kept._records.append(self._records[at])
        return kept

    def __len__(self) -> int:
        return len(self._keys)

    @overload
    def __getitem__(self, at: int) -> Mention: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Mention]: ...

    def __getitem__(self, at: int | slice) -> Mention | Sequence[Mention]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self)))]
        return Mention(self._words[self._keys[at]], self._words[self._forms[at]], NOWHERE)


def gathered(observed: Iterator[tuple[int, str, str, Mention]]) -> dict[tuple[str, str], Mentions]:
    """Mentions by rule and rendering.

    observed  the number of the outcome, code of the rule, name of the rendering, mention
    """
    words = Words()
    groups: dict[tuple[str, str], Mentions] = defaultdict(lambda: Mentions(words))
    for record, (outcome, rule, rendering, mention) in enumerate(observed):
        groups[rule, rendering].add(outcome, record, mention)
    return groups
