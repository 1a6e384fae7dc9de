"""Subtitles, Word documents and packed files: what people would read in them, and what is said of broken ones."""

from __future__ import annotations

import gzip
import zipfile
from pathlib import Path

import pytest

from tqcheck.errors import InputError
from tqcheck.model.document import Article
from tqcheck.model.report import Skipped
from tqcheck.readers import ReadOptions, read, read_document

SRT = """1
00:00:01,000 --> 00:00:02,500
<i>The bridge over</i>
the river

2
00:00:02,600 --> 00:00:04,000
opened on Monday.

3
00:00:09,000 --> 00:00:11,000
- Who built it?
- Nobody &amp; everybody.
"""
VTT = """WEBVTT - a film

STYLE
::cue { color: red }

NOTE Not said by anyone

intro
00:01.000 --> 00:03.000 align:start
<v Li Na>Two towns <00:02.000>are <b>glad</b>.

01:00:00.000 --> 01:00:01.000
第一行
第二行。
"""


def _said(tmp_path: Path, text: str, name: str) -> list[str]:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8", newline="")
    document = read_document(str(path), "en")
    for passage in document.body:
        whole = passage.whole
        assert document.text[whole.start] == passage.text[0] or passage.text[0] == "&"
    return [passage.text for passage in document.body]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_cues_are_joined_to_sentences_without_numbers_times_and_tags(tmp_path: Path, end: str) -> None:
    assert _said(tmp_path, SRT.replace("\n", end), "film.en.srt") == [
        "The bridge over the river opened on Monday.",
        "- Who built it?",
        "- Nobody & everybody.",
    ]


def test_in_webvtt_notes_styles_and_cue_names_are_not_said(tmp_path: Path) -> None:
    assert _said(tmp_path, VTT, "film.en.vtt") == ["Two towns are glad.", "第一行第二行。"]


def test_subtitles_without_full_stops_do_not_become_one_endless_paragraph(tmp_path: Path) -> None:
    cues = "".join(f"{n}\n00:00:{n:02},000 --> 00:00:{n:02},900\nword {n}\n\n" for n in range(1, 30))
    assert max(map(len, _said(tmp_path, cues, "film.en.srt"))) < 60


def test_a_place_in_subtitles_is_its_line_in_the_file(tmp_path: Path) -> None:
    (tmp_path / "film.en.srt").write_text(SRT, encoding="utf-8")
    document = read_document(str(tmp_path / "film.en.srt"))
    passage = document.body[0]
    at = passage.text.index("opened")
    assert document.position(passage.origin[at]).line == 8  # type: ignore[index]


def test_a_text_that_is_no_subtitles_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="has no subtitles in it"):
        _said(tmp_path, "The bridge opened.", "film.en.srt")


def test_a_word_document_is_read_by_paragraphs_and_cells(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    made = docx.Document()
    made.add_heading("The bridge", 1)
    paragraph = made.add_paragraph("It opened ")
    paragraph.add_run("on Monday").bold = True
    paragraph.add_run(".")
    table = made.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "Length"
    table.cell(0, 1).text = "900 metres"
    made.save(tmp_path / "page.en.docx")
    document = read_document(str(tmp_path / "page.en.docx"))
    assert [p.text for p in document.body] == ["The bridge", "It opened on Monday.", "Length", "900 metres"]
    assert document.position(document.body[1].whole.start).line == 2


def test_a_word_document_that_would_fill_the_memory_is_refused(tmp_path: Path) -> None:
    with (
        zipfile.ZipFile(tmp_path / "bomb.en.docx", "w", zipfile.ZIP_DEFLATED) as packed,
        packed.open("word/document.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(300):
            part.write(bytes(1 << 20))
    [skipped] = read([str(tmp_path / "bomb.en.docx")], ReadOptions())
    assert isinstance(skipped, Skipped)
    assert skipped.reason == "would be 300 MB unpacked (at most 256)"


@pytest.mark.parametrize("raw", [b"PK\x03\x04 cut", b"no zip at all"])
def test_what_is_no_word_document_is_told(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "page.en.docx").write_bytes(raw)
    with pytest.raises(InputError, match="is no Word document"):
        read_document(str(tmp_path / "page.en.docx"))


def test_a_zip_without_a_document_in_it_is_told(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "page.en.docx", "w") as packed:
        packed.writestr("x.txt", "x")
    with pytest.raises(InputError, match="is no Word document"):
        read_document(str(tmp_path / "page.en.docx"))


@pytest.mark.parametrize("name", ["page.en.txt", "film.en.srt", "table.jsonl", "table.csv"])
def test_a_packed_file_is_read_as_what_is_in_it(tmp_path: Path, name: str) -> None:
    texts = {"page.en.txt": "The bridge opened.", "film.en.srt": SRT, "table.jsonl": '{"target": "The bridge."}\n'}
    text = texts.get(name, "id,target\n1,The bridge.\n")
    (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / f"{name}.gz").write_bytes(gzip.compress(text.encode()))
    [plain], [packed] = (list(read([str(tmp_path / n)], ReadOptions())) for n in (name, f"{name}.gz"))
    assert isinstance(plain, Article)
    assert isinstance(packed, Article)
    assert packed.id == plain.id
    assert packed.candidates[0].document.body == plain.candidates[0].document.body


@pytest.mark.parametrize("name", ["page.en.txt.gz", "table.jsonl.gz", "app.po.gz"])
def test_a_packed_file_that_is_cut_off_or_none_is_told(tmp_path: Path, name: str) -> None:
    packed = gzip.compress(b'{"target": "The bridge opened on Monday."}\n' * 1000)
    for raw, reason in ((packed[: len(packed) // 2], "cut off"), (b"plain text", "not well packed")):
        (tmp_path / name).write_bytes(raw)
        skipped = [o for o in read([str(tmp_path / name)], ReadOptions()) if isinstance(o, Skipped)]
        assert len(skipped) == 1
        assert reason in skipped[0].reason


def test_an_article_as_large_as_several_books_is_refused(tmp_path: Path) -> None:
    with open(tmp_path / "long.en.txt", "wb") as file:
        file.write(b"a" * ((1 << 25) + 1))
    [skipped] = read([str(tmp_path / "long.en.txt")], ReadOptions())
    assert isinstance(skipped, Skipped)
    assert skipped.reason == "is too large for one article (at most 32 MB)"
