"""From articles as read to readings ready for the rules: split, aligned, each bead beside what alternates say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tqcheck import lang
from tqcheck.align import align
from tqcheck.evidence.support.kinship import unfit
from tqcheck.evidence.support.usage import Usage
from tqcheck.evidence.unit import Background, Context, Pair, Reading, Said
from tqcheck.evidence.weighing.doubts import Fellows
from tqcheck.knowledge import Glossary
from tqcheck.lang.base import Language
from tqcheck.model.alignment import Alignment, Bead
from tqcheck.model.document import Article, Document, Rendering, Segment
from tqcheck.model.report import Skipped
from tqcheck.readers.base import MAX_ROWS
from tqcheck.segment import split

MIN_QUALITY = 0.4
"""Quality of the alignment under which an alternate is taken for a rendering of something else and set aside."""
MOST_TOGETHER, MOST_LETTERS = 100, 200_000
"""Rows of one document, and code points of their renderings, that are prepared before the first of them is checked."""


@dataclass(frozen=True)
class Prepared:
    """An article with the readings of its candidates and what was noticed on the way."""

    article: Article
    readings: Mapping[str, Reading]
    notes: tuple[str, ...] = ()


def segmented(document: Document) -> Document:
    """`document` with its segments. A row or unit of one paragraph is one segment; other texts are split into sentences."""
    if document.segments:
        return document
    if document.is_stretch and len(document.body) <= 1:
        whole = document.body
        return replace(document, segments=tuple(Segment(n, passage) for n, passage in enumerate(whole)))
    segments: list[Segment] = []
    for paragraph, passage in enumerate(document.body):
        for sentence in split(passage, document.lang):
            segments.append(Segment(len(segments), sentence, paragraph))
    return replace(document, segments=tuple(segments))


def prepare(
    article: Article,
    glossary_of: Mapping[str, Glossary],
    background: Background | None = None,
    aligner: str = "auto",
    fellows: Fellows | None = None,
) -> Prepared:
    """Split and align an article.

    glossary_of  the glossary of a source language by its code
    background   what the document tells that the article is a part of; by default, what the article itself tells
    aligner      `auto`, `lexical` or `semantic`, as `align` has them
    fellows      the readings that are weighed together with those of the article; by default none
    """
    source = segmented(article.source) if article.source else None
    witnesses = {r.name: segmented(r.document) for r in article.renderings if r not in article.candidates}
    readings: dict[str, Reading] = {}
    notes: list[str] = []
    fellows = fellows or Fellows()
    if background is None:
        background = background_of([source] if source and len(source.segments) > 1 else [])
    for candidate in article.candidates:
        document = segmented(candidate.document)
        reading, said = _read(candidate, document, source, witnesses, glossary_of, background, aligner, fellows)
        fellows.join(reading)
        readings[candidate.name] = reading
        notes.extend(said)
    return Prepared(article, readings, tuple(dict.fromkeys(notes)))


class GlossaryLookup(dict[str, Glossary]):
    """Glossaries by language code, loaded when first asked for."""

    def __init__(self, files: Sequence[str] = ()) -> None:
        super().__init__()
        self.files = tuple(files)

    def __missing__(self, code: str) -> Glossary:
        from tqcheck.knowledge import load_glossary

        self[code] = found = load_glossary(code, self.files)
        return found


def _read(
    candidate: Rendering,
    document: Document,
    source: Document | None,
    witnesses: Mapping[str, Document],
    glossary_of: Mapping[str, Glossary],
    background: Background,
    aligner: str,
    fellows: Fellows,
) -> tuple[Reading, list[str]]:
    notes: list[str] = []
    target_language = lang.get(document.lang)
    code = source.lang if source else lang.UNDETERMINED
    context = Context(target_language, lang.get(code), glossary_of[code], background)
    said, used = _said(document, witnesses, target_language, aligner, notes)
    alignment = _align(source, document, context, aligner) if source else _alone(document)
    pairs: list[Pair] = []
    for bead in alignment.beads:
        target = [document.segments[j] for j in bead.target]
        original = [source.segments[i] for i in bead.source] if source else []
        pairs.append(
            Pair(
                context,
                bead,
                source.passage(original) if source else None,
                document.passage(target),
                tuple(_join(said, bead.target)),
            )
        )
    return Reading(context, document, source, alignment, tuple(pairs), used, fellows), notes


def background_of(sources: Sequence[Document], rows: Sequence[Article] = ()) -> Background:
    """What the texts of one document tell together. Only persons who come with a title are made sure of.

    rows  the rows of a table that are its passages, if that is how it came
    """
    texts = {source.whole.text: source.lang for source in sources}
    people = {
        person.name: None for text, code in texts.items() for person in lang.get(code).persons(text) if person.certain
    }
    usage = Usage([text for r in row.renderings for text in _lone(r.document)] for row in rows) if rows else None
    return Background("\n".join(texts), tuple(people), usage)


def portions(
    articles: Iterable[Article | Skipped],
) -> Iterator[tuple[Background | None, Sequence[Article | Skipped]]]:
    """Articles in portions to be prepared together, each with what their document tells if they are rows of one."""
    for group in _documents(articles):
        rows = [article for article in group if isinstance(article, Article)]
        background = background_of([a.source for a in rows if a.source], rows) if len(group) > 1 else None
        first = letters = 0
        for n, one in enumerate(group, 1):
            letters += _letters(one) if isinstance(one, Article) else 0
            if n == len(group) or n - first == MOST_TOGETHER or letters > MOST_LETTERS:
                yield background, group[first:n]
                first, letters = n, 0


def _letters(article: Article) -> int:
    return sum(len(passage.text) for rendering in article.renderings for passage in rendering.document.body)


def _document_of(article: Article) -> str:
    """The name of the document that a row of a table says it belongs to; empty where it says none."""
    texts = [article.source, *(one.document for one in article.renderings)]
    return next((name for text in texts if text and (name := text.meta.get("doc", ""))), "")


def _documents(articles: Iterable[Article | Skipped]) -> Iterator[list[Article | Skipped]]:
    """Consecutive rows of a table that name the same document, together; every other article by itself."""
    group: list[Article | Skipped] = []
    current = ""
    for article in articles:
        name = _document_of(article) if isinstance(article, Article) else ""
        if group and (name != current or len(group) >= MAX_ROWS):
            yield group
            group = []
        if not name:
            yield [article]
            continue
        group.append(article)
        current = name
    if group:
        yield group


def _lone(document: Document) -> list[str]:
    """The text of a row of one paragraph."""
    return [document.body[0].text] if len(document.body) == 1 else []


def _alone(document: Document) -> Alignment:
    return Alignment(tuple(Bead((), (segment.number,)) for segment in document.segments))


def _align(source: Document, target: Document, context: Context, aligner: str) -> Alignment:
    a, b = source.segments, target.segments
    if len(a) == 1 and len(b) == 1:
        return Alignment((Bead((0,), (0,), 1.0),))
    texts = [s.text for s in a], [s.text for s in b]
    return align(*texts, context.source_language, context.target_language, aligner)


def _said(
    document: Document, witnesses: Mapping[str, Document], language: Language, aligner: str, notes: list[str]
) -> tuple[dict[int, list[tuple[str, Document, tuple[int, ...]]]], tuple[Document, ...]]:
    """For each segment of the candidate, which segments of each alternate stand beside it."""
    said: dict[int, list[tuple[str, Document, tuple[int, ...]]]] = defaultdict(list)
    used: list[Document] = []
    for name, other in witnesses.items():
        if not other.whole.text.strip():
            notes.append(f"{name}: set aside, it is empty")
            continue
        if other.whole.text == document.whole.text:
            notes.append(f"{name}: set aside, it is the same text as the rendering")
            continue
        if reason := unfit(document.whole.text, other.whole.text, document.lang):
            notes.append(f"{name}: set aside, {reason}")
            continue
        if len(document.segments) == 1 and len(other.segments) == 1:
            alignment = Alignment((Bead((0,), (0,), 1.0),))
        else:
            texts = [s.text for s in document.segments], [s.text for s in other.segments]
            # Two renderings share most of their words: vectors would add little, at ten times the cost.
            alignment = align(*texts, language, lang.get(other.lang), "lexical" if aligner == "auto" else aligner)
            if alignment.quality < MIN_QUALITY:
                notes.append(f"{name}: set aside, it does not render the same article")
                continue
        used.append(other)
        for bead in alignment.beads:
            for j in bead.source:
                said[j].append((name, other, bead.target))
    return said, tuple(used)


def _join(said: Mapping[int, list[tuple[str, Document, tuple[int, ...]]]], targets: Sequence[int]) -> list[Said]:
    """What each alternate says across the candidate's segments of one bead."""
    numbers: dict[str, tuple[Document, list[int]]] = {}
    for j in targets:
        for name, other, segments in said.get(j, ()):
            kept = numbers.setdefault(name, (other, []))[1]
            kept.extend(n for n in segments if n not in kept)
    found: list[Said] = []
    for name, (other, theirs) in numbers.items():
        found.append(Said(name, other.passage([other.segments[n] for n in sorted(theirs)])))
    return found
