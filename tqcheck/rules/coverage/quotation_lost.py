"""COV005."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.evidence.omissions import quotations_lost
from tqcheck.evidence.unit import Pair
from tqcheck.model.finding import Evidence, Severity, Side
from tqcheck.rules.base import Example, Hit, Rule, Scope


class QuotationLost(Rule):
    """A quotation of the source is missing in the rendering.

    What it does:
        Takes what stands between quotation marks in the source, where the rendering has fewer quotation marks, and
        asks whether its content words stand in the rendering.

    Why it matters:
        What somebody said in so many words is news; the reader does not learn of it.

    What it does not flag:
        Names and terms in quotation marks (fewer than three content words), and quotations that are told in other
        words with some of their own.

    Options:
        none
    """

    code = "COV005"
    name = "quotation-lost"
    severity = Severity.MAJOR
    scope = Scope.PAIR
    confidence = 0.6
    examples = (
        Example(
            "The mayor inspected the reservoir and met farmers on Monday morning.",
            source="市长周一上午视察水库并会见农民，他说[[“我们明年修建两条公路和一所医院”]]。",
        ),
        Example(
            'The mayor inspected the reservoir on Monday and said: "We will build two roads and a hospital next year."',
            source="市长周一上午视察水库，他说：“我们明年修建两条公路和一所医院。”",
        ),
    )

    def check(self, unit: Pair) -> Iterator[Hit]:
        """Yield quotations that are not rendered."""
        if not unit.complete or unit.source is None:
            return
        here, there = unit.context.source_language, unit.context.target_language
        for span in quotations_lost(unit.source_text, unit.target.text, here, there):
            yield Hit(
                unit.source.locate(span),
                "this quotation is not rendered",
                side=Side.SOURCE,
                evidence=(Evidence("source", span.of(unit.source_text)[:40]),),
            )
