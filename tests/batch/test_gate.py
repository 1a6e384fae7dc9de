"""Gates and baselines: what lets a batch pass, and what is known and let be."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tqcheck.batch.baseline import Baseline, entries, read, write
from tqcheck.batch.gate import Gate, failures
from tqcheck.check import Settings
from tqcheck.errors import ConfigError
from tqcheck.model.finding import Excerpt, Finding, Location, Severity, Side
from tqcheck.model.report import Input, Report
from tqcheck.model.text import Span


def _finding(severity: Severity = Severity.MAJOR, fingerprint: str = "aa", suppressed: str | None = None) -> Finding:
    place = Location("a.en.txt", Side.TARGET, Span(0, 3), 1, 1, "新 News", Excerpt("新 News", Span(0, 3)))
    return Finding(
        "a", "mt", "NAM001", "literal-name", severity, 0.9, "literal", (place,), fingerprint=fingerprint,
        suppressed=suppressed,
    )  # fmt: skip


def _report(*findings: Finding, words: int = 1000) -> Report:
    return Report("0", findings, (Input("a", "a.en.txt", "zh", "en", ("mt",), 1, words),))


def test_a_finding_at_the_level_fails_and_one_below_it_does_not() -> None:
    assert list(failures(_report(_finding()), Gate(Severity.MAJOR))) == ["1 finding major or worse"]
    assert list(failures(_report(_finding(Severity.MINOR)), Gate(Severity.MAJOR))) == []
    assert list(failures(_report(_finding(Severity.CRITICAL)), Gate(None))) == []


def test_what_is_silenced_does_not_count() -> None:
    assert list(failures(_report(_finding(suppressed="house style")), Gate())) == []


def test_as_many_findings_as_are_allowed_pass_and_one_more_fails() -> None:
    two = [_finding(), _finding(Severity.MINOR)]
    assert list(failures(_report(*two), Gate(max_findings=2))) == []
    assert list(failures(_report(*two), Gate(max_findings=1))) == ["2 findings minor or worse, and 1 allowed"]
    assert list(failures(_report(*two), Gate(Severity.MAJOR, max_findings=1))) == []


def test_findings_are_counted_by_the_words_of_the_renderings() -> None:
    assert list(failures(_report(_finding(), words=500), Gate(max_per_1000_words=2))) == []
    [reason] = failures(_report(_finding(), words=400), Gate(max_per_1000_words=2))
    assert reason == "1 finding minor or worse are 2.50 per 1,000 words, and 2 allowed"


def test_what_was_written_to_a_baseline_is_known_and_anything_else_is_new(tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    path.write_text("".join(write(entries([_finding()], "agreed with the desk"))), encoding="utf-8")
    baseline = read(str(path))
    known, new = baseline.apply(_finding()), baseline.apply(_finding(fingerprint="bb"))
    assert (known.baseline, known.suppressed) == ("unchanged", "agreed with the desk")
    assert (new.baseline, new.suppressed) == ("new", None)


def test_entries_that_nothing_matches_are_stale() -> None:
    baseline = Baseline(entries([_finding(), _finding(fingerprint="bb")]))
    assert [entry.fingerprint for entry in baseline.stale(_report(_finding()), Settings())] == ["bb"]
    assert baseline.stale(_report(_finding()), Settings(ignore=("NAM001",))) == ()
    marked = baseline.against(_report(_finding()), Settings())
    assert [finding.baseline for finding in marked.findings] == ["unchanged"]
    assert marked.notes == ("1 entry of the baseline matches nothing any more: tqcheck baseline prune takes them out",)


def test_entries_of_articles_that_were_not_read_are_not_stale() -> None:
    baseline = Baseline(entries([replace(_finding(fingerprint="bb"), article="another")]))
    assert baseline.stale(_report(_finding()), Settings()) == ()


def test_writing_again_keeps_the_reasons_and_leaves_out_what_a_comment_silences() -> None:
    old = Baseline(entries([_finding()], "first"))
    again = entries(
        [old.apply(_finding()), _finding(fingerprint="cc"), _finding(fingerprint="dd", suppressed="x")], "now", old
    )
    assert {entry.fingerprint: entry.reason for entry in again} == {"aa": "first", "cc": "now"}


def test_the_order_of_a_file_does_not_depend_on_that_of_the_findings() -> None:
    two = [_finding(), replace(_finding(fingerprint="bb"), rule="TYP001")]
    assert list(write(entries(two))) == list(write(entries(two[::-1])))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "not JSON"),
        ("[]", "is no baseline"),
        ('{"schema": "tqcheck.baseline/9", "entries": []}', "is no baseline"),
        ('{"schema": "tqcheck.baseline/1", "entries": [{}]}', "entry 1 has no fingerprint"),
    ],
)
def test_a_file_that_is_no_baseline_is_told(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "known.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=reason):
        read(str(path))
