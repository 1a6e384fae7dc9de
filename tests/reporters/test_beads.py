"""Formats of alignments: what other programs read must be well formed and complete."""

from __future__ import annotations

import csv
import json
import xml.etree.ElementTree as ElementTree
from dataclasses import replace

from tqcheck.reporters import beads
from tqcheck.reporters.base import Linked


def rendered(name, aligned):
    return "".join(beads.get(name)(aligned))


def test_jsonl_gives_beads_as_lists_of_numbers(aligned):
    rows = [json.loads(line) for line in rendered("jsonl", aligned).splitlines()]
    beads = [[[0], [0]], [[1, 2], [1]], [[3], []], [[], [2]]]
    assert rows[0] == {"id": "port", "beads": beads, "aligner": "lexical", "quality": 1.0}
    made = {"id": "b\x00", "rendering": "mt", "beads": [[[0], [0, 1]]], "aligner": "given", "quality": 1.0}
    assert rows[1] == made


def test_tsv_is_a_table_of_one_row_a_bead(aligned):
    rows = list(csv.DictReader(rendered("tsv", aligned).splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    assert [row["sentences"] for row in rows] == ["0=0", "1+2=1", "3=", "=2", "0=0+1"]
    assert rows[1]["source"] == "代表参观了码头。批准了文件。"
    assert rows[1]["target"] == "Delegates toured and approved. 😀"
    assert len({row["id"] for row in rows}) == 5 and {row["doc"] for row in rows} == {"port", "b�:mt"}


def test_tmx_parses_and_holds_the_beads_with_both_sides(aligned):
    root = ElementTree.fromstring(rendered("tmx", aligned))
    assert root.tag == "tmx" and root.get("version") == "1.4"
    units = root.findall("body/tu")
    assert len(units) == 3
    texts = [[seg.text for seg in unit.iter("seg")] for unit in units]
    assert texts[0] == ["港口扩建开工。", "Expansion begins <today> & �[31mtomorrow."]
    assert texts[2] == ["Guten Tag.", "Good day."]
    assert units[2].get("srclang") == "de" and root.find("header").get("srclang") == "zh"


def test_tmx_of_nothing_parses():
    assert ElementTree.fromstring(rendered("tmx", [])).find("body") is not None


def test_text_shows_every_sentence_once(aligned):
    text = rendered("text", aligned)
    assert all(
        text.count(sentence) == 1 for sentence in ("港口扩建开工。", "代表参观了码头。", "（新华社）", "Share to: [b]")
    )
    assert "\x1b" not in text


def test_alignments_are_written_as_they_come(aligned):
    def endless():
        while True:
            yield aligned[0]

    pieces = beads.get("jsonl")(endless())
    assert next(pieces) == next(pieces)


def test_linked_words_are_in_jsonl_and_text(aligned):
    words = Linked(("港口", "开工"), ("Expansion", "begins\x1b[31m"), ((0, 0), (1, 1)), "semantic")
    item = replace(aligned[0], words=words)
    row = json.loads(rendered("jsonl", [item]))
    assert row["links"] == [[0, 0], [1, 1]]
    assert row["words"] == {"source": ["港口", "开工"], "target": ["Expansion", "begins\x1b[31m"]}
    text = rendered("text", [item])
    assert "links 2 (semantic)" in text and "\x1b" not in text
    assert any(line.split() == ["0", "港口", "Expansion:0"] for line in text.splitlines())
