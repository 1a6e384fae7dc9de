"""ALT002."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tqcheck.evidence.unit import Reading
from tqcheck.evidence.weighing.model import Kind
from tqcheck.model.finding import Severity
from tqcheck.rules.alternates.heard import hits
from tqcheck.rules.base import Example, Hit, Options, Rule, Scope


@dataclass(frozen=True)
class NumberNoAlternateHasOptions(Options):
    """Options of ALT002."""

    min_probability: float = field(
        default=0.0,
        metadata={"help": "probability of its most doubtful word under which words are let pass, if over the model's"},
    )


class NumberNoAlternateHas(Rule):
    """A number that no alternate has.

    What it does:
        Among the words that the alternates do not bear out (see ALT007), takes those with a figure whose value is in no
        alternate, in digits or in words, and says what they have in its place.

    Why it matters:
        A wrong figure reads as well as a right one: only another rendering, or the source, gives it away.

    What it does not flag:
        Figures that some alternate has in any form, and figures where the alternates differ as much among themselves.
        A place that another rule flags for a reason of its own is left to it.

    Options:
        min_probability: probability of its most doubtful word under which words are let pass, where it is more than
        what the model was fitted for (default 0).
    """

    code = "ALT002"
    name = "number-no-alternate-has"
    severity = Severity.MAJOR
    scope = Scope.WITNESSES
    confidence = 0.66
    gives_way = True
    options_type = NumberNoAlternateHasOptions
    examples = (
        Example(
            "The ceremony was held in the museum at 7 o'clock on [[12 March]].",
            alternates=(
                "The ceremony was held in the museum at 7 o'clock on March 21.",
                "The ceremony took place at the museum at 7 o'clock on March 21.",
                "The museum held the ceremony at 7 o'clock on March 21.",
            ),
        ),
        Example(
            "The plant employs five people in the valley.",
            alternates=("The factory employs 5 people in the valley.", "The plant has five employees in the valley."),
        ),
    )

    def check(self, unit: Reading) -> Iterator[Hit]:
        """Yield them with what the alternates have there."""
        return hits(unit, Kind.NUMBER, self.options.min_probability)
