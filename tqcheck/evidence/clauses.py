"""Clauses of a sentence and of its rendering, and which renders which, by the words, figures and names they share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tqcheck.lang.base import Language
from tqcheck.model.text import Span

MIN_SHARED = 1.5
"""What two clauses must share to be one another's: a word that no other clause has counts 1, one that n have 1/n."""
MIN_LEAD = 1.5
"""How many times as much as with the next best clause."""

_PARTS = re.compile(r"[^,;:.!?—–\n，。；：！？…()（）]+(?:[.,:](?=\d)[^,;:.!?—–\n，。；：！？…()（）]*)*[.!?。！？]?")


@dataclass(frozen=True)
class Clauses:
    """The clauses of both sides and how much each two share.

    shared  for each clause of the source, its weight with each clause of the target
    """

    source: Sequence[Span]
    target: Sequence[Span]
    shared: Sequence[Sequence[float]]

    def rendering(self, clause: int) -> int | None:
        """The target's clause that surely renders a clause of the source, or None."""
        return 0 if self._alone else _best(self.shared[clause])

    def rendered(self, clause: int) -> int | None:
        """The source's clause that a clause of the target surely renders, or None."""
        return 0 if self._alone else _best([row[clause] for row in self.shared])

    @property
    def _alone(self) -> bool:
        return len(self.source) == len(self.target) == 1


def _best(weights: Sequence[float]) -> int | None:
    if not weights:
        return None
    ranked = sorted(range(len(weights)), key=lambda i: -weights[i])
    most = weights[ranked[0]]
    next_most = weights[ranked[1]] if len(ranked) > 1 else 0.0
    return ranked[0] if most >= MIN_SHARED and most >= MIN_LEAD * next_most else None


def split(text: str, language: Language) -> Sequence[Span]:
    """The clauses of `text`, without the spaces around them: at punctuation and before words that begin a clause."""
    found: list[Span] = []
    joints = _joints(language.joints)
    for part in _PARTS.finditer(text):
        cuts = [part.start(), *(m.start() for m in joints.finditer(text, part.start() + 1, part.end())), part.end()]
        for start, end in zip(cuts, cuts[1:], strict=False):
            piece = text[start:end]
            start, end = start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
            if any(c.isalnum() for c in text[start:end]):
                found.append(Span(start, end))
    return found


@lru_cache(maxsize=64)
def _joints(words: Sequence[str]) -> re.Pattern[str]:
    listed = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)" if words else "(?!)", re.I)


@lru_cache(maxsize=256)
def clauses(source: str, target: str, here: Language, there: Language) -> Clauses:
    """The clauses of two texts side by side; kept, since several rules ask for the same pair."""
    mine, theirs = split(source, here), split(target, there)
    lexicals = [here.lexical(span.of(source)) for span in mine]
    others = [there.lexical(span.of(target)) for span in theirs]
    # A word that several clauses have tells little about which of them renders which.
    spread = Counter(unit for lexical in lexicals for unit in lexical.units)
    rows: list[list[float]] = []
    for lexical in lexicals:
        row = [0.0] * len(theirs)
        named = {unit: key for key, unit in lexical.names.items()}
        for unit, options in lexical.units.items():
            matched = [
                j for j, other in enumerate(others) if options & other.keys or named.get(unit, "") in other.names
            ]
            for j in matched:
                row[j] += 1 / (len(matched) * spread[unit])
        rows.append(row)
    return Clauses(mine, theirs, rows)
