"""NAM006."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.evidence.unit import Pair
from tqcheck.model.finding import Evidence, Severity, Side
from tqcheck.rules.base import Example, Hit, Place, Rule, Scope


class NameMalformed(Rule):
    """The name of a known body lost a word, has one mangled or has its words in disorder.

    What it does:
        Looks for a run of the rendering that has all words of an accepted rendering of a known term but one, or has
        one a letter off, or has them in another order. The source names the term or prints its acronym; a bracketed
        acronym in the rendering tells what the words before it should be.

    Why it matters:
        "National Reform Commission" is no body, and nobody finds it under that name.

    What it does not flag:
        Usual short forms (a leading National, State or China left out, a trailing "of China"), British and American
        spelling, names that other words of the source account for, terms that are rightly rendered elsewhere.

    Options:
        None.
    """

    code = "NAM006"
    name = "name-malformed"
    severity = Severity.MAJOR
    scope = Scope.PAIR
    confidence = 0.95
    examples = (
        Example("The [[National Reform Commission]] raised the price.", source="国家发改委上调了价格。"),
        Example("The National Development and Reform Commission raised it.", source="国家发改委上调了价格。"),
        Example("The Development and Reform Commission raised it.", source="国家发改委上调了价格。"),
        Example("The [[Word Trade Organization]] met.", source="世贸组织举行了会议。"),
        Example("The World Trade Organisation met.", source="世贸组织举行了会议。"),
        Example("The [[Federal Commission]] (FTC) saw no threat.", source="联邦贸易委员会（FTC）认为没有威胁。"),
        Example("The Federal Trade Commission (FTC) saw no threat.", source="联邦贸易委员会（FTC）认为没有威胁。"),
        Example("He works for the [[United Nation]].", source="他在联合国工作。"),
        Example("The [[Bank Asian Infrastructure Investment]] opened.", source="亚投行成立。"),
    )

    def check(self, unit: Pair) -> Iterator[Hit]:
        """Yield malformed names."""
        if unit.source is None:
            return
        for one in unit.malformed:
            text = one.target.of(unit.target.text)
            place = (Place(Side.SOURCE, unit.source.locate(one.source), "source"),) if one.source else ()
            yield Hit(
                unit.target.locate(one.target),
                f'"{text}" {one.fault.value} {one.accepted} ({one.term})',
                suggestion=one.accepted,
                evidence=(Evidence("source", one.term),) if one.source else (),
                related=place,
            )
