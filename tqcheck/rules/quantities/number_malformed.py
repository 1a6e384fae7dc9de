"""QTY003."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.evidence.unit import Pair
from tqcheck.lang.quantity import Quantity
from tqcheck.model.finding import Evidence, Severity
from tqcheck.rules.base import Example, Hit, Rule, Scope
from tqcheck.rules.quantities.wording import evidence, glossed, number, place


class NumberMalformed(Rule):
    """A figure is not well-formed.

    What it does:
        Flags figures whose digits are wrongly grouped (`34,03`, `1,4000`, `4 404`), and those whose marks make them
        another number than the source's with the same digits (`2.000` for 2000).

    Why it matters:
        The reader cannot tell whether a digit or a mark is wrong.

    What it does not flag:
        Lists without spaces (`1,2,3`), Indian grouping (`1,00,000`), figures whose digits the source does not have.

    Options:
        none
    """

    code = "QTY003"
    name = "number-malformed"
    severity = Severity.MINOR
    scope = Scope.PAIR
    confidence = 0.9
    examples = (
        Example("The plant has [[34,03]] workers.", source="该厂有3403名工人。"),
        Example("The plant has [[2.000]] workers.", source="该厂有2000名工人。"),
        Example("The plant has [[4 404]] workers.", source="该厂有4404名工人。"),
        Example("The plant has 3,403 workers.", source="该厂有3403名工人。"),
        Example("Rooms 1,2,3 are taken.", source="1、2、3号房间已占用。"),
    )

    def check(self, unit: Pair) -> Iterator[Hit]:
        """Yield figures that are wrongly grouped."""
        text = unit.target.text
        for quantity in unit.quantities.malformed:
            yield Hit(
                unit.target.locate(quantity.span),
                f'"{quantity.span.of(text)}" is not a well-formed figure',
                suggestion=unit.context.target_language.write_number(quantity.low),
                evidence=(Evidence("rendering", "digits are grouped by threes"),),
            )
        for found in unit.quantities.contradictions:
            if found.difference == "grouping" and isinstance(found.source, Quantity):
                yield Hit(
                    unit.target.locate(found.target.span),
                    f'"{found.target.span.of(text)}" is wrongly grouped where the source says '
                    f"{glossed(unit, found.source)}",
                    suggestion=number(unit, found.source).rstrip("%"),
                    evidence=evidence(unit, found),
                    related=place(unit, found.source),
                    severity=Severity.MAJOR,
                )
