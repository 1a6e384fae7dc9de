"""Words of Chinese text with their parts of speech, as rjieba has them."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.model.text import Span


def tag_words(text: str) -> Sequence[tuple[int, str, str]]:
    """Where each word begins, the word, and its tag (ICTCLAS's set), in order."""
    import rjieba

    out: list[tuple[int, str, str]] = []
    at = 0
    for word, tag in rjieba.tag(text):
        start = text.find(word, at)
        if start < 0:
            continue
        out.append((start, word, tag))
        at = start + len(word)
    return out


def cut(text: str) -> Sequence[Span]:
    """Where the words, figures and marks of `text` stand."""
    import rjieba

    spans: list[Span] = []
    at = 0
    for word in rjieba.cut(text):
        start = text.find(word, at)
        if start >= 0:
            at = start + len(word)
            if not word.isspace():
                spans.append(Span(start, at))
    return spans
