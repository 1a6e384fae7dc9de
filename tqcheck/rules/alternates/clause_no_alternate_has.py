"""ALT003."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.evidence.support.lone_clauses import lone_clauses
from tqcheck.evidence.support.sourced import accounted
from tqcheck.evidence.unit import Reading
from tqcheck.model.finding import Evidence, Severity
from tqcheck.rules.alternates.jury import FEWEST, agreeing, beginning, shortened
from tqcheck.rules.base import Example, Hit, Rule, Scope


class ClauseNoAlternateHas(Rule):
    """A clause that no alternate has.

    What it does:
        Takes the rendering clause by clause and looks for the words of content of each in two alternates or more.
        Flags the beginning of a clause of four such words or more of which next to none is in any alternate, where the
        alternates have nothing else in its place.

    Why it matters:
        A rendering may add what the source does not say: an explanation, a source, a sentence from another text.

    What it does not flag:
        Clauses in whose place the alternates say something in other words (see ALT007), short clauses, what the source
        has by the words of a dictionary, and anything where there is one alternate: it may have left the clause out.

    Options:
        none
    """

    code = "ALT003"
    name = "clause-no-alternate-has"
    severity = Severity.NOTE
    scope = Scope.WITNESSES
    confidence = 0.6
    gives_way = True
    examples = (
        Example(
            "The bridge was opened to traffic on Monday, [[although engineers had found cracks in]] several pillars.",
            alternates=("The bridge was opened to traffic on Monday.", "On Monday, the bridge opened to traffic."),
        ),
        Example(
            "The bridge was opened to traffic on Monday, and the city welcomed it.",
            alternates=("The bridge was opened to traffic on Monday.", "On Monday, the bridge opened to traffic."),
        ),
    )

    def check(self, unit: Reading) -> Iterator[Hit]:
        """Yield the beginnings of such clauses."""
        for place in unit.witnessed:
            if place.count < FEWEST:
                continue
            pair = place.pair
            for clause in lone_clauses(place.own, place.others, unit.context.target_language):
                words = clause.span.of(pair.target.text)
                if accounted(pair, words):
                    continue
                yield Hit(
                    pair.target.locate(beginning(pair.target.text, clause.span)),
                    f'none of {place.count} alternates has anything of "{shortened(words)}"',
                    evidence=tuple(Evidence("alternates", f"{name}: nothing") for name in place.names),
                    confidence=agreeing(self.confidence, place.count),
                )
