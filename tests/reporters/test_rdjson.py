"""reviewdog's rdjson: held to its message and to the bytes that its columns count."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from tqcheck import reporters
from tqcheck.model.finding import Excerpt, Finding, Location, Severity, Side
from tqcheck.model.report import Report, RuleDoc
from tqcheck.model.text import LineIndex, Span

TEXT = {"type": "string", "minLength": 1}
POSITION = {
    "type": "object",
    "additionalProperties": False,
    "required": ["line"],
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
}
RANGE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["start"],
    "properties": {"start": POSITION, "end": POSITION},
}
SEVERITY = {"enum": ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]}
SCHEMA = Draft202012Validator({
    # After the message DiagnosticResult in proto/rdf/reviewdog.proto of reviewdog, no package ships its schema.
    "type": "object",
    "additionalProperties": False,
    "required": ["diagnostics"],
    "properties": {
        "source": {"type": "object", "properties": {"name": TEXT, "url": TEXT}},
        "severity": SEVERITY,
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["message", "location"],
                "properties": {
                    "message": TEXT,
                    "location": {"type": "object", "required": ["path"], "properties": {"path": TEXT, "range": RANGE}},
                    "severity": SEVERITY,
                    "code": {"type": "object", "required": ["value"], "properties": {"value": TEXT, "url": TEXT}},
                    "suggestions": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "additionalProperties": False,
                            "required": ["range", "text"],
                            "properties": {"range": RANGE, "text": {"type": "string"}},
                        },
                    },
                },
            },
        },
    },
})  # fmt: skip
RULE = RuleDoc("XYZ001", "odd-thing", "major", "Odd.", "What it does: finds.", 0.9, replaces=True)


def diagnostics(report: Report) -> list[dict]:
    made = json.loads("".join(reporters.get("rdjson")(report)))
    SCHEMA.validate(made)
    assert made["source"] == {"name": "tqcheck"}
    return made["diagnostics"]


def found(text: str, words: str, **more: object) -> Finding:
    start = text.index(words)
    at = LineIndex(text).position(start)
    before = len(text[start - at.column + 1 : start].encode()) + 1
    span = Span(start, start + len(words))
    place = Location("a", Side.TARGET, span, at.line, at.column, words, Excerpt("", Span(0, 0)), byte_column=before)
    return Finding("a", "a", "XYZ001", "odd-thing", Severity.MAJOR, 0.5, "odd", (place,), **more)  # type: ignore[arg-type]


def cut(text: str, where: dict) -> tuple[int, int]:
    """The offsets in bytes that a range means."""
    lines = text.encode().splitlines(keepends=True)
    offsets = [len(b"".join(lines[: one["line"] - 1])) + one["column"] - 1 for one in (where["start"], where["end"])]
    return offsets[0], offsets[1]


def test_diagnostics_follow_the_message(report):
    made = diagnostics(report)
    assert [one["severity"] for one in made] == ["ERROR", "INFO", "ERROR", "WARNING", "ERROR"]
    assert [one["code"]["value"] for one in made] == ["input-not-read", "TYP009", "NAM001", "REP001", "COV001"]
    assert "（新华社）" in made[2]["message"]


def test_a_report_of_nothing_has_no_diagnostics():
    assert diagnostics(Report("1", ())) == []


@pytest.mark.parametrize("end_of_line", ["\n", "\r\n"])
@pytest.mark.parametrize("words", ["港", "port", "😀", "today", "port 😀 today|新 and", "after", ""])
def test_columns_count_bytes(words, end_of_line):
    text = "first 港|新 😀 port 😀 today|新 and after".replace("|", end_of_line)
    words = words.replace("|", end_of_line)
    low, high = cut(text, diagnostics(Report("1", (found(text, words),)))[0]["location"]["range"])
    assert text.encode()[low:high].decode() == words


def test_a_cell_is_its_row_s_line(report):
    assert diagnostics(report)[4]["location"]["range"] == {"start": {"line": 7}, "end": {"line": 7}}


def test_a_suggestion_puts_the_words_in_the_place():
    text = "one\n新 😀 the the port"
    (made,) = diagnostics(Report("1", (found(text, "the the", suggestion="the"),), rules=(RULE,)))
    (suggestion,) = made["suggestions"]
    low, high = cut(text, suggestion["range"])
    whole = text.encode()
    assert (whole[:low] + suggestion["text"].encode() + whole[high:]).decode() == "one\n新 😀 the port"


@pytest.mark.parametrize("more", [{"suggestion": "<b>"}, {"suggestion": None}, {"suggestion": "a\nb"}])
def test_no_suggestion_that_is_not_literally_right(more):
    assert "suggestions" not in diagnostics(Report("1", (found("the the", "the the", **more),), rules=(RULE,)))[0]
    doubtful = replace(RULE, replaces=False)
    made = found("the the", "the the", suggestion="the")
    assert "suggestions" not in diagnostics(Report("1", (made,), rules=(doubtful,)))[0]


@pytest.mark.parametrize("text", ["<script>", "\x00\x1b[2J", "\u202eabc", "\ud83d", "\n\u2028", "\udce9"])
def test_any_text_is_sound_json(text):
    made = found("x", "x", suggestion=text)
    made = replace(made, message=f"m{text}", locations=(replace(made.primary, path=f"{text}.txt", text=text),))
    output = "".join(reporters.get("rdjson")(Report("1", (made,))))
    assert "\\ud8" not in output and "\\udc" not in output and len(diagnostics(Report("1", (made,)))) == 1
