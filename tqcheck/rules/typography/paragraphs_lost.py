"""TYP004."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tqcheck.evidence.unit import Reading
from tqcheck.lang.residue import is_residue
from tqcheck.model.finding import Evidence, Severity
from tqcheck.rules.base import Example, Hit, Options, Rule, Scope


@dataclass(frozen=True)
class ParagraphsLostOptions(Options):
    """Options of TYP004."""

    min_characters: int = field(
        default=25, metadata={"help": "source characters that a paragraph needs in the rendering's one to count"}
    )


class ParagraphsLost(Rule):
    """Paragraphs of the source are run together into one.

    What it does:
        Counts, along the alignment, how many paragraphs of the source each paragraph of the rendering renders.

    Why it matters:
        News is read by paragraph; quotations and their speakers run into each other.

    What it does not flag:
        Headlines, datelines and credits joined to a paragraph; texts whose source has one paragraph only.

    Options:
        min_characters: source characters that a paragraph must have to count (default 25).
    """

    code = "TYP004"
    name = "paragraphs-lost"
    severity = Severity.NOTE
    scope = Scope.ARTICLE
    confidence = 0.8
    options_type = ParagraphsLostOptions
    examples = (
        Example(
            "[[The bridge over the river opened to traffic on Monday morning after three years. "
            "Residents of both towns said that the way to the hospital is now an hour shorter.]]",
            source="经过三年的建设，这座跨河大桥周一上午正式开通并投入使用。\n\n两座城镇的居民表示，现在去医院的路程比以前缩短了一个小时。",
        ),
        Example(
            "The bridge over the river opened to traffic on Monday morning after three years.\n\n"
            "Residents of both towns said that the way to the hospital is now an hour shorter.",
            source="经过三年的建设，这座跨河大桥周一上午正式开通并投入使用。\n\n两座城镇的居民表示，现在去医院的路程比以前缩短了一个小时。",
        ),
    )

    def check(self, unit: Reading) -> Iterator[Hit]:
        """Yield paragraphs that render several of the source."""
        assert unit.source is not None
        source, target = unit.source.segments, unit.document.segments
        rendered: dict[int, dict[int, int]] = {}
        for bead in unit.alignment.beads:
            if len({target[j].paragraph for j in bead.target}) > 1:
                continue  # which sentence renders which is not known
            for j in bead.target:
                counts = rendered.setdefault(target[j].paragraph, {})
                for i in bead.source:
                    counts.setdefault(source[i].paragraph, 0)
                    counts[source[i].paragraph] += len(source[i].text) if j == bead.target[0] else 0
        for paragraph, counts in rendered.items():
            full = sorted(
                p
                for p, size in counts.items()
                if size >= self.options.min_characters and not is_residue(unit.source.body[p].text)
            )
            if len(full) < 2 or paragraph >= len(unit.document.body):
                continue
            yield Hit(
                unit.document.body[paragraph].whole,
                f"{len(full)} paragraphs of the source are run together here",
                evidence=(Evidence("source", f"paragraphs {full[0] + 1} to {full[-1] + 1}"),),
            )
