"""Tables for spreadsheets and Markdown for comments: what a spreadsheet would run, what a forge would link or call."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from tqcheck import reporters
from tqcheck.model.finding import Evidence
from tqcheck.model.report import Report, Skipped
from tqcheck.reporters.display.marks import plain


def sheet(report: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(reporters.get("csv")(report)))))


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t=", "\r=", " =", "＝", "－"])
def test_a_spreadsheet_is_given_nothing_to_run(report, begins):
    text = f'{begins}HYPERLINK("x")'
    made = replace(
        report.findings[1], message=text, suggestion=text, article=text, evidence=(Evidence("source", text),)
    )
    found = sheet(replace(report, findings=(made,)))[0]
    assert all(found[key].startswith("'") for key in ("message", "suggestion", "id", "evidence"))


def test_both_tables_have_the_same_cells_and_leave_the_suppressed_out(report):
    lines = "".join(reporters.get("tsv")(report)).splitlines()
    assert len(lines) == 5 and [line.split("\t")[2] for line in lines[1:]] == [row["rule"] for row in sheet(report)]
    assert sheet(report)[1]["start"] == "172" and sheet(report)[0]["suggestion"] == ""


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("<script>", r"\<script\>"),
        ("[a](b) *c* _d_ `e` #1 ~f~ a|b", r"\[a\](b) \*c\* \_d\_ \`e\` \#1 \~f\~ a\|b"),
        ("ask @someone", "ask @\u200bsomeone"),
        ("https://x.example", "https://\u200bx.example"),
        ("one\n\n# two", r"one  \# two"),
    ],
)
def test_text_stays_text_in_markdown(text, made):
    assert plain(text) == made


def test_a_comment_begins_with_the_worst_and_says_how_many_more(report):
    many = replace(report, findings=(*report.findings[:1] * 30, report.findings[4]))
    text = "".join(reporters.get("markdown")(many))
    findings = [line for line in text.splitlines() if line.startswith("- **")]
    assert findings[0].startswith("- **critical** COV001") and len(findings) == 21
    assert "\n… and 11 more.\n" in text


def test_a_comment_fits(report):
    long = replace(report.findings[1], message="x" * 9000, evidence=(Evidence("source", "y" * 9000),) * 2)
    skipped = tuple(Skipped("p" * 100, "r") for _ in range(5000))
    assert len("".join(reporters.get("markdown")(replace(report, findings=(long,) * 100, skipped=skipped)))) < 60_000
