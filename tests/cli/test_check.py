"""`tqcheck check` as a command: arguments, exit status, outputs. What it finds is tested elsewhere."""

from __future__ import annotations

import json
import os
import stat

import pytest

from tqcheck.errors import GlossaryError, InputError
from tqcheck.model.finding import Severity
from tqcheck.model.report import Skipped


def test_arguments_reach_the_library(tqcheck, library):
    tqcheck(
        "check", "a", "b", "--source", "s", "--alternate", "x", "--alternate", "y", "--reference", "r",
        "--source-lang", "ja", "--target-lang", "fr", "--glossary", "g", "--glossary", "h", "--min-confidence", "0.5",
        "--select", "NAM, QTY001", "--select", "RES", "--ignore", "TYP,",
    )  # fmt: skip
    assert library.paths == ("a", "b")
    asked, settings = library.options, library.settings
    assert (asked.source, asked.alternates, asked.reference) == ("s", ("x", "y"), "r")
    assert (asked.source_lang, asked.target_lang) == ("ja", "fr")
    assert settings.select == ("NAM", "QTY001", "RES") and settings.ignore == ("TYP",)
    assert settings.min_confidence == 0.5 and settings.glossaries == ("g", "h")


@pytest.mark.parametrize(
    ("worst", "fail_on", "status"),
    [
        ("critical", "critical", 1),
        ("major", "critical", 0),
        ("minor", "major", 0),
        ("minor", "minor", 1),
        ("note", "minor", 0),
        ("note", "note", 1),
        ("critical", "never", 0),
    ],
)
def test_exit_status_follows_fail_on(tqcheck, library, worst, fail_on, status):
    library.found(Severity.NOTE, Severity(worst))
    assert tqcheck("check", "a", "--fail-on", fail_on).status == status


def test_minor_is_what_fails_unless_said_otherwise_and_the_help_says_so(tqcheck, library):
    library.found(Severity.MINOR)
    assert tqcheck("check", "a").status == 1
    library.found(Severity.NOTE)
    assert tqcheck("check", "a").status == 0
    assert "(default: minor)" in " ".join(tqcheck("check", "--help").out.split())


def test_suppressed_findings_do_not_fail(tqcheck, library):
    from dataclasses import replace

    library.report = replace(library.report, findings=(replace(library.report.findings[0], suppressed="why"),))
    assert tqcheck("check", "a").status == 0


def test_skipped_inputs_are_2_and_told_while_the_rest_is_reported(tqcheck, library):
    library.skipped(Skipped("bad.txt", "is empty"))
    ran = tqcheck("check", "a", "--fail-on", "never", "--format", "json")
    assert ran.status == 2
    assert ran.err == "tqcheck: error: bad.txt: is empty\n"
    whole = json.loads(ran.out)
    assert len(whole["findings"]) == 1 and whole["skipped"] == [{"path": "bad.txt", "reason": "is empty"}]


def test_nothing_read_is_2(tqcheck, library):
    from dataclasses import replace

    library.report = replace(library.report, findings=(), inputs=())
    assert tqcheck("check", "a").status == 2


@pytest.mark.parametrize(
    "error", [InputError("x.txt", "no such file"), GlossaryError("g.tsv", 3, "two columns wanted")]
)
def test_faults_of_the_input_are_one_line(tqcheck, library, error):
    library.error = error
    ran = tqcheck("check", "x.txt")
    assert (ran.status, ran.out, ran.err) == (2, "", f"tqcheck: error: {error}\n")


def test_a_fault_of_the_program_shows_its_traceback_and_is_not_taken_for_findings(tqcheck, library):
    library.error = KeyError("boom")
    ran = tqcheck("check", "x.txt")
    assert ran.status == 2 and "Traceback" in ran.err and "KeyError: 'boom'" in ran.err


def test_an_interrupt_is_130_without_a_traceback(tqcheck, library):
    library.error = KeyboardInterrupt
    ran = tqcheck("check", "x.txt")
    assert ran.status == 130 and "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["check"], "Missing argument 'PATH'"),
        (["check", "a", "--fail-on", "all"], "'all'"),
        (["check", "a", "--min-confidence", "2"], "--min-confidence"),
        (["check", "a", "--format", "yaml"], "no format 'yaml' (there are: csv, github, gitlab, html, json, "),
        (["check", "a", "--output", "report.xyz"], "expected FORMAT=FILE"),
        (["check", "a", "--output", "json"], "expected FORMAT=FILE"),
        (["check", "a.csv", "--output", "a.csv"], "would overwrite an input"),
        (["check", "a", "--output", "json=-"], "expected FORMAT=FILE"),
        (["check", "a", "--output", "yaml=x"], "no format 'yaml'"),
        (["check", "a", "--output", "json=no/such/folder/x"], "folder does not exist"),
        (["check", "a", "--output", "json=a"], "would overwrite an input"),
        (["check", "a", "--source", "s", "--output", "json=./s"], "would overwrite an input"),
        (["check", "a", "--output", "json=x", "--output", "jsonl=./x"], "the same file twice"),
        (["check", "a", "--output", "json=/"], "is a folder"),
        (["check", "a", "--nonsense"], "--nonsense"),
        (["chekc", "a"], "check"),
    ],
)
def test_wrong_usage_is_one_line_and_2_before_anything_is_read(tqcheck, library, argv, said):
    ran = tqcheck(*argv)
    assert ran.status == 2 and ran.out == "" and library.paths == ()
    assert ran.err.startswith("tqcheck: error: ") and ran.err.count("\n") == 1
    assert said in ran.err


def test_an_unknown_rule_is_2_with_the_nearest(tqcheck):
    ran = tqcheck("check", "no-such-file.txt", "--select", "NMA001")
    assert ran.status == 2 and "NMA001" in ran.err and "did you mean NAM001?" in ran.err and ran.err.count("\n") == 1


def test_outputs_are_written_beside_standard_output(tqcheck, library, tmp_path):
    one, two = tmp_path / "one.json", tmp_path / "two.jsonl"
    ran = tqcheck("check", "a", "--output", f"json={one}", "--output", f"jsonl={two}")
    assert ran.status == 1 and ran.out.startswith("a.en.txt:1:1: major NAM001 ")
    assert json.loads(one.read_text("utf-8"))["schema"] == "tqcheck.report/1"
    assert json.loads(two.read_text("utf-8"))["message"] == "[bold] \x1b[31m新"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.json", "two.jsonl"]


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("report.html", "<!DOCTYPE html>"), ("REPORT.HTM", "<!DOCTYPE html>"), ("r.json", '{"schema"'),
        ("r.jsonl", '{"id"'), ("r.csv", "id,"), ("r.tsv", "id\t"), ("r.md", "### tqcheck"), ("r.txt", "a.en.txt:1:1: "),
        ("r.sarif", '{"$schema"'), ("r.SARIF.json", '{"$schema"'), ("report.junit.xml", "<?xml"),
        ("r.rdjson", '{"source"'), ("r.gitlab.json", "[\n"), ("sarif.json", '{"schema"'), ("a.b.json", '{"schema"'),
    ],
)  # fmt: skip
def test_the_ending_of_a_file_tells_its_format(tqcheck, library, tmp_path, name, begins):
    tqcheck("check", "a", "--output", str(tmp_path / name))
    assert (tmp_path / name).read_text("utf-8").startswith(begins)


@pytest.mark.parametrize(
    ("argv", "kept"),
    [
        ([], False), (["--format", "html"], True), (["--output", "x.html"], True), (["--format", "csv"], False),
        (["--output", "json=x.html"], False),
    ],
)  # fmt: skip
def test_texts_are_kept_only_for_a_format_that_shows_them(tqcheck, library, tmp_path, monkeypatch, argv, kept):
    monkeypatch.chdir(tmp_path)
    tqcheck("check", "a", *argv)
    assert library.settings.keep_texts is kept


def test_an_output_that_fails_half_way_leaves_the_old_file(tqcheck, library, tmp_path, monkeypatch):
    target = tmp_path / "report.json"
    target.write_text("old")

    def broken(report, view):
        yield "half"
        raise RuntimeError("boom")

    monkeypatch.setattr("tqcheck.reporters.json.render", broken)
    assert tqcheck("check", "a", "--output", f"json={target}").status == 2
    assert target.read_text() == "old" and list(tmp_path.iterdir()) == [target]


def test_an_output_keeps_the_mode_of_the_file_and_a_link_stays_a_link(tqcheck, library, tmp_path):
    target, link = tmp_path / "report.json", tmp_path / "link.json"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    tqcheck("check", "a", "--output", f"json={link}")
    assert link.is_symlink() and target.read_text().startswith("{") and stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_device_is_written_to_and_not_replaced(tqcheck, library):
    assert tqcheck("check", "a", "--output", f"json={os.devnull}").status == 1
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)


def test_quiet_leaves_the_findings(tqcheck, library):
    assert "1 finding in 1 article" in tqcheck("check", "a").out
    ran = tqcheck("check", "a", "--quiet")
    assert "1 finding" not in ran.out and "NAM001" in ran.out and ran.err == ""


def test_nothing_goes_to_standard_error_where_all_is_well(tqcheck, library):
    assert tqcheck("check", "a").err == ""


def test_standard_input_twice_is_2(tqcheck):
    ran = tqcheck("check", "-", "--source", "-")
    assert ran.status == 2 and ran.err == "tqcheck: error: standard input (-) can be read only once\n"
