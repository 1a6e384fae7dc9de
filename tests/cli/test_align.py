"""`tqcheck align` as a command, on texts and tables read for it."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree

import pytest

ZH = "图书馆周一重新开放。馆内新增了3万册图书。（新华社）\n"
EN = "The library reopened on Monday. It has 30,000 new books. (Xinhua)\n"


@pytest.fixture
def pair(tmp_path):
    a, b = tmp_path / "source.zh.txt", tmp_path / "good.en.txt"
    a.write_text(ZH, "utf-8")
    b.write_text(EN, "utf-8")
    return str(a), str(b)


def test_two_texts_give_beads_over_their_sentences(tqcheck, pair):
    ran = tqcheck("align", *pair, "--format", "jsonl")
    assert ran.status == 0 and ran.err == ""
    assert json.loads(ran.out) == {"id": pair[1], "beads": [[[0], [0]], [[1], [1]], [[2], [2]]]}


def test_lists_in_a_table_are_sentences_already(tqcheck, tmp_path):
    table = tmp_path / "t.jsonl"
    row = {"id": "x:1", "source_lang": "zh", "target_lang": "en"}
    row |= {
        "source": ["图书馆周一重新开放。馆内新增了3万册图书。"],
        "target": ["The library reopened on Monday.", "It has 30,000 new books."],
    }
    table.write_text(json.dumps(row) + "\n", "utf-8")
    ran = tqcheck("align", str(table), "--format", "jsonl")
    assert [json.loads(line) for line in ran.out.splitlines()] == [{"id": "x:1", "beads": [[[0], [0, 1]]]}]


def test_a_folder_gives_each_rendering(tqcheck, pair, tmp_path):
    (tmp_path / "mt.en.txt").write_text(EN, "utf-8")
    rows = [json.loads(line) for line in tqcheck("align", str(tmp_path), "--format", "jsonl").out.splitlines()]
    assert [row["rendering"] for row in rows] == ["good", "mt"]


def test_tmx_joins_sentences_as_their_language_does(tqcheck, tmp_path):
    table = tmp_path / "t.jsonl"
    row = {"id": "x", "source_lang": "zh", "target_lang": "en"}
    row |= {
        "source": ["图书馆周一重新开放，", "馆内新增了3万册图书。"],
        "target": ["The library reopened on Monday with 30,000 new books."],
    }
    table.write_text(json.dumps(row) + "\n", "utf-8")
    root = ElementTree.fromstring(tqcheck("align", str(table), "--format", "tmx").out)
    assert next(root.iter("seg")).text == "图书馆周一重新开放，馆内新增了3万册图书。"


def test_what_tsv_gives_can_be_read_as_a_table_again(tqcheck, pair, tmp_path):
    table = tmp_path / "beads.tsv"
    table.write_text(tqcheck("align", *pair, "--format", "tsv").out, "utf-8")
    ran = tqcheck("align", str(table), "--format", "jsonl")
    assert ran.status == 0
    assert [json.loads(line)["beads"] for line in ran.out.splitlines()] == [[[[0], [0]]]] * 3


def test_a_bad_row_is_2_and_the_good_ones_are_aligned(tqcheck, tmp_path):
    table = tmp_path / "t.jsonl"
    good = {"id": "g", "source_lang": "zh", "target_lang": "en", "source": ["新华社"], "target": ["Xinhua"]}
    alone = {"id": "alone", "target_lang": "en", "target": ["Xinhua"]}
    table.write_text(json.dumps(good) + "\n" + json.dumps(alone) + "\n", "utf-8")
    ran = tqcheck("align", str(table), "--format", "jsonl")
    assert ran.status == 2 and json.loads(ran.out)["id"] == "g"
    assert ran.err == "tqcheck: error: alone: has no source to align with\n"


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["a", "b", "c"], "two texts or one table, not 3"),
        (["-", "-"], "only once"),
        (["no-such.txt", "no-such-either.txt"], "no-such.txt: no such file"),
        (["no-such.jsonl"], "no-such.jsonl: no such file"),
        (["a", "b", "--format", "xml"], "no format 'xml' (there are: jsonl, text, tmx, tsv)"),
    ],
)
def test_wrong_usage_is_one_line_and_2(tqcheck, argv, said):
    ran = tqcheck("align", *argv)
    assert ran.status == 2 and ran.out == "" and said in ran.err and ran.err.count("\n") == 1
