"""COV001."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tqcheck.evidence.coverage import uncovered
from tqcheck.evidence.unit import Reading
from tqcheck.lang.residue import is_residue
from tqcheck.model.finding import Evidence, Severity, Side
from tqcheck.rules.base import Example, Hit, Options, Rule, Scope


@dataclass(frozen=True)
class SentenceOmittedOptions(Options):
    """Options of COV001."""

    share_of_usual: float = field(
        default=0.5, metadata={"help": "coverage below this share of the article's usual one counts as none"}
    )


class SentenceOmitted(Rule):
    """A sentence of the source has no counterpart in the rendering.

    What it does:
        Takes the sentences that the alignment leaves without a partner, or joins to another's, and measures how
        much of their content (dictionary glosses, figures, names) stands in the rendering there.

    Why it matters:
        The reader misses what the sentence says and cannot know it.

    What it does not flag:
        Short sentences with little content, credit lines of the page, sentences whose content stands in a
        neighbouring sentence. Length alone is never a reason.

    Options:
        share_of_usual: coverage below this share of the article's usual one counts as none (default 0.5).
    """

    code = "COV001"
    name = "sentence-omitted"
    severity = Severity.MAJOR
    scope = Scope.ARTICLE
    confidence = 0.7
    options_type = SentenceOmittedOptions
    examples = (
        Example(
            "The bridge opened to traffic on Monday. The railway station is being rebuilt. "
            "Farmers harvested rice in the fields. Doctors visited the village school.",
            source="大桥周一通车。[[当地政府还计划明年修建一座水库和两条公路。]]火车站正在重建。农民在田里收割水稻。医生访问了乡村学校。",
        ),
        Example(
            "The bridge opened to traffic on Monday. The railway station is being rebuilt. "
            "Farmers harvested rice in the fields. Doctors visited the village school.",
            source="大桥周一通车。火车站正在重建。农民在田里收割水稻。医生访问了乡村学校。",
        ),
    )

    def check(self, unit: Reading) -> Iterator[Hit]:
        """Yield sentences of the source that are not rendered."""
        assert unit.source is not None
        for segment in uncovered(unit, Side.SOURCE, self.options.share_of_usual):
            if is_residue(unit.source.body[segment.paragraph].text):
                continue
            yield Hit(
                segment.span,
                "this sentence of the source is not rendered",
                side=Side.SOURCE,
                evidence=(Evidence("source", segment.text.strip()[:40]),),
            )
