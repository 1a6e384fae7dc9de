"""Each stretch of a rendering beside what its alternates have there, as words of content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tqcheck.evidence.support.content import LANGUAGES, Content, content

if TYPE_CHECKING:
    from tqcheck.evidence.unit import Pair, Reading


@dataclass(frozen=True, eq=False)
class Witnessed:
    """A stretch with its alternates that have words there.

    names   of the alternates in `others`
    silent  whether some alternate has nothing there
    around  roots of the words that the rendering has in the stretches before and after
    """

    pair: Pair
    own: Content
    names: tuple[str, ...]
    others: tuple[Content, ...]
    silent: bool
    around: frozenset[int]

    @property
    def count(self) -> int:
        """How many alternates have words there."""
        return len(self.others)


def witnessed(reading: Reading) -> Iterator[Witnessed]:
    """The stretches of a rendering in order; none in a language whose words are not known."""
    if reading.context.target_language.code not in LANGUAGES:
        return
    pairs = reading.pairs
    for number, pair in enumerate(pairs):
        own = content(pair.target.text)
        said = [(one.name, content(one.passage.text)) for one in pair.said]
        said = [(name, other) for name, other in said if other.keys]
        if not own.keys or not said:
            continue
        near = [content(pairs[n].target.text) for n in (number - 1, number + 1) if 0 <= n < len(pairs)]
        yield Witnessed(
            pair,
            own,
            tuple(name for name, _ in said),
            tuple(other for _, other in said),
            len(said) < len(reading.witnesses),
            frozenset().union(*(one.all_keys for one in near)),
        )
