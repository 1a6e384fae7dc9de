"""NAM009."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.evidence.unit import Pair
from tqcheck.model.finding import Evidence, Severity, Side
from tqcheck.rules.base import Example, Hit, Place, Rule, Scope


class ShortNameMisread(Rule):
    """A country called by one character is taken for another country.

    What it does:
        Resolves one-character names (马方, 越新两国, 澳大) by the document: where it has just one of the full names
        that the character may stand for, and the rendering has the name of another of them, that is flagged. So is
        what the character means (the horse side), how it sounds (Ma Fang), and one of two countries named twice.

    Why it matters:
        The rendering puts another country on the scene: 新 is Singapore in one article and New Zealand in the next.

    What it does not flag:
        Characters that the document does not resolve, and countries that the document also names.

    Options:
        None.
    """

    code = "NAM009"
    name = "short-name-misread"
    severity = Severity.MAJOR
    scope = Scope.PAIR
    confidence = 0.99
    examples = (
        Example("The [[Maldives]] thanked its guests.", source="客人抵达马来西亚后，马方表示感谢。"),
        Example("The [[horse side]] thanked its guests.", source="客人抵达马来西亚后，马方表示感谢。"),
        Example("Malaysia thanked its guests.", source="客人抵达马来西亚后，马方表示感谢。"),
        Example("The Maldives thanked its guests.", source="马方表示感谢。"),
    )

    def check(self, unit: Pair) -> Iterator[Hit]:
        """Yield places named in place of another."""
        if unit.source is None or not unit.complete:
            return
        for use in unit.short_names:
            wrong = use.wrong.of(unit.target.text)
            entry = unit.context.glossary.entries[use.place]
            yield Hit(
                unit.target.locate(use.wrong),
                f'"{wrong}" where {use.source.of(unit.source_text)} stands for {use.place}: {entry.preferred}',
                suggestion=entry.preferred,
                evidence=(Evidence("source", use.place),),
                related=(Place(Side.SOURCE, unit.source.locate(use.source), "source"),),
            )
