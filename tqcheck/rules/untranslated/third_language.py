"""UNT004."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tqcheck.evidence.unit import Reading
from tqcheck.lang.identify import identify
from tqcheck.lang.scripts import foreign_share
from tqcheck.model.finding import Evidence, Severity
from tqcheck.model.text import Span
from tqcheck.rules.base import Example, Hit, Options, Rule, Scope

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class ThirdLanguageOptions(Options):
    """Options of UNT004."""

    min_words: int = field(default=8, metadata={"help": "words of the shortest sentence whose language is judged"})


class ThirdLanguage(Rule):
    """A sentence is in a language that is neither the source's nor the target's.

    What it does:
        Identifies the language of each sentence that is long enough for it.

    Why it matters:
        Systems that translate into many languages now and then slip into another one, fluently.

    What it does not flag:
        Short sentences, sentences between quotation marks or with most words in capitals (names, titles), sentences in
        the source's own language (UNT002) and whatever cannot be told.

    Options:
        min_words: words of the shortest sentence whose language is judged (default 8).
    """

    code = "UNT004"
    name = "third-language"
    severity = Severity.MAJOR
    scope = Scope.TEXT
    confidence = 0.95
    options_type = ThirdLanguageOptions
    examples = (
        Example(
            "It rained all night. [[El presidente dijo que el país no aceptará la propuesta del gobierno.]]",
            source="下了一夜的雨。总统说国家不会接受政府的提议。",
        ),
        Example(
            "It rained all night. The president said the country would not accept the government's proposal.",
            source="下了一夜的雨。总统说国家不会接受政府的提议。",
        ),
    )

    def check(self, unit: Reading) -> Iterator[Hit]:
        """Yield sentences in another language."""
        expected = {unit.context.target_language.code}
        if unit.source is not None:
            expected.add(unit.context.source_language.code)
        for segment in unit.document.segments:
            text = segment.text.strip()
            words = _WORD.findall(text)
            if len(words) < self.options.min_words or foreign_share(text) > 0.5 or text[0] in "\"“'‘«(":
                continue
            if 2 * sum(word[0].isupper() for word in words) > len(words):
                continue
            code = (identify(text) or "").split("-")[0]
            if not code or code in expected:
                continue
            at = len(segment.text) - len(segment.text.lstrip())
            span = segment.passage.locate(Span(at, at + len(text)))
            yield Hit(span, f"this sentence is in another language ({code})", evidence=(Evidence("language", code),))
