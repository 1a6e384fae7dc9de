"""What the walk through two texts needs to know of them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tqcheck.align.band import anchors, band
from tqcheck.align.beads import MOST, Texts
from tqcheck.align.similarity import Floats, Ints, Similarity
from tqcheck.lang.base import Language

RARE_PAIRS = 200
"""Pairs of units per sentence, rarest first, that anchors are looked for by: keeps long texts linear."""
FEWEST_ANCHORS = 5
"""From how many anchors on they, and not the whole texts, tell how much longer one language is than the other."""
_MARKS = ("?？؟;", "!！", "“「『«„‘《", "”」』»’》", ":：")


def measure(source: Sequence[str], target: Sequence[str], source_language: Language, target_language: Language) -> Texts:
    """Lengths, masses, marks and links of two texts given as sentences, and the band to walk in."""
    n, m = len(source), len(target)
    similarity = Similarity(
        [source_language.lexical(sentence) for sentence in source],
        [target_language.lexical(sentence) for sentence in target],
        same=source_language.code == target_language.code,
    )
    mass_source, mass_target = similarity.mass_source, similarity.mass_target
    pairs = anchors(similarity.rare(RARE_PAIRS * (n + m) + 100_000), mass_source, mass_target)
    low, high = band(n, m, pairs)
    # A bead that ends up to MOST sentences on may hold a sentence, and may have begun as many before.
    rows = np.arange(n)
    links = similarity.within(low[np.maximum(rows - MOST + 1, 0)], high[np.minimum(rows + MOST, n)])
    length_source, length_target = _lengths(source), _lengths(target)
    mean = max(float(length_target.mean()), 1.0) if m else 1.0
    stretch = _stretch(length_source, length_target, pairs)
    return Texts(
        length_source=_running(length_source * stretch / mean),
        length_target=_running(length_target / mean),
        mass_source=_running(mass_source),
        mass_target=_running(mass_target),
        marks_source=_running(_marks(source)),
        marks_target=_running(_marks(target)),
        links=links,
        low=low,
        high=high,
    )


def _stretch(source: Floats, target: Floats, pairs: list[tuple[int, int]]) -> float:
    """Letters of the target for one of the source, where both say the same."""
    if len(pairs) >= FEWEST_ANCHORS:
        at: Ints = np.array(pairs, np.int64)
        return float(target[at[:, 1]].sum() / source[at[:, 0]].sum())
    return float(target.sum() / max(float(source.sum()), 1.0))


def _lengths(sentences: Sequence[str]) -> Floats:
    return np.array([max(1, len(sentence.strip())) for sentence in sentences], np.float64)


def _marks(sentences: Sequence[str]) -> Floats:
    """Question marks, exclamation marks, opening quotes, closing quotes, colons of each sentence."""
    found = np.zeros((len(sentences), len(_MARKS)))
    for row, sentence in zip(found, sentences, strict=True):
        for place, marks in enumerate(_MARKS):
            row[place] = sum(sentence.count(mark) for mark in marks)
        # Straight quotes do not say which way they face.
        straight = 0.5 * (sentence.count('"') + sentence.count("''") + sentence.count("``"))
        row[2:4] += straight
    return found


def _running(values: Floats) -> Floats:
    return np.concatenate([np.zeros((1, *values.shape[1:])), np.cumsum(values, axis=0)])
