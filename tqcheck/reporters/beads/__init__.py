"""Output formats of an alignment, found by looking: each module here is one format, named after the module."""

from __future__ import annotations

from tqcheck.reporters.base import Aligned, BeadsRenderer, formats, load

__all__ = ["Aligned", "BeadsRenderer", "get", "names"]


def names() -> tuple[str, ...]:
    """The names of all formats of an alignment, in alphabetical order."""
    return formats(__name__)


def get(name: str) -> BeadsRenderer:
    """The function that renders alignments as `name`. Raises UsageError where there is no such format."""
    render: BeadsRenderer = load(__name__, name)
    return render
