"""NAM011."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.evidence.displaced import find_displaced
from tqcheck.evidence.unit import Pair
from tqcheck.model.finding import Evidence, Severity, Side
from tqcheck.rules.base import Example, Hit, Place, Rule, Scope


class NameOfAnother(Rule):
    """A body, outlet or company of the source comes out under the name of another one.

    What it does:
        Takes the known agencies, outlets, bodies, companies and universities of the source that the rendering has in
        no accepted form, and looks in it for the known name of another of their kind for which nothing in the source
        accounts.

    Why it matters:
        The reader is told that Xinhua reported what another agency did, or that a foreign regulator ruled.

    What it does not flag:
        Names that the source has too, in full or in part; names within longer ones; names made of common words.

    Options:
        None.
    """

    code = "NAM011"
    name = "name-of-another"
    severity = Severity.MAJOR
    scope = Scope.PAIR
    confidence = 0.91
    examples = (
        Example("The strike is over, [[CNN]] said.", source="中新网报道，罢工结束。"),
        Example("The strike is over, China News Service said.", source="中新网报道，罢工结束。"),
        Example("The strike is over, CNN said.", source="美国有线电视新闻网报道，罢工结束。"),
        Example("The [[SEC]] fined the broker.", source="证监会处罚了券商。"),
        Example("The CSRC fined the broker.", source="证监会处罚了券商。"),
    )

    def check(self, unit: Pair) -> Iterator[Hit]:
        """Yield names of others."""
        if unit.source is None or not unit.complete:
            return
        context = unit.context
        told = [one.target for one in unit.malformed] + [one.target for one in unit.acronyms]
        for one in find_displaced(
            unit.source_text,
            unit.target.text,
            context.background.text,
            context.source_language,
            context.glossary,
            unit.terms,
        ):
            if any(one.target.overlaps(span) for span in told):
                continue
            text, entry = one.target.of(unit.target.text), one.use.entry
            yield Hit(
                unit.target.locate(one.target),
                f'"{text}" is {one.other.term}, not {entry.term}: {entry.preferred}',
                suggestion=entry.preferred,
                evidence=(Evidence("source", entry.term),),
                related=(Place(Side.SOURCE, unit.source.locate(one.use.sources[0]), "source"),),
            )
