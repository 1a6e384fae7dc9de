"""Renderings beside their alternates, many of them as one table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from tqcheck.evidence.support.joined import Joined, joined
from tqcheck.evidence.support.tokens import Ints, Tokens
from tqcheck.evidence.support.usage import Usage


@dataclass(frozen=True, eq=False, slots=True)
class Case:
    """A rendering with its alternates, none of them without words.

    usage  of the document of which the text is a passage
    """

    own: Tokens
    others: Sequence[Tokens]
    usage: Usage | None = None


@dataclass(frozen=True, eq=False)
class Cases:
    """Renderings that have equally many alternates. What is told of them are columns, with a number for each word of
    `own`; what each alternate tells has a row for each (first, second …).

    own     the renderings, one after the other
    others  the first alternate of each, then the second of each …
    count   how many alternates each has
    usages  of the document of each rendering
    """

    own: Joined
    others: Joined
    count: int
    usages: tuple[Usage | None, ...]

    def __len__(self) -> int:
        return len(self.own.parts)

    @property
    def shape(self) -> tuple[int, int]:
        """How many alternates each has, and how many words all renderings."""
        return self.count, len(self.own)

    @cached_property
    def about(self) -> Ints:
        """For each word of the alternates the number of the rendering that it stands beside."""
        return self.others.part % len(self)

    @cached_property
    def alternate(self) -> Ints:
        """For each word of the alternates which of the alternates of the rendering has it."""
        return self.others.part // len(self)

    @cached_property
    def starts(self) -> Ints:
        """For each alternate and word of the renderings where the alternate begins in `others`."""
        return self._by_word(self.others.starts)

    @cached_property
    def sizes(self) -> Ints:
        """For each alternate and word of the renderings how many tokens the alternate has."""
        return self._by_word(self.others.sizes)

    def _by_word(self, numbers: Ints) -> Ints:
        found: Ints = numbers.reshape(self.count, len(self))[:, self.own.part]
        return found


def cases(several: Sequence[Case]) -> Cases:
    """Renderings that have equally many alternates, at least one each, as one table."""
    count = len(several[0].others)
    others = joined([one.others[n] for n in range(count) for one in several])
    return Cases(joined([one.own for one in several]), others, count, tuple(one.usage for one in several))
