"""Lists in Chinese: A、B、C和D."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tqcheck.model.text import Span

_RUN = re.compile(r"[^，。；：！？、,;:!?\n（）()“”《》]+(?:、[^，。；：！？、,;:!?\n（）()“”《》]+)+")
_LAST = re.compile(r"以及|[和及与]")


def lists(text: str) -> Sequence[Sequence[Span]]:
    """The lists of `text`, each as the spans of its items.

    The first item may begin with words before the list, and the last may end with words after it.
    """
    found: list[Sequence[Span]] = []
    for run in _RUN.finditer(text):
        items: list[Span] = []
        at = run.start()
        for piece in run[0].split("、"):
            items.append(Span(at, at + len(piece)))
            at += len(piece) + 1
        last = items.pop()
        joint = _LAST.search(text, last.start + 1, last.end - 1)
        items += [Span(last.start, joint.start()), Span(joint.end(), last.end)] if joint else [last]
        found.append(items)
    return found
