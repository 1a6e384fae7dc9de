"""NAM010."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.evidence.names import in_full
from tqcheck.evidence.unit import Pair
from tqcheck.lang.words import words
from tqcheck.model.finding import Evidence, Severity, Side
from tqcheck.model.text import Span
from tqcheck.rules.base import Example, Hit, Place, Rule, Scope


class NameInPinyin(Rule):
    """A foreign person's name is spelt as its characters are read in Mandarin.

    What it does:
        Takes persons whom the source shows to be Vietnamese, Korean or Japanese (by country and title before the
        name, or by what the document is about), and looks for the Mandarin reading of the name in the rendering.

    Why it matters:
        Nobody knows Pham Minh Chinh as "Fan Mingzheng".

    What it does not flag:
        Persons whose country the source does not show, and names that the glossary knows (NAM001 answers for them).

    Options:
        None.
    """

    code = "NAM010"
    name = "name-in-pinyin"
    severity = Severity.MAJOR
    scope = Scope.PAIR
    confidence = 0.95
    examples = (
        Example("The visitors met [[Ruan Wenhai]], a Vietnamese minister.", source="来宾会见了越南部长阮文海。"),
        Example("The visitors met Nguyen Van Hai, a Vietnamese minister.", source="来宾会见了越南部长阮文海。"),
        Example("The visitors met Ruan Wenhai, the mayor.", source="来宾会见了市长阮文海。"),
    )

    def check(self, unit: Pair) -> Iterator[Hit]:
        """Yield Mandarin readings of foreign names."""
        if unit.source is None or not unit.complete or not unit.persons:
            return
        language, background = unit.context.source_language, unit.context.background.text
        taken = [span for use in unit.terms for span in use.sources]
        persons = [p for p in unit.persons if not any(p.span.overlaps(t) for t in taken)]
        found = words(unit.target.text)
        for person, nationality in language.foreign_persons(persons, unit.source_text, background or unit.source_text):
            for place in in_full(person, found):
                span = Span(found[place[0]].span.start, found[place[-1]].span.end)
                at_home = f": {person.spelling}" if person.spelling else ""
                yield Hit(
                    unit.target.locate(span),
                    f'"{span.of(unit.target.text)}" is {person.name} in Mandarin, and the person is {nationality}{at_home}',
                    suggestion=person.spelling or None,
                    evidence=(Evidence("source", person.name),),
                    related=(Place(Side.SOURCE, unit.source.locate(person.span), "source"),),
                )
