"""ALT001."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tqcheck.evidence.unit import Reading
from tqcheck.evidence.weighing.model import Kind
from tqcheck.model.finding import Severity
from tqcheck.rules.alternates.heard import hits
from tqcheck.rules.base import Example, Hit, Options, Rule, Scope


@dataclass(frozen=True)
class NameNoAlternateHasOptions(Options):
    """Options of ALT001."""

    min_probability: float = field(
        default=0.0,
        metadata={"help": "probability of its most doubtful word under which words are let pass, if over the model's"},
    )


class NameNoAlternateHas(Rule):
    """A name that no alternate has.

    What it does:
        Among the words that the alternates do not bear out (see ALT007), takes those with a capitalised word within the
        sentence that is in no alternate, not even spelt otherwise, and says what they have in its place.

    Why it matters:
        Names are what machine translation gets wrong most often, and what readers cannot put right by themselves.

    What it does not flag:
        Names that some alternate has anywhere in the passage or in a near spelling, and names where the alternates
        differ as much among themselves. Names that the source has and that are rendered rightly. A place that another rule flags for a reason of its own is left to it.

    Options:
        min_probability: probability of its most doubtful word under which words are let pass, where it is more than
        what the model was fitted for (default 0).
    """

    code = "ALT001"
    name = "name-no-alternate-has"
    severity = Severity.MAJOR
    scope = Scope.WITNESSES
    confidence = 0.6
    gives_way = True
    options_type = NameNoAlternateHasOptions
    examples = (
        Example(
            "The minister spoke to the [[New China Newspaper Club]] on Friday.",
            alternates=(
                "The minister spoke to Xinhua News Agency on Friday.",
                "The minister told Xinhua News Agency on Friday.",
                "On Friday, the minister spoke to the Xinhua News Agency.",
            ),
        ),
        Example(
            "The minister spoke to Xinhua on Friday.",
            alternates=("The minister spoke to Xinhua on Friday evening.", "The minister told Xinhua on Friday."),
        ),
        Example(
            "The minister spoke to the Xinhua News Agency on Friday.",
            source="部长周五对新华社说了这番话。",
            alternates=(
                "The minister spoke to the press on Friday.",
                "The minister told the press on Friday.",
                "On Friday, the minister spoke to the press.",
            ),
        ),
    )

    def check(self, unit: Reading) -> Iterator[Hit]:
        """Yield them with what the alternates have there."""
        return hits(unit, Kind.NAME, self.options.min_probability)
