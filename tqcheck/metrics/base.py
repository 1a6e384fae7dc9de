"""What a metric is: sufficient statistics of each segment, and scores of their sums."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt

from tqcheck import __version__

Statistics = npt.NDArray[np.float64]
Floats = npt.NDArray[np.float64]


class Metric(ABC):
    """Base of all metrics, with sacrebleu's definitions.

    name     as reports call it
    better   1 where a higher score is better, -1 where a lower one is
    """

    name: ClassVar[str]
    better: ClassVar[int] = 1

    @abstractmethod
    def reader(self) -> Callable[[Sequence[str]], Any]:
        """A function that reads texts, to be compared with others that the same function has read."""

    @abstractmethod
    def comparing(self, reference: Any) -> Callable[[Any], Statistics]:
        """A function that gives the statistics (segments, k) of a text that was read against `reference`."""

    def against(self, references: Sequence[str]) -> Callable[[Sequence[str]], Statistics]:
        """A function that gives the statistics (segments, k) of a rendering of as many segments.

        It raises ValueError for another number of them.
        """
        read = self.reader()
        statistics = self.comparing(read(references))
        return lambda hypotheses: statistics(read(checked(hypotheses, len(references))))

    @abstractmethod
    def score(self, total: Statistics) -> float:
        """The score of summed statistics (k), by sacrebleu's own formula: equal to its corpus score."""

    @abstractmethod
    def scores(self, totals: Statistics) -> Floats:
        """The scores of many sums (m, k), vectorised for resampling: equal to `score` but for the last bits."""

    @abstractmethod
    def segment_score(self, row: Statistics) -> float:
        """The score of one segment's statistics (k), by sacrebleu's formula for segments."""

    @abstractmethod
    def of_sacrebleu(self, segments: bool = False) -> Any:
        """sacrebleu's metric, set as this one is; `segments` for scores of single segments."""

    def signature(self, segments: bool = False) -> str:
        """sacrebleu's signature with our version: what two scores must share to be compared."""
        metric = self.of_sacrebleu(segments)
        metric.num_refs = 1
        return f"{metric.get_signature()}|tqcheck:{__version__}"


def whole(row: Statistics) -> list[int]:
    """Statistics as the plain integers that sacrebleu's formulas take."""
    return [int(value) for value in row]


def checked(hypotheses: Sequence[str], count: int) -> Sequence[str]:
    """`hypotheses`, of which there must be `count`. Raises ValueError otherwise."""
    if len(hypotheses) != count:
        raise ValueError(f"{len(hypotheses)} segments against {count} of the reference")
    return hypotheses
