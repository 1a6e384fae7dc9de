"""`tqcheck evaluate`: the command, its output, its exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

TARGET = "The mayor opened the the bridge on Monday."
ERRORS = [{"start": 17, "end": 24, "severity": "major", "category": "fluency", "raters": ["r1", "r2"]},
          {"start": 25, "end": 31, "severity": "major", "category": "accuracy", "raters": ["r2"]}]  # fmt: skip
ROW = {"id": "a", "source": "市长周一为大桥揭幕。", "target": TARGET, "raters": ["r1", "r2"], "errors": ERRORS}
FLAG = {"id": "a", "start": 25, "end": 31, "side": "target", "rule": "XYZ001"}


@pytest.fixture
def gold(tmp_path: Path) -> str:
    (tmp_path / "gold.jsonl").write_text(json.dumps(ROW) + "\n", encoding="utf-8")
    return str(tmp_path / "gold.jsonl")


@pytest.fixture
def findings(tmp_path: Path) -> str:
    (tmp_path / "findings.jsonl").write_text(json.dumps(FLAG) + "\n", encoding="utf-8")
    return str(tmp_path / "findings.jsonl")


def test_the_rules_are_run_where_no_findings_are_given(tqcheck, gold: str) -> None:
    ran = tqcheck("evaluate", gold, "--source-lang", "zh", "--format", "json")
    rules = {rule["rule"]: rule for rule in json.loads(ran.out)["rules"]}
    assert ran.status == 0 and rules["REP001"]["precision_any"] == 100 and rules["REP001"]["recall_major"] == 50


def test_given_findings_are_measured_instead(tqcheck, gold: str, findings: str) -> None:
    done = json.loads(tqcheck("evaluate", gold, "--findings", findings, "--format", "json").out)
    assert [rule["rule"] for rule in done["rules"]] == ["XYZ001"]
    assert done["gold"] == {"texts": 1, "size": 8, "unit": "words", "raters": 2, "marks": 2, "majors": 2, "agreed": 1}
    found = done["findings"]
    assert (found["flags"], found["precision_any"], found["precision_two_raters"], found["recall_major"]) == (
        1,
        100,
        0,
        50,
    )
    assert found["recall_major_two_raters"] == 0 and found["false_per_1000"] == 0
    assert found["span_measure"] == {"precision": 50.0, "recall": 33.33, "f1": 40.0}
    assert done["one_rater"]["precision_any"] == 66.7
    assert 0 <= done["chance"]["precision_any"] < 100


def test_text_tells_rules_chance_and_raters(tqcheck, gold: str, findings: str) -> None:
    out = tqcheck("evaluate", gold, "--findings", findings).out
    assert out.startswith("1 text of 8 words, 2 raters, 2 marks, 2 major, 1 of these agreed on by two\n")
    for head in ("findings", "chance", "one rater's marks", "XYZ001", "Span measure"):
        assert f"\n{head}" in out


def test_what_check_writes_can_be_evaluated(tqcheck, gold: str, tmp_path: Path) -> None:
    checked = tqcheck("check", gold, "--source-lang", "zh", "--format", "jsonl", "--fail-on", "never").out
    (tmp_path / "f.jsonl").write_text(checked, encoding="utf-8")
    given = tqcheck("evaluate", gold, "--findings", str(tmp_path / "f.jsonl")).out
    assert given == tqcheck("evaluate", gold, "--source-lang", "zh").out


def test_a_bad_line_is_told_with_file_and_line_and_the_status_is_2(tqcheck, gold: str, findings: str) -> None:
    with open(gold, "a", encoding="utf-8") as file:
        file.write('{"id": "b"}\n')
    ran = tqcheck("evaluate", gold, "--findings", findings)
    assert ran.status == 2 and "XYZ001" in ran.out
    assert ran.err == f'tqcheck: error: {gold}: line 2: no text in "source"\n'


def test_findings_of_other_texts_are_said(tqcheck, gold: str, findings: str) -> None:
    with open(findings, "a", encoding="utf-8") as file:
        file.write(json.dumps({**FLAG, "id": "b"}) + "\n")
    ran = tqcheck("evaluate", gold, "--findings", findings)
    assert ran.status == 0 and ran.err.endswith("left out: 1\n")


@pytest.mark.parametrize(
    "arguments", [["nowhere.tsv"], ["GOLD", "--findings", "nowhere"], ["GOLD", "--target-lang", "qqq"]]
)
def test_wrong_usage_is_2_in_one_line(tqcheck, gold: str, arguments: list[str]) -> None:
    ran = tqcheck("evaluate", *(gold if word == "GOLD" else word for word in arguments))
    assert ran.status == 2 and ran.out == "" and ran.err.count("\n") == 1


def test_explain_tells_what_was_measured(tqcheck) -> None:
    from tqcheck.rules.measured import ENOUGH, measured
    from tqcheck.rules.registry import rule_types

    for rule in rule_types():
        out, found = " ".join(tqcheck("explain", rule.code).out.split()), measured().get(rule.code)
        assert ("confidence is a judgement" in out) == (found is None or found.flags < ENOUGH)
        assert found is None or f"of its {found.flags} flags were right by human marks on {found.sets}" in out
