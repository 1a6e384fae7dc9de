"""TRM001."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.evidence.unit import Reading
from tqcheck.knowledge.glossary import PHRASES
from tqcheck.model.finding import Severity
from tqcheck.rules.base import Example, Hit, Rule, Scope
from tqcheck.rules.literal import literal_hit


class LiteralTerm(Rule):
    """A set phrase with a published English form is rendered word by word.

    What it does:
        Finds known literal renderings of set phrases, offices and official terms: in the rendering alone where the
        form is unmistakable, otherwise where the source has the term.

    Why it matters:
        Official language has fixed English. A literal rendering reads as nonsense ("play a good combination") or
        as a different concept.

    What it does not flag:
        Paraphrases that are not known to be literal, and terms that also appear in an accepted form as often as
        the source has them.

    Options:
        None.
    """

    code = "TRM001"
    name = "literal-term"
    severity = Severity.MINOR
    scope = Scope.TEXT
    confidence = 0.97
    examples = (
        Example("We must [[play a good combination]] of measures.", source="我们必须打好组合拳。"),
        Example("We must take a package of measures.", source="我们必须打好组合拳。"),
        Example("The bottom line is that thinking helps."),
    )

    def check(self, unit: Reading) -> Iterator[Hit]:
        """Yield literal renderings of set phrases."""
        for use in unit.literals:
            if use.entry.kind not in PHRASES or use.entry.required:
                continue
            yield literal_hit(use, unit)
