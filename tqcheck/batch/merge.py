"""The outcomes of all articles in one report, with what only the whole batch shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from tqcheck import __version__
from tqcheck.check import Checked, Observed, fingerprinted
from tqcheck.model.finding import Finding
from tqcheck.model.report import Input, Report, Row, Skipped
from tqcheck.rules.registry import describe, find


def report(outcomes: Iterable[Checked | Skipped], min_confidence: float = 0.0) -> Report:
    """All outcomes in one report, findings by article in the order of the outcomes.

    min_confidence  findings about the whole batch are left out below it; those of an article have been already
    """
    findings: list[Finding] = []
    inputs: list[Input] = []
    skipped: list[Skipped] = []
    observed: list[Observed] = []
    rows: list[Row] = []
    for outcome in outcomes:
        if isinstance(outcome, Skipped):
            skipped.append(outcome)
        else:
            inputs.append(outcome.input)
            findings.extend(outcome.findings)
            observed.extend(outcome.observed)
            rows.extend(outcome.rows)
    together = list(fingerprinted(f for f in across(observed) if f.confidence >= min_confidence))
    if together:
        order = {input.id: number for number, input in reversed(list(enumerate(inputs)))}
        findings = sorted([*findings, *together], key=lambda finding: order[finding.article])
    fired = sorted({finding.rule for finding in findings})
    return Report(
        __version__,
        tuple(findings),
        tuple(inputs),
        tuple(skipped),
        tuple(describe(find(code)) for code in fired),
        rows=tuple(rows),
    )


def across(observed: Sequence[Observed]) -> Iterator[Finding]:
    """What the rules that judge a batch say of all that was observed, rule by rule.

    Renderings of different names are different translators and are never compared. A passage that several articles
    share is several renderings of one text (a table of systems), or boilerplate: it is left out.
    """
    groups: dict[tuple[str, str], list[Observed]] = defaultdict(list)
    for one in observed:
        groups[one.rule.code, one.rendering].append(one)
    for key in sorted(groups):
        articles: dict[str, set[str]] = defaultdict(set)
        for one in groups[key]:
            articles[one.mention.passage].add(one.article)
        kept = [one for one in groups[key] if len(articles[one.mention.passage]) == 1]
        rule = kept[0].rule if kept else groups[key][0].rule
        for odd in rule.judge([one.mention for one in kept]):
            one, beside = kept[odd.mention], kept[odd.beside]
            yield Finding(
                article=one.article,
                rendering=one.rendering,
                rule=rule.code,
                name=rule.name,
                severity=rule.severity,
                confidence=rule.confidence,
                message=odd.message,
                locations=(one.location, beside.location),
                evidence=odd.evidence,
                suggestion=odd.suggestion,
            )
