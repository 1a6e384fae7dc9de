"""What the rules found in each rendering, counted and weighed as MQM weighs errors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from tqcheck import lang
from tqcheck.compare.units import Batch
from tqcheck.model.comparison import Quality
from tqcheck.model.document import Document
from tqcheck.model.finding import Finding, Severity

WEIGHTS: Mapping[Severity, float] = {
    Severity.CRITICAL: 25.0,
    Severity.MAJOR: 5.0,
    Severity.MINOR: 1.0,
    Severity.NOTE: 0.0,
}
"""Points of a finding. 1 and 5 are those of Freitag et al. 2021 (their table 4) and of MQM's scoring model (Lommel et al.
2024), which has 25 for critical, as Freitag et al. have for a non-translation."""
PUNCTUATION, PUNCTUATION_WEIGHT = "TYP", 0.1
"""The family whose minor findings are of punctuation and spacing, and their points (Freitag et al. 2021)."""


def family(rule: str) -> str:
    """The letters of a rule's code: NAM, QTY."""
    return rule.rstrip("0123456789")


def weight(finding: Finding) -> float:
    """The points of a finding."""
    if finding.severity is Severity.MINOR and family(finding.rule) == PUNCTUATION:
        return PUNCTUATION_WEIGHT
    return WEIGHTS[finding.severity]


def described() -> str:
    """The weights in words, as reports give them beside the score."""
    parts = [f"{severity.value} {points:g}" for severity, points in WEIGHTS.items()]
    return f"{', '.join(parts)}, minor {PUNCTUATION} {PUNCTUATION_WEIGHT:g}"


def quality(batch: Batch, findings: Iterable[Finding]) -> tuple[Quality, ...]:
    """The findings of each rendering of a batch, weighed; those that the user has silenced do not count.

    What is counted by is the source, which all renderings share: characters where its language has no spaces, else
    words; where any article lacks a source, words of the rendering.
    """
    articles = {unit.article for unit in batch.units}
    by: dict[str, list[Finding]] = {name: [] for name in batch.systems}
    for finding in findings:
        if finding.suppressed is None and finding.article in articles and finding.rendering in by:
            by[finding.rendering].append(finding)
    unit, shared = _source(batch, articles)
    found: list[Quality] = []
    for name in batch.systems:
        texts = [batch.documents[name, article] for article in articles]
        size = shared if shared else sum(_words(document) for document in texts)
        counts = Counter((family(f.rule), f.severity.value) for f in by[name])
        points = sum(weight(f) for f in by[name])
        found.append(Quality(name, unit, size, len(batch.units), dict(sorted(counts.items())), points))
    return tuple(found)


def _source(batch: Batch, articles: Iterable[str]) -> tuple[str, int]:
    """What is counted by, and how much of it the sources have together; 0 where not every article has one."""
    sources: Sequence[Document | None] = [batch.sources.get(article) for article in articles]
    known = [document for document in sources if document is not None]
    if not known or len(known) < len(sources):
        return "words", 0
    if all(lang.get(document.lang).spaced for document in known):
        return "source words", sum(map(_words, known))
    return "source characters", sum(sum(not c.isspace() for c in document.whole.text) for document in known)


def _words(document: Document) -> int:
    return len(document.whole.text.split())
