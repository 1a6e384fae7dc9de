"""QTY005."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tqcheck.evidence.unit import Pair, Reading
from tqcheck.model.finding import Evidence, Severity, Side
from tqcheck.model.text import Passage
from tqcheck.rules.base import Example, Hit, Options, Rule, Scope
from tqcheck.rules.quantities.wording import belongs, glossed, number, whole


@dataclass(frozen=True)
class NumberOmittedOptions(Options):
    """Options of QTY005."""

    least: float = field(default=10.0, metadata={"help": "the smallest bare number to flag"})


class NumberOmitted(Rule):
    """A number in the source that the rendering does not have.

    What it does:
        Flags a number of the source, in the source, that no number or word of the rendering can account for, and
        points beside it at the word of the rendering where it would belong.

    Why it matters:
        A figure that is left out is a fact that is left out.

    What it does not flag:
        Bare numbers below `least`, ordinals, numbers within names and idioms, whole sentences that nothing renders
        (COV001), numbers that another sentence of the rendering has, and numbers for which the rendering has another one left over (QTY001).

    Options:
        least: the smallest bare number to flag (default 10); those with a unit or per cent are always flagged.
    """

    code = "QTY005"
    name = "number-omitted"
    severity = Severity.MINOR
    scope = Scope.ARTICLE
    confidence = 0.83
    options_type = NumberOmittedOptions
    examples = (
        Example("The plant hired workers.", source="该厂招收了[[250]]名工人。"),
        Example("The plant hired 250 workers.", source="该厂招收了250名工人。"),
        Example("At once the plant hired workers.", source="该厂第一时间招收工人。"),
    )

    def check(self, unit: Reading) -> Iterator[Hit]:
        """Yield numbers that only the source has."""
        for pair in unit.pairs:
            if pair.complete and pair.source is not None:
                yield from self._omitted(pair, pair.source, unit.moved)

    def _omitted(self, unit: Pair, source: Passage, moved: frozenset[int]) -> Iterator[Hit]:
        for quantity in unit.quantities.omitted:
            if id(quantity) in moved:
                continue
            figures = any(c.isdigit() for c in quantity.span.of(unit.source_text))
            if not figures or quantity.low == 1 or (not quantity.unit and 1900 <= quantity.low <= 2099):
                continue
            if quantity.low < self.options.least and not quantity.unit:
                continue
            yield Hit(
                source.locate(quantity.span),
                f"{glossed(unit, quantity)} is not in the rendering",
                side=Side.SOURCE,
                suggestion=number(unit, quantity),
                evidence=(Evidence("source", whole(quantity).of(unit.source_text)),),
                related=belongs(unit, quantity),
            )
