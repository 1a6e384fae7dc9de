"""`tqcheck rules` and `tqcheck explain` tell what the registry holds."""

from __future__ import annotations

import json
import re

import pytest

from tqcheck.rules.registry import rule_types

COLUMNS = ["code", "name", "severity", "scope", "confidence", "summary"]


def test_text_has_a_row_for_each_rule(tqcheck):
    ran = tqcheck("rules")
    head, *rows = ran.out.splitlines()
    assert ran.status == 0 and head.split() == COLUMNS
    assert [row.split()[0] for row in rows] == [rule.code for rule in rule_types()]
    assert all(row.endswith(rule.summary()) for row, rule in zip(rows, rule_types(), strict=True))


def test_json_has_the_same(tqcheck):
    rows = json.loads(tqcheck("rules", "--format", "json").out)
    assert [list(row) for row in rows] == [COLUMNS] * len(rule_types())
    assert [row["confidence"] for row in rows] == [round(rule.confidence, 2) for rule in rule_types()]


def test_markdown_is_a_table_of_six_columns(tqcheck):
    lines = tqcheck("rules", "--format", "markdown").out.splitlines()
    assert lines[0] == "| code | name | severity | scope | confidence | summary |"
    assert len(lines) == len(rule_types()) + 2
    assert all(len(re.findall(r"(?<!\\)\|", line)) == 7 for line in lines)


@pytest.mark.parametrize("given", ["NAM001", "nam001", "literal-name"])
def test_explain_tells_docs_and_examples(tqcheck, given):
    out = tqcheck("explain", given).out
    for head in ("NAM001 literal-name", "What it does", "Why it matters", "What it does not flag", "Flags (", "[["):
        assert head in out


def test_every_rule_can_be_explained(tqcheck):
    ran = tqcheck("explain", *(rule.code for rule in rule_types()))
    assert ran.status == 0
    for rule in rule_types():
        assert f"{rule.code} {rule.name}\n" in ran.out


def test_explain_shows_options_with_defaults(tqcheck):
    from dataclasses import fields

    for rule in rule_types():
        out = tqcheck("explain", rule.code).out
        for option in fields(rule.options_type):
            assert f"    {option.name} = " in out


def test_an_unknown_code_is_2_with_the_nearest(tqcheck):
    ran = tqcheck("explain", "NAM01")
    assert ran.status == 2 and ran.out == ""
    assert ran.err == "tqcheck: error: no rule 'NAM01': did you mean NAM001?\n"
