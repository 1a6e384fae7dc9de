"""REP003."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.evidence.unit import Pair
from tqcheck.model.finding import Severity
from tqcheck.model.text import Span
from tqcheck.rules.base import Example, Hit, Rule, Scope

# After a sentence that ends in a word or figure, not in an abbreviation or an initial (Mr., J., U.S.).
_LONE = re.compile(r"(?:[a-z]{3}|\d|%)[.!?] (?P<lone>[A-Z][a-z]{2,})\.(?=\s|$)")
_ABBREVIATION = frozenset(
    "Mrs Ltd Inc Corp Gen Sen Rep Gov Prof Capt Col Lieut Sgt Hon Rev Jan Feb Mar Apr Jun Jul Aug Sept".split()
)  # noqa: SIM905
_SENTENCE = re.compile(r"[^.!?。！？…\n]+")
_ANSWERS = frozenset(
    "Yes Right Okay Sure Really Exactly True Thanks Sorry Please Never Nothing Well Amen Correct".split()
)  # noqa: SIM905


class Fragment(Rule):
    """A single word stands as a sentence of its own where the source has no such sentence.

    What it does:
        Finds `40 people. Million.`: one word between two full stops.

    Why it matters:
        It is what is left of a phrase that machine translation broke off or moved.

    What it does not flag:
        Abbreviations, answers (`Yes.`), and sources that have a sentence as short.

    Options:
        None.
    """

    code = "REP003"
    name = "fragment"
    severity = Severity.MAJOR
    scope = Scope.PAIR
    confidence = 0.8
    examples = (
        Example("The county has a population of 40 people. [[Million]].", source="该县人口为四十万人，位于河边。"),
        Example("The county lies by the river. Mr. Li was born there.", source="该县位于河边，李先生在那里出生。"),
    )

    def check(self, unit: Pair) -> Iterator[Hit]:
        """Yield lone words."""
        if not unit.complete:
            return
        spaced = unit.context.source_language.spaced
        shortest = min(
            (
                len(m[0].split()) if spaced else len(m[0].strip())
                for m in _SENTENCE.finditer(unit.source_text)
                if m[0].strip()
            ),
            default=0,
        )
        if shortest <= (2 if spaced else 4):
            return
        for match in _LONE.finditer(unit.target.text):
            if match["lone"] not in _ABBREVIATION and match["lone"] not in _ANSWERS:
                yield Hit(
                    unit.target.locate(Span(*match.span("lone"))), f'"{match["lone"]}" stands alone as a sentence'
                )
