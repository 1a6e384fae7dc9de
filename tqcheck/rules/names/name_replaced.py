"""NAM007."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.evidence.elsewhere import named_elsewhere, place_elsewhere
from tqcheck.evidence.unit import Reading
from tqcheck.model.finding import Evidence, Severity, Side
from tqcheck.rules.base import Example, Hit, Place, Rule, Scope


class NameReplaced(Rule):
    """A name stands in the rendering that nothing in the source accounts for, and a name of the source is lost.

    What it does:
        Matches the names of both sides by sound, whatever their scripts, and as countries, cities and peoples. A
        name without a counterpart is flagged where the source has one without a counterpart as well.

    Why it matters:
        The sentence speaks of another person or place.

    What it does not flag:
        Common words with a capital, months, bodies whose names are translated, names written differently in the
        two languages (Wien and Vienna), initials written out, and headlines in capitals.

    Options:
        None.
    """

    code = "NAM007"
    name = "name-replaced"
    severity = Severity.MAJOR
    scope = Scope.ARTICLE
    confidence = 0.88
    examples = (
        Example(
            "The minister met [[Robert Dunn]] in Oslo.",
            source="El ministro se reunió con Lucía Barros en Oslo.",
            source_lang="es",
        ),
        Example("The fair opens in [[Portugal]].", source="Targi otwierają się w Norwegii.", source_lang="pl"),
        Example("The fair opens in Norway.", source="Targi otwierają się w Norwegii.", source_lang="pl"),
        Example("She lives in Vienna.", source="Mieszka w Wiedniu.", source_lang="pl"),
    )

    def check(self, unit: Reading) -> Iterator[Hit]:
        """Yield names that the source has not."""
        for pair in unit.pairs:
            if pair.source is None or unit.source is None:
                continue
            for foreign in pair.proper_names.foreign:
                text = foreign.target.of(pair.target.text)
                if len(unit.pairs) > 1:
                    everywhere = unit.context.source_language.stretches(unit.source.whole.text)
                    if named_elsewhere(foreign.target, pair.target.text, everywhere):
                        continue
                    if place_elsewhere(text, unit.source.whole.text, unit.source.lang):
                        continue
                own = foreign.source.of(pair.source_text) if foreign.source else ""
                yield Hit(
                    pair.target.locate(foreign.target),
                    f'nothing in the source accounts for "{text}"' + (f", and nothing renders {own}" if own else ""),
                    suggestion=foreign.suggestion,
                    evidence=(Evidence("source", own),) if own else (),
                    related=(Place(Side.SOURCE, pair.source.locate(foreign.source), "source"),)
                    if foreign.source
                    else (),
                )
