"""ALT007."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tqcheck.evidence.unit import Reading
from tqcheck.evidence.weighing.model import Kind
from tqcheck.model.finding import Severity
from tqcheck.rules.alternates.heard import hits
from tqcheck.rules.base import Example, Hit, Options, Rule, Scope


@dataclass(frozen=True)
class WordingDepartsOptions(Options):
    """Options of ALT007."""

    min_probability: float = field(
        default=0.0,
        metadata={"help": "probability of its most doubtful word under which words are let pass, if over the model's"},
    )


class WordingDeparts(Rule):
    """Words that the alternates do not bear out.

    What it does:
        Looks for each word of the rendering in the alternates, as it is, by its stem, in near spellings and in its
        company, finds what they have in its place and how far they agree among themselves, sees which of the two the
        rest of the document has, and weighs all this by a model fitted on the marks of professional raters. It says
        what each alternate has there.

    Why it matters:
        `the new news agency` where all others say `Xinhua`: most errors of a fluent translation are words that nobody
        else chose.

    What it does not flag:
        Words that some alternate has in the same place or near by, and a choice of words where the alternates differ
        as much among themselves. One alternate is a witness and three are a jury: what one says is a note, and nothing
        where the source has the words by the dictionary. A place that another rule flags for a reason of its own is left
        to it.

    Options:
        min_probability: probability of its most doubtful word under which words are let pass, where it is more than
        what the model was fitted for (default 0).
    """

    code = "ALT007"
    name = "wording-departs"
    severity = Severity.NOTE
    scope = Scope.WITNESSES
    confidence = 0.54
    gives_way = True
    options_type = WordingDepartsOptions
    examples = (
        Example(
            'He called it "[[pit money]]" and left the hall.',
            alternates=(
                'He called it "a great loss" and left the hall.',
                'He called it "a great loss" and left the hall.',
                'He said it was "a great loss" and left the hall.',
            ),
        ),
        Example(
            "The minister spoke to Xinhua on Friday.",
            alternates=("The minister spoke to Xinhua on Friday evening.", "The minister told Xinhua on Friday."),
        ),
    )

    def check(self, unit: Reading) -> Iterator[Hit]:
        """Yield stretches that the alternates do not bear out, without names and numbers that no alternate has."""
        return hits(unit, Kind.WORDS, self.options.min_probability)
