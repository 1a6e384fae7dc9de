"""Fit the models that weigh evidence: `python -m tqcheck.evaluate.fit FILES… --check FILES…`.

FILES are ratings in the public MQM layout (`evaluate.mqm`). A model is fitted on all of them for the weights, and with
whole documents left out in turn for the figures; the files of `--check` are only measured on. Needs the extra `fit`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tqcheck.errors import TqcheckError
from tqcheck.evaluate.card import Figures, write_card
from tqcheck.evaluate.examples import SITUATIONS, Example, Situation, examples
from tqcheck.evaluate.measure import STEP, calibrate, figures, seed_for, with_seed
from tqcheck.evaluate.mqm import Rated, read
from tqcheck.evidence.weighing.model import Model, pack
from tqcheck.evidence.weighing.trees import Forest, from_dump, sigmoid

SOURCE = "source"
"""The situation without alternates: what the source alone says."""
PARAMETERS: dict[str, Any] = {
    "objective": "cross_entropy", "learning_rate": 0.06, "num_leaves": 31, "max_depth": 7, "min_data_in_leaf": 200,
    "feature_fraction": 0.4, "bagging_fraction": 0.7, "bagging_freq": 1, "lambda_l2": 5.0, "max_bin": 47,
    "verbose": -1, "num_threads": 1, "deterministic": True, "seed": 1,
}  # fmt: skip
"""Settings of lightgbm. More leaves or finer bins changed nothing beyond noise."""
ROUNDS = 200
ONE_RATER = (0.7, 0.8)
"""Weight of a word that one person rated, and by how much its label is drawn towards none: of the marks that one
rater makes, many are made by no other."""
KEPT_RIGHT = 0.35
"""Share of the words that nobody marked that are fitted on, weighted up: there are too many of them."""
RIGHT = {3: 56.0, 2: 53.0, 1: 50.0}
"""By the number of alternates: the threshold is the lowest, in steps of `measure.STEP`, down to which two raters marked
this percentage of the spans in documents left out of the fit. It is less where fewer witnesses speak: what one alone says
is a note. No figure of the texts that are only checked on enters into it, though they were in view when it was settled."""


RULE = (
    f"That of words is the lowest, in steps of {STEP}, down to which two raters marked "
    + ", ".join(f"{right:.0f}% (alternates: {count})" for count, right in RIGHT.items())
    + " of the spans in documents left out; those of names and numbers are fixed shares of it."
)


def fit(found: Sequence[Example], settings: Mapping[str, Any] = PARAMETERS) -> Forest:
    """Trees fitted on examples with soft labels. settings: those of lightgbm."""
    import lightgbm

    table = np.concatenate([e.table for e in found])
    hope = np.concatenate([e.hope for e in found])
    single = np.concatenate([np.full(len(e.hope), len(e.rated.raters) == 1) for e in found])
    kept = (hope > 0) | (np.random.default_rng(settings["seed"]).random(len(hope)) < KEPT_RIGHT)
    known = np.concatenate([e.known for e in found])
    kept &= known > 0
    weight = known * np.where(single, ONE_RATER[0], 1.0) * np.where(hope > 0, 1.0, 1 / KEPT_RIGHT)
    hope = np.where(single, hope * ONE_RATER[1], hope)
    data = lightgbm.Dataset(table[kept], hope[kept], weight=weight[kept], params=dict(settings))
    return from_dump(lightgbm.train(dict(settings), data, ROUNDS).dump_model())


def chances(forest: Forest, one: Example) -> NDArray[np.float64]:
    """The probability of every token of an example."""
    found = np.zeros(len(one.own))
    found[one.weighed] = sigmoid(forest.raw(one.table))
    return found


def folded(
    found: Sequence[Example], folds: int, say: Callable[[str], None], settings: Mapping[str, Any] = PARAMETERS
) -> list[NDArray[np.float64]]:
    """The probabilities of each example by a model that has seen none of its document."""
    documents = sorted({e.rated.document for e in found})
    number = {document: n % folds for n, document in enumerate(documents)}
    out: list[NDArray[np.float64]] = [np.zeros(0)] * len(found)
    for fold in range(folds):
        say(f"fold {fold + 1} of {folds}")
        forest = fit([e for e in found if number[e.rated.document] != fold], settings)
        for n, e in enumerate(found):
            if number[e.rated.document] == fold:
                out[n] = chances(forest, e)
    return out


@dataclass(frozen=True)
class Fitted:
    """A model with the figures that go into its card."""

    model: Model
    figures: tuple[Figures, ...]


def fit_model(situation: Situation, train: Sequence[Rated], check: Sequence[Rated], folds: int,
              say: Callable[[str], None], seed: float | None = None) -> Fitted:  # fmt: skip
    """Fit a model for a situation and measure it. `seed` sets its threshold, which is else found for `RIGHT`."""
    found = examples(train, situation)
    say(f"{len(found)} examples, {sum(len(e.hope) for e in found)} words, {len(situation.names)} columns")
    left_out = folded(found, folds, say)
    several = [n for n, e in enumerate(found) if len(e.rated.raters) > 1]
    forest = fit(found)
    model = Model(forest, situation.names, frozenset({"en"}), {}, 0.0, np.zeros(1), np.zeros(1))
    seeds: dict[int, float] = {}
    for count in situation.counts:
        at = [n for n in several if found[n].count == count]
        seeds[count] = seed or seed_for([found[n] for n in at], [left_out[n] for n in at], model, RIGHT[count])
    most = seeds[max(seeds)]
    model = replace(with_seed(model, most), shares={count: round(own / most, 4) for count, own in seeds.items()})
    peaks, rates = calibrate([found[n] for n in several], [left_out[n] for n in several], model)
    model = replace(model, peaks=peaks, rates=rates)
    out: list[Figures] = []
    for count in situation.counts:
        at = [n for n in several if found[n].count == count]
        out.append(figures("left out", count, [found[n] for n in at], [left_out[n] for n in at], model))
        say(str(out[-1]))
        if check:
            others = [e for e in examples(check, situation, (count,)) if len(e.rated.raters) > 1]
            out.append(figures("checked on", count, others, [chances(forest, e) for e in others], model))
            say(str(out[-1]))
    return Fitted(model, tuple(out))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 0, or 2 where a file cannot be used."""
    parser = argparse.ArgumentParser(prog="python -m tqcheck.evaluate.fit", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("files", nargs="+", type=Path, help="ratings to fit on")
    parser.add_argument("--check", nargs="*", type=Path, default=[], help="ratings to measure on only")
    parser.add_argument(
        "--situation", choices=[*sorted(SITUATIONS), SOURCE], nargs="*", default=[*sorted(SITUATIONS), SOURCE]
    )
    parser.add_argument("--source-lang", default="zh", help="language of the sources (for the situation `source`)")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--seed", type=float, help="threshold of a word from which it makes a span")
    parser.add_argument("--output", type=Path, default=Path("tqcheck/knowledge/weights"), help="folder of the weights")
    given = parser.parse_args(arguments)

    def say(text: str) -> None:
        print(text, file=sys.stderr, flush=True)

    try:
        train = [one for path in given.files for one in read(path)]
        check = [one for path in given.check for one in read(path)]
    except TqcheckError as error:
        say(str(error))
        return 2
    for name in given.situation:
        say(name)
        given.output.mkdir(parents=True, exist_ok=True)
        if name == SOURCE:
            from tqcheck.evaluate import sourced

            model, rows = sourced.fitted(train, check, given.source_lang, given.folds, say)
            (given.output / f"{name}.npz").write_bytes(pack(model))
            sourced.write_card(given.output / f"{name}.md", model, rows, given.files, given.check)
            continue
        fitted = fit_model(SITUATIONS[name], train, check, given.folds, say, given.seed)
        (given.output / f"{name}.npz").write_bytes(pack(fitted.model))
        rule = f"That of words was set to {given.seed}." if given.seed else RULE
        write_card(given.output / f"{name}.md", name, fitted.model, fitted.figures, given.files, given.check, rule)
    return 0


if __name__ == "__main__":
    sys.exit(main())
