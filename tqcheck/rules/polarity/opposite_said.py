"""POL003."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.evidence.opposites import opposites
from tqcheck.evidence.unit import Pair
from tqcheck.model.finding import Evidence, Severity, Side
from tqcheck.rules.base import Example, Hit, Place, Rule, Scope


class OppositeSaid(Rule):
    """The rendering says the opposite of a word of the source.

    What it does:
        Flags `fell` for 上升, `exports` for 进口, `refused` for 接受: the source has one end of the matter and
        nowhere the other, the rendering has the other end and nowhere the one, at the same place.

    Why it matters:
        The rendering says the opposite, in good English.

    What it does not flag:
        Words that a negation turns round, sentences that have both ends (prices rose and sales fell), and words that
        another word of the source accounts for.

    Options:
        none
    """

    code = "POL003"
    name = "opposite-said"
    severity = Severity.MAJOR
    scope = Scope.PAIR
    confidence = 0.7
    examples = (
        Example("Coal [[exports]] were suspended last week.", source="煤炭进口上周暂停。"),
        Example("The price of rice [[fell]] last week.", source="大米价格上周上涨。"),
        Example("Coal imports were suspended last week.", source="煤炭进口上周暂停。"),
        Example("The price of rice did not fall last week.", source="大米价格上周上涨。"),
    )

    def check(self, unit: Pair) -> Iterator[Hit]:
        """Yield the words that say the opposite."""
        if not unit.complete or unit.source is None:
            return
        here, there = unit.context.source_language, unit.context.target_language
        for found in opposites(unit.source_text, unit.target.text, here, there):
            word, said = found.source.of(unit.source_text), found.target.of(unit.target.text)
            yield Hit(
                unit.target.locate(found.target),
                f'"{said}" says the opposite of {word}',
                evidence=(Evidence("source", word),),
                related=(Place(Side.SOURCE, unit.source.locate(found.source), word),),
            )
