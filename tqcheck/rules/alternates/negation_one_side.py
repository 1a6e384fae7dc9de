"""ALT005."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.evidence.support.negated import OneSided, one_sided
from tqcheck.evidence.unit import Pair, Reading
from tqcheck.model.finding import Evidence, Severity
from tqcheck.rules.alternates.jury import FEWEST, agreeing
from tqcheck.rules.base import Example, Hit, Rule, Scope


class NegationOneSide(Rule):
    """A negation that all alternates have and the rendering has not, or the reverse.

    What it does:
        Looks for a word that all alternates, two or more, negate plainly (`not`, `no`, `never`) and the rendering has
        without anything near it that negates or might; and for one that the rendering negates and all alternates have
        so. Where there is a source whose negations are known, it must have one, or none.

    Why it matters:
        The rendering says the opposite.

    What it does not flag:
        Words that the rendering has not (it may say the same by an opposite), anything beside a softer word (`lack`,
        `hardly`, `only`, `un-`, `without`) and idioms that negate nothing (`not only`, `not until`, `no doubt`).

    Options:
        none
    """

    code = "ALT005"
    name = "negation-one-side"
    severity = Severity.MAJOR
    scope = Scope.WITNESSES
    confidence = 0.7
    gives_way = True
    examples = (
        Example(
            "Ms Li said that it [[was convenient]] to stay.",
            alternates=("Ms Li said it was not convenient to stay.", "Ms Li said it was not convenient to remain."),
        ),
        Example(
            "The shop will [[not open]] on Sunday.",
            alternates=("The shop will open on Sunday.", "The shop is going to open on Sunday."),
        ),
        Example(
            "Ms Li said that it was inconvenient to stay.",
            alternates=("Ms Li said it was not convenient to stay.", "Ms Li said it was not convenient to remain."),
        ),
    )

    def check(self, unit: Reading) -> Iterator[Hit]:
        """Yield the word that should be negated, or the negation."""
        for place in unit.witnessed:
            if place.count < FEWEST or place.silent:
                continue
            for odd in one_sided(place.own, place.others, unit.context.target_language):
                pair = place.pair
                if _settled(pair, odd):
                    continue
                theirs = [span.of(other.tokens.text) for span, other in zip(odd.theirs, place.others, strict=True)]
                yield Hit(
                    pair.target.locate(odd.span),
                    _message(odd, odd.span.of(pair.target.text), theirs[0], place.count),
                    evidence=tuple(
                        Evidence("alternates", f"{name}: {words}")
                        for name, words in zip(place.names, theirs, strict=True)
                    ),
                    confidence=agreeing(self.confidence, place.count),
                )


def _settled(pair: Pair, odd: OneSided) -> bool:
    """Whether the source shows that the rendering is right, as far as it can be told."""
    language, source = pair.context.source_language, pair.source_text
    if not source or language.polarity is None:
        return False
    if odd.added:
        return bool(language.negations(source)) or language.softened(source)
    return not language.negations(source)


def _message(odd: OneSided, mine: str, theirs: str, count: int) -> str:
    if odd.added:
        return f'"{mine}" where {count} of {count} alternates do not negate ("{theirs}")'
    return f'"{mine}" where {count} of {count} alternates negate ("{theirs}")'
