"""COV003."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.evidence.lists import dropped
from tqcheck.evidence.unit import Pair
from tqcheck.model.finding import Evidence, Severity, Side
from tqcheck.rules.base import Example, Hit, Place, Rule, Scope


class ItemDropped(Rule):
    """An item of a list is missing in the rendering.

    What it does:
        Takes lists of the source (A、B、C和D) and looks for each item by its words, names and figures. Where all but
        one are found, the two around it side by side, the one between them was dropped.

    Why it matters:
        Three were named and two are left; nothing in the rendering tells.

    What it does not flag:
        The first and the last item, whose ends cannot be told, items with words that the dictionary does not have,
        and lists whose rendering has a part left over that may be the item in other words.

    Options:
        none
    """

    code = "COV003"
    name = "item-dropped"
    severity = Severity.MAJOR
    scope = Scope.PAIR
    confidence = 0.5
    examples = (
        Example("They grow apples, grapes and wheat.", source="他们种植苹果、[[棉花]]、葡萄和小麦。"),
        Example("They grow apples, cotton, grapes and wheat.", source="他们种植苹果、棉花、葡萄和小麦。"),
    )

    def check(self, unit: Pair) -> Iterator[Hit]:
        """Yield items that are not rendered."""
        if not unit.complete or unit.source is None:
            return
        here, there = unit.context.source_language, unit.context.target_language
        for found in dropped(unit.source_text, unit.target.text, here, there):
            item = found.item.of(unit.source_text)
            yield Hit(
                unit.source.locate(found.item),
                f"{item}, one of {found.count} in a list, is not rendered",
                side=Side.SOURCE,
                evidence=(Evidence("source", item),),
                related=(Place(Side.TARGET, unit.target.locate(found.place), "the list"),),
            )
