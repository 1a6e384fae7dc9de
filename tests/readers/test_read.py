"""Reading paths: one file or several, with a source and others, from standard input."""

import io
import json
import sys
from pathlib import Path

import pytest

from tqcheck.errors import InputError, UsageError
from tqcheck.model.document import Article, Role
from tqcheck.model.report import Skipped
from tqcheck.readers import ReadOptions, read, read_document
from tqcheck.readers.base import canonical, file_name

ZH = "县气象局宣布，新一代天气雷达正式投入使用。"
EN = "The county weather office said the new radar is in service."


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in {
        "mt.txt": EN,
        "mt-b.de.txt": "Das Wetteramt",
        "zh.txt": ZH,
        "other.en.txt": EN,
        "gold.txt": EN,
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def stdin(monkeypatch: pytest.MonkeyPatch, raw: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))


def test_a_file_alone_is_an_article_in_the_target_language(files: Path) -> None:
    (article,) = read(["mt.txt"])
    assert isinstance(article, Article)
    assert (article.id, article.source) == ("mt", None)
    (rendering,) = article.renderings
    assert (rendering.name, rendering.role, rendering.document.lang, rendering.document.path) == (
        "mt",
        Role.CANDIDATE,
        "en",
        "mt.txt",
    )
    assert rendering.document.meta == {"encoding": "UTF-8"}


def test_the_language_in_a_name_goes_before_the_option(files: Path) -> None:
    (article,) = read(["mt-b.de.txt"], ReadOptions(target_lang="fr"))
    assert isinstance(article, Article)
    assert (article.id, article.candidates[0].document.lang) == ("mt-b", "de")


def test_source_alternates_and_reference_join_each_file(files: Path) -> None:
    options = ReadOptions(source="zh.txt", alternates=("other.en.txt", "gold.txt"), reference="gold.txt")
    for found in read(["mt.txt", "mt-b.de.txt"], options):
        assert isinstance(found, Article)
        assert found.source is not None and found.source.lang == "zh"
        assert [(r.name, r.role) for r in found.renderings][1:] == [
            ("other", Role.ALTERNATE),
            ("gold", Role.ALTERNATE),
            ("gold-2", Role.REFERENCE),
        ]


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("The bridge opened on Monday, and residents of both towns crossed it.", "en", "en"),
        ("The bridge opened on Monday, and residents of both towns crossed it.", None, "en"),
        ("Die Brücke wurde am Montag geöffnet.", "de", "de"),
        ("OK", "en", "en"),
        ("Il-pont infetaħ nhar it-Tnejn, u r-residenti taż-żewġt ibliet qasmuh bil-mixi.", "en", "mt"),
        ("OK", "mt", "mt"),
    ],
)
def test_mt_in_a_name_is_machine_translation_unless_the_text_is_maltese(
    files: Path, text: str, code: str | None, expected: str
) -> None:
    for name in ("page.mt.txt", "page.MT.md"):
        (files / name).write_text(text, encoding="utf-8")
        assert read_document(name, code).lang == expected


def test_an_option_names_the_language_of_the_source(files: Path) -> None:
    (article,) = read(["mt.txt"], ReadOptions(source="zh.txt", source_lang="ja"))
    assert isinstance(article, Article) and article.source is not None
    assert article.source.lang == "ja"


def test_what_cannot_be_read_is_skipped_in_its_place(files: Path) -> None:
    (files / "empty.txt").write_bytes(b"")
    (files / "front.md").write_text("---\na: b\n---\n")
    found = list(read(["none.txt", "mt.txt", "empty.txt", "none/x.jsonl", "front.md", "mt.txt/x"]))
    assert [x if isinstance(x, Skipped) else x.id for x in found] == [
        Skipped("none.txt", "no such file"),
        "mt",
        Skipped("empty.txt", "is empty"),
        Skipped("none/x.jsonl", "no such file"),
        Skipped("front.md", "has no text in it"),
        Skipped("mt.txt/x", "no such file"),
    ]


@pytest.mark.parametrize(
    ("source", "reason"),
    [("none.txt", "no such file"), (".", "is a folder, not a file"), ("t.jsonl", "is a table, not a text")],
)
def test_without_its_source_no_file_is_judged(files: Path, source: str, reason: str) -> None:
    assert list(read(["mt.txt", "mt-b.de.txt"], ReadOptions(source=source))) == [Skipped(source, reason)]


def test_without_an_alternate_files_are_judged(files: Path) -> None:
    skipped, article = read(["mt.txt"], ReadOptions(alternates=("none.txt", "other.en.txt")))
    assert skipped == Skipped("none.txt", "no such file")
    assert isinstance(article, Article)
    assert [r.name for r in article.renderings] == ["mt", "other"]


@pytest.mark.parametrize(
    ("paths", "options", "message"),
    [
        (["mt.txt"], {"source_lang": "qq"}, 'unknown language code "qq"'),
        (["mt.txt"], {"target_lang": ""}, 'unknown language code ""'),
        (
            ["."],
            {"source": "zh.txt"},
            "--source, --alternate and --reference go with a rendering in a file; . is a folder",
        ),
        (["t.tsv"], {"alternates": ("zh.txt",)}, "t.tsv is a table"),
        (["-", "-"], {}, "standard input"),
        (["-"], {"source": "-"}, "standard input"),
        ([], {}, "nothing to read"),
    ],
)
def test_options_that_do_not_fit_are_refused_at_once(
    files: Path, paths: list[str], options: dict[str, str], message: str
) -> None:
    with pytest.raises(UsageError) as caught:
        read(paths, ReadOptions(**options))  # type: ignore[arg-type]
    assert message in str(caught.value)


def test_standard_input_is_a_text(files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, EN.encode())
    (article,) = read(["-"], ReadOptions(source="zh.txt"))
    assert isinstance(article, Article) and article.source is not None
    assert (article.id, article.candidates[0].document.path, article.candidates[0].document.text) == ("stdin", "-", EN)


@pytest.mark.parametrize("start", ["", "\n", "\ufeff"])
def test_standard_input_of_json_rows_is_a_table(monkeypatch: pytest.MonkeyPatch, start: str) -> None:
    stdin(monkeypatch, (start + json.dumps({"target": EN}) + "\n" + json.dumps({"renderings": {"a": "b"}})).encode())
    found = list(read(["-"]))
    assert [x.id if isinstance(x, Article) else x for x in found] == [
        f"stdin:{1 + start.count(chr(10))}",
        f"stdin:{2 + start.count(chr(10))}",
    ]


def test_a_broken_table_on_standard_input_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, b'{"target": "a"\n{"target": "b"}\n')
    skipped, article = read(["-"])
    assert isinstance(skipped, Skipped) and skipped.reason.startswith("line 1: not JSON")
    assert isinstance(article, Article)
    stdin(monkeypatch, b'{"text": "a"}\n')
    assert list(read(["-"])) == [Skipped("-", 'row 1: no "target" column (has: text)')]


def test_prose_that_begins_with_a_brace_is_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, b"{Editor's note} The office said so.")
    (article,) = read(["-"])
    assert isinstance(article, Article)


def test_a_page_on_standard_input_is_read_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, f"<!DOCTYPE html><html><body><article><p>{EN}</p></article></body></html>".encode())
    (article,) = read(["-"])
    assert isinstance(article, Article)
    document = article.candidates[0].document
    assert [p.text for p in document.body] == [EN]
    assert document.meta["note"] == "read as HTML"


def test_notes_say_what_was_guessed(files: Path) -> None:
    (files / "g.txt").write_bytes(ZH.encode("gbk"))
    assert read_document("g.txt").meta == {"encoding": "GB18030", "note": "read as GB18030 (GBK)"}


def test_a_document_by_itself(files: Path) -> None:
    (files / "p.zh-hans.md").write_text(f"# 标题\n\n{ZH}\n", encoding="utf-8")
    document = read_document("p.zh-hans.md", "en")
    assert (document.lang, [p.text for p in document.body]) == ("zh-Hans", ["标题", ZH])
    assert read_document("zh.txt").lang == "zh"
    assert read_document("zh.txt", "ja").lang == "ja"
    with pytest.raises(UsageError):
        read_document("zh.txt", "qq")
    with pytest.raises(InputError, match="none.txt: no such file"):
        read_document("none.txt")


def test_offsets_count_from_after_the_byte_order_mark(files: Path) -> None:
    (files / "b.txt").write_bytes(b"\xef\xbb\xbf" + b"One\r\n  Two")
    document = read_document("b.txt")
    assert document.text == "One\r\n  Two"
    second = document.body[1].origin
    assert isinstance(second, int)
    position = document.position(second)
    assert (second, position.line, position.column) == (7, 2, 3)


@pytest.mark.parametrize(
    ("path", "stem", "code", "ext"),
    [
        ("a/source.zh.txt", "source", "zh", ".txt"),
        ("x.zh_hant_tw.HTML", "x", "zh-Hant-TW", ".html"),
        ("xinhua-2023-05-31.en.txt", "xinhua-2023-05-31", "en", ".txt"),
        ("x.v2.txt", "x.v2", None, ".txt"),
        ("x.qq.txt", "x.qq", None, ".txt"),
        (".en.txt", ".en", None, ".txt"),
        ("plain", "plain", None, ""),
        ("-", "stdin", None, ""),
    ],
)
def test_names_are_taken_apart(path: str, stem: str, code: str | None, ext: str) -> None:
    name = file_name(path)
    assert (name.stem, name.lang, name.ext) == (stem, code, ext)


def test_codes_are_written_as_bcp_47_recommends() -> None:
    assert [canonical(c) for c in ("ZH", "zh_hans", "pt-br", "es-419")] == ["zh", "zh-Hans", "pt-BR", "es-419"]
