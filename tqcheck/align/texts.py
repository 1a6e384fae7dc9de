"""What the walk through two texts needs to know of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tqcheck.align.band import LIGHT, anchors, band
from tqcheck.align.beads import MOST, Speech, Texts
from tqcheck.align.quotes import Quotes, agreement, quotes
from tqcheck.align.semantic import Meaning
from tqcheck.align.similarity import Floats, Ints, Links, Similarity
from tqcheck.lang.base import Language

if TYPE_CHECKING:
    from tqcheck.align.encoder import Encoder

RARE_PAIRS = 200
"""Pairs of units per sentence, rarest first, that anchors are looked for by: keeps long texts linear."""
FEWEST_ANCHORS = 5
"""From how many anchors on they, and not the whole texts, tell how much longer one language is than the other."""
ENOUGH = 0.25
"""Median over sentences of the best cosine from which common words are trusted fully; Chinese with English has .27 to
.46, Icelandic with English under .05."""
LEAST_TRUST = 0.6
_NUMBERED = re.compile(r"\s*\d+\t")
_MARKS = ("?？؟;", "!！", ":：")


@dataclass(frozen=True)
class Measured:
    """Two texts as the walk sees them, and what all their sentences have in common, within the band or without."""

    texts: Texts
    similarity: Similarity
    meaning: Meaning | None = None


def measure(
    source: Sequence[str],
    target: Sequence[str],
    source_language: Language,
    target_language: Language,
    encoder: Encoder | None = None,
) -> Measured:
    """Lengths, masses, marks and links of two texts given as sentences, and the band to walk in.

    encoder  gives what the sentences mean, where that is to be used too
    """
    source, target = _unnumbered(source), _unnumbered(target)
    n, m = len(source), len(target)
    similarity = Similarity(
        map(source_language.lexical, source),
        map(target_language.lexical, target),
        same=source_language.code == target_language.code,
    )
    mass_source, mass_target = similarity.mass_source, similarity.mass_target
    meaning = None
    if encoder:
        joints = (" " if source_language.spaced else "", " " if target_language.spaced else "")
        meaning = Meaning(encoder, source, target, joints, MOST)
        pairs = meaning.anchors()
    else:
        pairs = anchors(similarity.rare(RARE_PAIRS * (n + m) + 100_000), mass_source, mass_target)
    low, high = band(n, m, pairs)
    # A bead that ends up to MOST sentences on may hold a sentence, and may have begun as many before.
    rows = np.arange(n)
    links = similarity.within(low[np.maximum(rows - MOST + 1, 0)], high[np.minimum(rows + MOST, n)])
    length_source, length_target = _lengths(source), _lengths(target)
    mean = max(float(length_target.mean()), 1.0) if m else 1.0
    stretch = _stretch(length_source, length_target, pairs)
    speech = quotes(source), quotes(target)
    texts = Texts(
        length_source=_running(length_source * stretch / mean),
        length_target=_running(length_target / mean),
        mass_source=_running(mass_source),
        mass_target=_running(mass_target),
        marks_source=_running(_marks(source, speech[0])),
        marks_target=_running(_marks(target, speech[1])),
        links=links,
        low=low,
        high=high,
        trust=_trust(links, mass_source, mass_target),
        speech_source=_speech(speech[0]),
        speech_target=_speech(speech[1]),
        speech_trust=agreement(*speech),
        meaning=meaning,
    )
    return Measured(texts, similarity, meaning)


def _speech(found: Quotes) -> Speech:
    none = np.zeros(1, np.bool_)
    return Speech(
        np.concatenate([none, found.inside]), np.concatenate([found.opens, none]), np.concatenate([found.first, none])
    )


def _trust(links: Links, mass_source: Floats, mass_target: Floats) -> float:
    """How far the texts share words at all, against texts that share enough.

    Where two languages have nothing but a few names in common, a pair without a common word says nothing, and would
    else look like an omission and an addition.
    """
    cosine = links.weight / np.sqrt((mass_source[links.source] + LIGHT) * (mass_target[links.target] + LIGHT))
    best = np.zeros(len(mass_source)), np.zeros(len(mass_target))
    np.maximum.at(best[0], links.source, cosine)
    np.maximum.at(best[1], links.target, cosine)
    every = np.concatenate(best)
    return float(np.clip(np.median(every) / ENOUGH, LEAST_TRUST, 1)) if len(every) else 1.0


def _unnumbered(sentences: Sequence[str]) -> Sequence[str]:
    """The sentences without the number and tab that a numbered list of them begins each with.

    Such numbers run on their own on either side, and would tie each sentence to its namesake.
    """
    if all(_NUMBERED.match(sentence) for sentence in sentences):
        return [_NUMBERED.sub("", sentence) for sentence in sentences]
    return sentences


def _stretch(source: Floats, target: Floats, pairs: list[tuple[int, int]]) -> float:
    """Letters of the target for one of the source, where both say the same."""
    if len(pairs) >= FEWEST_ANCHORS:
        at: Ints = np.array(pairs, np.int64)
        return float(target[at[:, 1]].sum() / source[at[:, 0]].sum())
    return float(target.sum() / max(float(source.sum()), 1.0))


def _lengths(sentences: Sequence[str]) -> Floats:
    return np.array([max(1, len(sentence.strip())) for sentence in sentences], np.float64)


def _marks(sentences: Sequence[str], speech: Quotes) -> Floats:
    """Question marks, exclamation marks, opening quotes, closing quotes, colons of each sentence."""
    ends = np.cumsum([0, *(len(sentence) for sentence in sentences)])
    characters = np.frombuffer("".join(sentences).encode("utf-32-le", "surrogatepass"), np.uint32)
    found = np.zeros((len(sentences), len(_MARKS)))
    for number, marks in enumerate(_MARKS):
        places = np.flatnonzero(np.isin(characters, [ord(mark) for mark in marks]))
        found[:, number] = np.diff(np.searchsorted(places, ends))
    return np.concatenate([found[:, :2], speech.counts, found[:, 2:]], axis=1)


def _running(values: Floats) -> Floats:
    return np.concatenate([np.zeros((1, *values.shape[1:])), np.cumsum(values, axis=0)])
