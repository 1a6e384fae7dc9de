"""Articles with several renderings, cut into units that all of them share: what scores are computed over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tqcheck import lang
from tqcheck.errors import InputError, UsageError
from tqcheck.model.alignment import Alignment
from tqcheck.model.document import Article, Document, Role
from tqcheck.model.report import Skipped


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch that all renderings of an article have: a segment, or several where one of them joins them.

    article    the article's id
    id         the unit's own, the article's with a number where it has several units
    texts      what each system has, in the order of the systems
    reference  the same stretch of the reference; None without one
    source     the source's text, where a table gives it with the unit; else empty
    doc        the document that a table says the article (its row) is a part of; else empty
    """

    article: str
    id: str
    texts: tuple[str, ...]
    reference: str | None = None
    source: str = ""
    doc: str = ""

    @property
    def group(self) -> str:
        """What the unit is an excerpt of: the document where a table names it, else the article."""
        return self.doc or self.article


@dataclass(frozen=True)
class Batch:
    """What is compared.

    systems    names of the renderings, in the order in which they first come
    documents  for each system and article its whole text; for reports
    notes      what was left out, and why
    """

    systems: tuple[str, ...]
    units: tuple[Unit, ...]
    lang: str = "en"
    documents: Mapping[tuple[str, str], Document] = field(default_factory=dict)
    sources: Mapping[str, Document] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()

    @property
    def has_reference(self) -> bool:
        """Whether every unit has a reference."""
        return bool(self.units) and all(unit.reference is not None for unit in self.units)


def batch_of(articles: Iterable[Article | Skipped]) -> Batch:
    """The articles cut into units.

    An article that lacks a rendering which others have cannot be compared: a row of a table is an error (InputError,
    with its row), any other article is left out with a note.
    """
    kept: list[Article] = []
    skipped: list[Skipped] = []
    for article in articles:
        if isinstance(article, Skipped):
            skipped.append(article)
        else:
            kept.append(article)
    systems = tuple(dict.fromkeys(r.name for a in kept for r in a.renderings if r.role is not Role.REFERENCE))
    reference = any(r.role is Role.REFERENCE for a in kept for r in a.renderings)
    units: list[Unit] = []
    notes: list[str] = []
    documents: dict[tuple[str, str], Document] = {}
    sources: dict[str, Document] = {}
    code = "en"
    for article in kept:
        texts = {r.name: r.document for r in article.renderings if r.role is not Role.REFERENCE}
        given = next((r.document for r in article.renderings if r.role is Role.REFERENCE), None)
        missing = [name for name in systems if name not in texts]
        if reference and given is None:
            missing.append("reference")
        if missing:
            document = next(iter(texts.values()), None)
            if document is not None and document.row is not None:
                raise InputError(document.path, f"row {document.row}: has no {missing[0]!r}, which other rows have")
            notes.append(f"{article.id}: left out, it has no {', '.join(missing)}")
            continue
        ordered = [texts[name] for name in systems]
        single = all(map(_one, (*ordered, given or ordered[0])))
        if not single:
            from tqcheck.prepare import segmented  # slow to load, and a table needs it not

            ordered, given = [segmented(document) for document in ordered], segmented(given) if given else None
            single = all(map(_one, (*ordered, given or ordered[0])))
        reason = "" if single and not _empty(given) else _foreign(ordered, systems, given)
        if reason:
            notes.append(f"{article.id}: left out, {reason}")
            continue
        code = ordered[0].lang
        documents.update({(name, article.id): document for name, document in zip(systems, ordered, strict=True)})
        if article.source:
            sources[article.id] = article.source
        units += [_unit(article, ordered, given)] if single else _units(article, ordered, given)
    return Batch(systems, tuple(units), code, documents, sources, tuple(notes), tuple(skipped))


def joined(articles: Sequence[Article]) -> Article:
    """Articles that were read one from each file, as the renderings of one article.

    Raises UsageError where two have one name.
    """
    renderings = [r for article in articles for r in article.candidates]
    names = [r.name for r in renderings]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        raise UsageError(f"two renderings are called {twice!r}: give their files different names")
    others = [r for r in articles[0].renderings if r.role is not Role.CANDIDATE]
    return Article(articles[0].id if len(articles) == 1 else "article", articles[0].source, (*renderings, *others))


def _foreign(documents: Sequence[Document], systems: Sequence[str], reference: Document | None) -> str:
    """Why the reference cannot be one of these renderings; empty where it can."""
    if reference is None:
        return ""
    if _empty(reference):
        return "its reference is empty"
    from tqcheck.prepare import MIN_QUALITY

    scores = [_aligned(document, reference).quality for document in documents]
    if max(scores) >= MIN_QUALITY:
        return ""
    return f"the reference is of another article than {systems[scores.index(max(scores))]!r}"


def _empty(reference: Document | None) -> bool:
    return reference is not None and not reference.whole.text.strip()


def _one(document: Document) -> bool:
    """Whether a document is one segment as it stands: nothing to split and nothing to align."""
    if document.segments:
        return len(document.segments) == 1
    return document.is_stretch and len(document.body) <= 1


def _aligned(pivot: Document, other: Document) -> Alignment:
    from tqcheck.align import align

    mine, theirs = ([segment.text for segment in document.segments] for document in (pivot, other))
    return align(mine, theirs, lang.get(pivot.lang), lang.get(other.lang))


def _unit(article: Article, documents: Sequence[Document], reference: Document | None) -> Unit:
    """The unit of an article that is but one segment in every rendering."""
    source = article.source.whole.text if article.source and article.source.row is not None else ""
    texts = tuple(document.whole.text for document in documents)
    doc = next((d.meta["doc"] for d in (*documents, article.source) if d and d.meta.get("doc")), "")
    return Unit(article.id, article.id, texts, reference.whole.text if reference else None, source, doc)


def _units(article: Article, documents: Sequence[Document], reference: Document | None) -> list[Unit]:
    """An article's units: the segments of the reference (else of the first rendering), joined where any joins them."""
    pivot = reference or documents[0]
    parts = [_parts(pivot, document) for document in documents]
    ends = sorted(set.intersection(*(set(cuts) for cuts in parts)))
    found: list[Unit] = []
    before = [0] * len(documents)
    start = 0
    for number, end in enumerate(ends, 1):
        pieces: list[str] = []
        for n, (document, cuts) in enumerate(zip(documents, parts, strict=True)):
            pieces.append(document.passage(document.segments[before[n] : cuts[end]]).text)
            before[n] = cuts[end]
        own = pivot.passage(pivot.segments[start:end]).text if reference else None
        identity = f"{article.id}:{number}" if len(ends) > 1 else article.id
        found.append(Unit(article.id, identity, tuple(pieces), own))
        start = end
    return found


def _parts(pivot: Document, other: Document) -> dict[int, int]:
    """After which segments of the pivot a cut can be made, and after how many segments of the other it falls."""
    total, theirs = len(pivot.segments), len(other.segments)
    if pivot is other:
        return {n: n for n in range(1, total + 1)}
    cuts: dict[int, int] = {}
    end, along = 0, 0
    for bead in _aligned(pivot, other).beads:
        end += len(bead.source)
        along += len(bead.target)
        cuts[end] = along
    cuts.pop(0, None)
    cuts[total] = theirs
    return cuts
