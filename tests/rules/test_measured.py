"""What rules claim for themselves is what was measured."""

from __future__ import annotations

import pytest

from tqcheck.rules.measured import ENOUGH, measured
from tqcheck.rules.registry import rule_types

RULES = {rule.code: rule for rule in rule_types()}


def test_every_figure_is_of_a_rule_that_there_is_and_says_on_what() -> None:
    assert set(measured()) <= set(RULES)
    assert all(found.flags > 0 and 0 <= found.precision <= 1 and found.sets for found in measured().values())


@pytest.mark.parametrize("code", [code for code, found in measured().items() if found.flags >= ENOUGH])
def test_a_rules_confidence_follows_from_its_measured_precision(code: str) -> None:
    assert RULES[code].confidence == measured()[code].confidence
