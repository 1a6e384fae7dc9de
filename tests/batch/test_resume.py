"""A run that is stopped can be gone on with, and then says what it would have said."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from tqcheck.batch import How, checked
from tqcheck.check import Settings
from tqcheck.errors import Interrupted
from tqcheck.readers import ReadOptions, slices

SETTINGS = Settings(select=("REP",), aligner="lexical")


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize(("stop", "jobs"), [(signal.SIGINT, "2"), (signal.SIGTERM, "1")])
def test_a_stopped_run_is_gone_on_with(program_over_many, wait_for, stop: signal.Signals, jobs: str) -> None:
    program = program_over_many  # a short run might be over before it is stopped
    expected = program.expected
    ran = program.start("--jobs", jobs, "--no-cache")
    wait_for(lambda: program.shards > 2)
    ran.send_signal(stop)
    _, err = ran.communicate()
    assert (ran.returncode, err) == (130, "tqcheck: error: interrupted; go on with --resume\n")
    (left,) = program.work.iterdir()
    assert program.shards > 2 and not list(left.glob("*.tries")) and not list(left.glob("*.part"))
    # What is done is not done again: a word changed in it comes out.
    shard = min(left.glob("*.shard"))
    shard.write_bytes(shard.read_bytes().replace(b"stands twice", b"STOOD TWICE"))
    assert program.run("--resume", "--jobs", jobs, "--no-cache") == (0, "")
    assert b"STOOD TWICE" in program.reports()["jsonl"]
    same = {name: made.replace(b"STOOD TWICE", b"stands twice") for name, made in program.reports().items()}
    assert same == expected
    assert list(program.work.iterdir()) == []


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Six articles in three slices; checking the fourth is interrupted for as long as `stop` is there."""
    import tqcheck.check as module

    prepare = module.prepare

    def prepared(article, *more):
        if article.id == "3" and (tmp_path / "stop").exists():
            raise KeyboardInterrupt
        return prepare(article, *more)

    monkeypatch.setattr(module, "prepare", prepared)
    monkeypatch.setattr(slices, "MOST", 2)
    for number in range(6):
        (tmp_path / f"in/{number}").mkdir(parents=True)
        (tmp_path / f"in/{number}/target.en.txt").write_text("Rain fell in the the north.")
    (tmp_path / "stop").touch()
    return tmp_path


def run(home: Path, notes: list[str] | None = None, settings: Settings = SETTINGS, **how) -> list[str]:
    work = How(cache=False, work_dir=str(home / "work"), **how)
    tell = notes.append if notes is not None else lambda line: None
    with checked([str(home / "in")], ReadOptions(), settings, work, note=tell) as report:
        return [finding.article for finding in report.findings]


def test_what_was_not_done_is_done_once_the_cause_is_gone(articles: Path) -> None:
    with pytest.raises(Interrupted, match="--resume"):
        run(articles)
    (articles / "stop").unlink()
    assert run(articles, resume=True) == list("012345")
    assert list((articles / "work").iterdir()) == []


def test_it_may_be_stopped_again(articles: Path) -> None:
    for resume in (False, True, True):
        with pytest.raises(Interrupted, match="--resume"):
            run(articles, resume=resume)
    (articles / "stop").unlink()
    assert run(articles, resume=True) == list("012345")


def test_where_nothing_was_done_nothing_is_left(articles: Path) -> None:
    for number in "012":
        (articles / "in" / number / "target.en.txt").unlink()
        (articles / "in" / number).rmdir()
    with pytest.raises(Interrupted, match="^interrupted$"):
        run(articles)
    assert list((articles / "work").iterdir()) == []


@pytest.mark.parametrize("change", ["input", "settings", "nothing left"])
def test_another_run_is_not_gone_on_with(articles: Path, change: str) -> None:
    if change != "nothing left":
        with pytest.raises(Interrupted):
            run(articles)
    (articles / "stop").unlink()
    if change == "input":
        (articles / "in/0/target.en.txt").write_text("Rain fell.")
    notes: list[str] = []
    found = run(articles, notes, Settings(select=("REP001",)) if change == "settings" else SETTINGS, resume=True)
    assert found == list("12345" if change == "input" else "012345")
    assert notes == ["there is no such run to go on with: it is begun anew"]


def test_a_run_that_is_going_on_is_left_alone(articles: Path) -> None:
    (articles / "stop").unlink()
    work = How(cache=False, work_dir=str(articles / "work"))
    with checked([str(articles / "in")], ReadOptions(), SETTINGS, work) as report:
        assert run(articles, resume=True) == list("012345")
        assert len(list(report.findings)) == 6


def test_what_a_run_left_goes_when_it_was_run_anew(articles: Path) -> None:
    with pytest.raises(Interrupted):
        run(articles)
    (articles / "stop").unlink()
    assert run(articles) == list("012345")
    assert list((articles / "work").iterdir()) == []
