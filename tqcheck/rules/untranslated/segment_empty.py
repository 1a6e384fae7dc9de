"""UNT005."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.evidence.unit import Reading
from tqcheck.model.finding import Evidence, Severity, Side
from tqcheck.model.text import Span
from tqcheck.rules.base import Example, Hit, Rule, Scope


class SegmentEmpty(Rule):
    """A row or unit of the source has no translation.

    What it does:
        Finds rows of a table and units of XLIFF, TMX or PO whose source has words and whose rendering has none.

    Why it matters:
        What is not there is lost to the reader, or stands in the source's language: as bad as a sentence that was
        copied (UNT002) or left out (COV001), and as serious.

    What it does not flag:
        Sources without a letter or figure, units that are not to be translated or are locked, and files in which
        nothing is translated, which are told as such instead.

    Options:
        None.
    """

    code = "UNT005"
    name = "segment-empty"
    severity = Severity.MAJOR
    scope = Scope.ARTICLE
    confidence = 0.99
    examples = (
        Example("", source="[[大桥周一通车。]]", format="xliff"),
        Example("", source="……", format="xliff"),
        Example("The bridge opened on Monday.", source="大桥周一通车。", format="xliff"),
    )

    def check(self, unit: Reading) -> Iterator[Hit]:
        """Yield the whole source where nothing renders it."""
        source = unit.source
        if source is None or not unit.document.is_stretch or unit.text.text.strip():
            return
        said = [passage for passage in source.body if any(c.isalnum() for c in passage.text)]
        if said:
            span = Span(said[0].whole.start, said[-1].whole.end)
            yield Hit(span, "no translation", side=Side.SOURCE, evidence=(Evidence("source", said[0].text[:40]),))
