"""Human marks read from the layouts they are published in."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from tqcheck.errors import InputError
from tqcheck.evaluate.gold import Mark, Place
from tqcheck.evaluate.gold_files import read_flags, read_gold
from tqcheck.model.finding import Side

HEAD = "system\tdoc\tdoc_id\tseg_id\trater\tsource\ttarget\tcategory\tseverity"
ROWS = (
    "A\td\td1\t1\tr1\t桥通车\tThe <v>bridge</v> is open.\tAccuracy/Mistranslation\tMajor",
    "A\td\td1\t1\tr2\t桥通车\tThe <v>bridge</v> is open.\tAccuracy/Mistranslation\tMajor",
    "A\td\td1\t1\tr2\t桥<v>通车</v>\tThe bridge is open.\tAccuracy/Omission\tMinor",
    "A\td\td1\t1\tr3\t桥通车\tThe bridge is open.\tNo-error\tno-error",
)
ESA = {
    "langs": "en-zh", "line_id": 4, "doc_id": "d", "system": "S", "annotator": "a1", "src": "The bridge", "tgt": "大桥开通",
    "esa_score": 60, "esa_spans": [
        {"start_i": 2, "end_i": 4, "severity": "major"},
        {"start_i": 0, "end_i": 99, "severity": "undecided"},
        {"start_i": "missing", "end_i": "missing", "severity": "minor"},
    ],
}  # fmt: skip
OWN = {"id": "x", "source": "桥通车", "target": "The bridge is open.", "raters": ["r1", "r2"], "errors": [
    {"start": 4, "end": 10, "severity": "Major", "category": "Accuracy", "raters": ["r1", "r2"]},
    {"start": 1, "end": 3, "severity": "minor", "category": "omission", "side": "source", "rater": "r1"},
    {"start": None, "end": None, "severity": "minor", "category": "style"},
]}  # fmt: skip


def _file(folder: Path, *lines: str, name: str = "gold.tsv") -> str:
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(folder / name)


def test_marks_of_mqm_are_read_on_both_sides_with_their_raters(tmp_path: Path) -> None:
    (text,) = read_gold(_file(tmp_path, HEAD, *ROWS)).texts
    assert (text.id, text.doc, text.source, text.target) == ("d:1:A", "d", "桥通车", "The bridge is open.")
    assert text.raters == ("r1", "r2", "r3")
    assert text.marks == (
        Mark(Place(4, 10), "major", "accuracy/mistranslation", ("r1", "r2")),
        Mark(Place(1, 3, Side.SOURCE), "minor", "accuracy/omission", ("r2",)),
    )


def test_a_text_in_two_versions_is_left_out_and_said(tmp_path: Path) -> None:
    other = "A\td\td1\t1\tr4\t桥通车\tThe bridge was open.\tNo-error\tno-error"
    more = "B\td\td1\t1\tr4\t桥通车\tThe bridge was open.\tNo-error\tno-error"
    gold = read_gold(_file(tmp_path, HEAD, *ROWS, other, more))
    assert [text.id for text in gold.texts] == ["d:1:B"]
    assert len(gold.notes) == 1 and ": 1 text left out" in gold.notes[0]


def test_an_error_without_markers_has_no_place(tmp_path: Path) -> None:
    row = "A\td\td1\t1\tr1\t桥通车\tThe bridge is open.\tNon-translation!\tMajor"
    (text,) = read_gold(_file(tmp_path, HEAD, row)).texts
    assert [(mark.place.start, mark.bad) for mark in text.marks] == [(None, True)]


@pytest.mark.parametrize("layout", ["jsonl", "tsv", "gz"])
def test_esa_is_read_from_json_and_from_a_table(tmp_path: Path, layout: str) -> None:
    cells = {**ESA, "esa_spans": json.dumps(ESA["esa_spans"])}
    lines = ["\t".join(cells), "\t".join(map(str, cells.values()))] if layout == "tsv" else [json.dumps(ESA)]
    path = _file(tmp_path, *lines)
    if layout == "gz":
        Path(path).write_bytes(gzip.compress(Path(path).read_bytes()))
    (text,) = read_gold(path).texts
    assert (text.id, text.source_lang, text.target_lang, text.raters) == ("en-zh:d:4:S", "en", "zh", ("a1",))
    assert [(mark.place.start, mark.place.end, mark.severity, mark.omission) for mark in text.marks] == [
        (2, 4, "major", False), (0, 4, "neutral", False), (None, None, "minor", True),
    ]  # fmt: skip


def test_two_annotators_of_esa_are_two_raters_of_one_text(tmp_path: Path) -> None:
    gold = read_gold(_file(tmp_path, json.dumps(ESA), json.dumps({**ESA, "annotator": "a2", "esa_spans": []})))
    assert [text.raters for text in gold.texts] == [("a1", "a2")]


def test_json_lines_of_our_own_are_read(tmp_path: Path) -> None:
    (text,) = read_gold(_file(tmp_path, json.dumps(OWN))).texts
    assert text.raters == ("r1", "r2")
    assert [(m.place.start, m.place.side, m.severity, m.raters) for m in text.marks] == [
        (4, Side.TARGET, "major", ("r1", "r2")), (1, Side.SOURCE, "minor", ("r1",)), (None, Side.TARGET, "minor", ("r1",)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "not JSON"),
        ("[]", "not a JSON object"),
        ('{"id": "y", "source": "a", "errors": []}', 'no text in "target"'),
        ('{"id": "y", "source": "a", "target": "b"}', '"errors" is not a list'),
        (
            '{"id": "y", "source": "a", "target": "b", "errors": [{"start": 0, "end": 9}]}',
            "0 to 9 is no stretch of a target of 1",
        ),
        ('{"id": "y", "source": "a", "target": "b", "errors": [{"start": "0", "end": 1}]}', "not whole numbers"),
        ('{"id": "y", "source": "a", "target": "b", "errors": [{"start": 0, "end": 1, "side": "left"}]}', "'left'"),
        ('{"src": "a", "tgt": "b", "esa_spans": "x"}', '"esa_spans" is not JSON'),
        ('{"src": "a", "tgt": "b", "esa_spans": [{"start_i": 3, "end_i": 4}]}', "no stretch"),
    ],
)
def test_a_line_that_cannot_be_read_is_told_and_the_others_are_read(tmp_path: Path, line: str, reason: str) -> None:
    path = _file(tmp_path, json.dumps(OWN), line)
    gold = read_gold(path)
    assert [text.id for text in gold.texts] == ["x"]
    assert len(gold.bad) == 1 and gold.bad[0].startswith(f"{path}: line 2: ") and reason in gold.bad[0]


def test_a_short_row_is_told(tmp_path: Path) -> None:
    gold = read_gold(_file(tmp_path, HEAD, *ROWS, "A\td"))
    assert gold.bad[0].endswith("line 6: 2 cells where the header has 9")


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"", "neither"), (b"a\tb\n", "no column esa_spans"), (b"\xff\n", "line 1: byte 0xff"), (b"{\n", "line 1: not JSON"),
     (HEAD.encode(), "holds no texts"), (b"\x1f\x8bx", "gold: ."),
     (b"\x1f\x8b\x08" + bytes(7) + b"\xff" * 9, "decompressing")],
)  # fmt: skip
def test_a_file_of_which_nothing_can_be_read_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    (tmp_path / "gold").write_bytes(content)
    with pytest.raises(InputError, match=reason):
        read_gold(str(tmp_path / "gold"))
    with pytest.raises(InputError):
        read_gold(str(tmp_path / "none"))


def test_findings_are_read_by_text_and_strangers_counted(tmp_path: Path) -> None:
    texts = {text.id: text for text in read_gold(_file(tmp_path, json.dumps(OWN))).texts}
    lines = ({"id": "x", "start": 0, "end": 3, "rule": "R"}, {"id": "x", "start": 0, "end": 1, "side": "source"},
             {"id": "z", "start": 0, "end": 3}, {"id": "x", "start": 0, "end": 300}, {"start": 0})  # fmt: skip
    path = _file(tmp_path, *map(json.dumps, lines), name="findings.jsonl")
    flags, bad, strangers = read_flags(path, texts)
    assert [(flag.rule, flag.place) for flag in flags["x"]] == [("R", Place(0, 3)), ("?", Place(0, 1, Side.SOURCE))]
    assert strangers == 1 and [line.split(": ")[1] for line in bad] == ["line 4", "line 5"]
    with pytest.raises(InputError, match="ids differ"):
        read_flags(_file(tmp_path, json.dumps(lines[2]), name="other.jsonl"), texts)
