"""The whole program on small articles: what it prints, and what it says of bad input."""

from __future__ import annotations

import json

import pytest

SOURCE = "图书馆周一重新开放。馆内新增了3万册图书。（新华社）\n"
FLAWED = "The library reopened on Monday. It has 30,000 new books. (New News Agency)\n"
GOOD = "The library reopened on Monday. It has 30,000 new books. (Xinhua)\n"


@pytest.fixture
def article(tmp_path):
    folder = tmp_path / "library"
    folder.mkdir()
    for name, text in (("source.zh.txt", SOURCE), ("mt.en.txt", FLAWED), ("good.en.txt", GOOD)):
        (folder / name).write_text(text, "utf-8")
    return folder


def test_a_literal_name_is_shown_with_its_place_marked(tqcheck, article):
    path = str(article / "mt.en.txt")
    ran = tqcheck("check", path, "--source", str(article / "source.zh.txt"))
    assert ran.status == 1 and ran.err == ""
    head, excerpt, carets, *_ = ran.out.splitlines()
    assert head.startswith(f"{path}:1:59: major NAM001 ")
    assert excerpt[carets.index("^") : carets.rindex("^") + 1] == "New News Agency"
    assert "1 finding in 1 article" in ran.out


def test_offsets_in_jsonl_point_into_the_file(tqcheck, article):
    ran = tqcheck("check", str(article), "--format", "jsonl")
    (row,) = [json.loads(line) for line in ran.out.splitlines()]
    assert FLAWED[row["start"] : row["end"]] == row["text"] == "New News Agency"
    assert (row["id"], row["rendering"], row["side"]) == ("library", "mt", "target")


def test_good_articles_are_clean_and_0(tqcheck, article):
    (article / "mt.en.txt").unlink()
    ran = tqcheck("check", str(article))
    assert ran.status == 0 and ran.out.startswith("0 findings in 1 article")


def test_select_and_ignore_choose_rules(tqcheck, article):
    assert tqcheck("check", str(article), "--ignore", "NAM001").status == 0
    assert tqcheck("check", str(article), "--select", "TYP,RES").status == 0
    assert tqcheck("check", str(article), "--select", "literal-name").status == 1


BAD = {
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 4,
    "columns.tsv": b"id\ttext\n1\tHello there\n",
    "broken.jsonl": b'{"id": "1", "target": "fine", "target_lang": "en"}\n{"id": "2", "target": \n',
    "undecodable.txt": b"The price rose to \xff\xfe\x81 and \x90 fell \xc3(\n",
}


@pytest.mark.parametrize("name", [*BAD, "missing.txt", "folder"])
def test_bad_input_is_one_clear_line_and_2(tqcheck, tmp_path, name):
    if name in BAD:
        (tmp_path / name).write_bytes(BAD[name])
    elif name == "folder":
        (tmp_path / name).mkdir()
    ran = tqcheck("check", str(tmp_path / name))
    assert ran.status == 2
    assert ran.err.startswith("tqcheck: error: ") and ran.err.count("\n") == 1
    assert name in ran.err and "Traceback" not in ran.err


def test_an_unknown_language_is_one_line_and_2(tqcheck, article):
    ran = tqcheck("check", str(article / "mt.en.txt"), "--target-lang", "qq")
    assert ran.status == 2 and ran.err.count("\n") == 1 and "qq" in ran.err


def test_in_a_batch_the_good_are_reported_and_the_bad_listed(tqcheck, article, tmp_path):
    empty = tmp_path / "empty.en.txt"
    empty.write_bytes(b"")
    ran = tqcheck("check", str(empty), str(article / "mt.en.txt"), "--format", "json", "--fail-on", "never")
    whole = json.loads(ran.out)
    assert ran.status == 2 and ran.err.count("\n") == 1
    assert [skipped["path"] for skipped in whole["skipped"]] == [str(empty)]
    assert [item["rule"] for item in whole["findings"]] == ["NAM001"]
    assert [rule["code"] for rule in whole["rules"]] == ["NAM001"]


def test_offsets_of_a_row_are_within_its_text(tqcheck, tmp_path):
    table = tmp_path / "t.jsonl"
    rows = [
        {"id": "s:1", "source_lang": "zh", "target_lang": "en", "source": "（新华社）", "target": "(New News Agency)"},
        {"id": "s:2", "target_lang": "en", "target": "(Xinhua)"},
    ]
    table.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    ran = tqcheck("check", str(table), "--format", "jsonl")
    found = [json.loads(line) for line in ran.out.splitlines()]
    assert [(row["id"], row["start"], row["end"], row["line"]) for row in found] == [("s:1", 1, 16, 1)]
