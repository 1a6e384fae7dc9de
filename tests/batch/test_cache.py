"""What has not changed is not checked again, and the report is the same."""

from __future__ import annotations

import json
import multiprocessing
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tqcheck.batch import How, cache, checked, stamp
from tqcheck.batch.cache import NAME, Cache
from tqcheck.batch.shards import Bundle, Partial
from tqcheck.check import Settings
from tqcheck.model.report import Report
from tqcheck.readers import ReadOptions

SETTINGS = Settings(select=("REP", "CON003"), aligner="lexical")


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the articles that are checked and not taken from the cache."""
    import tqcheck.check as module

    prepare, ids = module.prepare, []

    def prepared(article, *more):
        ids.append(article.id)
        return prepare(article, *more)

    monkeypatch.setattr(module, "prepare", prepared)
    return ids


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three article folders and a glossary."""
    monkeypatch.chdir(tmp_path)
    sources = ("代表团周一抵达基辅。", "基辅的学校全部停课。", "他去过基辅。")
    texts = ("The delegation arrived in Kyiv.", "All the the schools in Kiev were shut.", "He has been to Kyiv.")
    for number, (source, text) in enumerate(zip(sources, texts, strict=True)):
        place = tmp_path / "in" / str(number)
        place.mkdir(parents=True)
        (place / "source.zh.txt").write_text(source, "utf-8")
        (place / "target.en.txt").write_text(text, "utf-8")
    (tmp_path / "terms.tsv").write_text("term\trendering\n基辅\tKyiv\n", "utf-8")
    return tmp_path


def run(*paths: str, settings: Settings = SETTINGS, options: ReadOptions | None = None, **how) -> Report:
    with checked(paths or ("in",), options or ReadOptions(), settings, How(cache_dir="kept", **how)) as report:
        findings, inputs, skipped = tuple(report.findings), tuple(report.inputs), tuple(report.skipped)
        return Report(report.version, findings, inputs, skipped, report.rules, rows=tuple(report.rows))


def test_a_second_run_checks_nothing_and_says_the_same(home: Path, looked_at: list[str]) -> None:
    settings = Settings(select=("REP", "CON003"), aligner="lexical", keep_texts=True)
    plain = run(settings=settings, cache=False)
    assert {f.rule for f in plain.findings} == {"CON003", "REP001"} and plain.rows
    looked_at.clear()
    assert run(settings=settings) == plain and looked_at == ["0", "1", "2"]
    looked_at.clear()
    assert run(settings=settings) == plain and looked_at == []
    assert run(settings=settings, cache=False) == plain and looked_at == ["0", "1", "2"]


def test_a_second_run_loads_nothing_that_checks(home: Path) -> None:
    code = (
        "import sys; from tqcheck.cli.app import main; main(['check', 'in', '--fail-on', 'never', '--format', 'jsonl']);"
        "print([m for m in sys.modules if m in ('numpy', 'tqcheck.check', 'tqcheck.evidence', 'rjieba')])"
    )
    env = {**os.environ, "TQCHECK_CACHE_DIR": "kept", "PYTHONPATH": str(Path(__file__).parent.parent.parent)}
    said = [
        subprocess.run(
            [sys.executable, "-c", code], env=env, capture_output=True, check=True, text=True, encoding="utf-8"
        )
        for _ in range(2)
    ]
    (*first, loaded), (*second, loaded_then) = (ran.stdout.splitlines() for ran in said)
    assert first == second and len(first) == 2
    assert "numpy" in loaded and loaded_then == "[]"


def test_only_what_has_changed_is_checked_again(home: Path, looked_at: list[str]) -> None:
    run()
    looked_at.clear()
    (home / "in/1/target.en.txt").write_text("All schools in Kyiv were shut.")
    assert run().findings == () and looked_at == ["1"]
    looked_at.clear()
    (home / "in/1/alternate.en.txt").write_text("Every school in Kyiv was shut.")
    assert run().findings == () and looked_at == ["1"]


@pytest.mark.parametrize("change", ["settings", "options", "glossary", "program", "glossary's words"])
def test_another_way_of_checking_is_another_thing(home: Path, looked_at: list[str], monkeypatch, change: str) -> None:
    with_terms = Settings(select=("REP", "CON003"), aligner="lexical", glossaries=("terms.tsv",))
    run(settings=with_terms if "'" in change else SETTINGS)
    looked_at.clear()
    if change == "program":
        monkeypatch.setattr(stamp, "program", lambda: "another")
    if change == "glossary's words":
        (home / "terms.tsv").write_text("term\trendering\n基辅\tKiev\n", "utf-8")
    settings = {"settings": Settings(select=("REP",), aligner="lexical")}.get(change, SETTINGS)
    options = ReadOptions(target_lang="de") if change == "options" else None
    run(settings=with_terms if "glossary" in change else settings, options=options)
    assert looked_at == ["0", "1", "2"]


def test_the_program_is_another_one_when_a_file_of_it_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import tqcheck

    before = stamp.program()
    (tmp_path / "__init__.py").write_text("")
    monkeypatch.setattr(tqcheck, "__file__", str(tmp_path / "__init__.py"))
    made = []
    for text in ("a", "b", "a"):
        (tmp_path / "data.tsv").write_text(text)
        stamp.program.cache_clear()
        made.append(stamp.program())
    stamp.program.cache_clear()
    assert made[0] == made[2] != made[1] and before not in made


def test_companions_are_a_part_of_what_is_kept(home: Path, looked_at: list[str]) -> None:
    options = ReadOptions(source="in/1/source.zh.txt", alternates=("in/0/target.en.txt", "missing.txt"))
    for _ in range(2):
        assert [one.path for one in run("in/1/target.en.txt", options=options).skipped] == ["missing.txt"]
    options = ReadOptions(source="in/1/source.zh.txt")
    for _ in range(2):
        run("in/1/target.en.txt", options=options)
    assert looked_at == ["target"] * 3
    (home / "in/1/source.zh.txt").write_text("基辅的学校停课。", "utf-8")
    run("in/1/target.en.txt", options=options)
    assert looked_at == ["target"] * 4


def test_what_cannot_be_read_is_looked_for_again(home: Path, looked_at: list[str]) -> None:
    for _ in range(2):
        assert len(run("in/0", "late.txt").skipped) == 1
    (home / "late.txt").write_text("It came late.")
    assert run("in/0", "late.txt").skipped == () and looked_at == ["0", "late"]


def rows(named: bool = True) -> list[dict[str, str]]:
    return [
        {
            **({"id": f"r{n}"} if named else {}),
            "doc": f"d{n // 2}",
            "source": "他去过基辅。",
            "target": f"He the the {n}.",
        }
        for n in range(6)
    ]


def write_rows(path: Path, table: list[dict[str, str]]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in table))


def test_of_a_table_the_documents_that_changed_are_checked_again(home: Path, looked_at: list[str]) -> None:
    table = rows()
    write_rows(home / "t.jsonl", table)
    before = run("t.jsonl")
    assert len(before.findings) == 6 and run("t.jsonl") == before
    looked_at.clear()
    table[3]["target"] = "He was there."
    write_rows(home / "t.jsonl", table)
    assert len(run("t.jsonl").findings) == 5 and looked_at == ["r2", "r3"]


@pytest.mark.parametrize("named", [True, False])
def test_rows_that_have_moved_are_told_at_their_new_lines(home: Path, looked_at: list[str], named: bool) -> None:
    write_rows(home / "t.jsonl", rows(named))
    run("t.jsonl")
    looked_at.clear()
    write_rows(home / "t.jsonl", [{"id": "new", "target": "New."}, *rows(named)])
    made = run("t.jsonl")
    assert looked_at == (["new"] if named else ["new", *(f"t:{n}" for n in range(2, 8))])
    assert [finding.primary.line for finding in made.findings] == [2, 3, 4, 5, 6, 7]
    assert made == run("t.jsonl", cache=False)


def test_a_bad_row_is_told_every_time(home: Path) -> None:
    (home / "t.jsonl").write_text('{"id": "a", "target": "Rain."}\n{"id": "b", "target": 3}\nnonsense\n')
    for _ in range(2):
        made = run("t.jsonl")
        assert len(made.skipped) == 2 and len(made.inputs) == 1


@pytest.mark.parametrize("bytes_", [b"this is no database at all" * 100, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_broken_cache_is_set_aside(home: Path, looked_at: list[str], bytes_: bytes) -> None:
    plain = run()
    (home / "kept" / NAME).write_bytes(bytes_)
    looked_at.clear()
    assert run() == plain and looked_at == ["0", "1", "2"]
    assert (home / "kept" / f"{NAME}.broken").exists()
    run()
    looked_at.clear()
    assert run() == plain and looked_at == []


def test_a_place_that_takes_no_files_costs_nothing_but_time(home: Path) -> None:
    (home / "kept").write_text("a file, not a folder")
    assert run() == run(cache=False)


def bundle(text: bytes) -> Bundle:
    return Bundle(Partial({"f": 1}, ("A",), "x"), [b"f" + text])


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Callable[[], Cache]]:
    """Opens the cache of the test."""
    opened: list[Cache] = []

    def cache_() -> Cache:
        opened.append(Cache(str(tmp_path / "kept")))
        return opened[-1]

    yield cache_
    for one in opened:
        one.close()


def test_what_is_put_in_comes_out(kept) -> None:
    one, other = kept(), kept()
    one.put([(b"key", 7, bundle(b"[1]"))])
    assert other.get(b"key") == (7, bundle(b"[1]"))
    assert other.get(b"no key") is None


def test_the_entries_not_asked_for_the_longest_go_first(kept, tmp_path: Path, monkeypatch) -> None:
    one = kept()
    clock = [1_000_000.0]
    monkeypatch.setattr(cache.time, "time", lambda: clock[0])
    for number in range(100):
        clock[0] += 10 * cache.DAY
        one.put([(b"%d" % number, 0, bundle(os.urandom(10_000)))])
    assert one.get(b"0")
    one.close()
    one = kept()
    one.trim(500_000)
    assert one.get(b"0") and one.get(b"99") and not one.get(b"1")
    one.close()
    assert sum(path.stat().st_size for path in (tmp_path / "kept").iterdir()) <= 600_000


def _fill(folder: str, first: int) -> None:
    mine = Cache(folder)
    for number in range(first, first + 50):
        mine.put([(b"%d" % number, number, bundle(b"[%d]" % number))])
    mine.close()


def test_several_processes_may_write_at_once(kept, tmp_path: Path) -> None:
    folder = str(tmp_path / "kept")
    writers = [multiprocessing.Process(target=_fill, args=(folder, 100 * n)) for n in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    one = kept()
    assert all(one.get(b"%d" % (100 * n + m)) for n in range(4) for m in range(50))
