"""Segment tables: rows become articles, and what is wrong with a row is said with its line."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.model.document import Article, Role
from tqcheck.model.report import Skipped
from tqcheck.model.text import Span
from tqcheck.readers import ReadOptions, read
from tqcheck.readers.table import LONGEST, PATIENCE


def table(tmp_path: Path, content: str | bytes, name: str = "t.jsonl", **options: Any) -> list[Article | Skipped]:
    path = tmp_path / name
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return list(read([str(path)], ReadOptions(**options)))


def only(found: list[Article | Skipped]) -> Article:
    assert [type(x) for x in found] == [Article], found
    article = found[0]
    assert isinstance(article, Article)
    return article


def reasons(found: list[Article | Skipped]) -> list[str]:
    return [x.reason for x in found if isinstance(x, Skipped)]


ROW = {
    "id": "a1",
    "doc": "d",
    "source": "新华社电",
    "source_lang": "zh",
    "target_lang": "en",
    "target": "Xinhua",
    "alternates": ["Xinhua News", "", "New China"],
    "reference": "Xinhua.",
}


def test_a_row_becomes_an_article(tmp_path: Path) -> None:
    article = only(table(tmp_path, "\n" + json.dumps(ROW) + "\n"))
    assert article.id == "a1"
    assert article.source is not None
    assert (article.source.text, article.source.lang, article.source.row, article.source.meta["doc"]) == (
        "新华社电",
        "zh",
        2,
        "d",
    )
    assert [(r.name, r.role, r.document.text) for r in article.renderings] == [
        ("target", Role.CANDIDATE, "Xinhua"),
        ("alternate-1", Role.ALTERNATE, "Xinhua News"),
        ("alternate-3", Role.ALTERNATE, "New China"),
        ("reference", Role.REFERENCE, "Xinhua."),
    ]
    assert not article.source.segments


def test_a_row_without_a_name_is_called_by_its_line(tmp_path: Path) -> None:
    assert [
        a.id
        for a in table(tmp_path, '{"target": "a"}\n\n{"target": "b", "id": 7}\n{"target": "c", "id": ""}', "news.jsonl")
        if isinstance(a, Article)
    ] == ["news:1", "7", "news:4"]


def test_renderings_are_candidates_by_their_names(tmp_path: Path) -> None:
    article = only(table(tmp_path, json.dumps({"renderings": {"mt-a": "A", "mt-b": ["B", "C"]}})))
    assert [(r.name, r.role, r.document.text) for r in article.renderings] == [
        ("mt-a", Role.CANDIDATE, "A"),
        ("mt-b", Role.CANDIDATE, "B\nC"),
    ]


def test_a_list_of_strings_is_split_already(tmp_path: Path) -> None:
    article = only(table(tmp_path, json.dumps({"source": ["一。", "", "二。"], "target": ["One. ", "Two."]})))
    assert article.source is not None
    assert article.source.text == "一。\n\n二。"
    assert [s.text for s in article.source.segments] == ["一。", "", "二。"]
    for document in (article.source, article.candidates[0].document):
        assert [s.number for s in document.segments] == list(range(len(document.segments)))
        assert all(s.span.of(document.text) == s.text for s in document.segments)


def test_lines_of_a_text_are_paragraphs(tmp_path: Path) -> None:
    document = only(table(tmp_path, json.dumps({"target": "One.\r\n\r\n Two."}))).candidates[0].document
    assert [p.text for p in document.body] == ["One.", "Two."]
    assert document.body[1].locate(Span(0, 4)).of(document.text) == "Two."


def test_an_empty_target_is_data_and_an_empty_source_is_none(tmp_path: Path) -> None:
    for target in ("", []):
        article = only(table(tmp_path, json.dumps({"target": target, "source": " ", "reference": None})))
        assert article.source is None
        assert [r.document.text for r in article.renderings] == [""]
        assert article.candidates[0].document.body == article.candidates[0].document.segments == ()


def test_languages_come_from_the_row_then_the_options_then_the_text(tmp_path: Path) -> None:
    def langs(row: dict[str, Any], **options: Any) -> tuple[str, str]:
        article = only(
            table(tmp_path, json.dumps({"source": "政府は予算案を決定した。", "target": "x", **row}), **options)
        )
        assert article.source is not None
        return article.source.lang, article.candidates[0].document.lang

    assert langs({}) == ("ja", "en")
    assert langs({}, source_lang="ko", target_lang="de") == ("ko", "de")
    assert langs({"source_lang": "zh_hant", "target_lang": "pt-br"}, source_lang="ko") == ("zh-Hant", "pt-BR")
    assert langs({"source": "123"}) == ("und", "en")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"id": "x", "text": "y"}', 'row 2: no "target" column (has: id, text)'),
        ("{}", 'row 2: no "target" column (has: none)'),
        ('{"target": "a",', "line 2: not JSON: Expecting property name enclosed in double quotes (column 16)"),
        ("hello", "line 2: not JSON: Expecting value (column 1)"),
        ('["a"]', "line 2: not a JSON object but a list"),
        ("12", "line 2: not a JSON object but a number"),
        ("null", "line 2: not a JSON object but null"),
        ('{"target": 5}', 'row 2: "target" is a number, not a text or a list of texts'),
        ('{"target": null}', 'row 2: "target" is null, not a text or a list of texts'),
        ('{"target": ["a", 5]}', 'row 2: "target"[1] is a number, not a text'),
        ('{"target": "a", "source": {}}', 'row 2: "source" is an object, not a text or a list of texts'),
        ('{"target": "a", "alternates": "b"}', 'row 2: "alternates" is a text, not a list of texts'),
        (
            '{"target": "a", "alternates": ["b", 1]}',
            'row 2: "alternates[1]" is a number, not a text or a list of texts',
        ),
        ('{"target": "a", "id": []}', 'row 2: "id" is a list, not a text'),
        ('{"target": "a", "source_lang": "qq"}', 'row 2: unknown language code "qq" in "source_lang"'),
        ('{"target": "a", "target_lang": 1}', 'row 2: "target_lang" is a number, not a text'),
        ('{"target": "ab\\ud83d"}', 'row 2: "target" holds half a character (\\ud83d) at offset 2'),
        ('{"target": "a", "renderings": []}', 'row 2: "renderings" is a list, not an object of name and text'),
        ('{"renderings": {}}', 'row 2: "renderings" is empty'),
        ('{"target": "a", "renderings": {"target": "b"}}', 'row 2: two renderings are called "target"'),
        ("[" * 100_000, "line 2: not JSON: nested too deeply"),
        ('{"\\ud800\\u001b[1m": "a"}', 'row 2: no "target" column (has: \\ud800\\x1b[1m)'),
    ],
)
def test_a_bad_row_is_named_and_the_others_still_come(tmp_path: Path, line: str, reason: str) -> None:
    found = table(tmp_path, f'{{"target": "first"}}\n{line}\n{{"target": "last"}}\n')
    assert reasons(found) == [reason]
    assert [a.candidates[0].document.text for a in found if isinstance(a, Article)] == ["first", "last"]


def test_an_undecodable_line_is_named_and_the_others_still_come(tmp_path: Path) -> None:
    filler = b'{"target": "' + b"x" * 70_000 + b'"}\n'
    found = table(tmp_path, filler + b'{"target": "a\xff"}\n{"target": "b"}')
    assert reasons(found) == ["line 2: byte 0xff at offset 13 of the line is not UTF-8"]
    assert len(found) == 3


def test_a_file_of_bad_rows_is_given_up_early(tmp_path: Path) -> None:
    found = table(tmp_path, "nonsense\n" * 1000)
    assert len(found) == PATIENCE + 1
    assert "given up after 20 rows" in reasons(found)[-1]


def test_a_reason_stays_short(tmp_path: Path) -> None:
    (reason,) = reasons(table(tmp_path, json.dumps({"x" * 5000: 1})))
    assert len(reason) <= LONGEST + 1


def test_rows_are_read_as_they_are_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "big.jsonl"
    path.write_text('{"target": "a"}\n' * 200_000)
    rows: Iterator[Article | Skipped] = read([str(path)])
    assert isinstance(next(rows), Article)
    import tracemalloc

    tracemalloc.start()
    for _ in range(20_000):
        next(rows)
    assert tracemalloc.get_traced_memory()[1] < 2_000_000
    tracemalloc.stop()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16", "utf-16-be", "utf-16-le"])
def test_tables_in_other_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    rows = "".join(
        json.dumps({"source": s, "target": "x"}, ensure_ascii=False) + "\n"
        for s in ("本报南岭3月12日电 县气象局宣布", "这对山区的人们十分重要")
    )
    found = table(tmp_path, rows.encode(encoding))
    assert [a.source.text for a in found if isinstance(a, Article) and a.source] == [
        "本报南岭3月12日电 县气象局宣布",
        "这对山区的人们十分重要",
    ]


CSV = 'id,source,target,alternate2,alternate1,alternates\n1,"一，""二""",“One”,two,one,"[""three"", [""fo"", ""ur""]]"\n2,三,"Three\nlines, here",,,plain\n'


def test_a_csv_has_lists_as_json_or_numbered_columns(tmp_path: Path) -> None:
    first, second = table(tmp_path, CSV, "t.csv")
    assert isinstance(first, Article) and isinstance(second, Article)
    assert first.source is not None
    assert first.source.text == '一，"二"'
    assert [(r.name, r.document.text) for r in first.renderings] == [
        ("target", "“One”"), ("alternate-1", "three"), ("alternate-2", "fo\nur"), ("alternate-3", "one"), ("alternate-4", "two"),
    ]  # fmt: skip
    assert [r.document.text for r in second.renderings] == ["Three\nlines, here", "plain"]
    assert second.candidates[0].document.row == 3


def test_a_split_text_in_a_cell_is_json(tmp_path: Path) -> None:
    article = only(table(tmp_path, 'target\n"[""One."", ""Two.""]"\n', "t.csv"))
    assert [s.text for s in article.candidates[0].document.segments] == ["One.", "Two."]
    article = only(table(tmp_path, "target\n[Xinhua] said\n", "t.csv"))
    assert article.candidates[0].document.text == "[Xinhua] said"


def test_renderings_in_a_cell_are_json(tmp_path: Path) -> None:
    article = only(table(tmp_path, 'renderings\n{"a": "A", "b": "B"}\n', "t.tsv"))
    assert [r.name for r in article.candidates] == ["a", "b"]
    assert reasons(table(tmp_path, "renderings\n{broken\n", "t.tsv")) == [
        'row 2: "renderings" is a text, not an object of name and text'
    ]


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        ("id,text\n1,a\n", "t.csv", 'row 1: no "target" column (has: id, text)'),
        ("id\ttext\n1\ta\n", "t.tsv", 'row 1: no "target" column (has: id, text)'),
        ("id,target,target\n1,a,b\n", "t.csv", 'line 1: two columns are called "target"'),
        ("target,id\n", "t.csv", "has a header and no rows"),
        ("", "t.csv", "is empty"),
        ("\n\n", "t.tsv", "is empty"),
        ("", "t.jsonl", "is empty"),
        (b"\0\1\2\3", "t.jsonl", "looks like a binary file"),
        (
            b'{"target": "\xff"}',
            "t.jsonl",
            "cannot be decoded: byte 0xff at offset 12 is not UTF-8 (GB18030 and UTF-16 were tried too)",
        ),
    ],
)
def test_a_table_that_cannot_be_read_at_all_is_skipped_in_one_line(
    tmp_path: Path, content: str | bytes, name: str, reason: str
) -> None:
    assert reasons(table(tmp_path, content, name)) == [reason]


def test_rows_of_the_wrong_length_are_named(tmp_path: Path) -> None:
    found = table(tmp_path, "id,target\n1,a,b\n2,c\n3\n4,d\n", "t.csv")
    assert reasons(found) == [
        "line 2: 3 cells, but the header has 2 columns",
        "line 4: 1 cell, but the header has 2 columns",
    ]
    assert [a.id for a in found if isinstance(a, Article)] == ["2", "4"]


def test_an_unclosed_quote_is_named(tmp_path: Path) -> None:
    found = table(tmp_path, 'id,target\n1,a\n2,"b\n3,c\n', "t.csv")
    assert reasons(found) == ["line 3: not CSV: a quotation mark opens a cell and none closes it"]


def test_a_huge_cell_is_read(tmp_path: Path) -> None:
    article = only(table(tmp_path, "id,target\n1," + "x" * 300_000 + "\n", "t.csv"))
    assert len(article.candidates[0].document.text) == 300_000


def test_crlf_and_a_byte_order_mark_are_no_part_of_cells(tmp_path: Path) -> None:
    for name, separator in (("t.csv", ","), ("t.tsv", "\t")):
        content = f"\ufefftarget{separator}id\r\nOne{separator}1\r\n\r\nTwo{separator}2\r\n"
        found = table(tmp_path, content, name)
        assert [
            (a.id, a.candidates[0].document.text, a.candidates[0].document.row) for a in found if isinstance(a, Article)
        ] == [("1", "One", 2), ("2", "Two", 4)]


def test_quotation_marks_in_a_tsv_are_text_unless_they_quote(tmp_path: Path) -> None:
    lines = [
        "id\ttarget",
        '1\t"Hello," he said.',
        '2\t"Hello"',
        '3\t"""Hello"", he said"',
        '4\t"never closed',
        '5\t"two',
        'lines"',
        '6\t"a\ttab"',
        "7\tend",
    ]
    found = table(tmp_path, "\n".join(lines), "t.tsv")
    assert [a.candidates[0].document.text for a in found if isinstance(a, Article)][:4] == [
        '"Hello," he said.',
        '"Hello"',
        '"Hello", he said',
        '"never closed',
    ]
    assert [a.candidates[0].document.text for a in found if isinstance(a, Article)][-2:] == ["a\ttab", "end"]


def test_a_quoted_cell_of_a_tsv_may_hold_line_ends(tmp_path: Path) -> None:
    found = table(tmp_path, 'target\tid\n"One.\nTwo, ""quoted""."\t1\nThree\t2\n', "t.tsv")
    assert [
        (a.id, a.candidates[0].document.text, a.candidates[0].document.row) for a in found if isinstance(a, Article)
    ] == [("1", 'One.\nTwo, "quoted".', 2), ("2", "Three", 4)]


def test_a_tsv_quoted_throughout_is_read_as_such(tmp_path: Path) -> None:
    article = only(table(tmp_path, '"target"\t"id"\n"Hello"\t"1"\n', "t.tsv"))
    assert (article.id, article.candidates[0].document.text) == ("1", "Hello")


TEXTS = st.text(alphabet="ab中\"', \t\n😀\\]", max_size=12)


@given(rows=st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=5))
def test_what_a_csv_writer_writes_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]]
) -> None:
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["target", "reference", "id"])
    writer.writerows([a, b, f"r{n}"] for n, (a, b) in enumerate(rows))
    found = table(tmp_path_factory.mktemp("t"), out.getvalue(), "t.csv")
    read_back = [a.candidates[0].document.text for a in found if isinstance(a, Article)]
    assert read_back == [a for a, _ in rows]
    assert not reasons(found)
