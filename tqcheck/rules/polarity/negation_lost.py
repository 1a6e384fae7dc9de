"""POL001."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.evidence.polarity import lost
from tqcheck.evidence.unit import Pair
from tqcheck.model.finding import Evidence, Severity, Side
from tqcheck.rules.base import Example, Hit, Place, Rule, Scope


class NegationLost(Rule):
    """The source negates and the rendering does not.

    What it does:
        Flags a sentence whose source has a plain negation (不, 没有, nicht, не) while nothing in the rendering is
        negative or could render a negative.

    Why it matters:
        The rendering says the opposite.

    What it does not flag:
        Idioms (不断, 不仅), questions of the kind 是不是, a negative rendered by an opposite or a softer word (`lack`,
        `refuse`, `only`, `un-`, `without`), and any sentence that holds such a word.

    Options:
        none
    """

    code = "POL001"
    name = "negation-lost"
    severity = Severity.MAJOR
    scope = Scope.PAIR
    confidence = 0.85
    examples = (
        Example("[[The shop sells fruit.]]", source="这家店不卖水果。"),
        Example("The shop does not sell fruit.", source="这家店不卖水果。"),
        Example("The shop keeps growing.", source="这家店不断发展。"),
        Example("The shop lacks fruit.", source="这家店没有水果。"),
    )

    def check(self, unit: Pair) -> Iterator[Hit]:
        """Yield the clause where a negation is missing."""
        if not unit.complete or unit.source is None:
            return
        here, there = unit.context.source_language, unit.context.target_language
        for turned in lost(unit.source_text, unit.target.text, here, there):
            assert turned.source is not None
            word = turned.source.of(unit.source_text)
            yield Hit(
                unit.target.locate(turned.target),
                f"the source negates here ({word}) and the rendering does not",
                evidence=(Evidence("source", word),),
                related=(Place(Side.SOURCE, unit.source.locate(turned.source), "the negation"),),
            )
