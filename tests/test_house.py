"""The house: what stands where, and that the README tells the truth."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path

import pytest

from tqcheck.cli.app import main

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def _block(mark: str) -> str:
    found = re.search(rf"<!-- {mark} -->\n```\n(.*?)```", README, re.S)
    assert found
    return found[1].strip()


def test_the_top_level_holds_nothing_but_what_it_should() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    top = {path.split("/")[0] for path in tracked.splitlines()}
    allowed = {"README.md", "pyproject.toml", "LICENSE", "tqcheck", "corpora", "tests"}
    assert {name for name in top if not name.startswith(".")} <= allowed


def test_the_first_command_of_the_readme_reports_findings(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    install, run = _block("start").split(" && ")
    assert install == "pip install ."
    monkeypatch.chdir(ROOT)
    assert main(shlex.split(run)[1:]) == 0
    assert "NAM001" in capsys.readouterr().out


def test_the_rule_table_of_the_readme_is_the_programs_own(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "--format", "markdown"]) == 0
    table = re.search(r"<!-- rules -->\n(.*?)<!-- /rules -->", README, re.S)
    assert table
    assert table[1].strip() == capsys.readouterr().out.strip()


def test_the_report_shown_in_the_readme_is_the_programs_own(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    shown = README.split("```\n")[1].strip()
    main(["check", "corpora/wire/03-flood", "--fail-on", "never"])
    assert shown in capsys.readouterr().out


@pytest.mark.parametrize("line", [line for line in README.splitlines() if line.startswith("tqcheck ")])
def test_a_command_of_the_readme_has_options_that_exist(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = shlex.split(line.split("#")[0].split(">")[0])[1:]
    main([words[0], "--help"])
    options = capsys.readouterr().out
    assert all(word in options for word in words if word.startswith("--"))


def test_no_module_names_a_language_outside_lang() -> None:
    offending = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in (ROOT / "tqcheck").rglob("*.py")
        if "lang" not in path.relative_to(ROOT).parts[1]
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(r"lang\w*(?:\.code)? *(?:==|!=|in) *[\[({]?[\"'](?:zh|ja|ko|en)\b", line)
    ]
    assert offending == []


def test_no_module_is_long() -> None:
    long = {
        str(path.relative_to(ROOT)): n
        for path in (ROOT / "tqcheck").rglob("*.py")
        if (n := len(path.read_text(encoding="utf-8").splitlines())) > 300
    }
    assert long == {}
