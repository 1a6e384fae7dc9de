"""COV002."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tqcheck.evidence.coverage import uncovered
from tqcheck.evidence.unit import Reading
from tqcheck.model.finding import Severity, Side
from tqcheck.rules.base import Example, Hit, Options, Rule, Scope


@dataclass(frozen=True)
class SentenceAddedOptions(Options):
    """Options of COV002."""

    share_of_usual: float = field(
        default=0.5, metadata={"help": "coverage below this share of the article's usual one counts as none"}
    )


class SentenceAdded(Rule):
    """A sentence of the rendering has no counterpart in the source.

    What it does:
        Takes the sentences that the alignment leaves without a partner, or joins to another's, and measures how
        much of their content stands in the source there.

    Why it matters:
        The rendering says what the author did not.

    What it does not flag:
        Short sentences with little content, and sentences whose content stands in a neighbouring sentence of the
        source.

    Options:
        share_of_usual: coverage below this share of the article's usual one counts as none (default 0.5).
    """

    code = "COV002"
    name = "sentence-added"
    severity = Severity.MAJOR
    scope = Scope.ARTICLE
    confidence = 0.6
    options_type = SentenceAddedOptions
    examples = (
        Example(
            "The bridge opened to traffic on Monday. [[Analysts expect oil prices to fall next winter.]] "
            "The railway station is being rebuilt. Farmers harvested rice in the fields. Doctors visited the village school.",
            source="大桥周一通车。火车站正在重建。农民在田里收割水稻。医生访问了乡村学校。",
        ),
        Example(
            "The bridge opened to traffic on Monday. The railway station is being rebuilt. "
            "Farmers harvested rice in the fields. Doctors visited the village school.",
            source="大桥周一通车。火车站正在重建。农民在田里收割水稻。医生访问了乡村学校。",
        ),
    )

    def check(self, unit: Reading) -> Iterator[Hit]:
        """Yield sentences that render nothing."""
        for segment in uncovered(unit, Side.TARGET, self.options.share_of_usual):
            yield Hit(segment.span, "nothing in the source says this")
