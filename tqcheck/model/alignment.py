"""Which segments of one document render which of another."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bead:
    """Segments of the source and of the target that render each other, as numbers from 0.

    One side is empty where segments were omitted or added. `score` is how well the two agree, 0 to 1.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Alignment:
    """Beads in the order of both documents: each segment of either side stands in just one.

    aligner  what made it (`lexical`, `monolingual`, `semantic`, `given`)
    quality  whether the one renders the other at all, 0 to 1: how much nearer the sides of the beads are to each other
             than to other places of the two texts (1 where the alignment was given)
    """

    beads: tuple[Bead, ...]
    aligner: str = "given"
    quality: float = 1.0
