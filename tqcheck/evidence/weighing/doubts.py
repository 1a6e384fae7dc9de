"""The stretches of a rendering that its alternates speak against, each with what they say there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tqcheck.evidence.support import Tokens, alternates_say, tokens
from tqcheck.evidence.support.slots import Slots, all_slots
from tqcheck.evidence.weighing.judge import judge
from tqcheck.evidence.weighing.model import Kind, load
from tqcheck.evidence.weighing.spans import Run
from tqcheck.model.text import Span

if TYPE_CHECKING:
    from tqcheck.evidence.unit import Pair, Reading

LONGEST_PHRASE = 8
"""Words of an alternate that are shown."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What one alternate has where a stretch of the rendering stands; an empty phrase where it has nothing."""

    name: str
    phrase: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """A stretch of a rendering that may be wrong.

    span        in the pair's target
    peak        the greatest probability of its words
    confidence  how often such a span was right
    heard       what each alternate has there
    """

    pair: Pair
    span: Span
    kind: Kind
    peak: float
    confidence: float
    heard: tuple[Heard, ...]


def doubts(reading: Reading) -> Iterator[Doubt]:
    """What the alternates of a rendering make doubtful in it, in order of the text.

    Nothing where there are no weights for the rendering's language.
    """
    model = load("alternates")
    if model is None or reading.context.target_language.code not in model.languages:
        return
    for pair in reading.pairs:
        own = tokens(pair.target.text)
        said = [(one.name, tokens(one.passage.text)) for one in pair.said]
        said = [(name, other) for name, other in said if len(other)]
        if not len(own) or not said:
            continue
        others = [other for _, other in said]
        places = all_slots(own, others)
        found = alternates_say(own, others, reading.usage, places)
        for run, kind in judge(model, own, found):
            words = tuple(_heard(said, places, run))
            yield Doubt(pair, own.span(run.first, run.last), kind, run.peak, model.confidence(run.peak), words)


def _heard(said: Sequence[tuple[str, Tokens]], places: Slots, run: Run) -> Iterator[Heard]:
    for row, (name, other) in enumerate(said):
        low, high = int(places.low[row, run.first]), int(places.high[row, run.last])
        yield Heard(name, phrase(other, low, high))


def phrase(other: Tokens, low: int, high: int) -> str:
    """The words of `other` from `low` up to but not including `high`, the marks around them left out, shortened."""
    while low < high and not other.words[low][0].isalnum():
        low += 1
    while high > low and not other.words[high - 1][0].isalnum():
        high -= 1
    if low >= high:
        return ""
    if high - low > LONGEST_PHRASE:
        return other.phrase(low, low + LONGEST_PHRASE - 1) + " …"
    return other.phrase(low, high - 1)
