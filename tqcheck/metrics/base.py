"""What a metric is: sufficient statistics of each segment, and scores of their sums."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt

from tqcheck import __version__
from tqcheck.metrics.words import Lexicon, Text

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
    def reader(self) -> Callable[[Text], Any]:
        """A function that takes texts of one lexicon apart, to be compared with others that it has taken apart."""

    @abstractmethod
    def comparing(self, reference: Any) -> Callable[[Any], Statistics]:
        """A function that gives the statistics (segments, k) of a text that was taken apart against `reference`."""

    def statistics(self, reference: Text, renderings: Sequence[Text]) -> list[Statistics]:
        """The statistics (segments, k) of each rendering; all texts are of one lexicon.

        Raises ValueError for a rendering of another number of segments than the reference has.
        """
        read = self.reader()
        compare = self.comparing(read(reference))
        for rendering in renderings:
            if len(rendering.segments) != len(reference.segments):
                raise ValueError(
                    f"{len(rendering.segments)} segments against {len(reference.segments)} of the reference"
                )
        return [compare(read(rendering)) for rendering in renderings]

    def against(self, references: Sequence[str], *renderings: Sequence[str]) -> list[Statistics]:
        """`statistics` of plain strings, a segment each."""
        lexicon = Lexicon()
        return self.statistics(lexicon.read(references), [lexicon.read(rendering) for rendering in renderings])

    @abstractmethod
    def score(self, total: Statistics) -> float:
        """The score of summed statistics (k), by sacrebleu's own formula: equal to its corpus score."""

    @abstractmethod
    def scores(self, totals: Statistics) -> Floats:
        """The scores of many sums (m, k), each equal to `score`'s."""

    @abstractmethod
    def segment_scores(self, rows: Statistics) -> Floats:
        """The score of each segment's statistics (m, k), equal to what sacrebleu gives for single segments."""

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
