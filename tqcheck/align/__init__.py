"""Which sentences of one text render which of another, by the words they share, without a model."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.align.beads import Costs, walk
from tqcheck.lang.base import Language
from tqcheck.model.alignment import Alignment, Bead

ACROSS = Costs(0.098, 1.252, 1.018, 0.786, 0.484, 0.683, 0.794, 0.031, (0.134, 0.048, 0.0, 0.042, 0.026))
WITHIN = Costs(0.078, 1.276, 1.402, 0.851, 0.837, 0.701, 0.836, 0.0, (0.0, 0.109, 0.039, 0.0, 0.008))


def align(
    source: Sequence[str], target: Sequence[str], source_language: Language, target_language: Language
) -> Alignment:
    """The beads of two texts given as sentences: each sentence in just one, in order, up to eight together.

    An omission or an addition is a bead with an empty side, one for each sentence. A bead's score is the cosine of the
    two sides' weighted units, 0 to 1. The aligner is `monolingual` where both are in one language, else `lexical`.
    Time and memory are linear in the number of sentences (5,000 with 5,000: some seconds).
    """
    from tqcheck.align.texts import measure

    same = source_language.code == target_language.code
    steps = walk(measure(source, target, source_language, target_language), WITHIN if same else ACROSS)
    beads = tuple(Bead(tuple(range(s.a0, s.a1)), tuple(range(s.b0, s.b1)), s.score) for s in steps)
    return Alignment(beads, "monolingual" if same else "lexical")
