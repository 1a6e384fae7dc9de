"""Where renderings differ, as the reporters see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words in the comparison of two texts `a` and `b`.

    kind  `same`; `a` or `b` where only that one has it; `moved-a` and `moved-b` where both have it in other places:
          there the one stands at its place in `a`, the other at its place in `b`
    text  the words as written, in `same` those of `a`
    move  number of the move, from 1, that its two pieces share; 0 for the other kinds
    """

    kind: str
    text: str
    move: int = 0


@dataclass(frozen=True, slots=True)
class Apart:
    """A segment in which two renderings differ much: the two of it that differ most.

    agreement  their chrF++ against each other, mean of both ways
    """

    id: str
    article: str
    a: str
    b: str
    agreement: float
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Parallel:
    """Something that renderings have differently, side by side.

    kind      `term` `person` `number` `date`, by the source; without one `capitals` and `numbers`, those that a
              rendering has and not all the others
    what      the words of the source; empty without one
    meaning   the value of a number, the accepted form of a term, how a name is spelt; empty where there is none
    forms     for each rendering what it has, empty where it has nothing that is known to stand for it
    wrong     renderings in which that contradicts the source
    uses      in how many places it is so
    """

    kind: str
    article: str
    id: str
    what: str
    meaning: str
    forms: Mapping[str, tuple[str, ...]]
    wrong: tuple[str, ...] = ()
    uses: int = 1


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that a rendering has surely too often or too rarely against the others.

    count     how often it has them
    expected  how often it would, by the mean of the others
    g2        log-likelihood ratio (Dunning 1993)
    p         that the difference comes about by chance, corrected for all phrases tried (Benjamini and Hochberg 1995)
    example   id of the segment in which they differ most
    """

    rendering: str
    text: str
    count: int
    expected: float
    g2: float
    p: float
    example: str

    @property
    def excess(self) -> float:
        """How many too many; below zero where too few."""
        return self.count - self.expected


@dataclass(frozen=True, slots=True)
class Bucket:
    """Scores over the segments that share a trait.

    by      `length` `numbers` `names` `outlet` `article`
    name    the value of the trait
    scores  of each rendering, in the metric of `Differences`
    """

    by: str
    name: str
    segments: int
    scores: Mapping[str, float]

    @property
    def spread(self) -> float:
        """Between the highest and the lowest."""
        return max(self.scores.values()) - min(self.scores.values())


@dataclass(frozen=True)
class Differences:
    """What differs between two or more renderings.

    apart      segments, those that differ most first
    parallels  names, numbers and terms, in the order of the text
    phrases    those surely different, by rendering, the surest first
    buckets    scores by trait, in `metric`
    source     whether names, numbers and terms are judged by a source
    notes      what could not be told
    """

    apart: tuple[Apart, ...] = ()
    parallels: tuple[Parallel, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    buckets: tuple[Bucket, ...] = ()
    metric: str = ""
    source: bool = False
    notes: tuple[str, ...] = ()
