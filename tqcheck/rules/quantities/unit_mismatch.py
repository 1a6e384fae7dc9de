"""QTY006."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.evidence.unit import Pair
from tqcheck.lang.quantity import Quantity
from tqcheck.lang.units import NAMES
from tqcheck.model.finding import Severity
from tqcheck.rules.base import Example, Hit, Rule, Scope
from tqcheck.rules.quantities.wording import evidence, glossed, place, whole


class UnitMismatch(Rule):
    """The right number with the wrong unit or currency.

    What it does:
        Where a number of the rendering has the source's value, compares what both count in: kilometres and miles,
        square metres and cubic metres, yuan and dollars, km/h and m/s, and what each is counted by (`per mu`). Flags
        amounts without a figure (`thousands of dollars`) by their currency, and `40 degree` for its missing scale.

    Why it matters:
        The figure looks right, and the amount is wrong by a factor.

    What it does not flag:
        A unit that one side leaves out, a number converted into another unit within rounding, plain `dollars` for a
        dollar of any country, plain 元 where the rendering names a currency so written.

    Options:
        none
    """

    code = "QTY006"
    name = "unit-mismatch"
    severity = Severity.MAJOR
    scope = Scope.PAIR
    confidence = 0.92
    examples = (
        Example("The road is [[50 miles]] long.", source="公路长50公里。"),
        Example("The lake covers [[90 square metres]].", source="湖面面积90平方公里。"),
        Example("It cost [[300 dollars]].", source="花费300元人民币。"),
        Example("The yield is [[500 kg]] per hectare.", source="每亩产量500公斤。"),
        Example("The road is 50 kilometres (31 miles) long.", source="公路长50公里。"),
        Example("The farm covers 20 hectares.", source="农场占地300亩。"),
        Example("It cost 300 dollars.", source="花费300美元。"),
    )

    def check(self, unit: Pair) -> Iterator[Hit]:
        """Yield numbers of the rendering that have the source's value and another unit."""
        for found in unit.quantities.contradictions:
            if found.difference != "unit" or not isinstance(found.source, Quantity):
                continue
            written = whole(found.target)
            name = (found.source.unit or "").rstrip("?")
            yield Hit(
                unit.target.locate(written),
                f'"{written.of(unit.target.text)}" where the source says {glossed(unit, found.source)}: '
                f"{found.note or 'another unit'}",
                suggestion=NAMES.get(name, name) or None,
                evidence=evidence(unit, found),
                related=place(unit, found.source),
                confidence=found.confidence,
            )
