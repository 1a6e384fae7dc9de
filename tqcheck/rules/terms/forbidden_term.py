"""TRM002."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.evidence.unit import Reading
from tqcheck.model.finding import Evidence, Severity, Side
from tqcheck.rules.base import Example, Hit, Place, Rule, Scope


class ForbiddenTerm(Rule):
    """The rendering uses a form that your glossary forbids.

    What it does:
        Finds the forms listed under `literal` (or `forbidden`) in the glossaries given with --glossary: anywhere,
        or, where the form ends in `*`, only where the source has the term.

    Why it matters:
        A forbidden form is a decision that your house has taken already.

    What it does not flag:
        Forms of the bundled glossary, which NAM001 and TRM001 answer for.

    Options:
        None.
    """

    code = "TRM002"
    name = "forbidden-term"
    severity = Severity.MAJOR
    scope = Scope.TEXT
    confidence = 0.95
    examples = (
        Example(
            "The [[smart manufacturing park]] opened.",
            source="智造园开园。",
            glossary="term\trenderings\tforbidden\n智造园\tIntelligent Manufacturing Park\tsmart manufacturing park",
        ),
        Example(
            "The Intelligent Manufacturing Park opened.",
            source="智造园开园。",
            glossary="term\trenderings\tforbidden\n智造园\tIntelligent Manufacturing Park\tsmart manufacturing park",
        ),
    )

    def check(self, unit: Reading) -> Iterator[Hit]:
        """Yield forbidden forms."""
        for use in unit.literals:
            if not use.entry.required:
                continue
            text = use.span.of(unit.document.text)
            yield Hit(
                use.span,
                f'"{text}" is forbidden for {use.entry.term} by your glossary: {use.entry.preferred}',
                suggestion=use.entry.preferred,
                evidence=(Evidence("glossary", use.entry.origin),),
                related=(Place(Side.SOURCE, use.source, "source"),) if use.source else (),
            )
