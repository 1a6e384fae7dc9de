"""NAM005."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.evidence.unit import Pair
from tqcheck.model.finding import Evidence, Severity, Side
from tqcheck.rules.base import Example, Hit, Place, Rule, Scope


class AcronymAltered(Rule):
    """An acronym of the source comes out with a letter lost, added, changed or swapped.

    What it does:
        Takes the acronyms that the source prints, and those of the known terms in it, and looks for one that the
        rendering lacks while it has another, one letter away, for which nothing in the source accounts.

    Why it matters:
        WHO for WTO is another organisation; CFO for CEO another person; GPD for GDP is nothing at all.

    What it does not flag:
        Acronyms that the source prints too, that are accepted for any of its terms or that the rendering spells out
        itself; two acronyms of one thing (CPC and CCP); abbreviations of countries, units and Roman numerals.

    Options:
        None.
    """

    code = "NAM005"
    name = "acronym-altered"
    severity = Severity.MAJOR
    scope = Scope.PAIR
    confidence = 0.9
    replaces = True
    examples = (
        Example("The [[GPD]] rose by 2 percent.", source="GDP同比增长2%。"),
        Example("The GDP rose by 2 percent.", source="GDP同比增长2%。"),
        Example("The economy grew by 2 percent.", source="GDP同比增长2%。"),
        Example("Its [[CFO]] resigned on Friday.", source="公司首席执行官周五辞职。"),
        Example("Its CFO resigned on Friday.", source="公司首席财务官周五辞职。"),
        Example("The CEO and the CFO resigned on Friday.", source="首席执行官和首席财务官周五辞职。"),
        Example("The ship has no [[GSP]].", source="该船没有GPS。"),
        Example("The group joined ISIS last year.", source="该组织去年加入ISIL。"),
        Example("L'OTAN and NATO are one.", source="L'OTAN et l'ONU sont deux choses.", source_lang="fr"),
    )

    def check(self, unit: Pair) -> Iterator[Hit]:
        """Yield altered acronyms."""
        if unit.source is None:
            return
        for use in unit.acronyms:
            text = use.target.of(unit.target.text)
            where = "" if use.term == use.suggestion else f" ({use.term})"
            yield Hit(
                unit.target.locate(use.target),
                f'"{text}" is not {use.suggestion}{where}',
                suggestion=use.suggestion,
                evidence=(Evidence("source", use.term),),
                related=(Place(Side.SOURCE, unit.source.locate(use.source), "source"),),
            )
