"""PO catalogues, beside what polib reads of the same files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tqcheck.check import Checked, Settings, run
from tqcheck.errors import InputError
from tqcheck.model.document import Article, MarkupKind
from tqcheck.model.report import Skipped
from tqcheck.readers import ReadOptions, read

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: en\\n"\n"X-Source-Language: zh\\n"\n\n'


def _read(path: Path, **options: str) -> list[Article | Skipped]:
    return list(read([str(path)], ReadOptions(**options)))  # type: ignore[arg-type]


def _file(tmp_path: Path, text: str, name: str = "app.po") -> Path:
    path = tmp_path / name
    path.write_bytes(text.encode())
    return path


def _sides(article: Article) -> tuple[str, str]:
    assert article.source
    return article.source.whole.text, article.candidates[0].document.whole.text


def test_entries_are_read_as_polib_reads_them(tmp_path: Path) -> None:
    polib = pytest.importorskip("polib")
    catalogue = polib.POFile(wrapwidth=40)
    catalogue.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Language": "en", "X-Source-Language": "zh"}
    texts = [
        ("打开文件", "Open the file"),
        (
            "已保存 “%s” 中的更改，请在关闭窗口之前确认所有内容都是正确的。",
            'Saved the changes in "%s"; before you close the window, see that all is well.',
        ),
        ("第一行\n第二行\t制表", "First line\nSecond line\ttab"),
        ("反斜杠 \\ 与“引号”", 'A backslash \\ and "quotes"'),
    ]
    for source, target in texts:
        catalogue.append(polib.POEntry(msgid=source, msgstr=target, comment="一般注释", occurrences=[("a.c", "1")]))
    catalogue.append(polib.POEntry(msgid="旧的", msgstr="Old", obsolete=True))
    path = tmp_path / "app.po"
    catalogue.save(str(path))
    read_back = [_sides(article) for article in _read(path) if isinstance(article, Article)]
    expected = [
        (source.replace("\t", "\t"), target)
        for source, target in ((e.msgid, e.msgstr) for e in polib.pofile(str(path)) if not e.obsolete)
    ]
    assert read_back == expected


def test_offsets_lead_to_the_words_in_the_file(tmp_path: Path) -> None:
    path = _file(tmp_path, HEADER + 'msgid "大桥\\n周一通车"\nmsgstr ""\n"The \\"bridge\\" opened\\n"\n"on Monday."\n')
    [article] = _read(path)
    assert isinstance(article, Article)
    document = article.candidates[0].document
    first, second = document.body
    assert first.text == 'The "bridge" opened'
    at = first.text.index("bridge")
    assert document.text[first.origin[at] : first.origin[at + 5] + 1] == "bridge"  # type: ignore[index]
    assert document.position(second.whole.start).line == 10


def test_each_plural_form_is_a_unit_of_its_own(tmp_path: Path) -> None:
    entry = 'msgid "one file"\nmsgid_plural "%d files"\nmsgstr[0] "eine Datei"\nmsgstr[1] "%d Dateien"\n'
    articles = _read(_file(tmp_path, entry), source_lang="en", target_lang="de")
    assert [_sides(a) for a in articles if isinstance(a, Article)] == [
        ("one file", "eine Datei"),
        ("%d files", "%d Dateien"),
    ]
    assert [a.id for a in articles if isinstance(a, Article)] == ["app:one file [0]", "app:one file [1]"]


def test_placeholders_are_known_and_the_languages_come_from_the_header(tmp_path: Path) -> None:
    [article] = _read(_file(tmp_path, HEADER + 'msgctxt "menu"\nmsgid "打开 %s"\nmsgstr "Open %s"\n'))
    assert isinstance(article, Article)
    assert article.source
    assert article.id == "app:menu: 打开 %s"
    assert (article.source.lang, article.candidates[0].document.lang) == ("zh", "en")
    assert [(m.kind, m.name) for m in article.source.markup] == [(MarkupKind.PLACEHOLDER, "%s")]


def test_a_comment_of_an_entry_silences_what_is_found_in_it(tmp_path: Path) -> None:
    entry = '# {}\nmsgid "居民过桥"\nmsgstr "Residents of of both towns crossed."\n'
    path = _file(tmp_path, HEADER + entry.format("tqcheck:ignore REP001 as said"))
    [checked] = run(read([str(path)], ReadOptions()), Settings(select=("REP", "SUP")))
    assert isinstance(checked, Checked)
    assert [finding.suppressed for finding in checked.findings] == ["as said"]


def test_a_file_that_is_no_catalogue_is_told_and_a_bad_line_named(tmp_path: Path) -> None:
    [skipped] = _read(_file(tmp_path, "The bridge opened on Monday.\n"))
    assert isinstance(skipped, Skipped)
    assert skipped.reason == "is no PO file: line 1 is no entry of one"
    text = HEADER + 'msgid "打开"\nmsgstr "Open\nmsgid "关闭"\nmsgstr "Close"\n'
    outcomes = _read(_file(tmp_path, text))
    assert [o.reason for o in outcomes if isinstance(o, Skipped)] == ['line 8: no string of an entry: msgstr "Open']
    assert ("关闭", "Close") in [_sides(o) for o in outcomes if isinstance(o, Article)]
    with pytest.raises(InputError):
        list(__import__("tqcheck.readers.po", fromlist=["units"]).units("x.po", b"", ReadOptions()).units)


def test_a_comment_of_several_plural_forms_is_not_blamed_in_those_that_do_not_need_it(tmp_path: Path) -> None:
    entry = (
        '# tqcheck:ignore REP001 as said\nmsgid "one town"\nmsgid_plural "%d towns"\n'
        'msgstr[0] "one town"\nmsgstr[1] "%d of of the towns"\n'
    )
    outcomes = run(read([str(_file(tmp_path, entry))], ReadOptions(source_lang="en")), Settings(select=("REP", "SUP")))
    found = [finding for one in outcomes if isinstance(one, Checked) for finding in one.findings]
    assert [(finding.rule, finding.suppressed) for finding in found] == [("REP001", "as said")]
