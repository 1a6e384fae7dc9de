"""GitHub's workflow commands, read back as the runner does (actions/runner, ActionCommand.TryParseV2)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck import reporters
from tqcheck.model.finding import Excerpt, Finding, Location, Severity, Side
from tqcheck.model.report import Report, Skipped
from tqcheck.model.text import Span
from tqcheck.reporters import View

PLACE = Location("a.txt", Side.TARGET, Span(0, 1), 3, 5, "x", Excerpt("x", Span(0, 1)))
ANY = st.text(alphabet=st.characters(exclude_categories=()))


@dataclass(frozen=True)
class Command:
    """What the runner makes of a line."""

    name: str
    properties: dict[str, str]
    message: str


def parsed(line: str) -> Command | None:
    """The command of a line of a log, or None where it is none."""
    line = line.lstrip()
    if not line.startswith("::") or line.find("::", 2) < 0:
        return None
    end = line.find("::", 2)
    name, _, rest = line[2:end].partition(" ")
    pairs = [part.split("=", 1) for part in rest.strip().split(",") if part]
    properties = {pair[0]: unescaped(pair[1], ":,") for pair in pairs if len(pair) == 2}
    return Command(name, properties, unescaped(line[end + 2 :]))


def unescaped(text: str, more: str = "") -> str:
    for char in f"\r\n{more}%":
        text = text.replace(f"%{ord(char):02X}", char)
    return text


def found(severity: Severity = Severity.MAJOR, message: str = "odd", **more: object) -> Finding:
    fields: dict[str, object] = {"confidence": 0.5, "locations": (PLACE,), **more}
    return Finding("a", "mt", "XYZ001", "odd-thing", severity, message=message, **fields)  # type: ignore[arg-type]


def lines(report: Report, view: View = View()) -> list[str]:  # noqa: B008
    return "".join(reporters.get("github")(report, view)).splitlines()


def commands(report: Report) -> list[Command]:
    return [command for command in map(parsed, lines(report)) if command]


def test_an_annotation_says_where_and_what():
    (command,) = commands(Report("1", (found(suggestion="y"),)))
    assert command.name == "error" and command.message == "odd\nwrite: y"
    assert command.properties == {
        "file": "a.txt", "line": "3", "endLine": "3", "col": "5", "endColumn": "6", "title": "XYZ001 odd-thing",
    }  # fmt: skip


def test_columns_are_left_out_over_several_lines_and_in_cells():
    several = replace(PLACE, text="x\ny")
    made = commands(Report("1", (found(locations=(several,)), found(locations=(replace(PLACE, cell=True),)))))
    assert set(made[0].properties) == {"file", "line", "endLine", "title"} and made[0].properties["endLine"] == "4"
    assert set(made[1].properties) == {"file", "line", "title"}


@pytest.mark.parametrize("text", ["100%", "%0A", "a::b", "a,b=c:d", "%25%3A", "::error::x", "##[error]x", "<script>"])
def test_what_is_escaped_comes_back(text):
    path = replace(PLACE, path=f"{text}.txt")
    (command,) = commands(Report("1", (found(message=text, locations=(path,)),)))
    assert command.message == text and command.properties["file"] == f"{text}.txt" and command.properties["line"] == "3"


@given(ANY, ANY)
def test_no_text_makes_a_command_of_its_own(one, two):
    made = Report(
        "1", (found(message=one, suggestion=two, locations=(replace(PLACE, path=two),)),), (), (Skipped(two, one),)
    )
    assert [line[:8] for line in lines(made)] == ["::error ", "::error ", "tqcheck:"]
    assert [len(line.splitlines()) for line in lines(made)] == [1, 1, 1]


def test_the_worst_come_first_and_the_rest_is_counted():
    severities = [Severity.MINOR] * 12 + [Severity.NOTE] + [Severity.MAJOR] * 11 + [Severity.CRITICAL]
    made = Report("1", tuple(found(one, f"{one.value} {n}") for n, one in enumerate(severities)))
    got = commands(made)
    assert [command.name for command in got] == ["error"] * 10 + ["warning"] * 10 + ["notice"]
    assert [command.message for command in got[:3]] == ["critical 24", "major 13", "major 14"]
    assert got[10].message == "minor 0"
    assert "tqcheck: 2 errors and 2 warnings more; GitHub shows 10 of a kind for a step" in lines(made)


def test_of_findings_as_bad_the_surer_come_first():
    made = Report("1", tuple(found(message=str(n), confidence=n / 20) for n in range(20)))
    assert [command.message for command in commands(made)] == [str(n) for n in range(19, 9, -1)]


def test_what_could_not_be_read_takes_one_place():
    skipped = tuple(Skipped(f"{n}.txt", "is empty") for n in range(30))
    got = commands(Report("1", (found(),) * 20, skipped=skipped))
    assert len(got) == 10 and got[0].properties == {"title": "30 inputs could not be read"}
    assert got[0].message.splitlines() == [*(f"{n}.txt: is empty" for n in range(10)), "and 20 more"]
    assert commands(Report("1", (), skipped=skipped[:1]))[0].properties["file"] == "0.txt"


def test_standard_input_is_no_file():
    (command,) = commands(Report("1", (found(locations=(replace(PLACE, path="-"),)),)))
    assert set(command.properties) == {"title"}


def test_a_long_message_is_cut():
    (command,) = commands(Report("1", (found(message="x" * 9000),)))
    assert len(command.message) < 2100


def test_brief_leaves_annotations_and_what_is_not_shown():
    assert lines(Report("1", ()), View(brief=True)) == []
    assert re.match("tqcheck: 1 error more", lines(Report("1", (found(),) * 11), View(brief=True))[-1])
