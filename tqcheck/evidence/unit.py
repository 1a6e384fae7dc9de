"""What rules are shown: a rendering in its context, and each stretch of it beside what it renders."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from tqcheck.evidence.acronyms import AcronymUse, find_altered
from tqcheck.evidence.expansions import Malformed, find_malformed
from tqcheck.evidence.literals import LiteralUse, literal_uses
from tqcheck.evidence.moved import moved
from tqcheck.evidence.names import NameUse, find_names, spelled
from tqcheck.evidence.proper_names import ProperNames, compare_names
from tqcheck.evidence.quantities import QuantityEvidence, compare_quantities
from tqcheck.evidence.short_names import ShortName, misresolved
from tqcheck.evidence.support.usage import Usage
from tqcheck.evidence.support.witnessed import Witnessed, witnessed
from tqcheck.evidence.terms import TermUse, accepted_spans, find_terms
from tqcheck.evidence.verdict import Verdict
from tqcheck.evidence.weighing.doubts import Doubt, Fellows
from tqcheck.knowledge.glossary import Glossary
from tqcheck.knowledge.load import short_names
from tqcheck.lang.base import Language, Person
from tqcheck.lang.words import words
from tqcheck.model.alignment import Alignment, Bead
from tqcheck.model.document import Document
from tqcheck.model.text import Passage, Span


@dataclass(frozen=True, slots=True)
class Background:
    """What the whole document of a source tells about any stretch of it.

    text    the document, as far as it is known
    people  persons of whom it makes sure somewhere, so that they are known everywhere in it
    usage   what words its renderings use, where it comes as rows of a table
    """

    text: str = ""
    people: tuple[str, ...] = ()
    usage: Usage | None = None


KINDS_OF_NAMES = frozenset({"place", "person", "agency", "outlet", "company", "organisation", "body", "university"})
"""Kinds of glossary entries whose loss lets a foreign name be taken for what displaced them."""


@dataclass(frozen=True)
class Context:
    """What holds for a whole rendering: its languages and what is known.

    source_language  the undetermined one where there is no source
    """

    target_language: Language
    source_language: Language
    glossary: Glossary
    background: Background = Background()


@dataclass(frozen=True)
class Said:
    """What one alternate (or reference) says at a place."""

    name: str
    passage: Passage


@dataclass(frozen=True)
class Pair:
    """A bead: a stretch of the source with its rendering. Spans found in the passages lead back by `locate`.

    source  what is rendered; None where there is no source at all
    target  how it is rendered; its text is empty where nothing renders the source
    said    what the alternates have at this place
    """

    context: Context
    bead: Bead
    source: Passage | None
    target: Passage
    said: tuple[Said, ...] = ()

    @property
    def source_text(self) -> str:
        """The source's words, empty without a source."""
        return self.source.text if self.source else ""

    @property
    def complete(self) -> bool:
        """Whether both sides have text."""
        return bool(self.source_text.strip() and self.target.text.strip())

    @cached_property
    def quantities(self) -> QuantityEvidence:
        """The numbers and dates of both sides, matched by value."""
        return compare_quantities(
            self.source_text, self.target.text, self.context.source_language, self.context.target_language,
            self.context.background.text,
        )  # fmt: skip

    @cached_property
    def persons(self) -> Sequence[Person]:
        """The persons of the source, as its language finds them."""
        return self.context.source_language.persons(self.source_text)

    @cached_property
    def names(self) -> Sequence[NameUse]:
        """The persons of the source that are not known terms, each with how the rendering spells the name."""
        language = self.context.source_language
        taken: list[Span] = []
        known = [p for name in self.context.background.people for p in _mentions(name, self.source_text, language)]
        for use in self.terms:
            person = None
            if use.entry.kind == "person" and use.verdict is Verdict.UNKNOWN:
                person = language.person(use.entry.term, use.sources[0])
            if person and any(form.lower() in person.romanised for form in use.entry.renderings):
                known.append(person)
            else:
                taken.extend(use.sources)
        return find_names(self.target.text, language, self.persons, taken, self.rendered, known)

    @cached_property
    def proper_names(self) -> ProperNames:
        """Names of anything, by sound and as places: which the source has not, and which the rendering has not."""
        if not self.complete:
            return ProperNames()
        forms = frozenset(w.folded for use in self.terms for form in use.entry.renderings for w in words(form))
        # `the Russian president`: a country before an office or another name may go without saying.
        starts = {span.start for use in self.terms for span in use.sources}
        lost = [
            use.sources[0]
            for use in self.terms
            if use.verdict is Verdict.UNKNOWN and use.entry.kind in KINDS_OF_NAMES and use.sources[0].end not in starts
        ]
        return compare_names(
            self.source_text, self.target.text, self.context.source_language, self.rendered, lost, forms
        )

    @cached_property
    def short_names(self) -> Sequence[ShortName]:
        """Countries called by one character that the target takes for another than the document shows."""
        context = self.context
        table = short_names(context.source_language.code)
        background = context.background.text + self.source_text
        return misresolved(
            self.source_text, self.target.text, background, context.source_language, context.glossary, table
        )

    @cached_property
    def rendered(self) -> Sequence[Span]:
        """Where the known terms of the source are rendered, rightly or literally, in the target."""
        return tuple(use.target for use in self.terms if use.target)

    @cached_property
    def right_names(self) -> Sequence[Span]:
        """Where the target has names and terms of the source in an accepted form."""
        found = words(self.target.text)
        spans = [
            span for use in self.terms if use.verdict is Verdict.FOUND for span in accepted_spans(use.entry, found)
        ]
        for use in self.names:
            if use.verdict is Verdict.FOUND:
                spans += [found[i].span for i in spelled(use.person, found)]
        return spans

    @cached_property
    def acronyms(self) -> Sequence[AcronymUse]:
        """Acronyms of the target that are those of the source with a letter lost, added, changed or swapped."""
        return find_altered(self.source_text, self.target.text, self.context.source_language, self.terms)

    @cached_property
    def malformed(self) -> Sequence[Malformed]:
        """Names of known bodies in the target that lost a word, have one mangled or have their words in disorder."""
        return find_malformed(self.source_text, self.target.text, self.context.source_language, self.terms)

    @cached_property
    def terms(self) -> Sequence[TermUse]:
        """The known terms of the source, each with how the rendering has it."""
        apart = [person.span for person in self.persons if person.certain]
        context = self.context
        return find_terms(self.source_text, self.target.text, context.source_language, context.glossary, apart)


@dataclass(frozen=True)
class Reading:
    """A candidate rendering with all that bears on it.

    fellows  the readings that are weighed together with it; by default none
    """

    context: Context
    document: Document
    source: Document | None
    alignment: Alignment
    pairs: tuple[Pair, ...]
    witnesses: tuple[Document, ...] = field(default=())
    fellows: Fellows = field(default_factory=Fellows, compare=False, repr=False)

    @property
    def text(self) -> Passage:
        """The rendering's own text as one passage."""
        return self.document.whole

    @cached_property
    def literals(self) -> Sequence[LiteralUse]:
        """The known literal renderings in the target, in order."""
        return literal_uses(self)

    @cached_property
    def moved(self) -> frozenset[int]:
        """The `id` of numbers that are said in another sentence than in the source, see `evidence.moved`."""
        return moved(self.pairs) if len(self.pairs) > 1 else frozenset()

    @cached_property
    def usage(self) -> Usage | None:
        """What words the renderings of the document use, passage by passage."""
        if len(self.pairs) < 2:
            return self.context.background.usage
        return Usage([pair.target.text, *(one.passage.text for one in pair.said)] for pair in self.pairs)

    @cached_property
    def doubts(self) -> Sequence[Doubt]:
        """What the alternates make doubtful in the rendering, in order."""
        return self.fellows.doubts(self)

    @cached_property
    def witnessed(self) -> Sequence[Witnessed]:
        """The stretches that alternates have too, in order, beside what they have there."""
        return tuple(witnessed(self))

    def pair_at(self, original: Span) -> Pair | None:
        """The pair whose target holds the start of `original` (a span of the rendering's document)."""
        pairs, ends = self._rendered
        at = bisect_right(ends, original.start)
        return pairs[at] if at < len(pairs) and pairs[at].target.whole.overlaps(original) else None

    @cached_property
    def _rendered(self) -> tuple[list[Pair], list[int]]:
        """The pairs that have words of the rendering, which are in its order, and where these end."""
        pairs = [pair for pair in self.pairs if pair.target.text]
        return pairs, [pair.target.whole.end for pair in pairs]


def _mentions(name: str, text: str, language: Language) -> Iterator[Person]:
    at = text.find(name)
    while at >= 0:
        person = language.person(name, Span(at, at + len(name)), text)
        if person:
            yield person
        at = text.find(name, at + len(name))
