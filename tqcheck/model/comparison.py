"""The outcome of a comparison of renderings, as the reporters see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tqcheck.model.report import Skipped
from tqcheck.model.score import Comparison, Score

COMPARISON_SCHEMA = "tqcheck.comparison/1"


@dataclass(frozen=True, slots=True)
class Outlier:
    """A rendering of an article that agrees less with the others than they do: `below` in points of chrF++."""

    article: str
    rendering: str
    below: float


@dataclass(frozen=True)
class Compared:
    """Renderings side by side.

    systems      their names
    reference    whether they were scored against a reference
    articles     ids of the articles compared; segments: how many units they were cut into
    ranks        for each metric the rank cluster of each system: those that share one cannot be told apart
    best         how many segments each system is the others' consensus in
    suspect      why the reference is to be doubted; empty where it is not
    """

    version: str
    systems: tuple[str, ...]
    articles: tuple[str, ...]
    segments: int
    reference: bool
    scores: tuple[Score, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    ranks: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    best: Mapping[str, int] = field(default_factory=dict)
    outliers: tuple[Outlier, ...] = ()
    suspect: str = ""
    notes: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()

    def corpus_score(self, metric: str, system: str) -> Score | None:
        """A system's score over the whole corpus from summed statistics."""
        for score in self.scores:
            if (score.metric, score.rendering, score.level) == (metric, system, "corpus"):
                return score
        return None
