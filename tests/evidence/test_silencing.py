"""Comments that silence findings: what they cover, until the words change."""

from __future__ import annotations

from pathlib import Path

import pytest

from tqcheck.check import Checked, Settings, run
from tqcheck.model.finding import Finding
from tqcheck.readers import ReadOptions, read

DOUBLED = "Residents of of both towns crossed the bridge."


def _found(tmp_path: Path, text: str, name: str = "page.en.txt", **settings: object) -> list[Finding]:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    [checked] = run(read([str(path)], ReadOptions()), Settings(**settings))  # type: ignore[arg-type]
    assert isinstance(checked, Checked)
    return list(checked.findings)


def _live(findings: list[Finding]) -> list[str]:
    return [finding.rule for finding in findings if finding.suppressed is None]


@pytest.mark.parametrize("name", ["page.en.txt", "page.en.md"])
def test_a_comment_silences_the_next_paragraph_with_its_reason_and_no_other(tmp_path: Path, name: str) -> None:
    text = f"<!-- tqcheck:ignore REP001 as said -->\n{DOUBLED}\n\n{DOUBLED}\n"
    first, second = _found(tmp_path, text, name)
    assert (first.suppressed, second.suppressed) == ("as said", None)


def test_the_comment_itself_is_not_read_as_text(tmp_path: Path) -> None:
    found = _found(tmp_path, f"The bridge <!-- tqcheck:ignore REP001 said said --> opened.\n\n{DOUBLED}\n")
    assert _live(found) == ["SUP001", "REP001"]


def test_a_fingerprint_holds_until_the_words_change(tmp_path: Path) -> None:
    [finding] = _found(tmp_path, DOUBLED)
    comment = f"<!-- tqcheck:ignore REP001@{finding.fingerprint[:8]} as said -->\n"
    assert _live(_found(tmp_path, comment + DOUBLED)) == []
    assert _live(_found(tmp_path, comment + DOUBLED.replace("of of", "crossed crossed"))) == ["SUP001", "REP001"]


def test_a_family_and_several_codes_may_be_named(tmp_path: Path) -> None:
    assert _live(_found(tmp_path, f"<!-- tqcheck:ignore REP as said -->\n{DOUBLED}")) == []
    assert _live(_found(tmp_path, f"<!-- tqcheck:ignore NAM001,REP001 as said -->\n{DOUBLED}")) == []


def test_a_comment_about_rules_that_were_not_run_is_not_blamed(tmp_path: Path) -> None:
    text = "<!-- tqcheck:ignore NAM001 as said -->\nThe bridge opened."
    assert _live(_found(tmp_path, text)) == ["SUP001"]
    assert _live(_found(tmp_path, text, ignore=("NAM",))) == []


def test_a_comment_without_a_reason_silences_nothing_and_is_told(tmp_path: Path) -> None:
    assert _live(_found(tmp_path, f"<!-- tqcheck:ignore REP001 -->\n{DOUBLED}")) == ["SUP002", "REP001"]


def test_rules_are_ignored_by_the_pattern_of_a_path_and_severities_are_as_set(tmp_path: Path) -> None:
    assert _live(_found(tmp_path, DOUBLED, per_file_ignores=(("*.en.txt", ("REP",)),))) == []
    assert _live(_found(tmp_path, DOUBLED, per_file_ignores=(("*.de.txt", ("REP",)),))) == ["REP001"]
    [finding] = _found(tmp_path, DOUBLED, severity=(("REP001", "critical"),))
    assert finding.severity.value == "critical"
