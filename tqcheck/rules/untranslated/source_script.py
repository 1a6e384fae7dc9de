"""UNT001."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.evidence.unit import Reading
from tqcheck.lang.scripts import foreign_runs, foreign_share
from tqcheck.model.finding import Severity
from tqcheck.model.text import Span
from tqcheck.rules.base import Example, Hit, Rule, Scope

_LATIN = re.compile(r"[A-Za-z]")


class SourceScriptLeft(Rule):
    """Words in the source's script are left in the rendering.

    What it does:
        Finds stretches of Chinese, Japanese, Korean, Cyrillic, Arabic or other non-Latin letters.

    Why it matters:
        The reader of English cannot read them; machine translation leaves them where it knows no word.

    What it does not flag:
        The original in brackets after its English (`Rong River (融江)`), a gloss of a character that is the subject
        ("the character 福"), and sentences left wholly untranslated, which UNT002 answers for.

    Options:
        None.
    """

    code = "UNT001"
    name = "source-script-left"
    severity = Severity.MAJOR
    scope = Scope.TEXT
    confidence = 0.95
    examples = (
        Example("Soldiers drove a [[冲锋舟]] to the village."),
        Example("The Rong River (融江) rose. The character 福 means good fortune."),
    )

    def check(self, unit: Reading) -> Iterator[Hit]:
        """Yield stretches in a foreign script."""
        for segment in unit.document.segments:
            text = segment.text
            runs = foreign_runs(text)
            if not runs or foreign_share(text) > 0.5:
                continue
            for run in runs:
                if _bracketed(text, run) or _mentioned(text, run):
                    continue
                yield Hit(segment.passage.locate(run), f'"{run.of(text)}" is left untranslated')


def _bracketed(text: str, run: Span) -> bool:
    """Whether the run is the whole of a bracket after English words, or the English follows it in brackets."""
    before, after = text[: run.start].rstrip("“\"'‘ 《「"), text[run.end :].lstrip("”\"'’ 》」")
    inside = before.endswith(("(", "（", "[", ",", ";", "/", "or", ":")) and after.startswith(
        (")", "）", "]", ",", ";", "/")
    )
    opened = text.rfind("(", 0, run.start) > text.rfind(")", 0, run.start) or "（" in text[: run.start]
    glossed = re.match(r"\s*[(（][^)）]*[A-Za-z]", text[run.end :]) is not None
    return (inside and opened and bool(_LATIN.search(before))) or glossed


def _mentioned(text: str, run: Span) -> bool:
    """Whether the run is spoken of as a character or word."""
    before = text[max(0, run.start - 30) : run.start]
    return (
        re.search(r"(?i)\b(?:characters?|words?|letters?|written|called|means|radicals?|pronounced)\W+$", before)
        is not None
    )
