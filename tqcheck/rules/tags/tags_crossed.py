"""TAG003."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.evidence.tags import comparable, crossed, tags_of
from tqcheck.evidence.unit import Reading
from tqcheck.model.document import Markup, MarkupKind
from tqcheck.model.finding import Evidence, Severity, Side
from tqcheck.rules.base import Example, Hit, Place, Rule, Scope


class TagsCrossed(Rule):
    """Paired tags are in disorder: one closes before it opens, or two cross.

    What it does:
        Follows the paired tags of a rendering (`<bpt>` and `<ept>`, `<sc/>` and `<ec/>`) from left to right. A tag
        that closes what is opened only later is in the wrong place, and so is one that closes while a pair begun
        within it is still open.

    Why it matters:
        `<b>one <i>two</b> three</i>` cannot be written in HTML or in a word processor.

    What it does not flag:
        Whole pairs in another order than in the source, as another language wants them; pairs that the source crosses
        too; a tag whose other end is in another segment.

    Options:
        None.
    """

    code = "TAG003"
    name = "tags-crossed"
    severity = Severity.MAJOR
    scope = Scope.ARTICLE
    confidence = 0.95
    examples = (
        Example(
            'The [[<ept id="1">&lt;/b&gt;</ept>]]bridge<bpt id="1">&lt;b&gt;</bpt> opened on Monday.',
            source='<bpt id="1">&lt;b&gt;</bpt>大桥<ept id="1">&lt;/b&gt;</ept>周一通车。',
            format="xliff",
        ),
        Example(
            'On <bpt id="2"/>Monday<ept id="2"/> the <bpt id="1"/>bridge<ept id="1"/> opened.',
            source='<bpt id="1"/>大桥<ept id="1"/><bpt id="2"/>周一<ept id="2"/>通车。',
            format="xliff",
        ),
    )

    def check(self, unit: Reading) -> Iterator[Hit]:
        """Yield tags that stand where they break a pair."""
        if unit.source is None or not comparable(unit):
            return
        theirs = tags_of(unit.source.markup)
        usual = {frozenset((a.name, b.name)) for a, b in crossed(theirs)}
        for tag, other in crossed(tags_of(unit.document.markup)):
            if frozenset((tag.name, other.name)) in usual:
                continue
            if tag.name == other.name:
                message = f"the tag {tag.name} closes before it opens"
            else:
                message = f"the tag {tag.name} closes while {other.name}, begun within it, is still open"
            yield Hit(
                tag.span,
                message,
                evidence=(Evidence("rendering", other.span.of(unit.document.text)[:80]),),
                related=tuple(Place(Side.SOURCE, own.span, "source") for own in _ends(theirs, tag.name)),
            )


def _ends(tags: list[Markup], name: str) -> list[Markup]:
    return [tag for tag in tags if tag.name == name and tag.kind is MarkupKind.CLOSE][:1]
