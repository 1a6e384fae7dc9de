"""Rule examples turned into articles, and what a rule flags in them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tqcheck import lang
from tqcheck.check import check
from tqcheck.knowledge import Glossary, bundled
from tqcheck.knowledge.load import parse
from tqcheck.model.document import Article, Document, Rendering, Role
from tqcheck.model.finding import Finding, Side
from tqcheck.model.text import Passage, Span
from tqcheck.prepare import prepare
from tqcheck.rules.base import Example, Rule

_MARKS = re.compile(r"\[\[(.+?)\]\](?!\])", re.S)


def unmarked(text: str) -> tuple[str, list[Span]]:
    """The text without `[[ ]]`, and the spans that they marked."""
    plain, spans, at = "", [], 0
    for match in _MARKS.finditer(text):
        plain += text[at : match.start()]
        spans.append(Span(len(plain), len(plain) + len(match[1])))
        plain += match[1]
        at = match.end()
    return plain + text[at:], spans


def document(text: str, code: str, path: str = "example") -> Document:
    """A plain text as a reader would give it: a paragraph each line."""
    body = [Passage(m[0], m.start()) for m in re.finditer(r"\S[^\n]*", text)]
    return Document(path, code, text, tuple(body))


def article(target: str, source: str = "", source_lang: str = "zh", alternates: Sequence[str] = ()) -> Article:
    """An article of plain texts."""
    renderings = [Rendering("target", Role.CANDIDATE, document(target, "en"))]
    renderings += [Rendering(f"alternate-{n}", Role.ALTERNATE, document(a, "en")) for n, a in enumerate(alternates, 1)]
    return Article("example", document(source, source_lang) if source else None, tuple(renderings))


def findings(example: Example, rules: Sequence[Rule]) -> tuple[Finding, ...]:
    """What `rules` find in an example."""
    code = example.source_lang if example.source else lang.UNDETERMINED
    entries = [*bundled(code), *(parse(example.glossary, "example.tsv", "\t", "zh", required=True) if example.glossary else ())]
    made = article(unmarked(example.target)[0], unmarked(example.source)[0], example.source_lang, example.alternates)
    return check(prepare(made, {code: Glossary(entries)}), rules).findings


def expected(example: Example) -> set[tuple[Side, Span]]:
    """The places that the example marks."""
    return {(Side.TARGET, span) for span in unmarked(example.target)[1]} | {
        (Side.SOURCE, span) for span in unmarked(example.source)[1]
    }
