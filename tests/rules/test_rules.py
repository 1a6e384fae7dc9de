"""Every rule: its documentation, its code, and its own examples."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest

from tqcheck.errors import UsageError
from tqcheck.rules.base import SECTIONS, Example, Rule
from tqcheck.rules.registry import find, rule_types, select

FAMILIES = {"NAM", "TRM", "QTY", "COV", "POL", "UNT", "REP", "CON", "RES", "TYP", "SUP", "TAG"}
CASES = [
    pytest.param(rule, example, id=f"{rule.code}-{number}")
    for rule in rule_types()
    for number, example in enumerate(rule.examples)
]


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_an_example_is_flagged_where_it_is_marked_and_nowhere_else(
    findings, expected, rule: type[Rule], example: Example
) -> None:
    made = rule(rule.options_type(**example.options))
    found = {(f.primary.side, f.primary.span) for f in findings(example, [made])}
    assert found == expected(example)


@pytest.mark.parametrize("rule", rule_types(), ids=lambda rule: rule.code)
def test_a_rule_is_documented_in_the_house_order(rule: type[Rule]) -> None:
    assert tuple(rule.sections()) == SECTIONS
    assert all(rule.sections().values())
    assert rule.summary().endswith(".")
    assert re.fullmatch(r"[A-Z]{3}\d{3}", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    assert 0 < rule.confidence <= 1
    for option in fields(rule.options_type):
        assert option.metadata.get("help")
        assert option.name in rule.sections()["Options"]


@pytest.mark.parametrize("rule", rule_types(), ids=lambda rule: rule.code)
def test_a_rule_has_an_example_that_it_flags_and_one_that_it_leaves_alone(expected, rule: type[Rule]) -> None:
    marked = [bool(expected(example)) for example in rule.examples]
    assert True in marked
    assert False in marked


@pytest.mark.parametrize("rule", rule_types(), ids=lambda rule: rule.code)
def test_a_rule_is_silent_on_empty_text(findings, rule: type[Rule]) -> None:
    assert findings(Example("", source=""), [rule()]) == ()
    assert findings(Example("", source="大桥周一通车。"), [rule()]) == ()


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in rule_types()}) == len(rule_types())
    assert len({rule.name for rule in rule_types()}) == len(rule_types())


def test_every_family_has_at_least_two_rules() -> None:
    codes = [rule.code[:3] for rule in rule_types()]
    assert set(codes) >= FAMILIES
    assert all(codes.count(family) >= 2 for family in FAMILIES)


def test_a_family_prefix_selects_its_rules_and_ignore_takes_away() -> None:
    chosen = select(["NAM"], ["NAM002"])
    assert {rule.code[:3] for rule in chosen} == {"NAM"}
    assert "NAM002" not in {rule.code for rule in chosen}


def test_an_unknown_rule_is_named_with_its_nearest() -> None:
    with pytest.raises(UsageError, match="did you mean NAM00"):
        find("NAM01")
    with pytest.raises(UsageError, match="no rule 'XYZ'"):
        select(["XYZ"])


def test_an_unknown_option_is_an_error() -> None:
    with pytest.raises(UsageError, match="has no option 'min_word'"):
        select(["REP002"], options={"REP002": {"min_word": 3}})
