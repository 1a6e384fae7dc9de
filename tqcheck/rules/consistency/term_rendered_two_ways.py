"""CON002."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from tqcheck.evidence.terms import TermUse
from tqcheck.evidence.unit import Pair, Reading
from tqcheck.evidence.verdict import Verdict
from tqcheck.knowledge.glossary import PHRASES
from tqcheck.lang.words import capital_runs, phrase, words
from tqcheck.model.finding import Evidence, Severity, Side
from tqcheck.model.text import Span
from tqcheck.rules.base import Example, Hit, Options, Place, Rule, Scope

_WITHIN = ("of", "and", "for")


@dataclass(frozen=True)
class TermRenderedTwoWaysOptions(Options):
    """Options of CON002."""

    min_shared: float = field(
        default=0.5, metadata={"help": "share of the accepted rendering's words that the odd one must have"}
    )


class TermRenderedTwoWays(Rule):
    """A name that comes up again is rendered rightly in one place and otherwise in another.

    What it does:
        For known names that the source has in several sentences, takes the places where the rendering has an
        accepted form, and looks in the others for a run of capitalised words that shares half of that form and is
        none of the accepted ones.

    Why it matters:
        The reader takes the two for different bodies.

    What it does not flag:
        Accepted short forms and abbreviations, pronouns and "the commission", and terms without capitals.

    Options:
        min_shared: share of the accepted rendering's words that the odd one must have (default 0.5).
    """

    code = "CON002"
    name = "term-rendered-two-ways"
    severity = Severity.MINOR
    scope = Scope.ARTICLE
    confidence = 0.7
    options_type = TermRenderedTwoWaysOptions
    examples = (
        Example(
            "The National Health Commission met on Monday. Later the [[National Health Promotion Office]] issued rules.",
            source="国家卫生健康委员会周一开会。随后国家卫生健康委员会发布了规定。",
        ),
        Example(
            "The National Health Commission met on Monday. Later the commission issued rules.",
            source="国家卫生健康委员会周一开会。随后国家卫生健康委员会发布了规定。",
        ),
    )

    def check(self, unit: Reading) -> Iterator[Hit]:
        """Yield the odd renderings of recurring names."""
        uses: dict[str, list[tuple[Pair, TermUse]]] = defaultdict(list)
        for pair in unit.pairs:
            if pair.complete:
                for use in pair.terms:
                    if use.entry.kind not in PHRASES and use.entry.kind != "person":
                        uses[use.entry.term].append((pair, use))
        for term, found in uses.items():
            right = next(((p, u) for p, u in found if u.verdict is Verdict.FOUND and u.target), None)
            if right is None:
                continue
            pair, use = right
            assert use.target is not None
            accepted = use.target.of(pair.target.text)
            for other, odd in found:
                if odd.verdict is not Verdict.UNKNOWN:
                    continue
                span = self._odd(accepted, other.target.text)
                if span and other.source:
                    yield Hit(
                        other.target.locate(span),
                        f'"{span.of(other.target.text)}" is "{accepted}" elsewhere in this rendering ({term})',
                        suggestion=accepted,
                        evidence=(Evidence("source", term), Evidence("rendering", accepted)),
                        related=(Place(Side.SOURCE, other.source.locate(odd.sources[0]), "source"),),
                    )

    def _odd(self, accepted: str, text: str) -> Span | None:
        """The run of capitals that shares most with the accepted rendering."""
        want = {w.stem for w in phrase(accepted)}
        if len(want) < 2:
            return None
        best = max(
            capital_runs(words(text), text, _WITHIN), key=lambda run: len(want & {w.stem for w in run}), default=()
        )
        shared = len(want & {w.stem for w in best})
        if len(best) < 2 or shared < 2 or shared < self.options.min_shared * len(want):
            return None
        return Span(best[0].span.start, best[-1].span.end)
