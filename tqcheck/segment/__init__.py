"""Sentences: the segments that texts are aligned and judged by."""

from __future__ import annotations

import re

from tqcheck.model.text import Passage
from tqcheck.segment.boundaries import boundaries
from tqcheck.segment.corrections import credits, keep, notes

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_WORD = re.compile(r"\w")


def split(passage: Passage, lang: str) -> list[Passage]:
    """The sentences of `passage`, in order, without the white space around them.

    lang  BCP 47 code of the language

    Every character that is not white space is in just one of them, and each leads back to the original as `passage`
    does. A line break always ends a sentence. Notes in brackets after a sentence, `（新华社）`, and lines of credits,
    `Edit:He Chuanning Responsible editor:Su Suiyue`, stand apart.
    """
    found: list[Passage] = []
    for line in _LINE.finditer(passage.text):
        cuts = [line.start() + cut for cut in (0, *_cuts(line[0], lang), len(line[0]))]
        for start, end in zip(cuts, cuts[1:], strict=False):
            piece = passage.text[start:end]
            start, end = start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
            if start < end:
                found.append(_slice(passage, start, end))
    return found


def _cuts(line: str, lang: str) -> list[int]:
    """Offsets in `line` at which a sentence begins, 0 left out, in order."""
    raw = boundaries(line, lang)
    kept = {moved for cut in raw if (moved := keep(line, cut, lang)) is not None}
    kept.update(notes(line, raw))
    kept.update(credits(line))
    kept -= {0, len(line)}
    # What has no letter and no figure is no sentence: dots and dashes stay with what they follow.
    cuts: list[int] = []
    edges = [*sorted(kept), len(line)]
    for cut, following in zip(edges, edges[1:], strict=False):
        if _WORD.search(line, cut, following) and _WORD.search(line, cuts[-1] if cuts else 0, cut):
            cuts.append(cut)
    return cuts


def _slice(passage: Passage, start: int, end: int) -> Passage:
    if isinstance(passage.origin, int):
        return Passage(passage.text[start:end], passage.origin + start)
    return Passage(passage.text[start:end], (*passage.origin[start:end], passage.origin[end - 1] + 1))
