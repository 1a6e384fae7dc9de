"""The outcome of a run, as the reporters see it."""

from __future__ import annotations

from dataclasses import dataclass, field

from tqcheck.model.finding import Finding
from tqcheck.model.score import Score

SCHEMA = "tqcheck.report/1"


@dataclass(frozen=True, slots=True)
class RuleDoc:
    """What a reader of a report may want to know about a rule."""

    code: str
    name: str
    severity: str
    summary: str
    documentation: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that could not be read, and why, in one line."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Input:
    """An article that was read: its id, path, languages, sizes and the notes of its readers."""

    id: str
    path: str
    source_lang: str | None
    target_lang: str
    renderings: tuple[str, ...]
    segments: int
    words: int
    aligner: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Report:
    """Findings in document order, with what was read, what was skipped and what the rules mean."""

    version: str
    findings: tuple[Finding, ...]
    inputs: tuple[Input, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    rules: tuple[RuleDoc, ...] = ()
    scores: tuple[Score, ...] = field(default=())
