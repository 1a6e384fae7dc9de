"""NAM010."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.evidence.abroad import read_at_home
from tqcheck.evidence.unit import Pair
from tqcheck.model.finding import Evidence, Severity, Side
from tqcheck.rules.base import Example, Hit, Place, Rule, Scope


class NameInPinyin(Rule):
    """A foreign name is spelt as its characters are read in Mandarin.

    What it does:
        Takes persons whom the source shows to be Vietnamese, Korean or Japanese (by country and title before the
        name, or by what the document is about), foreigners in transcription, persons known by another name, and
        places named after a foreign country here or elsewhere in the document, and looks for the Mandarin reading
        of the name in the rendering.

    Why it matters:
        Nobody knows Pham Minh Chinh as "Fan Mingzheng".

    What it does not flag:
        Persons and places whose country the source does not show, and transcriptions whose reading may well be the
        name (Malala).

    Options:
        None.
    """

    code = "NAM010"
    name = "name-in-pinyin"
    severity = Severity.MAJOR
    scope = Scope.PAIR
    confidence = 0.96
    examples = (
        Example("The visitors met [[Ruan Wenhai]], a Vietnamese minister.", source="来宾会见了越南部长阮文海。"),
        Example("The visitors met Nguyen Van Hai, a Vietnamese minister.", source="来宾会见了越南部长阮文海。"),
        Example("The visitors met Ruan Wenhai, the mayor.", source="来宾会见了市长阮文海。"),
        Example("A park opens in [[Xing'an]], Vietnam.", source="越南兴安省的公园开放。"),
        Example("Rice is grown in Xing'an League, Inner Mongolia.", source="内蒙古兴安盟种植水稻。"),
    )

    def check(self, unit: Pair) -> Iterator[Hit]:
        """Yield Mandarin readings of foreign names."""
        if unit.source is None or not unit.complete:
            return
        context = unit.context
        for use in read_at_home(
            unit.source_text,
            unit.target.text,
            context.source_language,
            unit.persons,
            unit.terms,
            context.background.text,
        ):
            at_home = f": {use.spelling}" if use.spelling else ""
            yield Hit(
                unit.target.locate(use.target),
                f'"{use.target.of(unit.target.text)}" is {use.name} as read in Mandarin, and the name is '
                f"{use.whose}{at_home}",
                suggestion=use.spelling or None,
                evidence=(Evidence("source", use.name),),
                related=(Place(Side.SOURCE, unit.source.locate(use.source), "source"),),
            )
