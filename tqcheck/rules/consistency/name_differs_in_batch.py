"""CON003."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tqcheck.evidence.names import in_full
from tqcheck.evidence.unit import Reading
from tqcheck.evidence.verdict import Verdict
from tqcheck.lang.words import words
from tqcheck.model.finding import Severity
from tqcheck.model.text import Span
from tqcheck.rules.base import BatchRule, Example, Mention, Odd, Options
from tqcheck.rules.consistency.across import digest, odd_forms

_PEOPLE = re.compile(r"(?:ese|ish|ian|an|i|ic|er|s|['’]s?)$")
"""Endings of what is of a place: Vietnamese, Ukrainian, Iraqi, Beijinger."""


@dataclass(frozen=True)
class NameDiffersInBatchOptions(Options):
    """Options of CON003."""

    min_similarity: float = field(
        default=60.0, metadata={"help": "likeness of two spellings of a place, 0 to 100, to be compared"}
    )


class NameDiffersInBatch(BatchRule):
    """A person or a place is spelt in one way in one article of a batch and otherwise in another.

    What it does:
        Notes how each rendering spells the persons and places of its source that it has in an accepted form, and
        compares the articles: `Kyiv` in three of them and `Kiev` in the fourth.

    Why it matters:
        A desk has one spelling; the reader of two articles takes them for two.

    What it does not flag:
        A surname alone after the full name, another order of surname and given name, hyphens and capitals, peoples
        beside their countries, and the same sentence rendered several times.

    Options:
        min_similarity: likeness of two spellings of a place, 0 to 100, to be compared (default 60): below it they
        are two names (Holland and the Netherlands), not two spellings.
    """

    code = "CON003"
    name = "name-differs-in-batch"
    severity = Severity.MINOR
    confidence = 0.7
    options_type = NameDiffersInBatchOptions
    examples = (
        Example(
            "The train to [[Kiev]] was full.",
            source="开往基辅的火车满员。",
            others=(
                ("他周一抵达基辅。", "He reached Kyiv on Monday."),
                ("基辅的学校停课。", "Schools in Kyiv were closed."),
            ),
        ),
        Example(
            "The Ukrainian team won.",
            source="乌克兰队赢了。",
            others=(("他周一抵达乌克兰。", "He reached Ukraine on Monday."),),
        ),
        Example(
            "The French team won.",
            source="法国队赢了。",
            others=(("他周一抵达法国。", "He reached France on Monday."),),
        ),
    )

    def observe(self, unit: Reading) -> Iterator[Mention]:
        """Yield the persons and places that are rendered in an accepted form."""
        for pair in unit.pairs:
            if not pair.complete:
                continue
            text = pair.target.text
            for use in pair.terms:
                if use.verdict is Verdict.FOUND and use.target and use.entry.kind in ("person", "place"):
                    yield Mention(use.entry.term, use.target.of(text), pair.target.locate(use.target), digest(pair))
            found = words(text)
            for name in pair.names:
                if name.verdict is Verdict.FOUND:
                    for place in in_full(name.person, found)[:1]:
                        span = Span(found[place[0]].span.start, found[place[-1]].span.end)
                        yield Mention(name.person.name, span.of(text), pair.target.locate(span), digest(pair))

    def judge(self, mentions: Sequence[Mention]) -> Iterator[Odd]:
        """Yield the spellings that are not the usual ones."""
        return odd_forms(mentions, self._differ)

    def _differ(self, form: str, usual: str) -> bool:
        from rapidfuzz import fuzz

        from tqcheck.knowledge.gazetteer import english_adjectives

        mine, theirs = _parts(form), _parts(usual)
        if mine <= theirs or theirs <= mine or len(mine) != len(theirs) or form.isupper() or usual.isupper():
            return False
        if form.startswith(usual) or usual.startswith(form):
            return False  # Chiang Wan within Chiang Wan-an
        a, b = " ".join(sorted(mine - theirs)), " ".join(sorted(theirs - mine))
        if _PEOPLE.sub("", a)[:4] == _PEOPLE.sub("", b)[:4]:
            return False
        if {form.lower(), usual.lower()} & english_adjectives():
            return False
        return bool(fuzz.ratio(a, b) >= self.options.min_similarity)


def _parts(form: str) -> frozenset[str]:
    """The words of a name without capitals, hyphens and the possessive."""
    return frozenset(re.sub(r"['’]s$", "", word.lower()).replace("-", "") for word in form.split())
