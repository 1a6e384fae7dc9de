"""ALT004."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.evidence.support.lost import FEWEST_WORDS, Gap, lost
from tqcheck.evidence.support.sourced import missing
from tqcheck.evidence.support.witnessed import Witnessed
from tqcheck.evidence.unit import Reading
from tqcheck.evidence.weighing.doubts import Heard
from tqcheck.model.finding import Evidence, Severity
from tqcheck.rules.alternates.heard import agreed
from tqcheck.rules.alternates.jury import FEWEST, agreeing, shortened
from tqcheck.rules.base import Example, Hit, Rule, Scope

GRAVE = 4
"""Words of content whose loss raters mostly call a major error."""


class ContentLost(Rule):
    """What all alternates say and the rendering leaves out.

    What it does:
        Looks for words of content that all alternates, two or more, have in the same place and the rendering nowhere,
        in no other form either. Flags the two words around the place where three of them or more are missing, or a figure,
        and nothing that may stand for them has been put there.

    Why it matters:
        Nothing in the rendering shows that something was left out.

    What it does not flag:
        One or two words, places in which the rendering has words that no alternate has (see ALT007), acronyms and what
        they stand for, what some alternate lacks too, and with a source what it does not have by the dictionary. What
        figures a source has is judged by it (see QTY).

    Options:
        none
    """

    code = "ALT004"
    name = "content-lost"
    severity = Severity.MINOR
    scope = Scope.WITNESSES
    confidence = 0.68
    examples = (
        Example(
            "The government raised the tax on [[drinks]].",
            alternates=(
                "The government raised the tax on drinks with high sugar content and on air tickets.",
                "The government has raised the tax on drinks with a high sugar content and on air tickets.",
                "The government raised taxes on drinks with high sugar content and air tickets.",
            ),
        ),
        Example(
            "The government raised the tax on drinks and tickets.",
            alternates=(
                "The government raised the tax on drinks and air tickets.",
                "The government has raised the tax on drinks and air tickets.",
            ),
        ),
    )

    def check(self, unit: Reading) -> Iterator[Hit]:
        """Yield the places where it is missing."""
        for place in unit.witnessed:
            if place.count < FEWEST or place.silent:
                continue
            pair = place.pair
            for gap in lost(place.own, place.others, place.around):
                if gap.words < FEWEST_WORDS and (pair.source_text or _said_otherwise(place)):
                    continue
                heard = tuple(_heard(place, gap))
                if missing(pair, " ".join(one.phrase for one in heard)):
                    continue
                yield Hit(
                    pair.target.locate(place.own.tokens.span(gap.before, gap.after)),
                    _message(heard),
                    evidence=tuple(Evidence("alternates", f"{one.name}: {one.phrase}") for one in heard),
                    severity=Severity.MAJOR if gap.words >= GRAVE else None,
                    confidence=agreeing(self.confidence, place.count),
                )


def _heard(place: Witnessed, gap: Gap) -> Iterator[Heard]:
    for name, other, (first, last) in zip(place.names, place.others, gap.theirs, strict=True):
        yield Heard(name, shortened(other.tokens.phrase(first, last)))


def _said_otherwise(place: Witnessed) -> bool:
    """Whether the rendering has as many numbers as some alternate: two in five may be `40%` there."""
    language = place.pair.context.target_language
    mine = len(language.quantities(place.own.tokens.text))
    return any(len(language.quantities(other.tokens.text)) <= mine for other in place.others)


def _message(heard: tuple[Heard, ...]) -> str:
    words, count = agreed("", heard)
    if count == len(heard) and (" " in words or words == heard[0].phrase):
        return f'{count} of {count} alternates say "{words}" here, which is missing'
    return f'all {len(heard)} alternates have something here that is missing, such as "{heard[0].phrase}"'
