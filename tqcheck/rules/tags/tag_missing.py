"""TAG001."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.evidence.tags import comparable, surplus, tags_of
from tqcheck.evidence.unit import Reading
from tqcheck.model.document import MarkupKind
from tqcheck.model.finding import Evidence, Severity, Side
from tqcheck.rules.base import Example, Hit, Rule, Scope


class TagMissing(Rule):
    """An inline tag of the source is missing in the rendering.

    What it does:
        Compares the inline tags of a unit of XLIFF or TMX (`<g>`, `<x/>`, `<bpt>`, `<ph>`, `<pc>` and the like) by
        their numbers, or where a memory gives none by the code that they stand for.

    Why it matters:
        Without it the finished document loses a format, a link, a footnote or a line break, and some programs cannot
        write it at all.

    What it does not flag:
        Units without a translation (UNT005), annotations (`<mrk>`), placeholders in the text (TAG004), and plain texts,
        which have no tags.

    Options:
        None.
    """

    code = "TAG001"
    name = "tag-missing"
    severity = Severity.MAJOR
    scope = Scope.ARTICLE
    confidence = 0.95
    examples = (
        Example(
            "The bridge opened on Monday.",
            source='大桥[[<g id="1">]]周一</g>通车。',
            format="xliff",
        ),
        Example(
            'On <g id="1">Monday</g> the bridge<x id="2"/> opened.',
            source='大桥<x id="2"/><g id="1">周一</g>通车。',
            format="xliff",
        ),
    )

    def check(self, unit: Reading) -> Iterator[Hit]:
        """Yield tags of the source that the rendering has not."""
        if unit.source is None or not comparable(unit):
            return
        for lost in surplus(tags_of(unit.source.markup), tags_of(unit.document.markup)):
            what = "end of the tag" if lost.tag.kind is MarkupKind.CLOSE else "tag"
            yield Hit(
                lost.tag.span,
                f"the {what} {lost.tag.name} is missing in the rendering",
                side=Side.SOURCE,
                evidence=(Evidence("source", lost.tag.span.of(unit.source.text)[:80]),),
            )
