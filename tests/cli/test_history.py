"""`tqcheck history`: runs kept, their trend, and two of them side by side."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

WORDS = "river valley town flood harvest bridge school market".split()


def rows(path: Path, broken: int = 0, count: int = 24) -> str:
    """Rows of which the first `broken` have lost half of their words."""
    made = []
    for n in range(count):
        text = " ".join(WORDS[(n + k * k) % len(WORDS)] for k in range(9)) + "."
        target = " ".join(text.split()[::2]) if n < broken else text.replace("town", "city")
        made.append({"id": str(n), "renderings": {"a": target, "b": text[:-1]}, "reference": text})
    path.write_text("".join(json.dumps(row) + "\n" for row in made), encoding="utf-8")
    return str(path)


@pytest.fixture
def scored(tqcheck, tmp_path: Path):
    """Compares a table that is so broken and gives the file with the outcome."""

    def run(name: str, broken: int = 0, count: int = 24) -> str:
        table, path = rows(tmp_path / f"{name}.jsonl", broken, count), tmp_path / f"{name}.json"
        argv = ["compare", table, "--metrics", "chrf,bleu", "--resamples", "100", "--output", f"json={path}"]
        assert tqcheck(*argv).status == 0
        return str(path)

    return run


@pytest.fixture
def history(tqcheck, tmp_path: Path):
    """Runs the command on a history of this test's own."""

    def run(command: str, *argv: str):
        return tqcheck("history", command, *argv, "--db", str(tmp_path / "deep" / "history.sqlite"))

    return run


def test_runs_are_added_once_and_shown_in_order_with_their_labels(scored, history) -> None:
    first, second = scored("one"), scored("two", 12)
    assert history("add", first, "--label", "v1").status == 0
    assert history("add", second).status == 0
    assert "already" in history("add", first).err
    made = json.loads(history("trend", "--format", "json").out)
    assert [(run["id"], run["label"]) for run in made["runs"]] == [(1, "v1"), (2, "")]
    (values,) = [t["values"] for t in made["trends"] if (t["metric"], t["rendering"]) == ("chrf", "a")]
    assert values[0] > values[1]
    out = history("trend", "--metric", "chrf2", "--rendering", "a").out
    assert "#1 v1" in out and "█▁" in out and "bleu" not in out


def test_a_difference_between_runs_is_tested_and_what_stayed_is_the_same(scored, history) -> None:
    history("add", scored("one"))
    history("add", scored("two", 24))
    made = json.loads(history("diff", "--format", "json").out)
    found = {(c["metric"], c["rendering"]): c for c in made["changes"]}
    assert found["chrf", "a"]["paired"] and found["chrf", "a"]["significant"]
    assert found["chrf", "b"]["drop"] == 0
    out = history("diff", "1", "2").out
    assert "worse" in out and "FAIL" not in out
    assert "better" in history("diff", "2", "#1").out


def test_runs_over_other_texts_are_refused_unless_told_to(scored, history) -> None:
    history("add", scored("one"), "--label", "old")
    history("add", scored("two", count=20))
    for command in ("trend", "diff"):
        refused = history(command)
        assert refused.status == 2
        assert "#1 old and #2 differ in reference texts (24 and 20 segments)" in refused.err
        assert history(command, "--force").status == 0
    assert history("trend", "--last", "1").status == 0


def test_runs_of_another_version_or_of_other_settings_are_refused(scored, history, tmp_path: Path) -> None:
    path = scored("one")
    history("add", path)
    data = json.loads(Path(path).read_text(encoding="utf-8"))
    for name, change in (("version", ("tqcheck:0", "tqcheck:9")), ("settings", ("nc:6", "nc:4"))):
        other = json.loads(json.dumps(data).replace(*change))
        if name == "version":
            other["version"] = "9.1"
        file = tmp_path / f"{name}.json"
        file.write_text(json.dumps(other), encoding="utf-8")
        history("add", str(file), "--label", name)
        refused = history("diff", "1", name)
        assert refused.status == 2
        assert f"differ in {name}" in refused.err


def test_weighed_findings_have_a_trend_of_their_own(tqcheck, history, tmp_path: Path) -> None:
    table, path = rows(tmp_path / "t.jsonl"), tmp_path / "t.json"
    argv = ["compare", table, "--metrics", "chrf", "--resamples", "20", "--findings", "--output", f"json={path}"]
    assert tqcheck(*argv).status == 0
    history("add", str(path))
    assert history("trend", "--metric", "points").out.startswith("points\n")


def test_what_is_no_run_is_not_added(history, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text('{"schema": "other/1"}')
    refused = history("add", str(path))
    assert refused.status == 2
    assert "expected tqcheck.comparison/1" in refused.err
    assert not (tmp_path / "deep").exists()
    assert history("add", str(tmp_path / "none.json")).status == 2


def test_a_history_that_is_not_there_or_not_ours_is_an_error(tqcheck, history, scored, tmp_path: Path) -> None:
    assert "no history here yet" in history("trend").err
    other = tmp_path / "other.sqlite"
    with sqlite3.connect(other) as base:
        base.execute("CREATE TABLE things (id)")
    refused = tqcheck("history", "add", scored("one"), "--db", str(other))
    assert refused.status == 2
    assert "database of something else" in refused.err
    other.write_text("no database at all, but long enough to be looked at" * 10)
    assert tqcheck("history", "trend", "--db", str(other)).status == 2


def test_one_run_has_nothing_to_be_set_beside(scored, history) -> None:
    history("add", scored("one"))
    assert "two are needed" in history("diff").err
    assert "no run '7'" in history("diff", "7", "1").err


@pytest.fixture
def checked(tqcheck, tmp_path: Path):
    """Checks a page with so many doubled words and gives the file with the report."""

    def run(name: str, doubled: int) -> str:
        page, path = tmp_path / f"{name}.en.txt", tmp_path / f"{name}.report.json"
        sentences = (f"Number {n} of the the rivers rose." if n < doubled else f"Road {n} is open." for n in range(40))
        page.write_text(" ".join(sentences), encoding="utf-8")
        assert tqcheck("check", str(page), "--fail-on", "never", "--output", f"json={path}").status == 0
        return str(path)

    return run


def test_checks_have_findings_per_thousand_words_over_time(checked, history) -> None:
    for label, doubled in (("one", 30), ("two", 3), ("three", 0)):
        assert history("add", checked(label, doubled), "--label", label).status == 0
    assert "already" in history("add", checked("one", 30)).err
    made = json.loads(history("trend", "--format", "json").out)
    values = {t["rendering"]: t["values"] for t in made["trends"]}
    assert values["all"][0] > values["all"][1] > values["all"][2] == 0 == values["REP"][2]
    assert history("trend", "--metric", "findings", "--rendering", "REP").out.startswith("findings\n")
    found = {c["rendering"]: c for c in json.loads(history("diff", "one", "two", "--format", "json").out)["changes"]}
    assert found["REP"]["significant"] and found["REP"]["drop"] < 0
    assert "better" in history("diff", "one", "two").out and "worse" in history("diff", "two", "one").out


def test_checks_and_comparisons_in_one_history_are_kept_apart(checked, scored, history) -> None:
    history("add", scored("s1"), "--label", "s1")
    history("add", checked("c1", 30), "--label", "c1")
    history("add", scored("s2", 12), "--label", "s2")
    assert history("trend").status == 0
    assert history("trend", "--metric", "chrf").out.count("#2") == 0
    assert "#1 s1" in history("diff").out
    refused = history("diff", "s1", "c1")
    assert refused.status == 2 and "a check and a comparison" in refused.err


def test_a_report_shows_the_runs_that_were_made_as_it_was(tqcheck, checked, scored, history, tmp_path: Path) -> None:
    history("add", scored("old", count=20))
    history("add", scored("s1"))
    history("add", checked("c1", 30))
    base, page = str(tmp_path / "deep" / "history.sqlite"), tmp_path / "report.html"
    argv = ("--history", base, "--output", str(page))
    assert tqcheck("compare", str(tmp_path / "s1.jsonl"), "--metrics", "chrf", "--resamples", "50", *argv).status == 0
    text = page.read_text(encoding="utf-8")
    assert "Over the last 2 runs" in text and text.count("<polyline") == 2
    assert "1 of the runs in" in text and "reference texts (20 and 24 segments)" in text
    assert tqcheck("check", str(tmp_path / "c1.en.txt"), *argv, "--fail-on", "never").status == 0
    text = page.read_text(encoding="utf-8")
    assert "Over the last 2 runs" in text and "findings per 1,000 words" in text and "this run" in text


def test_a_history_that_cannot_be_shown_is_told_of_before_the_work(tqcheck, tmp_path: Path) -> None:
    page = tmp_path / "a.en.txt"
    page.write_text("It rained.", encoding="utf-8")
    for command in ("check", "compare"):
        ran = tqcheck(command, str(page), "--history", str(tmp_path / "none.sqlite"))
        assert ran.status == 2 and "no history here yet" in ran.err and not ran.out


def test_a_report_that_is_not_whole_is_not_added(history, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text('{"schema": "tqcheck.report/1", "version": "1", "findings": [{}], "inputs": []}')
    refused = history("add", str(path))
    assert refused.status == 2 and "is not whole" in refused.err
