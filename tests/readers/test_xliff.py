"""XLIFF in its versions and dialects: what is source, target, tag and note, and where each stands."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tqcheck.errors import InputError
from tqcheck.model.document import Article, Document, MarkupKind
from tqcheck.model.report import Skipped
from tqcheck.readers import ReadOptions, read, read_document

HEAD_1 = (
    '<?xml version="1.0"?>\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" '
    'xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" xmlns:m="http://www.memsource.com/mxlf/2.0" xmlns:mq="MQXliff">'
    '\n<file original="news.txt" source-language="zh-CN" target-language="en-US"><body>\n'
)
TAIL_1 = "\n</body></file></xliff>"
HEAD_2 = (
    '<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" '
    'xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0" srcLang="zh" trgLang="en">\n<file id="f1" original="news.html">\n'
)
TAIL_2 = "\n</file></xliff>"
DONE = '<trans-unit id="done"><source>好。</source><target>Good.</target></trans-unit>'


def read_text(path: Path, xml: str | bytes) -> list[Article | Skipped]:
    path.write_bytes(xml if isinstance(xml, bytes) else xml.encode())
    return list(read([str(path)]))


def v1(tmp_path: Path, units: str, name: str = "x.xlf") -> list[Article | Skipped]:
    return read_text(tmp_path / name, HEAD_1 + units + TAIL_1)


def v2(tmp_path: Path, units: str) -> list[Article | Skipped]:
    return read_text(tmp_path / "x.xlf", HEAD_2 + units + TAIL_2)


def words(document: Document | None) -> str:
    assert document is not None
    return "\n".join(passage.text for passage in document.body)


def pairs(found: list[Article | Skipped]) -> list[tuple[str, str, str]]:
    assert all(isinstance(article, Article) for article in found), found
    return [(a.id, words(a.source), words(a.renderings[0].document)) for a in found if isinstance(a, Article)]


def tags(document: Document | None) -> list[tuple[str, str, str]]:
    assert document is not None
    return [(tag.kind.value, tag.name, tag.span.of(document.text)) for tag in document.markup]


def test_a_unit_is_a_source_beside_its_target(tmp_path: Path) -> None:
    (article,) = v1(tmp_path, '<trans-unit id="7"><source>下雨。</source><target>It rains.</target></trans-unit>')
    assert isinstance(article, Article) and article.source
    target = article.renderings[0].document
    assert (article.id, words(article.source), words(target)) == ("x:7", "下雨。", "It rains.")
    assert (article.source.lang, target.lang, target.unit) == ("zh-CN", "en-US", "7")
    assert article.source.meta["doc"] == "news.txt"
    assert target.position(target.body[0].whole.start).line == 4


def test_every_word_leads_back_to_the_file(tmp_path: Path) -> None:
    found = v1(
        tmp_path,
        '<trans-unit id="1"><source>a</source><target>\n  Caf&#233; &amp;\r\n  <g id="1">bar</g> '
        "<![CDATA[<tent>]]> 新闻</target></trans-unit>",
    )
    (article,) = found
    assert isinstance(article, Article)
    document = article.renderings[0].document
    (passage,) = document.body
    assert passage.text == "Café & bar <tent> 新闻"
    for word in ("bar", "<tent>", "新闻", "Caf"):
        at = passage.text.index(word)
        span = passage.locate(type(passage.whole)(at, at + len(word)))
        assert span.of(document.text) == word
    assert document.text[passage.origin[passage.text.index("&")] :].startswith("&amp;")  # type: ignore[index]
    assert document.text[passage.origin[3] :].startswith("&#233;")  # type: ignore[index]


def test_a_reference_that_looks_like_its_own_text_leads_back_all_the_same(tmp_path: Path) -> None:
    (article,) = v1(tmp_path, '<trans-unit id="1"><source>a</source><target>a&amp;amp;</target></trans-unit>')
    assert isinstance(article, Article)
    document = article.renderings[0].document
    (passage,) = document.body
    assert passage.text == "a&amp;"
    assert passage.whole.of(document.text) == "a&amp;amp;"


def test_what_programs_add_of_their_own_is_left_out(tmp_path: Path) -> None:
    more = "<sdl:x><target>wrong</target><note>tqcheck:ignore NAM001 x</note></sdl:x></trans-unit>"
    (article,) = v1(tmp_path, DONE.replace("</trans-unit>", more))
    assert isinstance(article, Article)
    assert words(article.renderings[0].document) == "Good."
    assert article.renderings[0].document.suppressions == ()


def test_white_space_is_one_blank_and_none_between_chinese_unless_it_is_preserved(tmp_path: Path) -> None:
    units = (
        '<trans-unit id="1"{}><source>大桥\n   通车。</source><target>The  bridge\n   opened.\n It is open.</target>'
        "</trans-unit>"
    )
    ((_, source, target),) = pairs(v1(tmp_path, units.format("")))
    assert (source, target) == ("大桥通车。", "The bridge opened. It is open.")
    ((_, source, target),) = pairs(v1(tmp_path, units.format(' xml:space="preserve"')))
    assert (source, target) == ("大桥\n通车。", "The  bridge\nopened.\nIt is open.")


def test_tags_are_kept_apart_with_the_names_that_both_sides_share(tmp_path: Path) -> None:
    unit = (
        '<trans-unit id="1"><source>x</source><target><g id="1">a</g><x id="2"/><bx id="3" rid="9"/>b<ex id="4" rid="9"/>'
        '<bpt id="5">&lt;b></bpt>c<ept id="5">&lt;/b></ept><ph id="6">%s<sub>no text</sub></ph>'
        '<it id="7" pos="open">[</it><mrk mtype="term">d</mrk></target></trans-unit>'
    )
    (article,) = v1(tmp_path, unit)
    assert isinstance(article, Article)
    target = article.renderings[0].document
    assert words(target) == "abcd"
    assert tags(target) == [
        ("open", "g 1", '<g id="1">'),
        ("close", "g 1", "</g>"),
        ("single", "x 2", '<x id="2"/>'),
        ("open", "bx 9", '<bx id="3" rid="9"/>'),
        ("close", "bx 9", '<ex id="4" rid="9"/>'),
        ("open", "bpt 5", '<bpt id="5">&lt;b></bpt>'),
        ("close", "bpt 5", '<ept id="5">&lt;/b></ept>'),
        ("single", "ph 6", '<ph id="6">%s<sub>no text</sub></ph>'),
        ("single", "it 7", '<it id="7" pos="open">[</it>'),
    ]


@pytest.mark.parametrize(
    ("tag", "shown"),
    [
        ('<x id="1" ctype="lb"/>', "one two"),
        ('<ph id="1">&lt;br/></ph>', "one two"),
        ('<ph id="1">\\n</ph>', "one two"),
        ('<x id="1"/>', "onetwo"),
        ('<ph id="1">&lt;b></ph>', "onetwo"),
    ],
)
def test_a_tag_that_breaks_the_line_parts_words(tmp_path: Path, tag: str, shown: str) -> None:
    ((_, _, target),) = pairs(
        v1(tmp_path, f'<trans-unit id="1"><source>x</source><target>one{tag}two</target></trans-unit>')
    )
    assert target == shown


TRADOS = """<trans-unit id="guid"><source><g id="1">下雨了。天晴了。</g>好。</source>
<seg-source><g id="1"><mrk mtype="seg" mid="4">下雨了。</mrk><mrk mtype="seg" mid="5">天<x id="2"/>晴了。</mrk></g>\
<mrk mtype="seg" mid="6">好。</mrk></seg-source>
<target><g id="1"><mrk mtype="seg" mid="4">It <mrk mtype="x-sdl-deleted">snowed</mrk>\
<mrk mtype="x-sdl-added">rained</mrk>.</mrk> <mrk mtype="seg" mid="5">It cleared<x id="2"/>.</mrk></g>\
<mrk mtype="seg" mid="6"/></target>
<sdl:seg-defs><sdl:seg id="4" conf="Translated"/><sdl:seg id="5" locked="true"/><sdl:seg id="6"{}/></sdl:seg-defs>
</trans-unit>"""


def test_each_segment_of_a_trados_unit_is_a_unit(tmp_path: Path) -> None:
    found = v1(tmp_path, TRADOS.format(""), "x.sdlxliff")
    assert pairs(found) == [
        ("x:guid/4", "下雨了。", "It rained."),
        ("x:guid/5", "天晴了。", "It cleared."),
        ("x:guid/6", "好。", ""),
    ]
    assert isinstance(found[1], Article)
    assert [name for _, name, _ in tags(found[1].source)] == ["x 2"]
    assert [name for _, name, _ in tags(found[1].renderings[0].document)] == ["x 2"]


def test_a_locked_segment_without_a_translation_is_left_out(tmp_path: Path) -> None:
    assert [id_ for id_, *_ in pairs(v1(tmp_path, TRADOS.format(' locked="true"')))] == ["x:guid/4", "x:guid/5"]
    locked = '<trans-unit id="1" m:locked="true"><source>甲</source><target/></trans-unit>'
    locked += '<trans-unit id="2" mq:locked="locked"><source>乙</source></trans-unit>'
    locked += '<trans-unit id="3" m:locked="false"><source>丙</source></trans-unit>'
    assert [id_ for id_, *_ in pairs(v1(tmp_path, locked + DONE))] == ["x:3", "x:done"]


def test_a_target_without_segments_is_that_of_the_whole_unit(tmp_path: Path) -> None:
    unit = (
        '<trans-unit id="1"><source>甲。乙。</source><seg-source><mrk mtype="seg" mid="1">甲。</mrk>'
        '<mrk mtype="seg" mid="2">乙。</mrk></seg-source><target>{}</target></trans-unit>'
    )
    assert pairs(v1(tmp_path, unit.format("A. B.") + DONE))[0] == ("x:1", "甲。乙。", "A. B.")
    assert pairs(v1(tmp_path, unit.format("") + DONE))[0] == ("x:1", "甲。乙。", "")


def test_a_segment_of_the_target_that_the_source_has_not_is_told(tmp_path: Path) -> None:
    unit = (
        '<trans-unit id="1"><source>甲。</source><seg-source><mrk mtype="seg" mid="1">甲。</mrk></seg-source>'
        '<target><mrk mtype="seg" mid="1">A.</mrk><mrk mtype="seg" mid="2">B.</mrk></target></trans-unit>'
    )
    assert v1(tmp_path, unit)[1] == Skipped(str(tmp_path / "x.xlf"), "line 4: segment 1/2 has a target and no source")


def test_what_is_not_to_be_translated_and_matches_are_left_out(tmp_path: Path) -> None:
    found = v1(
        tmp_path,
        '<trans-unit id="1" translate="no"><source>甲</source><target>A</target></trans-unit>'
        '<group translate="no"><trans-unit id="2"><source>乙</source><target>B</target></trans-unit>'
        '<trans-unit id="3" translate="yes"><source>丙</source><target>C</target>'
        "<alt-trans><source>x</source><target>wrong</target></alt-trans></trans-unit></group>"
        '<trans-unit id="4"><source>丁</source><target>D</target></trans-unit>',
    )
    assert pairs(found) == [("x:3", "丙", "C"), ("x:4", "丁", "D")]
    assert all(len(article.renderings) == 1 for article in found if isinstance(article, Article))


def test_phrase_writes_its_tags_as_text(tmp_path: Path) -> None:
    unit = '<trans-unit id="1"><source>{1}大{b>桥&lt;b}。</source><target>A {b>bridge&lt;b}{1}.</target></trans-unit>'
    (article,) = v1(tmp_path, unit, "x.mxliff")
    assert isinstance(article, Article)
    assert (words(article.source), words(article.renderings[0].document)) == ("大桥。", "A bridge.")
    assert tags(article.renderings[0].document) == [
        ("open", "{b}", "{b>"),
        ("close", "{b}", "&lt;b}"),
        ("single", "{1}", "{1}"),
    ]
    (plain,) = v1(tmp_path, unit, "x.xlf")
    assert isinstance(plain, Article)
    assert [tag.kind for tag in plain.renderings[0].document.markup] == [MarkupKind.PLACEHOLDER]


def test_a_note_silences_and_one_of_the_file_is_told(tmp_path: Path) -> None:
    note = (
        "<note>Seen.\ntqcheck:ignore NAM001,QTY001 the client's own</note><note>tqcheck:ignore nam001@3F2A9C1B x</note>"
    )
    (article,) = v1(tmp_path, DONE.replace("</trans-unit>", note + "</trans-unit>"))
    assert isinstance(article, Article)
    first, second = article.renderings[0].document.suppressions
    assert (first.codes, first.reason, first.covers) == (("NAM001", "QTY001"), "the client's own", None)
    assert first.span.of(article.renderings[0].document.text) == "tqcheck:ignore NAM001,QTY001 the client's own"
    assert (second.codes, second.fingerprint) == (("NAM001",), "3f2a9c1b")
    assert article.source and not article.source.suppressions
    group = f"<group><note>tqcheck:ignore NAM001 all</note>{DONE}</group>"
    assert v1(tmp_path, group)[0] == Skipped(
        str(tmp_path / "x.xlf"), "line 4: tqcheck:ignore silences nothing here: put it into a note of a unit"
    )


UNIT_2 = """<unit id="u1"><notes><note>tqcheck:ignore NAM001 why</note></notes>
<mtc:matches><mtc:match ref="#x"><source>x</source><target>wrong</target></mtc:match></mtc:matches>
<originalData><data id="d1">&lt;br/></data></originalData>
<segment id="s1"><source>大<pc id="1">桥</pc>通车。</source><target>The <pc id="1">bridge</pc> opened.</target></segment>
<ignorable><source> </source><target> </target></ignorable>
<segment id="s2"><source><sc id="2"/>周<ph id="3" type="fmt" subType="xlf:lb"/>一<ec startRef="2"/></source>
<target><sc id="2"/>Monday<ph id="3" type="fmt" subType="xlf:lb"/>it <mrk id="m1" type="term">is</mrk><sm id="m2"/>\
<em startRef="m2"/><ec startRef="2"/></target></segment></unit>
<unit id="u2"><segment><source>好。</source><target xml:lang="en-GB">Good.</target></segment></unit>
<unit id="u3" translate="no"><segment><source>不。</source></segment></unit>"""


def test_version_2_has_segments_in_units(tmp_path: Path) -> None:
    found = v2(tmp_path, UNIT_2)
    assert pairs(found) == [
        ("x:u1/s1", "大桥通车。", "The bridge opened."),
        ("x:u1/s2", "周 一", "Monday it is"),
        ("x:u2", "好。", "Good."),
    ]
    first, second, third = (a for a in found if isinstance(a, Article))
    assert [name for _, name, _ in tags(first.renderings[0].document)] == ["pc 1", "pc 1"]
    assert [(kind, name) for kind, name, _ in tags(second.renderings[0].document)] == [
        ("open", "pc 2"),
        ("single", "ph 3"),
        ("close", "pc 2"),
    ]
    assert third.renderings[0].document.lang == "en-GB"
    assert third.source and third.source.meta["doc"] == "news.html"
    assert [len(a.renderings[0].document.suppressions) for a in (first, second, third)] == [1, 1, 0]


def test_ids_that_two_files_share_are_numbered(tmp_path: Path) -> None:
    file = '<file original="{}" source-language="zh" target-language="en"><body>' + DONE + "</body></file>"
    found = read_text(tmp_path / "x.xlf", f'<xliff version="1.2">{file.format("a")}{file.format("b")}</xliff>')
    assert [id_ for id_, *_ in pairs(found)] == ["x:done", "x:done-2"]


@pytest.mark.parametrize("make", ["1.2", "2.0"])
def test_what_another_program_writes_is_read_as_it_reads_it(tmp_path: Path, make: str) -> None:
    pytest.importorskip("translate")
    from translate.storage import xliff, xliff2

    module = {"1.2": xliff, "2.0": xliff2}[make]
    file = getattr(module, "xlifffile", None) or module.Xliff2File
    store = file(sourcelanguage="zh", targetlanguage="en") if make == "1.2" else file()
    store.setsourcelanguage("zh")
    store.settargetlanguage("en")
    texts = [
        ("大桥周一通车。", "The bridge opened on Monday."),
        ("甲 < 乙 & “丙”", "A < B & “C” 'd' \"e\""),
        ("雨 😀 é", "Rain 😀 é"),
        ("好。", "Good]]> so."),
    ]
    for source, target in texts:
        unit = store.addsourceunit(source)
        unit.target = target
    found = read_text(tmp_path / "x.xlf", bytes(store))
    again = file.parsestring(bytes(store))
    expected = [(u.source, u.target) for u in again.units if u.source]
    assert [(source, target) for _, source, target in pairs(found)] == expected
    assert len(expected) == len(texts)
    for article in found:
        assert isinstance(article, Article) and article.source
        assert (article.source.lang, article.renderings[0].document.lang) == ("zh", "en")


def test_what_was_read_before_a_fault_is_still_checked(tmp_path: Path) -> None:
    xml = HEAD_1 + DONE + "\n<trans-unit id='2'><source>坏"
    article, skipped = read_text(tmp_path / "x.xlf", xml)
    assert isinstance(article, Article)
    assert skipped == Skipped(str(tmp_path / "x.xlf"), "line 5, column 29: not well-formed (it ends too early)")


@pytest.mark.parametrize(
    ("xml", "reason"),
    [
        ("<html></html>", "is no XLIFF: it begins with <html>"),
        ("Some words.", "line 1, column 1: not well-formed (syntax error)"),
        (HEAD_1 + TAIL_1, "has no unit in it"),
        (HEAD_1 + "<trans-unit id='1'><source>甲</source></trans-unit>" + TAIL_1, "none of its 1 units is translated"),
        (b"<xliff\0>", "looks like a binary file"),
        (b"PK\x03\x04", "looks like a binary file (ZIP, or an office document)"),
        (b"", "is empty"),
    ],
)
def test_what_is_no_translation_is_told_in_one_line(tmp_path: Path, xml: str | bytes, reason: str) -> None:
    assert read_text(tmp_path / "x.xlf", xml) == [Skipped(str(tmp_path / "x.xlf"), reason)]


def test_such_a_file_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "x.xlf").write_text(HEAD_1 + DONE + TAIL_1, encoding="utf-8")
    with pytest.raises(InputError, match="is a bilingual file, not a text"):
        read_document(str(tmp_path / "x.xlf"))


def test_a_folder_of_such_files_is_a_batch(tmp_path: Path) -> None:
    for name in ("b/x.xliff", "a.xlf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(HEAD_1 + DONE + TAIL_1, encoding="utf-8")
    (tmp_path / "b" / "bad.xlf").write_text("<", encoding="utf-8")
    found = list(read([str(tmp_path)], ReadOptions()))
    assert [item.id if isinstance(item, Article) else item.path[-7:] for item in found] == [
        "a:done",
        "bad.xlf",
        "b/x:done",
    ]


@pytest.mark.parametrize("line_end", ["\n", ""])
def test_twenty_thousand_units_are_read_in_seconds(tmp_path: Path, line_end: str) -> None:
    unit = (
        '<trans-unit id="{0}"><source>大桥<g id="1">周一</g>通车，全长{0}公里。</source>'
        '<target>The bridge opened on <g id="1">Monday</g>; it is {0} km long &amp; wide.</target></trans-unit>'
    )
    xml = HEAD_1 + line_end.join(unit.format(n) for n in range(20_000)) + TAIL_1
    path = tmp_path / "x.xlf"
    path.write_text(xml, encoding="utf-8")
    start = time.process_time()
    assert sum(1 for _ in read([str(path)])) == 20_000
    # 1.2 s on an idle machine; a reader that looks for each unit's line from the beginning takes minutes.
    assert time.process_time() - start < 8
