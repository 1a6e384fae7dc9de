"""How sure alternates make a finding, and how what they have is shown."""

from __future__ import annotations

from tqcheck.model.text import Span

FEWEST = 2
"""Alternates that a rule of agreement needs: one alone may be the one that is wrong."""
MEASURED = 3
"""Alternates with which the rules' precision was measured."""
MOST_WORDS = 6
"""Words of a place that are marked: people mark about three."""
MOST_SHOWN = 12
"""Words that a message quotes."""


def agreeing(confidence: float, count: int) -> float:
    """How sure `count` alternates make what three make sure to `confidence`, as if each erred for itself."""
    return round(1 - float((1 - confidence) ** (count / MEASURED)), 2)


def beginning(text: str, span: Span) -> Span:
    """The first words of a place."""
    end = span.start
    for word in span.of(text).split(" ")[:MOST_WORDS]:
        end += len(word) + 1
    found = text[span.start : min(end - 1, span.end)].rstrip(" ,.;:")
    return Span(span.start, span.start + len(found))


def shortened(words: str) -> str:
    """The first words of a phrase, on one line."""
    found = words.split()
    return " ".join(found[:MOST_SHOWN]) + (" …" if len(found) > MOST_SHOWN else "")
