"""UNT003."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tqcheck.evidence.unit import Pair
from tqcheck.lang.english_vocabulary import is_english
from tqcheck.lang.words import fold
from tqcheck.model.finding import Evidence, Severity, Side
from tqcheck.model.text import Span
from tqcheck.rules.base import Example, Hit, Options, Place, Rule, Scope

_WORD = re.compile(r"(?<![\w@#/.'’-])[^\W\d_]+(?![\w@/]|[-'’.]\w)")
_TITLE = re.compile(r"[\"“«„‘(*_]\s*$")


@dataclass(frozen=True)
class SourceWordOptions(Options):
    """Options of UNT003."""

    min_letters: int = field(default=4, metadata={"help": "letters of the shortest word that is looked at"})


class SourceWordLeft(Rule):
    """A word of the source's language stands in the rendering.

    What it does:
        For sources in Latin letters: finds words in lower case that stand in the source as they do in the
        rendering and that are no English words.

    Why it matters:
        The word was not translated; the reader meets a foreign word without warning.

    What it does not flag:
        Words with capitals (they may be names), words within quotation marks or brackets, words that English has
        too, and short words.

    Options:
        min_letters: letters of the shortest word that is looked at (default 4).
    """

    code = "UNT003"
    name = "source-word-left"
    severity = Severity.MAJOR
    scope = Scope.PAIR
    confidence = 0.85
    options_type = SourceWordOptions
    examples = (
        Example("The two [[hermanas]] live in Quito.", source="Las dos hermanas viven en Quito.", source_lang="es"),
        Example(
            'They call it "sobremesa" in the region.', source="En la región lo llaman sobremesa.", source_lang="es"
        ),
        Example("The two sisters live in Quito.", source="Las dos hermanas viven en Quito.", source_lang="es"),
    )

    def check(self, unit: Pair) -> Iterator[Hit]:
        """Yield words left in the source's language."""
        if unit.source is None or unit.context.source_language.script or not unit.complete:
            return
        source = {m[0]: Span(*m.span()) for m in _WORD.finditer(unit.source_text)}
        for match in _WORD.finditer(unit.target.text):
            word = match[0]
            if len(word) < self.options.min_letters or word not in source or not word.islower():
                continue
            if is_english(word) or is_english(fold(word)) or _TITLE.search(unit.target.text[: match.start()]):
                continue
            yield Hit(
                unit.target.locate(Span(*match.span())),
                f'"{word}" is left as it stands in the source',
                evidence=(Evidence("source", word),),
                related=(Place(Side.SOURCE, unit.source.locate(source[word]), "source"),),
            )
