"""Scores as a table, tab-separated: a row for each score."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.model.comparison import Compared
from tqcheck.reporters.base import PLAIN, View
from tqcheck.reporters.display.safe import shown

COLUMNS = ("metric", "rendering", "level", "id", "value", "low", "high", "aggregate", "signature")


def rows(compared: Compared) -> Iterator[tuple[str, ...]]:
    """The header, then every score; values with all their digits, `low` and `high` empty where not resampled."""
    yield COLUMNS
    for score in compared.every_score():
        low, high = map(repr, score.interval) if score.interval else ("", "")
        yield (
            score.metric, score.rendering, score.level, score.id, repr(score.value), low, high, score.aggregate,
            score.signature,
        )  # fmt: skip


def render(compared: Compared, view: View = PLAIN) -> Iterator[str]:
    """Yield a header and a row for each score."""
    for row in rows(compared):
        yield "\t".join(map(shown, row)) + "\n"
