"""Where speech begins and ends in a text given as sentences: what is said aloud in one text is in its rendering too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Flags = NDArray[np.bool_]

_DOUBLE = re.compile("[“„”「」『』«»\"]|``|''")
_SINGLE_OPENS = re.compile(r"(?:^|(?<=[\s(—–“\"-]))['‘](?=[\w“\"…—])")
# After a letter it is an apostrophe, unless a word of speech breaks off there; after an s, the genitive of a plural.
_SINGLE_CLOSES = re.compile(r"(?<=[.,!?…—–;:)-])\s?['’](?!\w)|(?<=[^\W\ds_])['’](?=[\s—–]|$)")
_OPENING, _CLOSING = ("„", "「", "『", "``"), ("”", "」", "』", "''")
_PAIRS = {"“": "„", "«": "»", "»": "«"}
"""Marks that close what the other one opened, and open else."""
_FEWEST = 2
"""Sentences with an opening quote below which a text is not taken to mark speech."""


@dataclass(frozen=True)
class Quotes:
    """The quotation marks of a text, a row for each sentence.

    counts  opening and closing marks (n, 2)
    inside  whether the text is within a quotation after the sentence
    first   whether the sentence begins with an opening mark
    """

    counts: NDArray[np.float64]
    inside: Flags
    first: Flags

    @property
    def opens(self) -> Flags:
        """Whether a quotation begins in the sentence."""
        return np.asarray(self.counts[:, 0] > 0)


def quotes(sentences: Sequence[str]) -> Quotes:
    """Read the marks of a text: double ones, or single ones where those are what it quotes with."""
    doubles = [len(_DOUBLE.findall(sentence)) for sentence in sentences]
    singles = [len(_SINGLE_OPENS.findall(s)) if "'" in s or "‘" in s else 0 for s in sentences]
    single = 2 * sum(singles) > sum(doubles)
    counts = np.zeros((len(sentences), 2))
    inside, first = np.zeros(len(sentences), np.bool_), np.zeros(len(sentences), np.bool_)
    opened = ""
    for number, sentence in enumerate(sentences):
        marks = _single(sentence) if single else _double(sentence, opened) if doubles[number] else ()
        for place, mark, opens in marks:
            if opens:
                counts[number, 0] += 1
                first[number] |= not sentence[:place].strip()
                opened = mark
            elif opened or not single:
                counts[number, 1] += 1
                opened = ""
        inside[number] = bool(opened)
    return Quotes(counts, inside, first)


def agreement(source: Quotes, target: Quotes) -> float:
    """How far both texts mark speech alike, 0 to 1: the share of marks of the one that has fewer."""
    if min(source.opens.sum(), target.opens.sum()) < _FEWEST:
        return 0.0
    one, other = float(source.counts.mean()), float(target.counts.mean())
    return min(one, other) / max(one, other)


def _single(sentence: str) -> Iterator[tuple[int, str, bool]]:
    found = [(match.start(), True) for match in _SINGLE_OPENS.finditer(sentence)]
    found += [(match.start(), False) for match in _SINGLE_CLOSES.finditer(sentence)]
    for place, opens in sorted(found):
        yield place, "'", opens


def _double(sentence: str, opened: str) -> Iterator[tuple[int, str, bool]]:
    """The marks of a sentence that begins within what the mark `opened` opened, or within nothing."""
    for match in _DOUBLE.finditer(sentence):
        mark, start = match[0], match.start()
        if mark in _PAIRS:
            opens = opened != _PAIRS[mark]
        elif mark == '"':
            before, after = sentence[max(0, start - 1) : start], sentence[match.end() : match.end() + 1]
            opens = before in ("", " ", "(", "—", "–", "[") and bool(after.strip())
        else:
            opens = mark in _OPENING
        opened = mark if opens else ""
        yield start, mark, opens
