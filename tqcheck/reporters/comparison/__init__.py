"""Output formats of a comparison, found by looking: each module here is one format, named after the module."""

from __future__ import annotations

from tqcheck.reporters.base import ComparisonRenderer, formats, load, texts_shown

__all__ = ["ComparisonRenderer", "get", "names", "shows_texts"]


def names() -> tuple[str, ...]:
    """The names of all formats of a comparison, in alphabetical order."""
    return formats(__name__)


def get(name: str) -> ComparisonRenderer:
    """The function that renders a comparison as `name`. Raises UsageError where there is no such format."""
    render: ComparisonRenderer = load(__name__, name)
    return render


def shows_texts(name: str) -> bool:
    """Whether the format shows the texts, which are kept only for such. Raises UsageError where there is none."""
    return texts_shown(__name__, name)
