"""Settings of a project: the nearest file counts, and what is wrong with one is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from tqcheck.config import Config, described, load, nearest
from tqcheck.errors import ConfigError


def _file(folder: Path, text: str, name: str = "tqcheck.toml") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_every_key_has_help() -> None:
    assert all(help.endswith(".") for _, help, _ in described())


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert nearest(str(tmp_path)) == Config()


def test_the_nearest_file_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _file(tmp_path, 'fail-on = "major"')
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    assert nearest().fail_on == "major"
    _file(tmp_path / "a", '[tool.tqcheck]\nfail-on = "note"', "pyproject.toml")
    assert nearest().fail_on == "note"
    _file(tmp_path / "a", 'fail-on = "never"')
    assert nearest().fail_on == "never"


def test_a_pyproject_that_does_not_speak_of_tqcheck_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _file(tmp_path, 'fail-on = "major"')
    below = tmp_path / "a"
    below.mkdir()
    _file(below, '[project]\nname = "x"', "pyproject.toml")
    monkeypatch.chdir(below)
    assert nearest().fail_on == "major"


def test_all_kinds_of_settings_are_read(tmp_path: Path) -> None:
    path = _file(
        tmp_path,
        """
        select = "NAM"
        ignore = ["TYP004", "RES"]
        min-confidence = 0.5
        max_findings = 3
        glossaries = ["terms.tsv"]
        baseline = "known.json"
        [severity]
        NAM004 = "note"
        [per-file-ignores]
        "archive/**" = ["TYP"]
        [rules.CON003]
        at-least = 3
        """,
    )
    config = load(path)
    assert (config.select, config.ignore) == (("NAM",), ("TYP004", "RES"))
    assert (config.min_confidence, config.max_findings) == (0.5, 3)
    assert config.glossaries == (str(tmp_path / "terms.tsv"),)
    assert config.baseline == str(tmp_path / "known.json")
    assert config.severity == (("NAM004", "note"),)
    assert config.per_file_ignores == (("archive/**", ("TYP",)),)
    assert config.rules == (("CON003", (("at_least", 3),)),)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('fial-on = "major"', 'unknown key "fial-on": did you mean fail-on?'),
        ("frobnicate = 1", 'unknown key "frobnicate"'),
        ('fail-on = "awful"', "\"fail-on\" is to be one of critical, major, minor, note, never, not 'awful'"),
        ("min-confidence = 2", '"min-confidence" is to be from 0 to 1, not 2'),
        ("max-findings = 1.5", '"max-findings" is to be a whole number of at least 0, not 1.5'),
        ("max-findings = true", '"max-findings" is to be a whole number of at least 0, not True'),
        ("select = [1]", '"select" is to be a list of texts, not [1]'),
        ("severity = 'major'", "\"severity\" is to be a table, not 'major'"),
        ("[severity]\nNAM = 'bad'", "\"severity.NAM\" is to be one of critical, major, minor, note, not 'bad'"),
        ("source-lang = 1", '"source-lang" is to be a text, not 1'),
        ("a = ", "not TOML: "),
    ],
)
def test_what_is_wrong_is_said_with_the_file_and_the_key(tmp_path: Path, text: str, reason: str) -> None:
    path = _file(tmp_path, text)
    with pytest.raises(ConfigError) as error:
        load(path)
    assert str(error.value).startswith(f"{path}: {reason}")


def test_a_file_that_is_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        load(str(tmp_path / "none.toml"))
