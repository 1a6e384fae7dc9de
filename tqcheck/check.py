"""From articles to findings: prepare, run the rules, place and weigh what they say."""

from __future__ import annotations

import hashlib
import logging
import os
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TypeVar

from tqcheck.align import usable
from tqcheck.errors import InputError
from tqcheck.evidence.silencing import silence
from tqcheck.evidence.unit import Reading
from tqcheck.evidence.weighing.doubts import Fellows
from tqcheck.model.document import Article
from tqcheck.model.excerpt import excerpt
from tqcheck.model.finding import Finding, Location, Side
from tqcheck.model.report import Input, Row, Skipped
from tqcheck.model.text import Span, line_index
from tqcheck.prepare import GlossaryLookup, Prepared, portions, prepare
from tqcheck.rows import side_by_side
from tqcheck.rules.alternates.beside import with_alternates
from tqcheck.rules.base import BatchRule, Hit, Mention, Rule, Scope
from tqcheck.rules.registry import find, rule_types, select
from tqcheck.rules.settings import DEFAULT, Settings

__all__ = [
    "Admit",
    "Checked",
    "DEFAULT",
    "Observed",
    "Settings",
    "check",
    "checker",
    "fingerprinted",
    "rules_of",
    "run",
]


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


Admit = Callable[[Article, int], "Skipped | None"]
"""Asked before an article, given with its number among all, is prepared, and again before it is checked; what is not to
be checked comes back as `Skipped`."""


def run(articles: Iterable[Article | Skipped], settings: Settings) -> Iterator[Checked | Skipped]:
    """Check articles one after the other; what could not be read is passed on.

    Raises UsageError for a rule or an aligner that does not exist or is not installed, and GlossaryError for a glossary
    that cannot be used, before the first article.
    """
    return checker(settings)(articles)


def checker(settings: Settings) -> Callable[..., Iterator[Checked | Skipped]]:
    """What checks articles as `run` does, made ready once: it takes articles and, if need be, `Admit`.

    Raises UsageError and GlossaryError as `run` does.
    """
    rules = rules_of(settings)
    for code, _ in settings.severity:
        find(code)
    usable(settings.aligner)
    glossaries = GlossaryLookup(settings.glossaries)
    glossaries["und"]

    def checked(articles: Iterable[Article | Skipped], admit: Admit | None = None) -> Iterator[Checked | Skipped]:
        return _run(articles, rules, glossaries, settings, admit)

    return checked


def rules_of(settings: Settings) -> Sequence[Rule]:
    """The rules that are to be run. Raises UsageError where one does not exist, or has not such an option."""
    return select(settings.select, settings.ignore, {code: dict(values) for code, values in settings.options})


def _run(
    articles: Iterable[Article | Skipped],
    rules: Sequence[Rule],
    glossaries: GlossaryLookup,
    settings: Settings,
    admit: Admit | None,
) -> Iterator[Checked | Skipped]:
    number = 0
    for background, several in portions(articles):
        fellows = Fellows()
        ready: list[Prepared | Skipped] = []
        for n, one in enumerate(several, number):
            if isinstance(one, Article):
                made = partial(prepare, one, glossaries, background, settings.aligner, fellows)
                ready.append(_tried(made, one, n, admit))
            else:
                ready.append(one)
        for n, done in enumerate(ready, number):
            if isinstance(done, Prepared):
                yield _tried(partial(_checked, done, rules, settings), done.article, n, admit)
            else:
                yield done
        number += len(several)


def _checked(prepared: Prepared, rules: Sequence[Rule], settings: Settings) -> Checked:
    found = check(prepared, rules, settings)
    return replace(found, rows=side_by_side(prepared)) if settings.keep_texts else found


Made = TypeVar("Made")


def _tried(make: Callable[[], Made], article: Article, number: int, admit: Admit | None) -> Made | Skipped:
    """What `make` makes of an article, or why nothing comes of it."""
    if admit and (refused := admit(article, number)):
        return refused
    try:
        return make()
    except InputError as error:
        return Skipped(error.path, error.reason)
    except Exception as error:  # a fault of ours: it is told in full, and the other articles are checked
        logging.getLogger(__name__).exception("%s", article.id)
        return _failed(article, error)


def _failed(article: Article, error: Exception) -> Skipped:
    path = article.candidates[0].document.path if article.candidates else article.id
    *_, last = traceback.extract_tb(error.__traceback__)
    where = f"{os.path.basename(last.filename)}:{last.lineno}"
    return Skipped(path, f"{article.id}: not checked, tqcheck itself failed: {type(error).__name__} at {where}")


def check(prepared: Prepared, rules: Sequence[Rule], settings: Settings = DEFAULT) -> Checked:
    """Run `rules` over every reading of an article, and silence what its own comments and `settings` silence."""
    findings: list[Finding] = []
    observed: list[Observed] = []
    for name, reading in prepared.readings.items():
        left_out = settings.ignored(reading.document.path)
        run_here = [rule for rule in rules if not rule.code.startswith(left_out)] if left_out else rules
        place = partial(_finding, prepared.article.id, name, reading, settings)
        asked = _asked(run_here, reading)
        found = [place(rule, hit) for rule in asked for hit in _distinct(_hits(rule, reading))]
        found = _settle(_precise([f for f in found if f.confidence >= settings.min_confidence], run_here))
        settled = list(fingerprinted(found))
        if reading.document.suppressions:
            known = frozenset(rule.code for rule in rule_types())
            settled, came_to = silence(settled, reading.document, {rule.code for rule in run_here}, known)
            told = [
                place(rule, hit) for rule in run_here if rule.scope is Scope.SILENCING for hit in rule.check(came_to)
            ]
            settled = _settle([*settled, *fingerprinted(told)])
        findings.extend(settled)
        for rule in rules if reading.source else ():
            if isinstance(rule, BatchRule):
                for mention in rule.observe(reading):
                    where = _location(reading, Side.TARGET, mention.span)
                    observed.append(Observed(prepared.article.id, name, mention, where, rule))
    return Checked(_input(prepared), tuple(findings), tuple(observed))


def _asked(rules: Sequence[Rule], reading: Reading) -> Sequence[Rule]:
    """The rules that may have something to say of a reading by itself."""
    silent: tuple[Scope, ...] = (Scope.BATCH, Scope.SILENCING)
    if not reading.witnesses:
        silent += (Scope.WITNESSES,)
    if reading.source is None:
        silent += (Scope.ARTICLE, Scope.PAIR)
    return [rule for rule in rules if rule.scope not in silent]


def _hits(rule: Rule, reading: Reading) -> Iterator[Hit]:
    if rule.scope is not Scope.PAIR:
        yield from rule.check(reading)
        return
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
    yielding = {rule.code for rule in rules if rule.gives_way} if len(findings) > 1 else ()
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


def _finding(article: str, rendering: str, reading: Reading, settings: Settings, rule: Rule, hit: Hit) -> Finding:
    locations = [_location(reading, hit.side, hit.span)]
    locations += [_location(reading, place.side, place.span, place.label) for place in hit.related]
    return Finding(
        article=article,
        rendering=rendering,
        rule=rule.code,
        name=rule.name,
        severity=settings.severity_of(rule, hit.severity),
        confidence=rule.confidence if hit.confidence is None else hit.confidence,
        message=hit.message,
        locations=tuple(locations),
        evidence=with_alternates(reading, type(rule), hit),
        suggestion=hit.suggestion,
    )


def _location(reading: Reading, side: Side, span: Span, label: str = "") -> Location:
    document = reading.source if side is Side.SOURCE and reading.source else reading.document
    position = document.position(span.start)
    cell = document.row is not None
    return Location(
        document.path,
        side,
        span,
        position.line,
        position.column,
        span.of(document.text),
        excerpt(document, span),
        label,
        cell,
        0 if cell else line_index(document.text).byte_column(span.start),
    )


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
