"""From articles to findings: prepare, run the rules, place and weigh what they say."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from tqcheck.align import usable
from tqcheck.errors import InputError
from tqcheck.evidence.unit import Reading
from tqcheck.model.document import Article, Document
from tqcheck.model.finding import Excerpt, Finding, Location, Side
from tqcheck.model.report import Input, Row, Skipped
from tqcheck.model.text import Span
from tqcheck.prepare import GlossaryLookup, Prepared, background_of, prepare
from tqcheck.rows import side_by_side
from tqcheck.rules.base import BatchRule, Hit, Mention, Rule, Scope
from tqcheck.rules.registry import select

EXCERPT = 120
"""Code points kept on either side of a place: more than a reporter shows of a line, so that it knows where it cuts."""


@dataclass(frozen=True)
class Settings:
    """What to look for.

    select, ignore  codes, names or prefixes of rules
    min_confidence  findings below it are left out
    glossaries      files of the user's terms
    aligner         `auto`, `lexical` or `semantic`, as `align` has them
    keep_texts      whether the texts are kept, side by side, for a report that shows them
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_confidence: float = 0.0
    glossaries: tuple[str, ...] = ()
    aligner: str = "auto"
    keep_texts: bool = False


@dataclass(frozen=True, slots=True)
class Observed:
    """What an article told a rule that judges the whole batch, and where it stands."""

    article: str
    rendering: str
    mention: Mention
    location: Location
    rule: BatchRule = field(compare=False)


@dataclass(frozen=True)
class Checked:
    """An article's findings, in the order of its text, what was read, and what is kept of it for the whole batch.

    rows  the texts, where they are to be kept
    """

    input: Input
    findings: tuple[Finding, ...]
    observed: tuple[Observed, ...] = ()
    rows: tuple[Row, ...] = ()


def run(articles: Iterable[Article | Skipped], settings: Settings) -> Iterator[Checked | Skipped]:
    """Check articles one after the other; what could not be read is passed on.

    Raises UsageError for a rule or an aligner that does not exist or is not installed, and GlossaryError for a glossary that cannot be used, before
    the first article.
    """
    rules = select(settings.select, settings.ignore)
    usable(settings.aligner)
    glossaries = GlossaryLookup(settings.glossaries)
    glossaries["und"]
    return _run(articles, rules, glossaries, settings)


def _run(
    articles: Iterable[Article | Skipped], rules: Sequence[Rule], glossaries: GlossaryLookup, settings: Settings
) -> Iterator[Checked | Skipped]:
    for group in _documents(articles):
        rows = [article.source for article in group if isinstance(article, Article) and article.source]
        background = background_of(rows) if len(group) > 1 else None
        for article in group:
            if isinstance(article, Skipped):
                yield article
                continue
            try:
                prepared = prepare(article, glossaries, background, settings.aligner)
            except InputError as error:
                yield Skipped(error.path, error.reason)
                continue
            checked = check(prepared, rules, settings.min_confidence)
            yield replace(checked, rows=side_by_side(prepared)) if settings.keep_texts else checked


MAX_ROWS = 5000
"""Rows of one document that are looked at together at most, to bound memory."""


def _documents(articles: Iterable[Article | Skipped]) -> Iterator[list[Article | Skipped]]:
    """Consecutive rows of a table that name the same document, together; every other article by itself."""
    group: list[Article | Skipped] = []
    current = ""
    for article in articles:
        name = article.source.meta.get("doc", "") if isinstance(article, Article) and article.source else ""
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


def check(prepared: Prepared, rules: Sequence[Rule], min_confidence: float = 0.0) -> Checked:
    """Run `rules` over every reading of an article."""
    findings: list[Finding] = []
    observed: list[Observed] = []
    for name, reading in prepared.readings.items():
        found = [
            _finding(prepared.article.id, name, reading, rule, hit)
            for rule in rules
            for hit in _distinct(_hits(rule, reading))
        ]
        findings.extend(_settle(_precise([f for f in found if f.confidence >= min_confidence], rules)))
        for rule in rules:
            if isinstance(rule, BatchRule) and reading.source:
                for mention in rule.observe(reading):
                    place = _location(reading, Side.TARGET, mention.span)
                    observed.append(Observed(prepared.article.id, name, mention, place, rule))
    return Checked(_input(prepared), tuple(fingerprinted(findings)), tuple(observed))


def _hits(rule: Rule, reading: Reading) -> Iterator[Hit]:
    if rule.scope is Scope.TEXT:
        yield from rule.check(reading)
    elif rule.scope is Scope.WITNESSES:
        if reading.witnesses:
            yield from rule.check(reading)
    elif reading.source is None:
        return
    elif rule.scope is Scope.ARTICLE:
        yield from rule.check(reading)
    else:
        for pair in reading.pairs:
            yield from rule.check(pair)


def _distinct(hits: Iterable[Hit]) -> Iterator[Hit]:
    """One finding a place: a rule that says two things of one span has said the first."""
    seen: set[tuple[Side, Span]] = set()
    for hit in hits:
        if (hit.side, hit.span) not in seen:
            seen.add((hit.side, hit.span))
            yield hit


def _precise(findings: Sequence[Finding], rules: Sequence[Rule]) -> list[Finding]:
    """The findings without those that give way to another at the same place; of two such, the surer one stays."""
    yielding = {rule.code for rule in rules if rule.gives_way}
    taken: dict[Side, list[Span]] = {side: [] for side in Side}
    kept: list[Finding] = []
    for finding in sorted(findings, key=lambda f: (f.rule in yielding, -f.confidence)):
        place = finding.primary
        if finding.rule in yielding and any(place.span.overlaps(span) for span in taken[place.side]):
            continue
        taken[place.side].append(place.span)
        kept.append(finding)
    return kept


def _settle(findings: Sequence[Finding]) -> list[Finding]:
    """In the order of the text, findings on the source side where the source stands, after those on the target."""
    return sorted(findings, key=lambda f: (f.primary.side is Side.SOURCE, f.primary.span, f.rule))


def _finding(article: str, rendering: str, reading: Reading, rule: Rule, hit: Hit) -> Finding:
    locations = [_location(reading, hit.side, hit.span)]
    locations += [_location(reading, place.side, place.span, place.label) for place in hit.related]
    return Finding(
        article=article,
        rendering=rendering,
        rule=rule.code,
        name=rule.name,
        severity=hit.severity or rule.severity,
        confidence=rule.confidence if hit.confidence is None else hit.confidence,
        message=hit.message,
        locations=tuple(locations),
        evidence=hit.evidence,
        suggestion=hit.suggestion,
    )


def _location(reading: Reading, side: Side, span: Span, label: str = "") -> Location:
    document = reading.source if side is Side.SOURCE and reading.source else reading.document
    position = document.position(span.start)
    return Location(
        document.path,
        side,
        span,
        position.line,
        position.column,
        span.of(document.text),
        excerpt(document, span),
        label,
    )


def excerpt(document: Document, span: Span) -> Excerpt:
    """The line around `span`, cut to `EXCERPT` code points on either side at a space where there is one."""
    text = document.text
    if document.unit is not None:  # its file is full of tags and escapes, perhaps on one line
        shown = next((passage for passage in document.body if passage.whole.contains(span)), None)
        if shown is not None:
            text, span = shown.text, shown.find(span)
    start = max(text.rfind("\n", 0, span.start) + 1, text.rfind("\r", 0, span.start) + 1, span.start - EXCERPT)
    ends = [at for at in (text.find("\n", span.end), text.find("\r", span.end)) if at >= 0]
    end = min([*ends, len(text), span.end + EXCERPT])
    if start > 0 and text[start - 1] not in "\r\n" and " " in text[start : span.start]:
        start = text.index(" ", start) + 1
    if end < len(text) and text[end] not in "\r\n" and " " in text[span.end : end]:
        end = text.rindex(" ", span.end, end)
    return Excerpt(text[start:end], Span(span.start - start, span.end - start))


def fingerprinted(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Each finding with a fingerprint of its rule, article, words and ordinal, which no line number disturbs."""
    seen: dict[str, int] = {}
    for finding in findings:
        words = [" ".join(location.text.split()).casefold() for location in finding.locations[:2]]
        key = "\x1f".join([finding.rule, finding.article, finding.rendering, finding.primary.side.value, *words])
        ordinal = seen[key] = seen.get(key, -1) + 1
        digest = hashlib.sha256(f"{key}\x1f{ordinal}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
        yield replace(finding, fingerprint=digest)


def _input(prepared: Prepared) -> Input:
    article = prepared.article
    readings = tuple(prepared.readings.values())
    aligned = next((r.alignment.aligner for r in readings if r.source and r.alignment.aligner != "given"), None)
    documents = [r.document for r in readings]
    read = [d for d in ([article.source] if article.source else []) + [r.document for r in article.renderings]]
    notes = tuple(f"{d.path}: {d.meta['note']}" for d in read if d.meta.get("note"))
    return Input(
        id=article.id,
        path=documents[0].path if documents else article.id,
        source_lang=article.source.lang if article.source else None,
        target_lang=documents[0].lang if documents else "en",
        renderings=tuple(prepared.readings),
        segments=sum(len(d.segments) for d in documents),
        words=sum(len(d.whole.text.split()) for d in documents),
        aligner=aligned,
        notes=notes + prepared.notes,
    )
