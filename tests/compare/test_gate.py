"""A run against a baseline: fails only for a drop that is larger than allowed, significant and noticeable."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tqcheck.cli.app import main

TEXTS = [
    f"On {day} the {body} opened a new {thing} in the {place} of the city."
    for day in ("Monday", "Tuesday", "Friday")
    for body in ("mayor", "council", "governor")
    for thing in ("school", "bridge")
    for place in ("north", "centre")
]
FAST = ["--metrics", "chrf2", "--resamples", "200"]


def table(path: Path, damage: int = 0, name: str = "a", count: int = len(TEXTS)) -> str:
    """Rows whose first `damage` renderings have lost half of their words."""
    rows = []
    for n, text in enumerate(TEXTS[:count]):
        target = text.replace("opened", "inaugurated")
        if n < damage:
            target = " ".join(target.split()[::2])
        rows.append({"id": str(n), "doc": f"d{n // 4}", "renderings": {name: target}, "reference": text})
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


@pytest.fixture
def baseline(tmp_path: Path, capsys) -> Path:
    path = tmp_path / "scores.json"
    assert main(["compare", table(tmp_path / "old.jsonl"), *FAST, "--output", f"json={path}"]) == 0
    capsys.readouterr()
    return path


def gate(capsys, path: str, baseline: Path, *argv: str) -> tuple[int, str, str]:
    status = main(["compare", path, *FAST, "--baseline", str(baseline), *argv])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def change(capsys, path: str, baseline: Path, *argv: str) -> dict:
    (one,) = json.loads(gate(capsys, path, baseline, "--format", "json", *argv)[1])["changes"]
    return one


def test_the_same_renderings_pass_and_their_p_is_one(tmp_path: Path, capsys, baseline: Path) -> None:
    one = change(capsys, table(tmp_path / "new.jsonl"), baseline, "--max-drop", "chrf2=0")
    assert (one["drop"], one["p"], one["paired"], one["fails"]) == (0, 1.0, True, False)


def test_a_drop_that_is_large_significant_and_noticeable_fails(tmp_path: Path, capsys, baseline: Path) -> None:
    status, out, _ = gate(capsys, table(tmp_path / "new.jsonl", 24), baseline, "--max-drop", "chrf2=1.0")
    assert status == 1
    assert "FAIL" in out
    assert "where 1.00 is allowed, significant (p=" in out
    assert "people agree" in out


def test_a_drop_that_is_allowed_passes_and_says_so(tmp_path: Path, capsys, baseline: Path) -> None:
    status, out, _ = gate(capsys, table(tmp_path / "new.jsonl", 24), baseline, "--max-drop", "chrf2=90")
    assert status == 0
    assert "no larger than allowed (90.00)" in out
    assert "not significant" not in out


def test_a_drop_in_one_segment_is_not_significant_and_that_is_what_is_said(
    tmp_path: Path, capsys, baseline: Path
) -> None:
    status, out, _ = gate(capsys, table(tmp_path / "new.jsonl", 1), baseline, "--max-drop", "chrf2=0.5")
    assert status == 0
    assert "but not significant (p=" in out
    assert "no larger" not in out


def test_a_drop_that_people_do_not_notice_passes_and_says_so(tmp_path: Path, capsys, baseline: Path) -> None:
    path = tmp_path / "new.jsonl"
    table(path)
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for row in rows[::4]:
        row["renderings"]["a"] = row["renderings"]["a"].replace("city.", "city")
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    status, out, _ = gate(capsys, str(path), baseline, "--max-drop", "chrf2=0.1")
    assert status == 0
    assert "but not noticeable (people agree 5" in out
    assert "not significant" not in out and "no larger" not in out


def test_without_a_named_drop_none_is_allowed(tmp_path: Path, capsys, baseline: Path) -> None:
    assert gate(capsys, table(tmp_path / "new.jsonl", 24), baseline)[0] == 1


def test_other_segments_are_tested_by_their_intervals_and_it_is_said(tmp_path: Path, capsys, baseline: Path) -> None:
    status, out, _ = gate(capsys, table(tmp_path / "new.jsonl", 16, count=30), baseline, "--max-drop", "chrf2=1")
    assert "not over the same segments" in out
    assert status == 1


def test_other_references_of_the_same_number_are_not_paired(tmp_path: Path, capsys, baseline: Path) -> None:
    path = tmp_path / "new.jsonl"
    path.write_text(Path(table(path)).read_text(encoding="utf-8").replace("new school", "old school"), encoding="utf-8")
    assert not change(capsys, str(path), baseline)["paired"]


def test_unlike_signatures_are_refused_unless_forced(tmp_path: Path, capsys, baseline: Path) -> None:
    data = json.loads(baseline.read_text(encoding="utf-8"))
    for score in data["scores"]:
        score["signature"] = score["signature"].replace("nc:6", "nc:4")
    baseline.write_text(json.dumps(data), encoding="utf-8")
    path = table(tmp_path / "new.jsonl")
    status, _, err = gate(capsys, path, baseline)
    assert status == 2
    assert "nc:4" in err and "nc:6" in err and "--force" in err
    status, out, _ = gate(capsys, path, baseline, "--force")
    assert status == 0
    assert "compared by --force" in out


def test_a_rendering_by_another_name_is_met_where_there_is_but_one(tmp_path: Path, capsys, baseline: Path) -> None:
    status, out, _ = gate(capsys, table(tmp_path / "new.jsonl", 24, name="b"), baseline, "--max-drop", "chrf2=1")
    assert status == 1
    assert "'b' is compared with the baseline's 'a'" in out


@pytest.mark.parametrize("argument", ["chrf2", "chrf2=", "chrf2=-1", "chrf2=nan", "chrf2=x", "comet=1"])
def test_a_wrong_limit_is_an_error(argument: str, tmp_path: Path, capsys, baseline: Path) -> None:
    status, _, err = gate(capsys, table(tmp_path / "new.jsonl"), baseline, "--max-drop", argument)
    assert status == 2
    assert err.startswith("tqcheck: error: ")


@pytest.mark.parametrize(
    "text,told",
    [("{", "no JSON"), ("[]", "no schema"), ('{"schema": "tqcheck.report/1"}', "tqcheck.report/1"),
     ('{"schema": "tqcheck.comparison/1"}', "not whole")],
)  # fmt: skip
def test_a_baseline_that_is_none_is_an_error(text: str, told: str, tmp_path: Path, capsys) -> None:
    path = tmp_path / "scores.json"
    path.write_text(text)
    status, _, err = gate(capsys, table(tmp_path / "new.jsonl"), path)
    assert status == 2
    assert told in err


def test_a_limit_without_a_baseline_or_for_a_metric_not_computed_is_an_error(
    tmp_path: Path, capsys, baseline: Path
) -> None:
    path = table(tmp_path / "new.jsonl")
    assert main(["compare", path, "--max-drop", "chrf2=1"]) == 2
    assert "--baseline" in capsys.readouterr().err
    status, _, err = gate(capsys, path, baseline, "--max-drop", "bleu=1")
    assert status == 2
    assert "has no bleu" in err


def test_markdown_says_what_failed(tmp_path: Path, capsys, baseline: Path) -> None:
    argv = ["--max-drop", "chrf2=1", "--format", "markdown"]
    assert "**FAIL**" in gate(capsys, table(tmp_path / "new.jsonl", 24), baseline, *argv)[1]
