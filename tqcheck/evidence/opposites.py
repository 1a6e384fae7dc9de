"""A word of the source rendered by its opposite."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqcheck.evidence.clauses import Clauses, clauses
from tqcheck.evidence.polarity import sentence_pairs
from tqcheck.lang.antonyms import Sided
from tqcheck.lang.base import Language
from tqcheck.model.text import Span


@dataclass(frozen=True, slots=True)
class Opposite:
    """A word of the source and the word of the rendering that says the opposite."""

    source: Span
    target: Span


def opposites(source: str, target: str, here: Language, there: Language) -> Iterator[Opposite]:
    """Words of `target` that say the opposite of what `source` says at that place.

    The source has one end of a matter and nowhere the other; the rendering has the other end and nowhere the one, no
    other word of the source accounts for it, and the two stand in clauses that render each other.
    """
    for one, other in sentence_pairs(source, target):
        mine, theirs = one.of(source), other.of(target)
        sided = here.opposites(mine)
        if not any(word.sure for word in sided):
            continue
        answers = there.opposites(theirs)
        for matter in dict.fromkeys(word.matter for word in sided if word.sure):
            ours = [word for word in sided if word.matter == matter]
            said = [word for word in answers if word.matter == matter]
            found = _flipped(ours, said)
            if found is None:
                continue
            word, opposite = found
            if _renders(mine, theirs, word.span, opposite.span, here, there):
                yield Opposite(word.span.shift(one.start), opposite.span.shift(other.start))


def _flipped(ours: Sequence[Sided], said: Sequence[Sided]) -> tuple[Sided, Sided] | None:
    """The sure words of both sides where each has but one end, and not the same."""
    ends, others = {word.end for word in ours}, {word.end for word in said}
    if len(ends) != 1 or len(others) != 1 or 0 in ends | others or ends == others:
        return None
    word = next(word for word in ours if word.sure)
    opposite = next((answer for answer in said if answer.sure), None)
    return (word, opposite) if opposite else None


def _renders(mine: str, theirs: str, word: Span, opposite: Span, here: Language, there: Language) -> bool:
    """Whether the two stand in clauses that render each other and no word of the source is glossed by the opposite."""
    if here.lexical(mine).keys & there.lexical(opposite.of(theirs)).keys:
        return False
    if here.lexical(word.of(mine)).keys & there.lexical(theirs).keys:
        return False
    sides = clauses(mine, theirs, here, there)
    return _same_place(sides, word, opposite)


def _same_place(sides: Clauses, word: Span, opposite: Span) -> bool:
    first = next((n for n, part in enumerate(sides.source) if part.start <= word.start < part.end), None)
    second = next((n for n, part in enumerate(sides.target) if part.start <= opposite.start < part.end), None)
    if first is None or second is None:
        return False
    if len(sides.source) == len(sides.target) == 1:
        return True
    return sides.rendering(first) == second or sides.rendered(second) == first
