"""Numbers for renderings, with the signature without which they mean nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """A metric's value for a rendering at a level (`corpus`, `article` or `segment`).

    id         of the article or segment; empty for the corpus
    interval   the middle 95% under resampling, where it was resampled
    aggregate  `sum of statistics`, or `mean of segments`
    """

    metric: str
    rendering: str
    level: str
    id: str
    value: float
    signature: str
    interval: tuple[float, float] | None = None
    aggregate: str = "sum of statistics"


@dataclass(frozen=True, slots=True)
class ScoreColumn:
    """A metric's values for a rendering at a level, one for each article or segment.

    There may be a hundred thousand: they become `Score`s only where they are looked at.
    """

    metric: str
    rendering: str
    level: str
    signature: str
    ids: Sequence[str]
    values: Sequence[float]

    def __iter__(self) -> Iterator[Score]:
        for name, value in zip(self.ids, self.values, strict=True):
            yield Score(self.metric, self.rendering, self.level, name, value, self.signature)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two renderings under a metric: `a` minus `b` over the whole corpus.

    p           that so large a difference comes about by chance; p_adjusted for all pairs of the metric (Holm)
    detectable  the least difference that such a test finds four times in five on this batch
    agreement   how often people agree that such a difference is one, 0.5 to 1; None where that was not measured
    """

    metric: str
    a: str
    b: str
    difference: float
    p: float
    p_adjusted: float
    method: str
    detectable: float
    agreement: float | None = None
