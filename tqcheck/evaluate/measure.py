"""From probabilities of words to the figures of a model: the threshold, the calibration, the classes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tqcheck.evaluate.agreement import Agreement, agreement, interval, per_document
from tqcheck.evaluate.card import Figures
from tqcheck.evaluate.examples import Example, located
from tqcheck.evidence.weighing.judge import spans
from tqcheck.evidence.weighing.model import Kind, Model

Chances = NDArray[np.float64]
BINS = 12
"""Points of the calibration curve, each over as many spans."""
EASE = {Kind.NAME: 0.8, Kind.NUMBER: 0.65, Kind.WORDS: 1.0}
"""Share of the threshold that does for a kind: at the same probability, names and numbers that no alternate has were
right oftener than other words, above all in texts of another year than those fitted on."""
STEP = 0.005
HIGHEST = 0.4
"""Where the search for a threshold begins, and by what it goes down."""
REACH = 0.3
"""Share of the threshold from which neighbours join: spans have some three words then, as those that people mark."""


def found_at(examples: Sequence[Example], chances: Sequence[Chances], model: Model) -> list[Agreement]:
    """The agreement of each example's spans with its raters."""
    return [
        agreement(e.rated, [located(e.own, run.first, run.last) for run, _ in spans(model, e.own, e.columns, c)])
        for e, c in zip(examples, chances, strict=True)
    ]


def total(parts: Sequence[Agreement]) -> Agreement:
    """The sum."""
    whole = Agreement()
    for part in parts:
        whole += part
    return whole


def with_seed(model: Model, seed: float) -> Model:
    """The model with its threshold for other words set to `seed`, and the rest in proportion."""
    return replace(model, seeds={kind: round(seed * share, 4) for kind, share in EASE.items()}, low=seed * REACH)


def seed_for(examples: Sequence[Example], chances: Sequence[Chances], model: Model, right: float) -> float:
    """The lowest threshold, in steps of `STEP`, down to which two raters marked `right` per cent of the spans."""
    seed = HIGHEST
    while seed > STEP:
        lower = round(seed - STEP, 4)
        if total(found_at(examples, chances, with_seed(model, lower))).figures()["precision_two_raters"] < right:
            break
        seed = lower
    return seed


def calibrate(
    examples: Sequence[Example], chances: Sequence[Chances], model: Model
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """How often spans are right (two raters marked them) by their peak, as a rising line through `BINS` points."""
    pairs: list[tuple[float, bool]] = []
    for e, c in zip(examples, chances, strict=True):
        for run, _ in spans(model, e.own, e.columns, c):
            pairs.append((run.peak, agreement(e.rated, [located(e.own, run.first, run.last)]).two > 0))
    return curve(pairs)


def curve(pairs: Sequence[tuple[float, bool]]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """How often spans are right by their peak, from each one's peak and whether it is; see `calibrate`."""
    table: Any = np.array(sorted(pairs), np.float64).reshape(-1, 2)
    parts = [part for part in np.array_split(table, BINS) if len(part)]
    peaks = np.array([part[:, 0].mean() for part in parts])
    rates = np.array([part[:, 1].mean() for part in parts])
    return peaks, np.maximum.accumulate(rates)  # a higher peak is never less sure


def figures(where: str, count: int, examples: Sequence[Example], chances: Sequence[Chances], model: Model) -> Figures:
    """All figures of a model on some examples."""
    parts = found_at(examples, chances, model)
    documents = list(per_document([e.rated for e in examples], parts).values())
    corpora = sorted({e.rated.corpus for e in examples})
    classes: dict[str, list[int]] = {kind.value: [0, 0] for kind in Kind}
    for e, c in zip(examples, chances, strict=True):
        for run, kind in spans(model, e.own, e.columns, c):
            tally = classes[kind.value]
            tally[0] += 1
            tally[1] += agreement(e.rated, [located(e.own, run.first, run.last)]).two > 0
    named = ("precision_two_raters", "recall_consensus_major")
    return Figures(
        where, ", ".join(corpora), count, total(parts).figures(),
        {name: interval(documents, name) for name in named},
        {name: (n, round(100 * right / max(n, 1), 1)) for name, (n, right) in classes.items()},
    )  # fmt: skip
