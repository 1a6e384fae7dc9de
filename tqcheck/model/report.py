"""The outcome of a run, as the reporters see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tqcheck.model.document import Role
from tqcheck.model.finding import Finding
from tqcheck.model.history import Trends
from tqcheck.model.score import Score
from tqcheck.model.text import Passage

SCHEMA = "tqcheck.report/1"


@dataclass(frozen=True, slots=True)
class RuleDoc:
    """What a reader of a report may want to know about a rule.

    replaces  whether its suggestion may stand in place of the words it flags, letter for letter
    """

    code: str
    name: str
    severity: str
    summary: str
    documentation: str
    confidence: float
    replaces: bool = False


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


@dataclass(frozen=True, slots=True)
class Cell:
    """What one rendering has in a row; its offsets lead back to its document.

    name, role  the rendering's
    lang        BCP 47 code
    """

    name: str
    role: Role
    lang: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch of an article, its texts side by side.

    article  the article's id
    id       the stretch's own, the article's where it is all of it or has none
    source   the source's text, None without a source; empty where it has nothing that the others have here
    cells    what each rendering has, candidates first; a rendering that has nothing here is missing or empty
    """

    article: str
    id: str
    source: Passage | None
    cells: tuple[Cell, ...]
    source_lang: str = "und"


@dataclass(frozen=True)
class Report:
    """Findings in document order, with what was read, what was skipped and what the rules mean.

    Findings, inputs, skipped and rows of many articles are `Stored`: they are to be gone through, not held.

    rows    the texts, where a format asked for them; else empty
    trends  findings over the runs of a history, this one the last, where one was given
    notes   what is worth a line about the run as a whole (entries of the baseline that nothing matches)
    """

    version: str
    findings: Sequence[Finding]
    inputs: Sequence[Input] = ()
    skipped: Sequence[Skipped] = ()
    rules: tuple[RuleDoc, ...] = ()
    scores: tuple[Score, ...] = field(default=())
    rows: Sequence[Row] = ()
    notes: tuple[str, ...] = ()
    trends: Trends | None = None
