"""Runs over time, as the reporters see them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A run in a history: its number from 1 (0 for one that is not in it), when it was added (UTC, ISO 8601), what the user calls it, our version."""

    id: int
    added: str
    label: str
    version: str

    @property
    def name(self) -> str:
        """How it is told from others."""
        return f"#{self.id} {self.label}".strip() if self.id else self.label


@dataclass(frozen=True)
class Trend:
    """A rendering's score under a metric over runs: one value for each run, None where it has none."""

    metric: str
    rendering: str
    values: tuple[float | None, ...]


@dataclass(frozen=True)
class Trends:
    """Scores over the runs of a history, the oldest first; `notes` say what was compared all the same."""

    runs: tuple[Run, ...]
    trends: tuple[Trend, ...]
    notes: tuple[str, ...] = ()
