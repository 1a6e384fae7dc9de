"""UNT002."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tqcheck.evidence.unit import Reading
from tqcheck.lang.scripts import foreign_share
from tqcheck.model.document import Segment
from tqcheck.model.finding import Severity, Side
from tqcheck.model.text import Span
from tqcheck.rules.base import Example, Hit, Options, Place, Rule, Scope


@dataclass(frozen=True)
class SegmentCopiedOptions(Options):
    """Options of UNT002."""

    min_similarity: float = field(default=90.0, metadata={"help": "likeness to the source's sentence, 0 to 100"})
    min_words: int = field(default=4, metadata={"help": "words of a sentence in Latin letters"})


class SegmentCopied(Rule):
    """A whole sentence is left in the source's language.

    What it does:
        Finds sentences written for the most part in another script, and sentences that repeat the source's own.

    Why it matters:
        The sentence is not translated at all.

    What it does not flag:
        Titles, names and addresses that both languages write alike: a sentence in Latin letters needs four words,
        one of them in lower case.

    Options:
        min_similarity: likeness to the source's sentence, 0 to 100 (default 90).
        min_words: words of a sentence in Latin letters (default 4).
    """

    code = "UNT002"
    name = "segment-copied"
    severity = Severity.MAJOR
    scope = Scope.TEXT
    confidence = 0.95
    options_type = SegmentCopiedOptions
    examples = (
        Example("It rained. [[事故原因尚未查明。]] The road is closed.", source="下雨了。事故原因尚未查明。道路封闭。"),
        Example(
            "It rained. The cause is not yet known. The road is closed.", source="下雨了。事故原因尚未查明。道路封闭。"
        ),
    )

    def check(self, unit: Reading) -> Iterator[Hit]:
        """Yield sentences left as they were."""
        from rapidfuzz import fuzz

        sources = unit.source.segments if unit.source else ()
        seen = {segment.text.strip(): segment for segment in sources}
        for segment in unit.document.segments:
            text = segment.text.strip()
            if foreign_share(text) > 0.5 and sum(c.isalpha() for c in text) > 3:
                yield Hit(_place(segment), "this sentence is left untranslated")
                continue
            if not sources:
                continue
            words = text.split()
            if len(words) < self.options.min_words or not any(w.islower() and len(w) > 1 for w in words):
                continue
            twin = seen.get(text)
            if twin is None:
                pair = unit.pair_at(_place(segment))
                beside = [sources[i] for i in pair.bead.source] if pair and pair.source else []
                near = [s for s in beside if abs(len(s.text) - len(text)) < 0.2 * len(text)]
                twin = next((s for s in near if fuzz.ratio(s.text, text) >= self.options.min_similarity), None)
            if twin is not None:
                beside_it = (Place(Side.SOURCE, twin.span, "source"),)
                yield Hit(_place(segment), "this sentence is left untranslated", related=beside_it)


def _place(segment: Segment) -> Span:
    """Where a sentence stands, without the spaces around it."""
    at = len(segment.text) - len(segment.text.lstrip())
    return segment.passage.locate(Span(at, at + len(segment.text.strip())))
