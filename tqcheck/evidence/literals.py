"""Known literal renderings in a reading, with everything that speaks for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tqcheck import lang
from tqcheck.evidence.terms import TermUse, accepted_spans
from tqcheck.evidence.verdict import Verdict
from tqcheck.knowledge.glossary import PHRASES, Entry
from tqcheck.lang.words import words
from tqcheck.model.finding import Evidence
from tqcheck.model.text import Span

if TYPE_CHECKING:
    from tqcheck.evidence.unit import Pair, Reading


@dataclass(frozen=True, slots=True)
class LiteralUse:
    """A known literal rendering in the target.

    span    where it stands in the rendering's document
    source  where its term stands in the source's document, where it is seen there
    pair    the bead that holds it
    how     what it is of the term: a literal rendering, a spelling by sound, a misspelling
    """

    entry: Entry
    span: Span
    source: Span | None
    pair: Pair | None
    how: str = "a literal rendering"


def literal_uses(reading: Reading) -> Sequence[LiteralUse]:
    """Every known literal rendering in a reading: unmistakable forms anywhere, others where the source has the term."""
    found: dict[Span, LiteralUse] = {}
    for pair in reading.pairs:
        for use in pair.terms:
            if use.verdict is Verdict.CONTRADICTED and use.target and pair.source:
                span = pair.target.locate(use.target)
                found[span] = LiteralUse(use.entry, span, pair.source.locate(use.sources[0]), pair, _how(use))
    text = reading.text
    for match in reading.context.glossary.literals(text.text, words(text.text)):
        span = text.locate(match.span)
        if not any(span.overlaps(other) for other in found):
            near = reading.pair_at(span)
            found[span] = LiteralUse(match.entry, span, _in_source(match.entry, reading, near), near)
    return [found[span] for span in sorted(found)]


def _in_source(entry: Entry, reading: Reading, pair: Pair | None) -> Span | None:
    """Where the entry's term stands in the source: in the bead, or else anywhere."""
    if reading.source is None:
        return None
    language = reading.context.source_language
    for passage in (pair.source if pair else None, reading.source.whole):
        at = language.normalise(passage.text).find(entry.term) if passage else -1
        if passage and at >= 0:
            return passage.locate(Span(at, at + len(entry.term)))
    return None


def _how(use: TermUse) -> str:
    return use.literal.how if use.literal else "a literal rendering"


def witnesses_for(entry: Entry, pair: Pair | None, reading: Reading) -> tuple[int, int, str]:
    """How many alternates have an accepted rendering of `entry`, of how many, and the one that most have.

    They are asked at the place and, where none has anything there (a signature line aligns badly), as a whole.
    """
    here = [said.passage.text for said in pair.said] if pair else []
    for texts in (here, [document.whole.text for document in reading.witnesses]):
        have = [spans[0].of(text) for text in texts if (spans := accepted_spans(entry, words(text)))]
        if have:
            return len(have), len(texts), max(have, key=have.count)
    return 0, 0, ""


def counted(agree: int, asked: int, form: str) -> str:
    """How many alternates say `form`, in words for a report."""
    return f"the alternate: {form}" if asked == 1 else f"{agree} of {asked} alternates: {form}"


def page_evidence(entry: Entry, reading: Reading) -> str:
    """The page's own words for the entry: a line that names it rightly (`Source:Xinhua`), or a web address of it."""
    text = reading.text.text
    for span in sorted(accepted_spans(entry, words(text))):
        start = text.rfind("\n", 0, span.start) + 1
        end = text.find("\n", span.end)
        line = text[start : end if end >= 0 else len(text)].strip()
        if len(line) <= 40:
            return line
    if entry.kind in PHRASES:
        return ""  # no site is named after a turn of phrase
    for word in text.split():
        if ("@" in word or "." in word.strip(".,;:")) and any(
            len(form) > 4 and form in word.lower() for form in lang.get(entry.lang).sounds(entry.term[:2])
        ):
            return word.rpartition(":")[2]
    return ""


def speaking_for(use: LiteralUse, reading: Reading) -> tuple[Evidence, ...]:
    """The evidence for a literal rendering, strongest first."""
    evidence: list[Evidence] = []
    if use.source and reading.source:
        evidence.append(Evidence("source", use.source.of(reading.source.text)))
    agree, asked, form = witnesses_for(use.entry, use.pair, reading)
    if agree:
        evidence.append(Evidence("alternates", counted(agree, asked, form)))
    page = page_evidence(use.entry, reading)
    if page:
        evidence.append(Evidence("page", f'this page: "{page}"'))
    if use.entry.note:
        evidence.append(Evidence("glossary", use.entry.note))
    return tuple(evidence)
