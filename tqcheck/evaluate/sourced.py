"""Fit the model that weighs what the source alone says of a rendering's words: see `evaluate.fit`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tqcheck.check import check
from tqcheck.evaluate.agreement import Agreement, agreement, interval, per_document
from tqcheck.evaluate.examples import Example, located, soft_labels
from tqcheck.evaluate.fit import PARAMETERS, chances, fit, folded
from tqcheck.evaluate.measure import curve, total
from tqcheck.evaluate.mqm import Rated
from tqcheck.evidence.sourced.features import source_says
from tqcheck.evidence.sourced.judge import spans
from tqcheck.evidence.unit import Pair
from tqcheck.evidence.weighing.model import VERSION, Kind, Model
from tqcheck.model.document import Article, Document, Rendering, Role
from tqcheck.model.finding import Side
from tqcheck.model.text import Passage, Span
from tqcheck.prepare import GlossaryLookup, background_of, prepare
from tqcheck.rules.registry import select

RULE = "COV007"
SETTINGS = PARAMETERS | {"learning_rate": 0.05, "feature_fraction": 0.3}
"""Settings of lightgbm: half the rate of 0.1 with twice the rounds gave as many false spans for half a point more of the
agreed majors by cross-validation."""
REACH = 0.5
"""Share of the threshold from which neighbours join: spans have some three words then, as those that people mark."""
STEP = 0.005
FALSE = 0.2
"""The threshold is the lowest, in steps of `STEP`, with which at most so many spans in 1,000 words met no rater's mark in
documents left out of the fit, spans apart where another rule speaks. It is as many as leave texts written as good ones
under half a finding of all rules in 1,000 words."""

Chances = NDArray[np.float64]
Known = Sequence[Span]
Key = tuple[str, str, str]


@dataclass(frozen=True)
class Case:
    """An example with which of its words nothing in the source accounts for, and where other rules speak."""

    example: Example
    open: NDArray[np.bool_]
    known: Known


def pairs(rated: Sequence[Rated], code: str) -> Iterator[tuple[Rated, Pair, Known]]:
    """Each rendering beside its source, read as rows of a table that name their document, with other rules' findings.

    code  the language of the sources
    """
    glossaries = GlossaryLookup()
    rules = [rule for rule in select() if rule.code != RULE]
    order = sorted(rated, key=lambda one: (one.document, one.segment))
    for _, group in groupby(order, key=lambda one: one.document):
        rows = [(one, Article("", _row(one.source, code), (_rendering(one.target),))) for one in group]
        background = background_of([article.source for _, article in rows if article.source])
        for one, article in rows:
            prepared = prepare(article, glossaries, background, "lexical")
            (reading,) = prepared.readings.values()
            if len(reading.pairs) == 1 and reading.pairs[0].complete:
                found = check(prepared, rules).findings
                yield one, reading.pairs[0], [f.primary.span for f in found if f.primary.side is Side.TARGET]


def _row(text: str, code: str) -> Document:
    return Document("", code, text, (Passage(text, 0),), row=1)


def _rendering(text: str) -> Rendering:
    return Rendering("target", Role.CANDIDATE, _row(text, "en"))


@dataclass(frozen=True)
class Cases:
    """Ratings made ready.

    names  of the columns of evidence
    cases  the examples of the renderings of which the source does not account for every word
    known  where other rules speak, by document, segment and system
    """

    rated: Sequence[Rated]
    names: tuple[str, ...]
    cases: Sequence[Case]
    known: Mapping[Key, Known]

    def several(self, chance: Sequence[Chances]) -> tuple[Cases, list[Chances]]:
        """Those that more than one person rated, and their part of `chance`."""
        kept = [n for n, case in enumerate(self.cases) if len(case.example.rated.raters) > 1]
        rated = [one for one in self.rated if len(one.raters) > 1]
        return replace(self, rated=rated, cases=[self.cases[n] for n in kept]), [chance[n] for n in kept]


def ready(rated: Sequence[Rated], code: str) -> Cases:
    """Ratings of renderings into English from the language `code`, with what their sources say."""
    found: list[Case] = []
    others: dict[Key, Known] = {}
    names: tuple[str, ...] = ()
    for one, pair, known in pairs(rated, code):
        others[_key(one)] = known
        said = source_says(pair)
        if said is None:
            continue
        names = names or tuple(said.columns)
        kept = np.flatnonzero(said.weighed)
        table = np.stack([said.columns[name] for name in names], 1)[kept].astype(np.float32)
        hope, view = soft_labels(one, said.own)
        example = Example(one, said.own, 0, kept, table, hope[kept], view[kept], {})
        found.append(Case(example, said.open, known))
    return Cases(rated, names, found, others)


def fitted(
    train: Sequence[Rated], check_on: Sequence[Rated], code: str, folds: int, say: Callable[[str], None]
) -> tuple[Model, list[str]]:
    """Fit the model on renderings into English from the language `code`; with it, the lines of its card's tables.

    check_on  ratings that are only measured on
    """
    found = ready(train, code)
    examples = [case.example for case in found.cases]
    say(f"{len(examples)} examples, {sum(len(e.hope) for e in examples)} words, {len(found.names)} columns")
    mine, chance = found.several(folded(examples, folds, say, SETTINGS))
    model = Model(fit(examples, SETTINGS), found.names, frozenset({f"{code}-en"}), {}, 0.0, np.zeros(1), np.zeros(1))
    model = settled(model, mine, chance)
    rows = described("left out", mine, chance, model)
    if check_on:
        others = ready(check_on, code)
        theirs = [chances(model.forest, case.example) for case in others.cases]
        rows += described("checked on", *others.several(theirs), model)
    for row in rows:
        say(row)
    return model, rows


def settled(model: Model, found: Cases, chance: Sequence[Chances]) -> Model:
    """The model with its threshold and its calibration, by the probabilities of examples left out of its fit."""
    model = with_seed(model, threshold(found, chance, model))
    peaks, rates = curve([one for c, p in zip(found.cases, chance, strict=True) for one in _right(c, p, model)])
    return replace(model, peaks=peaks, rates=rates)


def _key(one: Rated) -> Key:
    return one.document, one.segment, one.system


def with_seed(model: Model, seed: float) -> Model:
    """The model with its threshold set to `seed`."""
    return replace(model, seeds={Kind.WORDS: round(seed, 4)}, low=round(seed * REACH, 4))


def threshold(found: Cases, chance: Sequence[Chances], model: Model) -> float:
    """The lowest threshold with which there are at most `FALSE` spans in 1,000 words that no rater marked."""
    words = sum(len(one.target.split()) for one in found.rated)
    least = 0.9
    for seed in np.arange(0.9, 0.1, -STEP):
        tried = with_seed(model, float(seed))
        false = 0
        for case, p in zip(found.cases, chance, strict=True):
            mine = [(span, n) for span, n, _ in flagged(case, p, tried)]
            false += len(mine) - agreement(case.example.rated, mine).any if mine else 0
        if 1000 * false > FALSE * words:
            break
        least = tried.seeds[Kind.WORDS]
    return least


def flagged(case: Case, chance: Chances, model: Model) -> list[tuple[Span, int, float]]:
    """The model's spans where no other rule speaks, each with its number of words and its peak."""
    own = case.example.own
    out: list[tuple[Span, int, float]] = []
    for run in spans(model, own, case.open, chance):
        span, length = located(own, run.first, run.last)
        if not any(span.overlaps(known) for known in case.known):
            out.append((span, length, run.peak))
    return out


def _right(case: Case, chance: Chances, model: Model) -> list[tuple[float, bool]]:
    """The peak of each span, and whether two raters marked it."""
    rated = case.example.rated
    return [(peak, agreement(rated, [(span, n)]).two > 0) for span, n, peak in flagged(case, chance, model)]


def described(where: str, found: Cases, chance: Sequence[Chances], model: Model) -> list[str]:
    """Lines of the table of figures: other rules alone, the model alone, and both."""
    mine = {_key(c.example.rated): flagged(c, p, model) for c, p in zip(found.cases, chance, strict=True)}
    rated = found.rated
    corpora = ", ".join(sorted({one.corpus for one in rated}))
    parts: dict[str, list[Agreement]] = {"this rule": [], "other rules": [], "both": []}
    kinds: Counter[tuple[str, bool]] = Counter()
    for one in rated:
        own = [(span, n) for span, n, _ in mine.get(_key(one), ())]
        known = [(span, len(span.of(one.target).split())) for span in found.known.get(_key(one), ())]
        for name, given in (("this rule", own), ("other rules", known), ("both", [*own, *known])):
            parts[name].append(agreement(one, given))
        for span, n in own:
            kinds[_kind(span.of(one.target)), agreement(one, [(span, n)]).two > 0] += 1
    lines: list[str] = []
    for name, sums in parts.items():
        g = total(sums).figures()
        documents = list(per_document(rated, sums).values())
        two, recall = (interval(documents, key) for key in ("precision_two_raters", "recall_consensus_major"))
        lines.append(
            f"| {corpora}, {where} | {name} | {g['precision_two_raters']} ({two[0]} to {two[1]}) | "
            f"{g['precision_any']} | {g['precision_major']} | {g['recall_consensus_major']} ({recall[0]} to "
            f"{recall[1]}) | {g['flags_per_1000w']} | {g['false_per_1000w']} | {g['words_per_flag']} |"
        )
    for kind in ("with a figure", "with a capital", "other words"):
        right, wrong = kinds[kind, True], kinds[kind, False]
        lines.append(f"- {corpora}, {where}, {kind}: {right + wrong} spans, {100 * right / max(1, right + wrong):.1f}")
    return lines


def _kind(words: str) -> str:
    if any(c.isdigit() for c in words):
        return "with a figure"
    return "with a capital" if any(c.isupper() for c in words) else "other words"


def write_card(path: Path, model: Model, rows: Sequence[str], files: Sequence[Path], checked: Sequence[Path]) -> None:
    """Write the model's card in Markdown."""
    named, others = (" ".join(p.name for p in some) for some in (files, checked))
    command = f"python -m tqcheck.evaluate.fit {named}" + (f" --check {others}" if checked else "")
    lines = [
        f"# Weights `source`, version {VERSION}",
        "",
        "Gradient-boosted trees that give each word of a rendering, beside its source alone, the probability that a "
        "professional marks it as an error, a minor error counted half. Spans begin at words of content over a threshold "
        "for which neither the dictionary nor the glossary nor a number of the source accounts, and take in neighbours. A "
        "finding's confidence is how often spans with such a peak were marked by at least two raters.",
        "",
        f"- Fitted on {named}, by `{command} --situation source`. No text is kept in the weights.",
        f"- {len(model.forest.roots)} trees, {len(model.forest.value)} nodes, {len(model.columns)} columns of "
        "evidence; none tells the segment, the document or the system.",
        f"- For source and rendering in: {', '.join(sorted(model.languages))}.",
        f"- Threshold, the same for every text: {model.seeds[Kind.WORDS]:.3f}; neighbours join from {model.low:.3f}. "
        f"It is the lowest, in steps of {STEP}, with which at most {FALSE} spans in 1,000 words met no rater's mark, in "
        "documents left out of the fit and where no other rule speaks: as many as leave texts written as good ones under "
        "half a finding of all rules in 1,000 words.",
        "- Limits: news translated from Chinese, by systems of 2020 and 2021; raters stopped at five errors in a "
        "segment: words after a rater's fifth are fitted by the other raters alone, but count as unmarked in the figures. "
        "A dictionary does not know every free rendering.",
        "",
        "## Figures",
        "",
        "| texts | findings of | two raters | any rater | major | consensus majors found | in 1,000 words | false | words |",
        "|---|---|---|---|---|---|---|---|---|",
        *(row for row in rows if row.startswith("|")),
        "",
        "In brackets: the middle 95% over documents drawn with replacement.",
        "",
        "## By kind of words: how many two raters marked, in percent",
        "",
        *(row for row in rows if row.startswith("-")),
        "",
        "## Calibration",
        "",
        "| peak | two raters |",
        "|---|---|",
        *(f"| {peak:.3f} | {100 * rate:.0f} |" for peak, rate in zip(model.peaks, model.rates, strict=True)),
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
