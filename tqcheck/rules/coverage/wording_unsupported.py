"""COV007."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tqcheck.evidence.sourced.doubts import Unsupported, Way, unsupported
from tqcheck.evidence.unit import Pair
from tqcheck.model.finding import Evidence, Severity, Side
from tqcheck.rules.base import Example, Hit, Options, Place, Rule, Scope


@dataclass(frozen=True)
class WordingUnsupportedOptions(Options):
    """Options of COV007."""

    min_probability: float = field(
        default=0.0,
        metadata={"help": "probability of its most doubtful word under which words are let pass, if over the model's"},
    )


class WordingUnsupported(Rule):
    """Words that nothing in the source accounts for.

    What it does:
        Looks in the source for what each word of the rendering may go back to: a dictionary's glosses of its words, of
        their parts and of what stands across them, synonyms of these, what characters stand for in other words, known
        terms, numbers, names by their sound. It weighs what it finds
        around each word, and what of the source nothing renders, by a model fitted on the marks of professional
        raters. It says which words of the source stand there, and how the dictionary glosses them.

    Why it matters:
        A word that goes back to nothing is invented, misread or put together from single characters, and without
        another rendering to compare with only the source can show it.

    What it does not flag:
        Words for which a dictionary, the glossary, a number or the sound of a name accounts, free renderings in whose
        surroundings nothing else is amiss, and places that another rule flags for a reason of its own. It is right
        six times in ten, and its findings are notes. Where there are alternates they decide, and where the
        source's language has no dictionary or the pair of languages was not measured it says nothing.

    Options:
        min_probability: probability of its most doubtful word under which words are let pass, where it is more than
        what the model was fitted for (default 0).
    """

    code = "COV007"
    name = "wording-unsupported"
    severity = Severity.NOTE
    scope = Scope.PAIR
    confidence = 0.6
    gives_way = True
    options_type = WordingUnsupportedOptions
    examples = (
        Example(
            "[[Meadow Harbour Institute]] yesterday issued a rainstorm warning.", source="中国气象局昨天发布暴雨预警。"
        ),
        Example(
            "Farmers sold rice in the market, and the price rose by 12%.",
            source="农民在市场上出售大米，价格上涨了12%。",
        ),
        Example(
            "Meadow Harbour Institute yesterday issued a rainstorm warning.",
            source="中国气象局昨天发布暴雨预警。",
            alternates=("The weather service issued a warning of heavy rain yesterday.",),
        ),
    )

    def check(self, unit: Pair) -> Iterator[Hit]:
        """Yield stretches of the rendering that the source does not account for, where no alternate says more."""
        if unit.said or unit.source is None:
            return
        for doubt in unsupported(unit):
            if doubt.peak < self.options.min_probability:
                continue
            places = [unit.source.locate(span) for span, _ in doubt.there]
            listed = _listed(doubt, unit.source_text)
            yield Hit(
                unit.target.locate(doubt.span),
                message(doubt, unit.target.text, listed),
                evidence=(Evidence("source", listed),) if listed else (),
                related=tuple(Place(Side.SOURCE, place) for place in places),
                confidence=doubt.confidence,
            )


def message(doubt: Unsupported, text: str, listed: str) -> str:
    """One line on a stretch of `text` and what the source has there, `listed`."""
    written = doubt.span.of(text)
    if not listed:
        return f'"{written}" renders nothing that the source has'
    if doubt.way is Way.PARTS:
        return f'"{written}" renders the parts of {listed}, not the word'
    if doubt.way is Way.LEFT:
        return f'"{written}" renders nothing that the source has here: {listed}'
    return f'"{written}" where the source has {listed}'


def _listed(doubt: Unsupported, source: str) -> str:
    """The words of the source with their glosses: `大米 (rice), 价格 (price)`."""
    return ", ".join(f"{span.of(source)} ({gloss})" if gloss else span.of(source) for span, gloss in doubt.there)
