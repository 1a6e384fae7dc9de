"""GitLab's Code Quality report, held to a schema of the keys that its documentation asks for."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from tqcheck import reporters
from tqcheck.model.finding import Severity
from tqcheck.model.report import Report

TEXT = {"type": "string", "minLength": 1}
SCHEMA = Draft202012Validator({
    # After https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format, no package ships one.
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": TEXT,
            "check_name": TEXT,
            "fingerprint": TEXT,
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "minLength": 1, "not": {"pattern": r"^\./|\\"}},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {key: {"type": "integer", "minimum": 1} for key in ("begin", "end")},
                    },
                },
            },
        },
    },
})  # fmt: skip


def issues(report: Report) -> list[dict]:
    made = json.loads("".join(reporters.get("gitlab")(report)))
    SCHEMA.validate(made)
    return made


def test_issues_have_what_gitlab_asks_for(report):
    made = issues(report)
    assert [issue["severity"] for issue in made] == ["blocker", "info", "major", "minor", "critical"]
    assert made[2]["check_name"] == "NAM001 literal-name" and "literal rendering of 新华社" in made[2]["description"]
    assert made[2]["location"] == {"path": "port/mt-a.en.txt", "lines": {"begin": 2, "end": 2}}
    assert made[4]["location"]["lines"] == {"begin": 7, "end": 7}


def test_a_report_of_nothing_is_an_empty_list():
    assert issues(Report("1", ())) == []


def test_no_two_issues_share_a_fingerprint(report):
    prints = [issue["fingerprint"] for issue in issues(replace(report, findings=report.findings * 3))]
    assert len(set(prints)) == len(prints) == 13
    assert prints[1] == "f" * 16


def test_paths_are_relative_to_the_working_folder(report, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    place = replace(report.findings[0].primary, path=str(tmp_path / "新" / "a.txt"))
    (issue,) = issues(Report("1", (replace(report.findings[0], locations=(place,)),)))
    assert issue["location"]["path"] == "新/a.txt"


@pytest.mark.parametrize("text", ["<script>", "\x00\x1b[2J", "\u202eabc", "\ud83d", "\n\u2028", "\udce9"])
def test_any_text_is_sound_json(report, text):
    place = replace(report.findings[0].primary, path=f"{text}.txt", text=text)
    made = replace(report.findings[0], message=text, suggestion=text, locations=(place,), severity=Severity.MINOR)
    output = "".join(reporters.get("gitlab")(Report("1", (made,))))
    assert "\\ud8" not in output and "\\udc" not in output and len(issues(Report("1", (made,)))) == 1
