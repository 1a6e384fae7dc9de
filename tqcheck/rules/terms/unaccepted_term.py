"""TRM003."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.evidence.unit import Pair
from tqcheck.evidence.verdict import Verdict
from tqcheck.model.finding import Evidence, Severity, Side
from tqcheck.rules.base import Example, Hit, Rule, Scope


class UnacceptedTerm(Rule):
    """A term of your glossary is in the source, and none of its accepted renderings is in the rendering.

    What it does:
        For each term of the glossaries given with --glossary that the source has, looks for one of its accepted
        renderings, in any inflection, at that place of the rendering. It points at the term in the source.

    Why it matters:
        A term that your house has settled should read the same everywhere.

    What it does not flag:
        Terms of the bundled glossary, which only accept and never demand; terms within a longer known term;
        stretches that are not rendered at all, which COV001 answers for.

    Options:
        None.
    """

    code = "TRM003"
    name = "unaccepted-term"
    severity = Severity.MINOR
    scope = Scope.PAIR
    confidence = 0.7
    examples = (
        Example(
            "A clever factory park opened.",
            source="[[智造园]]开园。",
            glossary="term\trenderings\n智造园\tIntelligent Manufacturing Park",
        ),
        Example(
            "Two intelligent manufacturing parks opened.",
            source="两个智造园开园。",
            glossary="term\trenderings\n智造园\tIntelligent Manufacturing Park",
        ),
    )

    def check(self, unit: Pair) -> Iterator[Hit]:
        """Yield terms without an accepted rendering."""
        if not unit.complete or unit.source is None:
            return
        for use in unit.terms:
            if use.entry.required and use.verdict is Verdict.UNKNOWN:
                yield Hit(
                    unit.source.locate(use.sources[0]),
                    f"{use.entry.term} is not rendered as your glossary asks: {' or '.join(use.entry.renderings)}",
                    side=Side.SOURCE,
                    suggestion=use.entry.preferred,
                    evidence=(Evidence("glossary", use.entry.origin),),
                )
