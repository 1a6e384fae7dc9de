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
from tqcheck.rules.base import Example, Rule

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
    return {(Side.TARGET, span) for span in _unmarked(example.target)[1]} | {
        (Side.SOURCE, span) for span in _unmarked(example.source)[1]
    }


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
        made = [article_of(target, source, example.source_lang, example.alternates)]
        made += [
            replace(article_of(theirs, original, example.source_lang), id=f"other {number}")
            for number, (original, theirs) in enumerate(example.others)
        ]
        found = report(check(prepare(article, glossary), rules) for article in made).findings
        return tuple(finding for finding in found if finding.article == made[0].id)

    return run
