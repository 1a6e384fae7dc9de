"""QTY004."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tqcheck.evidence.unit import Pair, Reading
from tqcheck.model.finding import Evidence, Severity
from tqcheck.rules.base import Example, Hit, Options, Rule, Scope


@dataclass(frozen=True)
class NumberAddedOptions(Options):
    """Options of QTY004."""

    least: float = field(default=3.0, metadata={"help": "the smallest number to flag: smaller ones are often implied"})


class NumberAdded(Rule):
    """A number in the rendering that the source does not have.

    What it does:
        Flags a number that nothing in the source can account for: no number, date, range or word that counts.

    Why it matters:
        Numbers are seldom implied: an added one was invented or comes from another sentence.

    What it does not flag:
        Numbers below `least` (`the two sides` for 中美), numbers within names, numbers that another
        sentence of the source has and does not render, years and months said from context,
        and numbers for which the source has another one left over: that is QTY001.

    Options:
        least: the smallest number to flag (default 3).
    """

    code = "QTY004"
    name = "number-added"
    severity = Severity.MINOR
    scope = Scope.ARTICLE
    confidence = 0.8
    options_type = NumberAddedOptions
    examples = (
        Example("The plant hired [[250]] workers.", source="该厂招收了工人。"),
        Example("The two sides signed 12 agreements.", source="中美签署了12项协议。"),
        Example("The three countries signed it.", source="中日韩三国签署了协议。"),
    )

    def check(self, unit: Reading) -> Iterator[Hit]:
        """Yield numbers that only the rendering has."""
        for pair in unit.pairs:
            if pair.complete:
                yield from self._added(pair, unit.moved)

    def _added(self, unit: Pair, moved: frozenset[int]) -> Iterator[Hit]:
        text = unit.target.text
        for quantity in unit.quantities.added:
            if id(quantity) in moved:
                continue
            written = quantity.span.of(text)
            if quantity.low < self.options.least or (written[:1].isupper() and quantity.span.start > 0):
                continue
            yield Hit(
                unit.target.locate(quantity.span),
                f'"{written}": the source has no such number',
                evidence=(Evidence("source", "no number left there"),),
            )
