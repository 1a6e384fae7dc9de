"""NAM008."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.evidence.elsewhere import country_elsewhere, named_elsewhere
from tqcheck.evidence.unit import Reading
from tqcheck.lang.capitals import spelled_out
from tqcheck.lang.residue import is_residue
from tqcheck.model.finding import Severity, Side
from tqcheck.rules.base import Example, Hit, Rule, Scope


class NameDropped(Rule):
    """A name of the source has no counterpart in the rendering, and nothing there may stand for it.

    What it does:
        Matches the names of both sides by sound, whatever their scripts, and as countries, cities and peoples. It
        points at the name in the source. Chinese persons are the matter of NAM002.

    Why it matters:
        The reader is not told who did it, or where.

    What it does not flag:
        Names that the rendering has elsewhere, since a pronoun may stand for them; names of which a part is
        rendered; and names where the rendering has capitalised words that may be a translation of them.

    Options:
        None.
    """

    code = "NAM008"
    name = "name-dropped"
    severity = Severity.MAJOR
    scope = Scope.ARTICLE
    confidence = 0.6
    examples = (
        Example(
            "The minister met in Oslo.", source="El ministro se reunió con [[Lucía Barros]] en Oslo.", source_lang="es"
        ),
        Example("The fair opens in May.", source="Targi w [[Norwegii]] otwierają się w maju.", source_lang="pl"),
        Example("The fair in Norway opens in May.", source="Targi w Norwegii otwierają się w maju.", source_lang="pl"),
    )

    def check(self, unit: Reading) -> Iterator[Hit]:
        """Yield names of the source that are not rendered."""
        for pair in unit.pairs:
            if pair.source is None or is_residue(pair.source_text):
                continue
            for span in pair.proper_names.missing:
                if len(unit.pairs) > 1 and named_elsewhere(span, pair.source_text, spelled_out(unit.text.text)):
                    continue
                language = unit.context.source_language.code
                if len(unit.pairs) > 1 and country_elsewhere(span, pair.source_text, language, unit.text.text):
                    continue
                yield Hit(
                    pair.source.locate(span),
                    f"{span.of(pair.source_text)} is not named in the rendering",
                    side=Side.SOURCE,
                )
