"""POL002."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.evidence.polarity import added, with_verb
from tqcheck.evidence.unit import Pair
from tqcheck.model.finding import Evidence, Severity
from tqcheck.rules.base import Example, Hit, Rule, Scope


class NegationAdded(Rule):
    """The rendering negates and the source does not.

    What it does:
        Flags a plain negation (`not`, `never`, `no`) in the rendering of a source that holds nothing negative and no
        word that a negative may render.

    Why it matters:
        The rendering says the opposite.

    What it does not flag:
        `not only`, `no doubt` and the like, and sentences whose source has a word such as 才, 只, 除, 缺, 首次, ohne,
        kaum, отказаться.

    Options:
        none
    """

    code = "POL002"
    name = "negation-added"
    severity = Severity.MAJOR
    scope = Scope.PAIR
    confidence = 0.5
    examples = (
        Example("The shop does [[not sell]] fruit.", source="这家店卖水果。"),
        Example("The shop sells fruit.", source="这家店卖水果。"),
        Example("The shop not only sells fruit.", source="这家店卖水果等。"),
        Example("He does not come until noon.", source="他中午才来。"),
    )

    def check(self, unit: Pair) -> Iterator[Hit]:
        """Yield the negation with the word that it negates."""
        if not unit.complete:
            return
        here, there = unit.context.source_language, unit.context.target_language
        for turned in added(unit.source_text, unit.target.text, here, there):
            yield Hit(
                unit.target.locate(with_verb(unit.target.text, turned.target)),
                f'"{turned.target.of(unit.target.text)}" where nothing in the source negates',
                evidence=(Evidence("source", "no negative there"),),
            )
