"""Settings, gates and baselines from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tqcheck.cli.app import main

DOUBLED = "Residents of of both towns crossed the bridge.\n"


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "page.en.txt"
    path.write_text(DOUBLED, encoding="utf-8")
    return path


def _settings(text: str) -> None:
    Path("tqcheck.toml").write_text(text, encoding="utf-8")


def test_what_the_settings_say_holds_and_an_option_goes_before_it(page: Path) -> None:
    assert main(["check", "page.en.txt"]) == 1
    _settings('ignore = ["REP"]')
    assert main(["check", "page.en.txt"]) == 0
    assert main(["check", "page.en.txt", "--ignore", "NAM"]) == 1
    assert main(["check", "page.en.txt", "--config", "/dev/null"]) == 1


def test_a_severity_that_is_set_decides_the_gate(page: Path) -> None:
    _settings('fail-on = "major"')
    assert main(["check", "page.en.txt"]) == 0
    _settings('fail-on = "major"\n[severity]\nREP001 = "critical"')
    assert main(["check", "page.en.txt"]) == 1


def test_an_unknown_key_stops_with_a_suggestion(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _settings('fial-on = "major"')
    assert main(["check", "page.en.txt"]) == 2
    assert capsys.readouterr().err == 'tqcheck: error: tqcheck.toml: unknown key "fial-on": did you mean fail-on?\n'


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('[severity]\nXYZ001 = "note"', "no rule 'XYZ001'"),
        ("[rules.REP001]\nfrobnicate = 1", "REP001 has no option 'frobnicate'"),
    ],
)
def test_a_setting_about_what_there_is_not_is_told(
    page: Path, text: str, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _settings(text)
    assert main(["check", "page.en.txt"]) == 2
    assert reason in capsys.readouterr().err


def test_gates_count(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "page.en.txt", "--max-findings", "1"]) == 0
    assert main(["check", "page.en.txt", "--max-findings", "0"]) == 1
    assert "1 finding minor or worse, and 0 allowed" in capsys.readouterr().err
    assert main(["check", "page.en.txt", "--max-per-1000-words", "200"]) == 0
    assert main(["check", "page.en.txt", "--max-per-1000-words", "100"]) == 1
    assert main(["check", "page.en.txt", "--exit-zero"]) == 0
    assert main(["check", "none.txt", "--exit-zero"]) == 2


def test_a_baseline_lets_be_what_is_known_until_its_words_change(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["baseline", "write", "page.en.txt", "--reason", "as said"]) == 0
    _settings('baseline = ".tqcheck-baseline.json"')
    assert main(["check", "page.en.txt"]) == 0
    page.write_text("A line before it.\n\n" + DOUBLED, encoding="utf-8")
    assert main(["check", "page.en.txt"]) == 0
    capsys.readouterr()
    page.write_text(DOUBLED.replace("of of", "crossed crossed"), encoding="utf-8")
    assert main(["check", "page.en.txt", "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert "1 entry of the baseline matches nothing any more" in json.dumps(report)
    assert main(["baseline", "prune", "page.en.txt"]) == 0
    assert json.loads(Path(".tqcheck-baseline.json").read_text(encoding="utf-8"))["entries"] == []


def test_writing_a_baseline_again_keeps_its_reasons(page: Path) -> None:
    assert main(["baseline", "write", "page.en.txt", "--reason", "as said"]) == 0
    assert main(["baseline", "write", "page.en.txt"]) == 0
    [entry] = json.loads(Path(".tqcheck-baseline.json").read_text(encoding="utf-8"))["entries"]
    assert entry["reason"] == "as said"


def test_a_baseline_that_is_not_there_is_told(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "page.en.txt", "--baseline", "none.json"]) == 2
    assert "none.json: cannot be read" in capsys.readouterr().err


def test_init_writes_settings_that_can_be_used_and_writes_over_none(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["init"]) == 0
    assert main(["config", "show"]) == 0
    assert capsys.readouterr().out.startswith("# tqcheck.toml\n")
    assert main(["init"]) == 2
    text = Path("tqcheck.toml").read_text(encoding="utf-8")
    commented = [
        line[2:].split("  #")[0]
        for line in text.splitlines()
        if line.startswith("# ") and (" = " in line or "[" in line[:4])
    ]
    _settings("\n".join(commented))
    assert main(["config", "show", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["fail-on"] == "major"
