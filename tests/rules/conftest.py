"""Rule examples turned into articles, and what a rule flags in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

import pytest

from tqcheck import lang
from tqcheck.batch import report
from tqcheck.check import check
from tqcheck.knowledge import Glossary, bundled
from tqcheck.knowledge.load import parse
from tqcheck.model.document import Article
from tqcheck.model.finding import Finding, Side
from tqcheck.model.text import Span
from tqcheck.prepare import prepare
from tqcheck.readers import ReadOptions
from tqcheck.readers.bilingual import read_bilingual
from tqcheck.rules.base import Example, Rule, Scope
from tqcheck.rules.registry import select

_MARKS = re.compile(r"\[\[(.+?)\]\](?!\])", re.S)


def _unmarked(text: str) -> tuple[str, list[Span]]:
    """The text without `[[ ]]`, and the spans that they marked."""
    plain, spans, at = "", [], 0
    for match in _MARKS.finditer(text):
        plain += text[at : match.start()]
        spans.append(Span(len(plain), len(plain) + len(match[1])))
        plain += match[1]
        at = match.end()
    return plain + text[at:], spans


def _expected(example: Example) -> set[tuple[Side, Span]]:
    target, source = 0, 0
    if example.format == "xliff":
        source = len(HEAD.format(example.source_lang))
        target = source + len(_unmarked(example.source)[0]) + len(BETWEEN)
    return {(Side.TARGET, span.shift(target)) for span in _unmarked(example.target)[1]} | {
        (Side.SOURCE, span.shift(source)) for span in _unmarked(example.source)[1]
    }


HEAD = (
    '<xliff version="1.2"><file original="" source-language="{}" target-language="en"><body>'
    '<trans-unit id="other"><source>好。</source><target>Good.</target></trans-unit><trans-unit id="1"><source>'
)
BETWEEN = "</source><target>"


def _unit(example: Example) -> Article:
    """The example as a unit of a file: one more stands before it, for a file without a translation is not read."""
    text = HEAD.format(example.source_lang) + _unmarked(example.source)[0] + BETWEEN + _unmarked(example.target)[0]
    text += "</target></trans-unit></body></file></xliff>"
    return list(read_bilingual("example.xlf", text.encode(), ReadOptions()))[-1]


@cache
def _glossary(code: str, own: str) -> Glossary:
    mine = parse(own, "example.tsv", "\t", "zh", required=True) if own else ()
    return Glossary([*bundled(code), *mine])


@pytest.fixture(scope="session")
def expected() -> Callable[[Example], set[tuple[Side, Span]]]:
    """The places that an example marks."""
    return _expected


@pytest.fixture(scope="session")
def findings(article_of: Callable[..., Article]) -> Callable[[Example, Sequence[Rule]], tuple[Finding, ...]]:
    """What rules find in an example."""

    def run(example: Example, rules: Sequence[Rule]) -> tuple[Finding, ...]:
        code = example.source_lang if example.source else lang.UNDETERMINED
        target, source = _unmarked(example.target)[0], _unmarked(example.source)[0]
        glossary = {code: _glossary(code, example.glossary)}
        plain = article_of(target, source, example.source_lang, example.alternates)
        made = [_unit(example) if example.format == "xliff" else plain]
        made += [
            replace(article_of(theirs, original, example.source_lang), id=f"other {number}")
            for number, (original, theirs) in enumerate(example.others)
        ]
        # What comments silence is judged by what all other rules find.
        silencing = any(rule.scope is Scope.SILENCING for rule in rules)
        ran = [*rules, *(r for r in select() if r.scope is not Scope.SILENCING)] if silencing else rules
        found = report(check(prepare(article, glossary), ran) for article in made).findings
        codes = {rule.code for rule in rules}
        return tuple(finding for finding in found if finding.article == made[0].id and finding.rule in codes)

    return run
