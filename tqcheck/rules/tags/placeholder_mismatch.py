"""TAG004."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tqcheck.evidence.tags import comparable, surplus
from tqcheck.evidence.unit import Reading
from tqcheck.model.document import Markup, MarkupKind
from tqcheck.model.finding import Evidence, Severity, Side
from tqcheck.rules.base import Example, Hit, Place, Rule, Scope

_POSITION = re.compile(r"^%\d+\$")


class PlaceholderMismatch(Rule):
    """A placeholder of the source is missing, altered or added in the rendering.

    What it does:
        Compares what a program fills in when it shows the text: `%s`, `%(n)d`, `{name}`, `{0}`, `${x}`, `{{x}}`. What
        one side has and the other has not is paired in order: the one stands in place of the other.

    Why it matters:
        The reader sees `{nom}` or nothing instead of the value, or the program stops.

    What it does not flag:
        Another order, where the placeholders have names or numbers or are alike; `%1$s` for `%s`, where all of them
        are there; texts that are not made for programs: only files of units are searched for placeholders.

    Options:
        None.
    """

    code = "TAG004"
    name = "placeholder-mismatch"
    severity = Severity.CRITICAL
    scope = Scope.ARTICLE
    confidence = 0.95
    replaces = True
    examples = (
        Example("You have [[%s]] new messages.", source="您有%d条新消息。", format="xliff"),
        Example("You have new messages.", source="您有[[{count}]]条新消息。", format="xliff"),
        Example("There are %2$s files in %1$s.", source="%s中有%s个文件。", format="xliff"),
    )

    def check(self, unit: Reading) -> Iterator[Hit]:
        """Yield placeholders that one side has and the other has not."""
        if unit.source is None or not comparable(unit):
            return
        theirs, mine = _placeholders(unit.source.markup), _placeholders(unit.document.markup)
        if any(_POSITION.match(p.name) for p in mine) != any(_POSITION.match(p.name) for p in theirs):
            theirs, mine = _unnumbered(theirs), _unnumbered(mine)
        lost = [found.tag for found in surplus(theirs, mine)]
        added = [found.tag for found in surplus(mine, theirs)]
        for number, own in enumerate(added):
            if number < len(lost):
                wanted = lost[number].span.of(unit.source.text)
                yield Hit(
                    own.span,
                    f"the source has {wanted} here",
                    suggestion=wanted,
                    evidence=(Evidence("source", wanted),),
                    related=(Place(Side.SOURCE, lost[number].span, "source"),),
                )
            else:
                yield Hit(own.span, f"the source has no {own.name}")
        for other in lost[len(added) :]:
            yield Hit(
                other.span,
                f"{other.name} is missing in the rendering",
                side=Side.SOURCE,
                evidence=(Evidence("source", other.name),),
            )
        if not lost and not added:
            yield from _disordered(theirs, mine)


def _placeholders(markup: Sequence[Markup]) -> list[Markup]:
    return [found for found in markup if found.kind is MarkupKind.PLACEHOLDER]


def _unnumbered(found: Sequence[Markup]) -> list[Markup]:
    return [Markup(p.kind, _POSITION.sub("%", p.name), p.span) for p in found]


def _disordered(theirs: Sequence[Markup], mine: Sequence[Markup]) -> Iterator[Hit]:
    """The first of those that are filled in by their order and stand in another one: `%s` where `%d` is given."""
    ordered = [[p for p in side if re.match(r"%[^(\d]", p.name)] for side in (theirs, mine)]
    for own, other in zip(ordered[1], ordered[0], strict=False):
        if own.name != other.name:
            related = (Place(Side.SOURCE, other.span, "source"),)
            yield Hit(own.span, f"the source has {other.name} at this place of the order", related=related)
            return
