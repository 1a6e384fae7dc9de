"""The line around a place, as reports show it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tqcheck.model.document import Document, MarkupKind
from tqcheck.model.finding import Excerpt
from tqcheck.model.text import Passage, Span

EXCERPT = 120
"""Code points kept on either side of a place: more than a reporter shows of a line, so that it knows where it cuts."""


def _in_words(document: Document, span: Span) -> tuple[str, Span]:
    """The words of a unit in which `span` stands, and where; a tag, which is none of them, is shown in its place."""
    tag = any(markup.span == span and markup.kind is not MarkupKind.PLACEHOLDER for markup in document.markup)
    for passage in document.body:
        if tag and (span.start <= passage.whole.end or passage is document.body[-1]):
            at = bisect_left(_offsets(passage), span.start)
            written = span.of(document.text)
            return passage.text[:at] + written + passage.text[at:], Span(at, at + len(written))
        if passage.whole.contains(span):
            return passage.text, passage.find(span)
    return document.text, span


def _offsets(passage: Passage) -> Sequence[int]:
    if isinstance(passage.origin, int):
        return range(passage.origin, passage.origin + len(passage.text))
    return passage.origin[: len(passage.text)]


def excerpt(document: Document, span: Span) -> Excerpt:
    """The line around `span`, cut to `EXCERPT` code points on either side at a space where there is one."""
    text = document.text
    if document.unit is not None:  # its file is full of tags and escapes, perhaps on one line
        text, span = _in_words(document, span)
    start = max(text.rfind("\n", 0, span.start) + 1, text.rfind("\r", 0, span.start) + 1, span.start - EXCERPT)
    ends = [at for at in (text.find("\n", span.end), text.find("\r", span.end)) if at >= 0]
    end = min([*ends, len(text), span.end + EXCERPT])
    if start > 0 and text[start - 1] not in "\r\n" and " " in text[start : span.start]:
        start = text.index(" ", start) + 1
    if end < len(text) and text[end] not in "\r\n" and " " in text[span.end : end]:
        end = text.rindex(" ", span.end, end)
    return Excerpt(text[start:end], Span(span.start - start, span.end - start))
