"""The outcome of a comparison of renderings, as the reporters see it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from tqcheck.model.differences import Differences
from tqcheck.model.finding import Finding
from tqcheck.model.history import Trends
from tqcheck.model.report import Row, RuleDoc, Skipped
from tqcheck.model.score import Comparison, Score, ScoreColumn

COMPARISON_SCHEMA = "tqcheck.comparison/1"


@dataclass(frozen=True, slots=True)
class Outlier:
    """A rendering of an article that agrees less with the others than they do: `below` in points of chrF++."""

    article: str
    rendering: str
    below: float


class Table(Protocol):
    """Numbers in rows, as an array has them."""

    def tolist(self) -> Any:
        """Lists of plain numbers, one for each row."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A rendering's sufficient statistics under a metric, a row for each unit: from these it can be compared again."""

    metric: str
    rendering: str
    rows: Table


@dataclass(frozen=True, slots=True)
class Quality:
    """What the rules found in a rendering, weighed.

    unit    what is counted: `source characters`, `source words`, or `words` of the rendering where it has no source
    size    how many there are
    counts  findings by family (the letters of a rule's code) and severity
    points  their weights summed
    """

    rendering: str
    unit: str
    size: int
    segments: int
    counts: Mapping[tuple[str, str], int]
    points: float

    @property
    def score(self) -> float:
        """Points per 1,000 units: the less, the better."""
        return 1000 * self.points / max(1, self.size)

    @property
    def per_segment(self) -> float:
        """Points per segment, as MQM is commonly reported."""
        return self.points / max(1, self.segments)

    def rate(self, family: str = "", severity: str = "") -> float:
        """Findings per 1,000 units, of one family or severity or of all."""
        found = sum(n for (f, s), n in self.counts.items() if family in ("", f) and severity in ("", s))
        return 1000 * found / max(1, self.size)


@dataclass(frozen=True, slots=True)
class Change:
    """A rendering's score in one run against its score in an earlier one.

    drop         by how much it is worse, negative where it is better
    allowed      how large a drop is let pass; None where nothing was asked
    p            that so large a change comes about by chance, corrected for all changes looked at (Holm); None where it
                 cannot be told
    paired       whether both runs have the statistics of the same segments
    agreement    how often people agree that such a difference is one; None where that was not measured
    """

    metric: str
    rendering: str
    before: float
    after: float
    drop: float
    allowed: float | None
    p: float | None
    paired: bool
    agreement: float | None
    larger: bool
    significant: bool
    noticeable: bool

    @property
    def fails(self) -> bool:
        """Whether the drop is larger than allowed, significant and noticeable."""
        return self.larger and self.significant and self.noticeable


@dataclass(frozen=True)
class Compared:
    """Renderings side by side.

    systems      their names
    reference    whether they were scored against a reference
    articles     ids of the articles compared; segments: how many units they were cut into
    ranks        for each metric the rank cluster of each system: those that share one cannot be told apart
    best         how many segments each system is the others' consensus in; best_articles: the system by article
    scores       of the corpus; columns: of articles and segments
    suspect      why the reference is to be doubted; empty where it is not
    rows         the texts, unit by unit, where a format asked for them; else empty
    groups       by article the document that a table says it is a part of, where there are rows
    findings     what the rules found in the texts of `rows`, and the rules that did
    settings     how it was made: two runs whose settings differ are not to be compared
    units        id and article of each unit and a digest of its reference: runs that share them can be paired
    statistics   what the scores were made of, over the units
    differences  what differs, where that was asked for
    quality      what the rules found in each rendering, where that was asked for
    changes      against an earlier run, where one was given
    trends       scores over the runs of a history, this one the last, where one was given
    """

    version: str
    systems: tuple[str, ...]
    articles: tuple[str, ...]
    segments: int
    reference: bool
    scores: tuple[Score, ...] = ()
    columns: tuple[ScoreColumn, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    ranks: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    best: Mapping[str, int] = field(default_factory=dict)
    outliers: tuple[Outlier, ...] = ()
    suspect: str = ""
    notes: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    rows: tuple[Row, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)
    units: tuple[tuple[str, str, str], ...] = ()
    statistics: tuple[Kept, ...] = ()
    differences: Differences | None = None
    quality: tuple[Quality, ...] = ()
    changes: tuple[Change, ...] = ()
    best_articles: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    rules: tuple[RuleDoc, ...] = ()
    trends: Trends | None = None

    def every_score(self) -> Iterator[Score]:
        """The scores of the corpus, then those of articles and segments."""
        yield from self.scores
        for column in self.columns:
            yield from column

    def corpus_score(self, metric: str, system: str) -> Score | None:
        """A system's score over the whole corpus from summed statistics."""
        for score in self.scores:
            if (score.metric, score.rendering, score.level) == (metric, system, "corpus"):
                return score
        return None
