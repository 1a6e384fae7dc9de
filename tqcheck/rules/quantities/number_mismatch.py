"""QTY001."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tqcheck.evidence.unit import Pair
from tqcheck.lang.quantity import Moment, Quantity
from tqcheck.lang.units import NAMES, same
from tqcheck.model.finding import Severity
from tqcheck.rules.base import Example, Hit, Options, Rule, Scope
from tqcheck.rules.quantities.wording import converted, evidence, glossed, number, place


@dataclass(frozen=True)
class NumberMismatchOptions(Options):
    """Options of QTY001."""

    min_likeness: float = field(
        default=0.4, metadata={"help": "how surely two leftover numbers must belong together, 0 to 1"}
    )


class NumberMismatch(Rule):
    """A number contradicts the source.

    What it does:
        Reads the numbers of both sides by value, in digits, words and both, matches those that agree, and flags a
        number left over in the rendering where the source has one of the same sort left over. It also flags two numbers
        of one sort that have changed places, told by the words that stand with each in the source.

    Why it matters:
        `12 million` for 1.2亿 is ten times too small, and nothing in the sentence tells the reader so.

    What it does not flag:
        The same value in another form (`two thirds`, 66.7 for 三分之二 within rounding), another unit that comes to the
        same, a rounding that the text owns up to or that leaves few digits of a great number, numbers within names and
        idioms, `one`, `both`, `first` and the like, and anything where the source has no counterpart.

    Options:
        min_likeness: how surely two leftover numbers must belong together, 0 to 1 (default 0.4).
    """

    code = "QTY001"
    name = "number-mismatch"
    severity = Severity.MAJOR
    scope = Scope.PAIR
    confidence = 0.91
    options_type = NumberMismatchOptions
    examples = (
        Example("The fund holds [[12 million]] yuan.", source="该基金持有1.2亿元。"),
        Example("[[Thirty-four]] counties took part.", source="三十三个县参加。"),
        Example("The port handled 5% to [[8%]] more.".replace("[[8%]]", "[[8]]%"), source="港口吞吐量增长5%至6%。"),
        Example("Der Bau kostet zwei Millionen Euro.".replace("Der Bau kostet zwei Millionen Euro.",
                                                              "The building costs [[three million]] euros."),
                source="Der Bau kostet zwei Millionen Euro.", source_lang="de"),
        Example("The hospital has [[9]] doctors and [[5]] nurses.", source="医院里有5名医生和9名护士。"),
        Example("The hospital has 9 nurses and 5 doctors.", source="医院里有5名医生和9名护士。"),
        Example("The fund holds 120 million yuan.", source="该基金持有1.2亿元。"),
        Example("Some 16,000 to 17,000 people came.", source="一万六七千人到场。"),
        Example("Half of the city's 4.18 million people are at home.", source="该市4178027人中有一半在家。"),
    )  # fmt: skip

    def check(self, unit: Pair) -> Iterator[Hit]:
        """Yield numbers of the rendering that contradict the source's."""
        for found in unit.quantities.contradictions:
            if found.difference not in ("value", "scale") or found.confidence < self.options.min_likeness:
                continue
            written = found.target.span.of(unit.target.text)
            suggestion, says = None, glossed(unit, found.source)
            if isinstance(found.source, Quantity):
                here, there = found.source.unit, None if isinstance(found.target, Moment) else found.target.unit
                same_unit = here is None or there is None or same(here, there)
                suggestion = number(unit, found.source).rstrip("%") if same_unit else None
                if isinstance(found.target, Quantity) and (amount := converted(found.source, found.target)):
                    suggestion, says = amount, f"{says}, which is {amount} {NAMES.get(there or '', there)}"
            note = f": {found.note}" if found.note else ""
            yield Hit(
                unit.target.locate(found.target.span),
                f'"{written}" where the source says {says}{note}',
                suggestion=suggestion,
                evidence=evidence(unit, found),
                related=place(unit, found.source),
                confidence=min(0.95, 0.35 + 0.65 * found.confidence),
            )
