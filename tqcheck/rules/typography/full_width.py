"""TYP002."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from tqcheck.evidence.unit import Reading
from tqcheck.lang.scripts import foreign_runs
from tqcheck.model.finding import Severity
from tqcheck.model.text import Span
from tqcheck.rules.base import Example, Hit, Rule, Scope

_WIDE = re.compile(r"[\u3001\u3002\u3008-\u3011\u3014-\u301b\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65،؛؟]")
_NARROW = {"、": ", ", "。": ". ", "《": '"', "》": '"', "「": '"', "」": '"', "『": '"', "』": '"', "【": "[", "】": "]",
           "〈": '"', "〉": '"', "〔": "[", "〕": "]", "،": ",", "؛": ";", "؟": "?"}  # fmt: skip


class FullWidthPunctuation(Rule):
    """Punctuation of the source's script stands in the rendering.

    What it does:
        Finds full-width and ideographic marks (，。（）《》) and Arabic ones (،؛؟).

    Why it matters:
        They leave gaps in English type, and no editor would let them stand.

    What it does not flag:
        Marks within or beside a stretch that was left in the source's script, which UNT001 answers for.

    Options:
        None.
    """

    code = "TYP002"
    name = "full-width-punctuation"
    severity = Severity.MINOR
    scope = Scope.TEXT
    confidence = 0.95
    examples = (
        Example("It opened in 2019[[，]] and closed in 2021."),
        Example("It opened in 2019, and closed in 2021."),
    )

    def check(self, unit: Reading) -> Iterator[Hit]:
        """Yield full-width marks."""
        text = unit.text.text
        foreign = foreign_runs(text)
        for match in _WIDE.finditer(text):
            at = match.start()
            if any(run.start - 1 <= at <= run.end for run in foreign):
                continue
            narrow = _NARROW.get(match[0]) or unicodedata.normalize("NFKC", match[0])
            yield Hit(
                unit.text.locate(Span(at, at + 1)),
                f'"{match[0]}" is not English punctuation: {narrow.strip()}',
                suggestion=narrow.strip(),
            )
