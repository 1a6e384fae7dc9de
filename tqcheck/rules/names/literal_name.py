"""NAM001."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.evidence.unit import Reading
from tqcheck.knowledge.glossary import PHRASES
from tqcheck.model.finding import Severity
from tqcheck.rules.base import Example, Hit, Rule, Scope
from tqcheck.rules.literal import literal_hit


class LiteralName(Rule):
    """A known name is rendered character by character instead of by the name it goes by.

    What it does:
        Finds renderings that gloss or sound out the characters of a name which has an established English form: news
        agencies, newspapers, bodies, people, places, companies. Unmistakable forms are found in the rendering alone; others
        only where the source has the name. Alternates and the page's own lines are named as evidence.

    Why it matters:
        Readers cannot tell that "New News Agency" is Xinhua; the name is lost and cannot be looked up.

    What it does not flag:
        A name that also appears in an accepted form as often as the source has it; forms that could be somebody
        else's name, unless the source settles it; lower-case words that merely resemble a name.

    Options:
        None.
    """

    code = "NAM001"
    name = "literal-name"
    severity = Severity.MAJOR
    scope = Scope.TEXT
    confidence = 0.95
    examples = (
        Example("He left on Monday. ([[New News Agency]])"),
        Example("He left on Monday. ([[New News Agency]])", source="他于周一离开。（新华社）"),
        Example("He left on Monday. (Xinhua)", source="他于周一离开。（新华社）"),
        Example("The new news agency opened an office in Lima."),
    )

    def check(self, unit: Reading) -> Iterator[Hit]:
        """Yield literal renderings of names."""
        for use in unit.literals:
            if use.entry.kind in PHRASES:
                continue
            yield literal_hit(use, unit)
