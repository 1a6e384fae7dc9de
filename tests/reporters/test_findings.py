"""What every format of a report owes: safety, promised keys, nothing lost."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from tqcheck import reporters
from tqcheck.errors import UsageError
from tqcheck.model.finding import Evidence, Severity
from tqcheck.model.report import Report, Skipped
from tqcheck.reporters import View

KEYS = [
    "id",
    "rendering",
    "rule",
    "name",
    "severity",
    "confidence",
    "side",
    "path",
    "start",
    "end",
    "line",
    "column",
    "text",
    "message",
    "suggestion",
    "evidence",
    "fingerprint",
]
# ESC and the other controls but the newline, DEL, C1, marks that reorder text, other ends of lines.
OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]")


def rendered(name: str, report: Report, view: View = View()) -> str:  # noqa: B008
    return "".join(reporters.get(name)(report, view))


@pytest.mark.parametrize("name", reporters.names())
def test_nothing_in_an_article_reaches_the_terminal_as_an_order(name, report):
    text = rendered(name, report)
    if name == "tsv":
        assert {line.count("\t") for line in text.splitlines()} == {16}
        text = text.replace("\t", "")
    assert not OBEYED.search(text)


@pytest.mark.parametrize("name", reporters.names())
def test_lone_surrogates_can_be_written(name, report):
    broken = replace(report, skipped=(Skipped("a\ud800", "b\udcff"),))
    broken = replace(broken, findings=(replace(report.findings[0], message="x\ud83d"),))
    rendered(name, broken).encode("utf-8")


@pytest.mark.parametrize("name", reporters.names())
def test_a_report_without_findings_renders(name):
    rendered(name, Report("0", ()))


class Stored(Sequence):
    """Findings that are somewhere else: they can be counted and gone through, again and again, and not picked."""

    def __init__(self, findings):
        self._findings = findings

    def __len__(self):
        return len(self._findings)

    def __iter__(self):
        return iter(self._findings)

    def __getitem__(self, which):
        raise AssertionError("findings are gone through in order, not picked")


@pytest.mark.parametrize("name", reporters.names())
def test_findings_need_not_be_in_memory(name, report):
    assert rendered(name, replace(report, findings=Stored(report.findings))) == rendered(name, report)


@pytest.mark.parametrize("name", [name for name in reporters.names() if name not in ("html", "json", "sarif")])
def test_the_suppressed_are_not_shown(name, report):
    one = replace(report.findings[3], message="xyzzy", rule="XYZ001")
    assert "xyzzy" not in rendered(name, replace(report, findings=(one,))).lower()
    assert "XYZ001" not in rendered(name, replace(report, findings=(one,)))


def test_the_suppressed_are_counted_apart(report):
    only = replace(report, findings=report.findings[3:4])
    assert "0 findings in 3 articles, 60 words\n" in rendered("text", only)
    assert "1 finding suppressed\n" in rendered("text", only)
    assert "tqcheck: 0 findings in 3 articles" in rendered("markdown", only)
    assert "1 finding suppressed." in rendered("markdown", only)


@pytest.mark.parametrize("name", ["text", "markdown", "html", "json", "sarif"])
def test_notes_about_the_run_are_told(name, report):
    assert "2 entries of the baseline match nothing any more" in rendered(name, report)


def test_markup_is_shown_as_written(report):
    assert "[bold]today[/bold]" in rendered("text", report)
    assert "[/b] too much" in rendered("text", report)


def test_colours_add_sequences_and_change_no_word(report):
    coloured = rendered("text", report, View(colour=True))
    assert "\x1b[31mmajor\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == rendered("text", report)


def test_each_finding_begins_with_path_line_column_severity_code(report):
    heads = re.findall(
        r"^(\S+):(\d+):(\d+): (critical|major|minor|note) ([A-Z]{3}\d{3}) ", rendered("text", report), re.M
    )
    kept = [f for f in report.findings if f.suppressed is None]
    assert heads == [
        (f.primary.path, str(f.primary.line), str(f.primary.column), f.severity.value, f.rule) for f in kept
    ]


def test_a_suggestion_in_the_message_is_not_said_again(report):
    text = rendered("text", report)
    assert "write   Xinhua" not in text
    assert "write   not\n" not in text
    assert "write   The planners approved the documents." in text


def test_a_suggestion_that_is_only_part_of_a_word_of_the_message_is_said(report):
    part = replace(report.findings[2], message="nothing said", suggestion="not")
    assert "write   not\n" in rendered("text", replace(report, findings=(part,)))


def test_the_source_phrase_is_shown_even_where_the_rule_gave_it_as_a_place_only(report):
    bare = replace(report.findings[1], evidence=(Evidence("page", "this page"),))
    assert "    source  新华社   ·   this page\n" in rendered("text", replace(report, findings=(bare,)))


def test_a_finding_in_the_source_says_which_rendering_is_meant(report):
    assert "    rendering  target   ·   �2 of 3� sentences\n" in rendered("text", report)


def test_summary_counts_what_is_shown(report):
    text = rendered("text", report)
    assert (
        "\n4 findings in 3 articles, 60 words: 66.7 per 1,000 words\naligned: 1 article (lexical)\n1 finding suppressed\n1 input skipped\n"
        in text
    )
    assert re.findall(r"^([A-Z]{3}\d{3})  .* (\d+)$", text, re.M) == [
        ("COV001", "1"), ("NAM001", "1"), ("REP001", "1"), ("TYP009", "1")
    ]  # fmt: skip
    assert re.search(r"^ +all +1 +1 +1 +1 +4$", text, re.M)


def test_the_same_note_of_many_articles_is_said_once(report):
    text = rendered("text", report)
    assert text.count("odd") == 1
    assert "note: 2 articles: [b]odd�[/b]\n" in text


def test_brief_leaves_findings_only(report):
    text = rendered("text", report, View(brief=True))
    assert "per 1,000" not in text and "skipped" not in text and "note:" not in text
    assert text.count(": major ") == 1


def test_nothing_read_nothing_said(report):
    assert rendered("text", replace(report, findings=(), inputs=())) == ""


def test_jsonl_has_the_promised_keys_in_order(report):
    rows = [json.loads(line) for line in rendered("jsonl", report).splitlines()]
    assert [list(row) for row in rows] == [KEYS] * 4
    assert rows[1]["id"] == "port" and rows[1]["side"] == "target"
    assert rows[1]["evidence"][0] == {"kind": "source", "text": "（新华社）"}
    assert rows[0]["suggestion"] is None


def test_jsonl_gives_back_every_character(report):
    rows = [json.loads(line) for line in rendered("jsonl", report).splitlines()]
    assert [row["message"] for row in rows] == [f.message for f in report.findings if f.suppressed is None]


def test_json_is_one_object_with_schema_places_and_suppressed(report):
    whole = json.loads(rendered("json", report))
    assert whole["schema"] == "tqcheck.report/1"
    assert list(whole) == ["schema", "version", "findings", "scores", "skipped", "inputs", "rules", "notes"]
    assert len(whole["findings"]) == 5
    assert [f["suppressed"] for f in whole["findings"]] == [None, None, None, "checked by hand", None]
    places = whole["findings"][1]["locations"]
    assert [p["side"] for p in places] == ["target", "source"]
    assert (
        places[0]["excerpt"]["text"][places[0]["excerpt"]["start"] : places[0]["excerpt"]["end"]] == places[0]["text"]
    )
    assert whole["skipped"] == [{"path": "empty[/b]\x1b[0m.txt", "reason": "is empty"}]
    assert whole["inputs"][0]["renderings"] == ["mt-a"]
    assert whole["scores"][0]["value"] == 61.5
    assert whole["notes"] == list(report.notes)


def test_every_severity_has_a_colour(report):
    coloured = rendered("text", report, View(colour=True))
    assert all(re.search(rf"\x1b\[[\d;]+m{severity.value}\x1b", coloured) for severity in Severity)


def test_an_unknown_format_names_those_there_are():
    with pytest.raises(UsageError, match="no format 'yaml' .*csv, github, .*json, .*text, tsv"):
        reporters.get("yaml")
    with pytest.raises(UsageError):
        reporters.get("base")
