"""A number for a rendering, with the signature without which it means nothing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """A metric's value for a rendering at a level (`corpus`, `article` or `segment`)."""

    metric: str
    rendering: str
    level: str
    id: str
    value: float
    signature: str
