"""REP002."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tqcheck.evidence.repeats import repeats, source_repeats
from tqcheck.evidence.unit import Reading
from tqcheck.lang.english_lexical import stems
from tqcheck.model.finding import Evidence, Severity
from tqcheck.model.text import Passage
from tqcheck.rules.base import Example, Hit, Options, Rule, Scope


@dataclass(frozen=True)
class LoopedPhraseOptions(Options):
    """Options of REP002."""

    min_words: int = field(default=6, metadata={"help": "words of a phrase repeated at a distance"})
    min_words_at_once: int = field(default=3, metadata={"help": "words of a phrase repeated at once"})


class LoopedPhrase(Rule):
    """A phrase or sentence is said again though the source says it once.

    What it does:
        Finds the longest phrases repeated within a sentence or between neighbouring ones, and asks whether the
        source repeats anything of like length there.

    Why it matters:
        Machine translation falls into loops; what is repeated often takes the place of what was lost.

    What it does not flag:
        Repetition that the source has too; short repeated phrases at a distance; without a source, anything but a
        phrase repeated at once.

    Options:
        min_words: words of a phrase repeated at a distance (default 6).
        min_words_at_once: words of a phrase repeated at once (default 3).
    """

    code = "REP002"
    name = "looped-phrase"
    severity = Severity.MAJOR
    scope = Scope.TEXT
    confidence = 0.97
    options_type = LoopedPhraseOptions
    examples = (
        Example(
            "Output rose, up 3.2 percent year on year, [[up 3.2 percent year on year]].", source="产量同比增长3.2%。"
        ),
        Example("Output rose 3.2 percent year on year.", source="产量同比增长3.2%。"),
    )

    def check(self, unit: Reading) -> Iterator[Hit]:
        """Yield repetitions."""
        spaced = unit.context.source_language.spaced
        for pair in unit.pairs:
            yield from self._within(pair.target, pair.source_text if unit.source else None, spaced)

    def _within(self, target: Passage, source: str | None, spaced: bool) -> Iterator[Hit]:
        for repeat in repeats(target.text, self.options.min_words_at_once):
            if not repeat.at_once and (source is None or repeat.words < self.options.min_words):
                continue
            said = repeat.first.of(target.text)
            if not repeat.at_once and len(stems(said)) < self.options.min_words - 2:
                continue
            if source is not None and any(source_repeats(source, n, spaced) for n in (2, 6 if spaced else 4)):
                continue
            evidence = (Evidence("source", "says it once"),) if source else ()
            yield Hit(target.locate(repeat.again), f'"{said}" is said again', evidence=evidence)
