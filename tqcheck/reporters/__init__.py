"""Output formats of a report, found by looking: each module here is one format, named after the module.

A format module has one function, `render(report, view)`, which yields the pieces of the output in order. `display/`
holds what several formats need; `beads/` holds the formats of `tqcheck align`, found in the same way.
"""

from __future__ import annotations

from tqcheck.reporters.base import FindingsRenderer, View, formats, load, texts_shown

__all__ = ["FindingsRenderer", "View", "get", "names", "shows_texts"]


def names() -> tuple[str, ...]:
    """The names of all formats of a report, in alphabetical order."""
    return formats(__name__)


def get(name: str) -> FindingsRenderer:
    """The function that renders a report as `name`. Raises UsageError where there is no such format."""
    render: FindingsRenderer = load(__name__, name)
    return render


def shows_texts(name: str) -> bool:
    """Whether the format shows the texts, which are kept only for such. Raises UsageError where there is none."""
    return texts_shown(__name__, name)
