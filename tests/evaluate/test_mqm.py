"""Ratings in the public MQM layout."""

from __future__ import annotations

from pathlib import Path

import pytest

from tqcheck.errors import InputError
from tqcheck.evaluate.agreement import agreement
from tqcheck.evaluate.mqm import alternates, read
from tqcheck.model.text import Span

HEAD = "system\tdoc\tdoc_id\tseg_id\trater\tsource\ttarget\tcategory\tseverity"
ROWS = (
    "A\td\td1\t1\tr1\t桥\tThe <v>bridge</v> is open.\tAccuracy/Mistranslation\tMajor",
    "A\td\td1\t1\tr2\t桥\tThe <v>bridge is</v> open.\tAccuracy/Mistranslation\tMajor",
    "A\td\td1\t1\tr2\t桥\tThe bridge is <v>open</v>.\tFluency/Grammar\tMinor",
    "A\td\td1\t1\tr3\t桥\tThe bridge is open.\tNo-error\tno-error",
    "B\td\td1\t1\tr1\t<v>桥</v>\tA bridge opens.\tAccuracy/Omission\tMajor",
    "Human-A\td\td1\t1\tr1\t桥\tThe quay is open.\tNo-error\tno-error",
)


def _file(folder: Path, *rows: str) -> Path:
    path = folder / "some.tsv"
    path.write_text("\n".join((HEAD, *rows)) + "\n", encoding="utf-8")
    return path


def test_marks_are_read_with_their_places_and_raters(tmp_path: Path) -> None:
    first = read(_file(tmp_path, *ROWS))[0]
    assert first.target == "The bridge is open."
    assert first.raters == ("r1", "r2", "r3")
    assert [(m.raters, first.target[slice(*m.place.bounds)], m.bad) for m in first.marks] == [
        (("r1",), "bridge", True), (("r2",), "bridge is", True), (("r2",), "open", False),
    ]  # fmt: skip


def test_a_mark_on_the_source_is_none_on_the_rendering(tmp_path: Path) -> None:
    assert read(_file(tmp_path, *ROWS))[1].marks == ()


def test_a_rendering_in_two_versions_is_left_out(tmp_path: Path) -> None:
    other = "A\td\td1\t1\tr4\t桥\tThe bridge was open.\tNo-error\tno-error"
    assert [one.system for one in read(_file(tmp_path, *ROWS, other))] == ["B", "Human-A"]


def test_no_human_rendering_is_an_alternate(tmp_path: Path) -> None:
    rated = read(_file(tmp_path, *ROWS))
    assert alternates(rated, 3) == [
        ("A bridge opens.",),
        ("The bridge is open.",),
        ("The bridge is open.", "A bridge opens."),
    ]


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    path = tmp_path / "bad.tsv"
    path.write_text("system\tdoc\n", encoding="utf-8")
    with pytest.raises(InputError, match="no column seg_id"):
        read(path)


def test_a_span_is_right_where_two_raters_marked_it(tmp_path: Path) -> None:
    first = read(_file(tmp_path, *ROWS))[0]
    found = agreement(first, [(Span(0, 10), 2), (Span(14, 18), 1)])
    assert (found.flags, found.any, found.two, found.major) == (2, 2, 1, 1)
    assert (found.consensus, found.found) == (2, 2)
