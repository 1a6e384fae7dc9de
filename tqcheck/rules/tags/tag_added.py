"""TAG002."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.evidence.tags import comparable, surplus, tags_of
from tqcheck.evidence.unit import Reading
from tqcheck.model.document import MarkupKind
from tqcheck.model.finding import Evidence, Severity
from tqcheck.rules.base import Example, Hit, Rule, Scope


class TagAdded(Rule):
    """The rendering has an inline tag that the source has not.

    What it does:
        Compares the inline tags of a unit of XLIFF or TMX by their numbers, or where a memory gives none by the code
        that they stand for; one that stands twice where the source has it once is one too many.

    Why it matters:
        A tag of another segment brings its format, its link or its picture along; one that nobody knows breaks the
        finished document.

    What it does not flag:
        Annotations (`<mrk>`) and placeholders in the text (TAG004).

    Options:
        None.
    """

    code = "TAG002"
    name = "tag-added"
    severity = Severity.MINOR
    scope = Scope.ARTICLE
    confidence = 0.95
    examples = (
        Example('The bridge[[<x id="3"/>]] opened on Monday.', source="大桥周一通车。", format="xliff"),
        Example('The bridge<x id="3"/> opened on Monday.', source='大桥<x id="3"/>周一通车。', format="xliff"),
    )

    def check(self, unit: Reading) -> Iterator[Hit]:
        """Yield tags that the source has not."""
        if unit.source is None or not comparable(unit):
            return
        for added in surplus(tags_of(unit.document.markup), tags_of(unit.source.markup)):
            what = "end of the tag" if added.tag.kind is MarkupKind.CLOSE else "tag"
            yield Hit(
                added.tag.span,
                f"the source has no {what} {added.tag.name} here",
                evidence=(Evidence("rendering", added.tag.span.of(unit.document.text)[:80]),),
            )
