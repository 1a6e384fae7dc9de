"""The stretches of a rendering that its alternates speak against, each with what they say there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tqcheck.evidence.support import Case, Tokens, all_say, cases, tokens
from tqcheck.evidence.support.slots import Slots, slots
from tqcheck.evidence.weighing.judge import judge
from tqcheck.evidence.weighing.model import Kind, Model, load
from tqcheck.model.text import Span

if TYPE_CHECKING:
    from tqcheck.evidence.unit import Pair, Reading

LONGEST_PHRASE = 8
"""Words of an alternate that are shown."""
ENOUGH = 10_000
"""Words, each once for every alternate, that are weighed at a time: more take more memory and no less time."""


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


class Fellows:
    """Readings whose doubts are found together, when those of one of them are first asked for.

    What is found does not depend on which readings these are.
    """

    def __init__(self) -> None:
        self._waiting: list[Reading] = []
        self._found: dict[int, tuple[Doubt, ...]] = {}

    def join(self, reading: Reading) -> None:
        """Let `reading` be one of them."""
        self._waiting.append(reading)

    def doubts(self, reading: Reading) -> tuple[Doubt, ...]:
        """What the alternates make doubtful in a reading, which is asked for once."""
        if id(reading) not in self._found:
            together = {id(one): one for one in (reading, *self._waiting)}
            self._waiting = []
            self._found |= zip(together, doubts(list(together.values())), strict=True)
        return self._found.pop(id(reading))


@dataclass(frozen=True, eq=False, slots=True)
class _Place:
    """A stretch of a rendering, given by its number, beside the words that alternates of these names have there."""

    reading: int
    pair: Pair
    names: tuple[str, ...]
    case: Case


def doubts(readings: Sequence[Reading]) -> list[tuple[Doubt, ...]]:
    """What the alternates of each rendering make doubtful in it, in order of the text.

    Nothing where there are no weights for the rendering's language.
    """
    model = load("alternates")
    if model is None:
        return [()] * len(readings)
    places = [
        place
        for n, reading in enumerate(readings)
        if reading.context.target_language.code in model.languages
        for place in _places(n, reading)
    ]
    found: dict[int, list[Doubt]] = {}
    for batch in _batches(places):
        found |= zip(batch, _weighed(model, [places[n] for n in batch]), strict=True)
    out: list[list[Doubt]] = [[] for _ in readings]
    for n, place in enumerate(places):
        out[place.reading] += found[n]
    return [tuple(several) for several in out]


def _places(number: int, reading: Reading) -> Iterator[_Place]:
    for pair in reading.pairs:
        own = tokens(pair.target.text)
        said = [(one.name, tokens(one.passage.text)) for one in pair.said]
        said = [(name, other) for name, other in said if len(other)]
        if len(own) and said:
            names, others = zip(*said, strict=True)
            yield _Place(number, pair, names, Case(own, others, reading.usage))


def _batches(places: Sequence[_Place]) -> Iterator[list[int]]:
    """Numbers of places that have equally many alternates, so many together that they fill tables of a size."""
    waiting: dict[int, list[int]] = defaultdict(list)
    words: Counter[int] = Counter()
    for n, place in enumerate(places):
        count = len(place.case.others)
        waiting[count].append(n)
        words[count] += len(place.case.own) * count
        if words[count] >= ENOUGH:
            yield waiting.pop(count)
            del words[count]
    yield from waiting.values()


def _weighed(model: Model, places: Sequence[_Place]) -> Iterator[list[Doubt]]:
    """The doubts of each of some places that have equally many alternates."""
    several = cases([place.case for place in places])
    where = slots(several)
    own = several.own
    judged = judge(model, own, all_say(several, where))
    for place, text, start, runs in zip(places, own.parts, own.starts.tolist(), judged, strict=True):
        yield [
            Doubt(
                place.pair, text.span(run.first, run.last), kind, run.peak, model.confidence(run.peak),
                tuple(_heard(place, where, start + run.first, start + run.last)),
            )
            for run, kind in runs
        ]  # fmt: skip


def _heard(place: _Place, where: Slots, first: int, last: int) -> Iterator[Heard]:
    for row, (name, other) in enumerate(zip(place.names, place.case.others, strict=True)):
        yield Heard(name, phrase(other, int(where.low[row, first]), int(where.high[row, last])))


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
