"""The three verdicts. Nothing is ever flagged on `UNKNOWN`."""

from __future__ import annotations

from enum import Enum


class Verdict(str, Enum):
    """Whether the rendering has what the source has."""

    FOUND = "found"
    CONTRADICTED = "contradicted"
    UNKNOWN = "unknown"
