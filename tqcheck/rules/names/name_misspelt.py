"""NAM003."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.evidence.literals import counted
from tqcheck.evidence.printed_names import misspelt_printed
from tqcheck.evidence.unit import Pair
from tqcheck.evidence.verdict import Verdict
from tqcheck.lang.words import find_phrase, phrase, words
from tqcheck.model.finding import Evidence, Severity, Side
from tqcheck.rules.base import Example, Hit, Place, Rule, Scope


class NameMisspelt(Rule):
    """A person's name is garbled: half of it is right and the other half is something else.

    What it does:
        Reads the persons named in the source, romanises each with every reading of its characters, and looks for
        the place in the rendering that has the surname, the given name or a syllable of it beside a word that is
        no spelling of the rest, or words that mean what its characters mean. A name that the source prints in Latin
        letters somewhere is looked for as printed.

    Why it matters:
        A person who is misnamed cannot be found, and another person may be blamed or praised.

    What it does not flag:
        Names spelt in any accepted way (either order, hyphens, Wade-Giles), names of which nothing is recognised,
        since the person may go by another name, and headlines in capitals.

    Options:
        None.
    """

    code = "NAM003"
    name = "name-misspelt"
    severity = Severity.MAJOR
    scope = Scope.PAIR
    confidence = 0.99
    examples = (
        Example("Also present was [[Fang Aden]], an engineer.", source="工程师方亚丁也出席了会议。"),
        Example("[[Mansinelli]] died.", source="曼西内利（Anthony Mancinelli）去世。"),
        Example("Also present was Fang Yading, an engineer.", source="工程师方亚丁也出席了会议。"),
        Example("Also present was Ya-ding Fang, an engineer.", source="工程师方亚丁也出席了会议。"),
        Example("The spokesperson, [[Qing Cat]], said no.", source="发言人孟青表示，没有。"),
    )

    def check(self, unit: Pair) -> Iterator[Hit]:
        """Yield garbled names."""
        if unit.source is None:
            return
        yield from _printed(unit)
        for use in unit.names:
            if use.verdict is not Verdict.CONTRADICTED or use.target is None or not use.suggestion:
                continue
            text = use.target.of(unit.target.text)
            yield Hit(
                unit.target.locate(use.target),
                f'"{text}" is not how {use.person.name} is spelt: {use.suggestion}',
                suggestion=use.suggestion,
                evidence=(Evidence("source", use.person.name), *_alternates(unit, use.suggestion)),
                related=(Place(Side.SOURCE, unit.source.locate(use.person.span), "source"),),
            )


def _printed(unit: Pair) -> Iterator[Hit]:
    """Yield names spelt otherwise than the source's document prints them."""
    context = unit.context
    if unit.source is None or not unit.complete:
        return
    for use in misspelt_printed(
        unit.source_text, unit.target.text, context.background.text, context.source_language, unit.rendered
    ):
        name = use.source.of(unit.source_text)
        yield Hit(
            unit.target.locate(use.target),
            f'"{use.target.of(unit.target.text)}" is not how {name} is spelt: the source has {use.printed}',
            suggestion=words(use.printed)[-1].text,
            evidence=(Evidence("source", use.printed),),
            related=(Place(Side.SOURCE, unit.source.locate(use.source), "source"),),
        )


def _alternates(unit: Pair, name: str) -> tuple[Evidence, ...]:
    keys = tuple(w.stem for w in phrase(name))
    agree = sum(bool(find_phrase(words(said.passage.text), keys)) for said in unit.said)
    return (Evidence("alternates", counted(agree, len(unit.said), name)),) if agree else ()
