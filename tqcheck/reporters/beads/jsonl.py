"""One article a line: `{"id": …, "beads": [[[source sentences…], [target sentences…]]…]}`, numbered from 0.

`aligner` says what made them, `quality` (0 to 1) whether the one text renders the other at all.

Where words were linked, `links` [[i, j]…] with numbers from 0 into `words` {"source": […], "target": […]}.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tqcheck.reporters.base import PLAIN, Aligned, View
from tqcheck.reporters.display.jsontext import dumps


def render(aligned: Iterable[Aligned], view: View = PLAIN) -> Iterator[str]:
    """Yield a line for each article; where it has several renderings, one for each with the key `rendering`."""
    for item in aligned:
        record: dict[str, object] = {"id": item.id}
        if item.rendering:
            record["rendering"] = item.rendering
        record["beads"] = [[list(bead.source), list(bead.target)] for bead in item.alignment.beads]
        record["aligner"], record["quality"] = item.alignment.aligner, round(item.alignment.quality, 3)
        if item.words is not None:
            record["links"] = [list(pair) for pair in item.words.links]
            record["words"] = {"source": list(item.words.source), "target": list(item.words.target)}
        yield dumps(record) + "\n"
