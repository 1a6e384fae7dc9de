"""From probabilities to a threshold and a curve."""

from __future__ import annotations

import numpy as np
import pytest

from tqcheck.evaluate import measure
from tqcheck.evaluate.agreement import Agreement
from tqcheck.evidence.weighing.model import Kind, Model
from tqcheck.evidence.weighing.trees import from_dump

MODEL = Model(
    from_dump({"tree_info": [{"tree_structure": {"leaf_value": 0.0}}]}), (), frozenset(), {}, 0.0, np.zeros(1), np.zeros(1)
)  # fmt: skip


def test_the_threshold_is_the_lowest_down_to_which_enough_spans_are_right(monkeypatch: pytest.MonkeyPatch) -> None:
    def found(examples: object, chances: object, model: Model) -> list[Agreement]:
        return [Agreement(flags=100, two=56 if model.seeds[Kind.WORDS] >= 0.3 else 54)]

    monkeypatch.setattr(measure, "found_at", found)
    assert measure.seed_for([], [], MODEL, 55.0) == 0.3


def test_the_curve_of_calibration_never_falls() -> None:
    peaks, rates = measure.curve([(0.1 * n, n in (1, 3, 4)) for n in range(5)])
    assert peaks.tolist() == pytest.approx([0.0, 0.1, 0.2, 0.3, 0.4])
    assert rates.tolist() == [0, 1, 1, 1, 1]
