"""CON004."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tqcheck.evidence.unit import Reading
from tqcheck.evidence.verdict import Verdict
from tqcheck.lang.words import stems
from tqcheck.model.finding import Severity
from tqcheck.rules.base import BatchRule, Example, Mention, Odd, Options
from tqcheck.rules.consistency.across import digest, odd_forms

KINDS = frozenset({"phrase", "law", "programme", "event"})
"""Kinds whose English is a wording that a desk settles once. Bodies have short forms of many sorts."""


@dataclass(frozen=True)
class TermDiffersInBatchOptions(Options):
    """Options of CON004."""

    min_usual: int = field(default=2, metadata={"help": "mentions that the usual wording needs"})
    min_words: int = field(default=3, metadata={"help": "content words that both wordings need"})


class TermDiffersInBatch(BatchRule):
    """A set phrase, law or programme is worded in one way in one article of a batch and otherwise in another.

    What it does:
        Notes which accepted wording each rendering has for the known terms of its source, and compares the articles.

    Why it matters:
        Each wording may be right, but a reader who looks for the one does not find the other.

    What it does not flag:
        A short form of the other, inflections, abbreviations, bodies and offices, sayings of one or two words, which
        good writing varies, the same sentence rendered several times, and a wording that is not usual itself.

    Options:
        min_usual: mentions that the usual wording needs (default 2).
        min_words: content words that both wordings need (default 3).
    """

    code = "CON004"
    name = "term-differs-in-batch"
    severity = Severity.NOTE
    confidence = 0.6
    options_type = TermDiffersInBatchOptions
    examples = (
        Example(
            "They spoke of a [[community of common destiny]].",
            source="他们谈到命运共同体。",
            others=(
                ("会议讨论了命运共同体。", "The meeting discussed a community with a shared future."),
                ("论文的题目是命运共同体。", "The paper is on a community with a shared future."),
            ),
        ),
        Example(
            "The Belt and Road came up.",
            source="会上谈到一带一路。",
            others=(("论文谈到一带一路。", "The paper deals with the Belt and Road Initiative."),),
        ),
    )

    def observe(self, unit: Reading) -> Iterator[Mention]:
        """Yield the terms that have an accepted wording."""
        for pair in unit.pairs:
            for use in pair.terms if pair.complete else ():
                if use.verdict is Verdict.FOUND and use.target and use.entry.kind in KINDS:
                    form = use.target.of(pair.target.text)
                    yield Mention(use.entry.term, form, pair.target.locate(use.target), digest(pair))

    def judge(self, mentions: Sequence[Mention]) -> Iterator[Odd]:
        """Yield the wordings that are not the usual ones."""
        return odd_forms(mentions, self._differ, self.options.min_usual)

    def _differ(self, form: str, usual: str) -> bool:
        mine, theirs = set(stems(form)), set(stems(usual))
        long = min(len(mine), len(theirs)) >= self.options.min_words
        return long and bool(mine - theirs) and bool(theirs - mine)
