"""COV006."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.evidence.omissions import cut_short, omitted
from tqcheck.evidence.unit import Pair
from tqcheck.model.finding import Evidence, Severity, Side
from tqcheck.rules.base import Example, Hit, Rule, Scope


class ClauseOmitted(Rule):
    """A clause of the source is not rendered.

    What it does:
        Takes the source clause by clause and asks of each content word (by dictionary glosses, figures and names)
        whether the rendering has it. A clause of five such words or more of which next to none is rendered, in a
        sentence whose other clauses are, is omitted.

    Why it matters:
        The reader misses what the clause says and cannot know it.

    What it does not flag:
        Short clauses, clauses with words that the dictionary does not have, and sentences that are rendered so freely
        as a whole that their words tell nothing, and the end of a rendering that stops short (COV004). Length is never a reason.

    Options:
        none
    """

    code = "COV006"
    name = "clause-omitted"
    severity = Severity.MAJOR
    scope = Scope.PAIR
    confidence = 0.95
    examples = (
        Example(
            "The bridge over the river was opened to traffic on Monday morning.",
            source="跨河大桥周一上午正式通车，[[当地政府还计划明年修建一座水库和两条公路。]]",
        ),
        Example(
            "The bridge over the river was opened to traffic on Monday, and the government plans to build a reservoir "
            "and two roads next year.",
            source="跨河大桥周一正式通车，当地政府还计划明年修建一座水库和两条公路。",
        ),
    )

    def check(self, unit: Pair) -> Iterator[Hit]:
        """Yield clauses of the source that are not rendered."""
        if not unit.complete or unit.source is None:
            return
        here, there = unit.context.source_language, unit.context.target_language
        source, target = unit.source_text, unit.target.text
        end = cut_short(source, target, here, there)
        for span in omitted(source, target, here, there):
            if end and span.overlaps(end):  # COV004 says so
                continue
            yield Hit(
                unit.source.locate(span),
                "this part of the source is not rendered",
                side=Side.SOURCE,
                evidence=(Evidence("source", span.of(source)[:40]),),
            )
