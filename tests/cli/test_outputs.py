"""What `tqcheck check` leaves behind for continuous integration: several outputs, the step's summary, true places."""

from __future__ import annotations

import json
import os
from dataclasses import replace

import pytest

from tqcheck import reporters
from tqcheck.cli import summary
from tqcheck.model.finding import Severity


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A working folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    return tmp_path


def test_every_format_can_be_written_in_one_run(tqcheck, library, folder):
    names = reporters.names()
    assert tqcheck("check", "a", *(f"--output={name}=out.{name}" for name in names)).status == 1
    assert sorted(path.name for path in folder.iterdir()) == sorted(f"out.{name}" for name in names)
    assert all((folder / f"out.{name}").stat().st_size for name in names)


def test_places_in_a_file_are_true_to_its_bytes(tqcheck, folder):
    text = "\ufeffThe quay\r\nIt was 新 😀 seen by the the crew.\r\n"
    (folder / "a.en.txt").write_text(text, "utf-8", newline="")
    tqcheck("check", "a.en.txt", "--select", "REP001", "--output", "a.sarif", "--output", "a.rdjson")
    region = json.loads((folder / "a.sarif").read_text("utf-8"))["runs"][0]["results"][0]["locations"][0]
    region = region["physicalLocation"]["region"]
    line = text[1:].splitlines()[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "the the"
    assert text[1:][region["charOffset"] :][: region["charLength"]] == "the the"
    (made,) = json.loads((folder / "a.rdjson").read_text("utf-8"))["diagnostics"]
    where = made["suggestions"][0]["range"]
    raw = text[1:].splitlines()[where["start"]["line"] - 1].encode()
    assert raw[where["start"]["column"] - 1 : where["end"]["column"] - 1] == b"the the"


def test_places_in_a_table_are_its_lines(tqcheck, folder):
    row = {"id": "x", "source": "他说。", "source_lang": "zh", "target_lang": "en", "target": "He saw the the crew."}
    rows = [{**row, "id": "y", "target": "He saw."}, row]
    (folder / "t.jsonl").write_text("".join(json.dumps(one) + "\n" for one in rows), "utf-8")
    tqcheck("check", "t.jsonl", "--select", "REP001", "--output", "t.sarif", "--output", "t.rdjson")
    (result,) = json.loads((folder / "t.sarif").read_text("utf-8"))["runs"][0]["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], "startColumn" in region, "fixes" in result) == (2, False, False)
    (made,) = json.loads((folder / "t.rdjson").read_text("utf-8"))["diagnostics"]
    assert made["location"]["range"]["start"] == {"line": 2} and "suggestions" not in made


def test_an_output_that_cannot_be_written_is_told_and_the_rest_is_written(tqcheck, library, folder, monkeypatch):
    real = os.open

    def refuse(path, *more):
        if "a.sarif" in str(path):
            raise PermissionError(13, "Permission denied")
        return real(path, *more)

    monkeypatch.setattr(os, "open", refuse)
    ran = tqcheck("check", "a", "--output", "a.sarif", "--output", "a.junit.xml")
    assert ran.status == 2 and "a.sarif: cannot be written: Permission denied" in ran.err
    assert ran.out and [path.name for path in folder.iterdir()] == ["a.junit.xml"]


@pytest.mark.parametrize(
    "argv", [["a", "--output", "sarif=out.sarif", "--fail-on", "all"], ["a", "--select", "XYZ999"]]
)
def test_a_run_that_is_refused_writes_nothing(tqcheck, folder, argv):
    (folder / "a").write_text("Text.", "utf-8")
    assert tqcheck("check", *argv, "--output", "out.json").status == 2
    assert [path.name for path in folder.iterdir()] == ["a"]


def test_a_run_with_nothing_to_check_writes_nothing(tqcheck, library, folder):
    library.report = replace(library.report, findings=(), inputs=())
    ran = tqcheck("check", "a", "--output", "out.json")
    assert ran.status == 2 and "nothing to check" in ran.err and not list(folder.iterdir())


def test_the_step_s_summary_is_appended_to(tqcheck, library, folder, monkeypatch):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folder / "summary.md"))
    (folder / "summary.md").write_text("# Mine\n", "utf-8")
    assert tqcheck("check", "a", "--format", "github").out.startswith("::error file=a.en.txt,line=1,")
    text = (folder / "summary.md").read_text("utf-8")
    assert text.startswith("# Mine\n### tqcheck: 1 finding in 1 article") and "NAM001" in text


@pytest.mark.parametrize("argv", [[], ["--output", "x.sarif"]])
def test_the_step_s_summary_is_left_alone_by_other_formats(tqcheck, library, folder, monkeypatch, argv):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folder / "summary.md"))
    tqcheck("check", "a", *argv)
    assert not (folder / "summary.md").exists()


def test_the_step_s_summary_keeps_under_its_limit_and_says_so(tqcheck, library, folder, monkeypatch):
    library.found(*[Severity.MAJOR] * 20)
    path = folder / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(path))
    path.write_bytes(b"x" * (summary.LIMIT - 400))
    ran = tqcheck("check", "a", "--format", "github")
    assert ran.status == 1 and "the report is cut" in ran.err
    text = path.read_text("utf-8")
    assert path.stat().st_size <= summary.LIMIT
    assert "### tqcheck: 20 findings" in text and text.endswith(
        "… the rest is left out: a step's summary holds 1 MiB.\n"
    )
    tqcheck("check", "a", "--format", "github")
    assert path.stat().st_size <= summary.LIMIT


def test_a_summary_that_cannot_be_written_fails_nothing(tqcheck, library, folder, monkeypatch):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folder / "no" / "summary.md"))
    ran = tqcheck("check", "a", "--format", "github", "--fail-on", "never")
    assert ran.status == 0 and ran.err.count("\n") == 1 and "cannot be written" in ran.err
