"""ALT006."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.evidence.support.departure import departure
from tqcheck.evidence.unit import Reading
from tqcheck.model.finding import Evidence, Severity
from tqcheck.rules.alternates.jury import shortened
from tqcheck.rules.base import Example, Hit, Rule, Scope


class RenderingDeparts(Rule):
    """A rendering that departs from its alternates as a whole.

    What it does:
        Compares the words of content that a rendering shares with three alternates or more with those that they share
        with each other. One finding for a rendering that shares much less, at the words that are furthest from theirs:
        of a sentence at most a third of what they share, of an article two thirds.

    Why it matters:
        It may render something else, or have been made up. It may also be the better one: people translate more freely
        than machines, which resemble each other.

    What it does not flag:
        Renderings whose alternates differ among themselves, and texts of three words of content or fewer.

    Options:
        none
    """

    code = "ALT006"
    name = "rendering-departs"
    severity = Severity.NOTE
    scope = Scope.WITNESSES
    confidence = 0.6
    examples = (
        Example(
            "The [[film was directed by a student]] from Ghent.",
            alternates=(
                "The editor in charge of this page is Li Ming of Xinhua.",
                "Editor in charge of the page: Li Ming, Xinhua",
                "The page's editor in charge is Li Ming from Xinhua.",
            ),
        ),
        Example(
            "The person who answers for this page at Xinhua is Li Ming, its editor.",
            alternates=(
                "The editor in charge of this page is Li Ming of Xinhua.",
                "Editor in charge of the page: Li Ming, Xinhua",
                "The page's editor in charge is Li Ming from Xinhua.",
            ),
        ),
    )

    def check(self, unit: Reading) -> Iterator[Hit]:
        """Yield the rendering, once, at the words furthest from the alternates."""
        places = list(unit.witnessed)
        found = departure([(place.own, place.others) for place in places])
        if found is None:
            return
        place = places[found.part]
        yield Hit(
            place.pair.target.locate(found.span),
            f"the rendering shares {found.shared:.0%} of its words with the {place.count} alternates, which share "
            f"{found.among:.0%} with each other: it is freer than they are, or renders something else",
            evidence=tuple(
                Evidence("alternates", f"{name}: {shortened(other.tokens.text)}")
                for name, other in zip(place.names, place.others, strict=True)
            ),
        )
