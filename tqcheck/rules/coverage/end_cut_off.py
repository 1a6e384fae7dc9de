"""COV004."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.evidence.omissions import cut_short
from tqcheck.evidence.unit import Pair
from tqcheck.model.finding import Evidence, Severity, Side
from tqcheck.rules.base import Example, Hit, Rule, Scope


class EndCutOff(Rule):
    """The rendering stops before the source does.

    What it does:
        Takes renderings that end without a mark of punctuation where the source ends with one, and asks whether the
        last clauses of the source stand in them, by their content words.

    Why it matters:
        What comes after the break is lost to the reader.

    What it does not flag:
        A missing full stop alone, headings, and ends whose words the dictionary does not have.

    Options:
        none
    """

    code = "COV004"
    name = "end-cut-off"
    severity = Severity.MAJOR
    scope = Scope.PAIR
    confidence = 0.6
    examples = (
        Example(
            "The bridge over the river was opened to traffic on Monday and the",
            source="跨河大桥周一正式通车，[[当地政府还计划明年修建一座水库和两条公路。]]",
        ),
        Example(
            "The bridge over the river was opened to traffic on Monday, and the government plans to build a reservoir "
            "and two roads next year",
            source="跨河大桥周一正式通车，当地政府还计划明年修建一座水库和两条公路。",
        ),
    )

    def check(self, unit: Pair) -> Iterator[Hit]:
        """Yield the end of the source that is not rendered."""
        if not unit.complete or unit.source is None:
            return
        here, there = unit.context.source_language, unit.context.target_language
        source, target = unit.source_text, unit.target.text
        span = cut_short(source, target, here, there)
        if span:
            yield Hit(
                unit.source.locate(span),
                "the rendering stops before this",
                side=Side.SOURCE,
                evidence=(Evidence("source", span.of(source)[:40]),),
            )
