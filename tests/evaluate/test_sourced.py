"""The figures of the model that weighs the source alone, on examples made by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from tqcheck.evaluate.examples import Example
from tqcheck.evaluate.gold import Mark, Place
from tqcheck.evaluate.mqm import Rated
from tqcheck.evaluate.sourced import Case, Cases, described, flagged, pairs, settled, threshold, with_seed, write_card
from tqcheck.evidence.support.tokens import tokens
from tqcheck.evidence.weighing.model import Kind, Model
from tqcheck.evidence.weighing.trees import Forest
from tqcheck.model.text import Span

NONE = np.zeros(0, np.int32)
FOREST = Forest(NONE, NONE, np.zeros(0, np.float32), NONE, NONE, np.zeros(0, np.float32), 0)
MODEL = Model(FOREST, ("src:best",), frozenset({"zh-en"}), {}, 0.0, np.zeros(1), np.zeros(1))
TARGET = "Umbrellas were sold on the market and the farmers were glad."


def _rated(segment: int, marked: bool) -> Rated:
    marks = (Mark(Place(0, 9), "major", "accuracy/mistranslation", ("a", "b")),) if marked else ()
    return Rated("set", "doc", str(segment), "system", "农民卖米。", TARGET, ("a", "b", "c"), marks)


def _cases(marked: Sequence[bool], known: Sequence[Span] = ()) -> Cases:
    own = tokens(TARGET)
    open_ = np.arange(len(own)) == 0
    found = []
    for number, one in enumerate(marked):
        rated = _rated(number, one)
        table = np.zeros((len(own), 1), np.float32)
        example = Example(
            rated, own, 0, np.arange(len(own)), table, np.zeros(len(own), np.float32), np.ones(len(own), np.float32), {}
        )
        found.append(Case(example, open_, known))
    return Cases([case.example.rated for case in found], ("src:best",), found, {})


def _chances(peaks: Sequence[float]) -> list[np.ndarray]:
    size = len(tokens(TARGET))
    return [np.where(np.arange(size) == 0, peak, 0.0) for peak in peaks]


def test_the_threshold_lies_over_spans_that_nobody_marked() -> None:
    peaks = [0.8] * 10 + [0.4] * 10
    found = threshold(_cases([True] * 10 + [False] * 10), _chances(peaks), MODEL)
    assert 0.4 < found <= 0.41
    assert threshold(_cases([True] * 20), _chances(peaks), MODEL) < 0.2


def test_a_span_where_another_rule_speaks_is_its_own() -> None:
    model = with_seed(MODEL, 0.3)
    (chance,) = _chances([0.8])
    assert [span for span, _, _ in flagged(_cases([True]).cases[0], chance, model)] == [Span(0, 9)]
    assert flagged(_cases([True], [Span(4, 6)]).cases[0], chance, model) == []


def test_a_model_is_described_with_its_threshold_and_curve(tmp_path: Path) -> None:
    found, chance = _cases([True] * 10 + [False] * 10), _chances([0.8] * 10 + [0.4] * 10)
    model = settled(MODEL, found, chance)
    assert set(model.seeds) == {Kind.WORDS}
    assert model.confidence(0.8) == 1
    rows = described("left out", found, chance, model)
    assert "| set, left out | this rule | 100.0" in rows[0]
    path = tmp_path / "source.md"
    write_card(path, replace(model), rows, [Path("a.tsv")], [])
    text = path.read_text(encoding="utf-8")
    assert f"{model.seeds[Kind.WORDS]:.3f}" in text and rows[0] in text


def test_ratings_are_read_as_rows_that_name_their_document() -> None:
    rated = [_rated(0, True), _rated(1, False)]
    found = list(pairs(rated, "zh"))
    assert [one.segment for one, _, _ in found] == ["0", "1"]
    assert all(pair.source_text == "农民卖米。" and pair.target.text == TARGET for _, pair, _ in found)
