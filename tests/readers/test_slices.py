"""Inputs cut into slices: everything once, in order, whatever the cuts."""

from __future__ import annotations

import csv
import io
import json
import os
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tqcheck.model.document import Article
from tqcheck.model.report import Skipped
from tqcheck.readers import Companions, ReadOptions, Slice, plan, read, read_slice, slices
from tqcheck.readers.cuts import parts
from tqcheck.readers.rows import Bad, Row
from tqcheck.readers.table import doc_of, rows_of

cell = st.text(st.sampled_from('ab中é"\n\r\t, \u2028'), max_size=12)
table = st.lists(st.tuples(st.sampled_from(["", "x", "y"]), cell.map(lambda text: text + "z")), min_size=1, max_size=40)
anything = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def written(rows: list[tuple[str, str]], ext: str, end: str) -> str:
    if ext == ".jsonl":
        return end.join(json.dumps({"doc": doc, "target": text}, ensure_ascii=False) for doc, text in rows) + end
    out = io.StringIO()
    how = csv.QUOTE_ALL if ext == ".csv" else csv.QUOTE_MINIMAL
    writer = csv.writer(out, "excel" if ext == ".csv" else "excel-tab", lineterminator=end, quoting=how)
    writer.writerows([("doc", "target"), *rows])
    return out.getvalue()


def of(path: Path, part=None) -> list[Row | Bad]:
    with open(path, "rb") as stream:
        return list(rows_of(stream, str(path), path.suffix, part)[1])


@anything
@example([("", '"')] * 9, ".tsv", "\n", "utf-8", 1, False)
@given(
    table,
    st.sampled_from([".jsonl", ".csv", ".tsv"]),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.integers(1, 200),
    st.booleans(),
)
def test_parts_of_a_table_hold_every_row_once(tmp_path, rows, ext, end, encoding, size, whole_last) -> None:
    text = written(rows, ext, end)
    path = tmp_path / f"t{ext}"
    path.write_bytes((text if whole_last else text.removesuffix(end)).encode(encoding))
    found = parts(str(path), ext, size)
    whole = of(path)
    # A tab separated file may mean its quotation marks as such: there a cell's end is guessed, the same way each time.
    assert ext == ".tsv" or len(whole) == len(rows)
    if found is None:
        assert not any(isinstance(row, Row) for row in whole)
        return
    assert [row for part in found for row in of(path, part if len(found) > 1 else None)] == whole
    assert encoding != "utf-16" or len(found) == 1
    for before, after in zip(found, found[1:], strict=False):
        last, first = of(path, before)[-1], of(path, after)[0]
        docs = [doc_of(row.cells) if isinstance(row, Row) else "" for row in (last, first)]
        assert not docs[0] or docs[0] != docs[1]


@anything
@given(st.lists(st.sampled_from(['{"target": "a"}', "", "nonsense", '{"target": 1}', '{"doc": "x", "target": "b"}'])))
def test_bad_lines_are_told_in_their_places(tmp_path, lines: list[str]) -> None:
    path = tmp_path / "t.jsonl"
    path.write_text("\n".join(['{"target": "first"}', *lines]))
    found = parts(str(path), ".jsonl", 20)
    assert found and [row for part in found for row in of(path, part)] == of(path)


def test_lines_that_are_in_another_encoding_are_told_where_they_stand(tmp_path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(b"target\n" + b"fine\n" * 20_000 + b"caf\xe9\n" + b"fine\n" * 20_000)
    found = parts(str(path), ".csv")
    assert found and len(found) > 2
    assert [row for part in found for row in of(path, part)] == of(path)
    assert sum(isinstance(row, Bad) for row in of(path)) == 1


def test_a_document_is_cut_only_where_it_is_very_long(tmp_path) -> None:
    path = tmp_path / "t.jsonl"
    path.write_text("".join(json.dumps({"doc": "x", "target": "a" * 80}) + "\n" for _ in range(100)))
    assert parts(str(path), ".jsonl", 500) is not None and len(parts(str(path), ".jsonl", 500) or ()) == 1
    assert len(parts(str(path), ".jsonl", 500, 2000) or ()) > 3


def fill(folder: Path, count: int) -> None:
    for number in range(count):
        (folder / f"{number:03d}").mkdir(parents=True)
        (folder / f"{number:03d}/mt.en.txt").write_text("The article.")
    (folder / "empty").mkdir()


def ids(found) -> list[str]:
    return [item.id if isinstance(item, Article) else item.path for item in found]


def test_articles_are_handed_out_some_at_a_time_and_read_in_order(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    fill(tmp_path / "in", 120)
    (tmp_path / "one.txt").write_text("A text.")
    (tmp_path / "t.jsonl").write_text('{"id": "row", "target": "A row."}\n')
    paths = ["in", "missing.txt", "one.txt", "t.jsonl", "in/003", "nowhere"]
    cuts = list(plan(paths, ReadOptions()))
    assert [len(cut.items) for cut in cuts] == [50, 50, 22, 1, 2]
    expected = [*(f"{n:03d}" for n in range(120)), "missing.txt", "one", "row", "003", "nowhere"]
    assert ids(read(paths)) == expected
    backwards = [ids(read_slice(cut, ReadOptions(), Companions(ReadOptions()))) for cut in reversed(cuts)]
    assert [id_ for found in reversed(backwards) for id_ in found] == expected


def test_large_articles_are_handed_out_by_their_size(tmp_path) -> None:
    fill(tmp_path, 4)
    for number in (1, 2):
        (tmp_path / f"00{number}/mt.en.txt").write_text("A. " * 20_000)
    assert [len(cut.items) for cut in plan([str(tmp_path)], ReadOptions())] == [2, 2]


def test_a_file_that_goes_after_the_plan_was_made_is_told_and_the_rest_read(tmp_path) -> None:
    fill(tmp_path, 3)
    cuts = list(plan([str(tmp_path)], ReadOptions()))
    (tmp_path / "001/mt.en.txt").unlink()
    (found,) = [list(read_slice(cut, ReadOptions(), Companions(ReadOptions()))) for cut in cuts]
    assert [isinstance(item, Article) for item in found] == [True, False, True]
    assert found[1] == Skipped(str(tmp_path / "001/mt.en.txt"), "no such file")


def test_faults_of_companions_are_told_once_over_all_slices(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(slices, "MOST", 2)
    for name in "abcde":
        (tmp_path / f"{name}.txt").write_text("The article.")
    options = ReadOptions(alternates=("missing.txt",))
    cuts = list(plan([f"{name}.txt" for name in "abcde"], options))
    assert len(cuts) == 3
    found = [id_ for cut in cuts for id_ in ids(read_slice(cut, options, Companions(options)))]
    assert found == ["missing.txt", *"abcde"]


def test_only_what_reads_standard_input_is_bound_to_this_process() -> None:
    def here(*paths: str, **options) -> list[bool]:
        return [cut.here for cut in plan(paths, ReadOptions(**options))]

    assert here("a.txt", "-", "b.txt") == [False, True, False]
    assert here("a.txt", source="-") == [True]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names")
@pytest.mark.parametrize(("name", "said"), [("x.txt", b"The article."), ("x.jsonl", b'{"target": "A row."}\n')])
def test_a_pipe_is_read_once(tmp_path, name: str, said: bytes) -> None:
    from tqcheck.batch import How, checked
    from tqcheck.check import Settings

    os.mkfifo(tmp_path / name)
    thread = threading.Thread(target=lambda: (tmp_path / name).write_bytes(said))
    thread.start()
    kept = How(cache_dir=str(tmp_path / "kept"))
    with checked([str(tmp_path / name)], ReadOptions(), Settings(select=("TYP",)), kept) as report:
        assert len(report.inputs) == 1 and not report.skipped
    thread.join()


def test_a_slice_says_all_files_that_it_is_read_from(tmp_path) -> None:
    fill(tmp_path, 2)
    (cut,) = plan([str(tmp_path), "t.txt"], ReadOptions())
    assert isinstance(cut, Slice)
    assert list(cut.files) == [*(str(tmp_path / f"{n:03d}/mt.en.txt") for n in range(2)), "t.txt"]
