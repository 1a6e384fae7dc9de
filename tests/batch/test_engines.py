"""Every engine says the same of a batch, to the byte, whatever becomes of its workers."""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from pathlib import Path

import pytest

from tqcheck.batch import How, checked
from tqcheck.check import Settings
from tqcheck.errors import UsageError
from tqcheck.model.report import Report, Skipped
from tqcheck.readers import ReadOptions

linux = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
SETTINGS = Settings(select=("REP",), aligner="lexical")


def children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_two_processes_say_the_same_as_one(program_over_many) -> None:
    program = program_over_many
    assert program.run("--jobs", "2", "--no-cache") == (0, "")
    assert program.reports() == program.expected
    assert list(program.work.iterdir()) == []


@linux
def test_a_killed_process_loses_nothing(program_over_many, wait_for) -> None:
    program = program_over_many  # a short run might be over before
    assert program.expected
    ran = program.start("--jobs", "2", "--no-cache")
    wait_for(lambda: program.shards > 2)
    os.kill(children(ran.pid)[0], signal.SIGKILL)
    _, err = ran.communicate()
    assert (ran.returncode, err) == (0, "")
    assert program.reports() == program.expected


@linux
def test_processes_whose_parent_was_killed_end(program_over_many, wait_for) -> None:
    program = program_over_many  # a short run might be over before
    ran = program.start("--jobs", "2", "--no-cache")
    wait_for(lambda: program.shards > 2)
    workers = children(ran.pid)
    ran.kill()
    ran.communicate()
    assert len(workers) == 2
    wait_for(lambda: not any(map(alive, workers)))


def test_a_cluster_of_its_own_says_the_same(program) -> None:
    pytest.importorskip("distributed")
    assert program.run("--engine", "dask", "--jobs", "2", "--no-cache") == (0, "")
    assert program.reports() == program.expected


@linux
def test_a_cluster_started_by_its_own_programs_loses_nothing_with_a_worker(program_over_many, wait_for) -> None:
    program = program_over_many
    distributed = pytest.importorskip("distributed")
    about = program.home / "scheduler.json"
    started = [program.launch("dask", "scheduler", "--port", "0", "--no-dashboard", "--scheduler-file", str(about))]
    try:
        wait_for(about.exists)
        assert program.expected
        single = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(program.home))
        for _ in range(2):
            started.append(program.launch("dask", "worker", "--scheduler-file", str(about), *single))
        address = json.loads(about.read_text())["address"].removeprefix("tcp://")
        with distributed.Client(address, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=120)
        ran = program.start("--engine", f"dask://{address}", "--no-cache")
        wait_for(lambda: program.shards > 10)
        assert program.shards < 40
        started[1].kill()
        _, err = ran.communicate()
        assert ran.returncode == 0
        assert err.count("\n") == 1 and "distributed.scheduler.allowed-failures" in err
        assert program.reports() == program.expected
        assert started[2].poll() is None
    finally:
        for one in reversed(started):
            one.kill()
            one.communicate()


DEADLY = """
import os, signal
import tqcheck.check as module
from tqcheck.prepare import prepare

def prepared(article, *more):
    if "POISON" in article.renderings[0].document.text:
        os.kill(os.getpid(), signal.SIGKILL)
    return prepare(article, *more)

module.prepare = prepared
"""


@linux
def test_an_article_that_kills_workers_of_a_cluster_is_named_and_the_rest_reported(program, wait_for) -> None:
    pytest.importorskip("distributed")
    about, deadly, articles = (program.home / name for name in ("scheduler.json", "deadly.py", "articles"))
    deadly.write_text(DEADLY)
    for number in range(60):
        (articles / f"{number:02d}").mkdir(parents=True)
        (articles / f"{number:02d}/target.en.txt").write_text("POISON" if number in (20, 55) else "Rain fell.")
    started = [program.launch("dask", "scheduler", "--port", "0", "--no-dashboard", "--scheduler-file", str(about))]
    try:
        wait_for(about.exists)
        single = ("--nthreads", "1", "--no-dashboard", "--local-directory", str(program.home), "--preload", str(deadly))
        started.append(program.launch("dask", "worker", "--scheduler-file", str(about), *single))
        address = json.loads(about.read_text())["address"]
        with pytest.importorskip("distributed").Client(address, set_as_default=False) as client:
            client.wait_for_workers(1, timeout=120)
        ran = program.launch(
            "tqcheck", "check", str(articles), "--engine", address.replace("tcp", "dask"), "--no-cache",
            "--format", "json", "--select", "REP",
        )  # fmt: skip
        out, _ = ran.communicate()
        said = json.loads(out)
        assert [(one["path"], one["reason"]) for one in said["skipped"]] == [
            (str(articles / name / "target.en.txt"), "killed its worker, twice") for name in ("20", "55")
        ]
        assert len(said["inputs"]) == 58
    finally:
        for one in reversed(started):
            one.terminate()
            one.communicate()


@pytest.fixture
def deadly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Twelve articles in three slices; checking one that says POISON kills its process, unless it is this one."""
    import tqcheck.check as module
    from tqcheck.prepare import prepare
    from tqcheck.readers import slices

    def prepared(article, *more):
        if "POISON" in article.renderings[0].document.text and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return prepare(article, *more)

    here = os.getpid()
    monkeypatch.setattr(module, "prepare", prepared)
    monkeypatch.setattr(slices, "MOST", 4)
    for number in range(12):
        place = tmp_path / "deadly" / f"{number:02d}"
        place.mkdir(parents=True)
        (place / "target.en.txt").write_text("Rain fell in the the north.")
    return tmp_path / "deadly"


def run(path: Path, **how) -> Report:
    with checked([str(path)], ReadOptions(), SETTINGS, How(cache=False, **how)) as report:
        return Report(report.version, tuple(report.findings), tuple(report.inputs), tuple(report.skipped))


@pytest.mark.parametrize("numbers", [(5,), (0,), (11,), (1, 2), (4, 5, 6, 7)])
def test_an_article_that_kills_its_worker_is_named_and_the_rest_reported(deadly: Path, numbers) -> None:
    for number in numbers:
        (deadly / f"{number:02d}/target.en.txt").write_text("POISON")
    made = run(deadly, jobs=2)
    assert made.skipped == tuple(
        Skipped(str(deadly / f"{n:02d}/target.en.txt"), "killed its worker (signal 9), twice") for n in numbers
    )
    assert [item.id for item in made.inputs] == [f"{n:02d}" for n in range(12) if n not in numbers]
    assert len(made.findings) == len(made.inputs)


def test_a_row_that_kills_its_worker_is_named_and_its_document_reported(deadly: Path) -> None:
    table = deadly / "table.jsonl"
    rows = [{"doc": "d", "target": "POISON" if n == 2 else "Rain fell in the the north."} for n in range(5)]
    table.write_text("".join(json.dumps(row) + "\n" for row in rows))
    with checked([str(table), str(deadly / "00"), str(deadly / "01")], ReadOptions(), SETTINGS, How(jobs=2)) as report:
        assert list(report.skipped) == [Skipped(str(table), "row 3: killed its worker (signal 9), twice")]
        assert [item.id for item in report.inputs][:4] == [f"table:{n}" for n in (1, 2, 4, 5)]


def test_a_row_that_kills_its_worker_when_all_are_prepared_is_named(
    deadly: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import tqcheck.check as module

    here, check = os.getpid(), module.check

    def killing(prepared, *more):
        if prepared.article.renderings[0].document.text == "Hail fell." and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return check(prepared, *more)

    monkeypatch.setattr(module, "check", killing)
    table = deadly / "table.jsonl"
    rows = [{"doc": "d", "target": "Hail fell." if n == 2 else "Rain fell in the the north."} for n in range(5)]
    table.write_text("".join(json.dumps(row) + "\n" for row in rows))
    with checked([str(table), str(deadly / "00"), str(deadly / "01")], ReadOptions(), SETTINGS, How(jobs=2)) as report:
        assert list(report.skipped) == [Skipped(str(table), "row 3: killed its worker (signal 9), twice")]
        assert [item.id for item in report.inputs][:4] == [f"table:{n}" for n in (1, 2, 4, 5)]


def test_a_file_whose_reading_kills_the_worker_is_named(deadly: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tqcheck.readers import slices

    here, read = os.getpid(), slices.read_article

    def reading(found, *more):
        if found.path.endswith("03") and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return read(found, *more)

    monkeypatch.setattr(slices, "read_article", reading)
    made = run(deadly, jobs=2)
    assert made.skipped == (Skipped(str(deadly / "03"), "killed its worker (signal 9), twice"),)
    assert len(made.inputs) == 11


def test_an_accident_is_not_held_against_an_article(deadly: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import tqcheck.check as module

    once, prepare = deadly / "once", module.prepare

    def prepared(article, *more):
        if article.id == "06" and not once.exists():
            once.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return prepare(article, *more)

    monkeypatch.setattr(module, "prepare", prepared)
    made = run(deadly, jobs=2)
    assert made.skipped == () and len(made.inputs) == 12


def test_a_fault_of_the_program_in_a_worker_comes_with_its_traceback(deadly: Path, monkeypatch) -> None:
    from tqcheck.batch.engines.local import Fault

    def reading(found, *more):
        raise KeyError("boom")

    monkeypatch.setattr("tqcheck.readers.slices.read_article", reading)
    with pytest.raises(Fault, match="KeyError: 'boom'"):
        run(deadly, jobs=2)


@linux
def test_one_job_makes_no_process(deadly: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("multiprocessing.process.BaseProcess.start", None)
    monkeypatch.setattr(os, "fork", None)
    assert len(run(deadly, jobs=1).inputs) == len(run(deadly).inputs) == 12


def test_it_may_run_in_a_thread(deadly: Path) -> None:
    made: list[Report] = []
    thread = threading.Thread(target=lambda: made.append(run(deadly)))
    thread.start()
    thread.join()
    assert len(made[0].inputs) == 12


@pytest.mark.parametrize(
    ("name", "said"),
    [("spark", "no engine 'spark' (there are: local, dask, dask://host:port)"), ("dask://127.0.0.1:1", "no scheduler")],
)
def test_an_engine_that_cannot_be_had_is_one_line(deadly: Path, name: str, said: str, monkeypatch) -> None:
    if "//" in name:
        pytest.importorskip("distributed")
        monkeypatch.setattr("tqcheck.batch.engines.dask.PATIENCE", "1s")
    with pytest.raises(UsageError) as raised:
        run(deadly, engine=name)
    assert said in str(raised.value) and "\n" not in str(raised.value)


def test_without_the_extra_dask_is_one_line(deadly: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError, match=r"needs the extra of that name: pip install 'tqcheck\[dask\]'"):
        run(deadly, engine="dask")
