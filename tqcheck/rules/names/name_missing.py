"""NAM002."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tqcheck.evidence.names import free_capitals, sounds_alike, spelled
from tqcheck.evidence.unit import Pair, Reading
from tqcheck.evidence.verdict import Verdict
from tqcheck.lang.base import Person
from tqcheck.lang.words import words
from tqcheck.model.finding import Evidence, Severity, Side
from tqcheck.rules.base import Example, Hit, Options, Rule, Scope


@dataclass(frozen=True)
class NameMissingOptions(Options):
    """Options of NAM002."""

    max_free_capitals: int = field(
        default=0, metadata={"help": "unexplained capitalised words in the rendering that may be the name in disguise"}
    )


class NameMissing(Rule):
    """A person named in the source is not named in the rendering.

    What it does:
        Takes persons that a title or an enumeration and the tagger agree on, and looks for any spelling of the name
        in the whole rendering. It points at the name in the source.

    Why it matters:
        The reader is not told who it was.

    What it does not flag:
        Foreigners, names of which the rendering has a part, names that another spelling may stand for (any capitalised words
        that nothing in the source explains), and sentences that are not rendered at all.

    Options:
        max_free_capitals: unexplained capitalised words that are let pass (default 0).
    """

    code = "NAM002"
    name = "name-missing"
    severity = Severity.MAJOR
    scope = Scope.ARTICLE
    confidence = 0.27
    options_type = NameMissingOptions
    examples = (
        Example("The director said that work will go on.", source="主任[[孟凡石]]表示，工作将继续进行。"),
        Example("Director Meng Fanshi said that work will go on.", source="主任孟凡石表示，工作将继续进行。"),
        Example("Director Philip Mong said that work will go on.", source="主任孟凡石表示，工作将继续进行。"),
    )

    def check(self, unit: Reading) -> Iterator[Hit]:
        """Yield persons that are not named."""
        everywhere = words(unit.text.text)
        said: set[str] = set()
        for pair in unit.pairs:
            if not pair.complete or pair.source is None:
                continue
            for use in pair.names:
                person = use.person
                if use.verdict is not Verdict.UNKNOWN or not person.certain or person.name in said:
                    continue
                if spelled(person, everywhere):
                    continue
                if _known_as(unit, person):
                    continue
                if self._disguised(pair, person) or self._foreign(pair, person):
                    continue
                said.add(person.name)
                yield Hit(
                    pair.source.locate(person.span),
                    f"{person.name} ({person.spelling}) is not named in the rendering",
                    side=Side.SOURCE,
                    suggestion=person.spelling,
                    evidence=(Evidence("source", person.name),),
                )

    def _foreign(self, pair: Pair, person: Person) -> bool:
        """Whether the person is from abroad, and so named as at home and not by these spellings."""
        background = pair.context.background.text or pair.source_text
        return bool(pair.context.source_language.foreign_persons([person], pair.source_text, background))

    def _disguised(self, pair: Pair, person: Person) -> bool:
        sounds = pair.context.source_language.lexical(pair.source_text).names
        free = free_capitals(pair.target.text, pair.names, pair.rendered, sounds)
        return len(free) > int(self.options.max_free_capitals) or sounds_alike(person, pair.target.text)


def _known_as(unit: Reading, person: Person) -> bool:
    """Whether the rendering has a form in full that the glossary gives a person: Paul Chan for 陈茂波."""
    text = unit.text.text.casefold()
    return any(
        match.entry.term == person.name and " " in form and form.casefold() in text
        for match in unit.context.glossary.terms(person.name)
        for form in match.entry.renderings
    )
