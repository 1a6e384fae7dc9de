"""XML: every character leads back to the file, nothing is fetched or expanded, and faults have their place."""

from __future__ import annotations

import codecs
import time
from pathlib import Path

import pytest

from tqcheck.errors import InputError
from tqcheck.readers.xml import START, TEXT, decode_xml, events, tag_end


def texts(xml: str) -> list[tuple[str, int]]:
    return [(event.name, event.at) for event in events(xml, "x.xml") if event.kind == TEXT]


@pytest.mark.parametrize(
    ("xml", "shown"),
    [
        ("<a>新闻 x</a>", "新闻 x"),
        ("<a>\r\n新\r闻\n</a>", "\n新\n闻\n"),
        ("<a>a&amp;b&#x65b0;&#38395;&lt;c&gt;</a>", "a&b新闻<c>"),
        ("<a>é<![CDATA[<b>&amp;\r\n新]]>é</a>", "é<b>&amp;\n新é"),
        ("<a>é😀<!-- 新 -->b<?pi 新?>c<b k='é>'/>d</a>", "é😀bcd"),
    ],
)
def test_every_character_leads_back_to_where_it_is_written(xml: str, shown: str) -> None:
    found = texts(xml)
    assert "".join(text for text, _ in found) == shown
    for text, at in found:
        written = xml[at : at + len(text)]
        assert written == text or (xml[at] == "&" and len(text) == 1) or (xml[at] == "\r" and text == "\n")


def test_offsets_hold_across_the_slices_in_which_a_long_file_is_parsed() -> None:
    xml = "<a>" + "".join(f"<b n='{n}'>新闻{n}é</b>\n" for n in range(60_000)) + "</a>"
    last = 0
    for text, at in texts(xml):
        assert xml[at : at + len(text)] == text
        last = at
    assert last > 1_000_000


def test_names_of_the_readers_own_namespaces_are_short_and_others_are_not() -> None:
    xml = '<a xmlns="urn:own:1" xmlns:o="urn:other"><o:b o:k="1" xml:lang="zh" k="2"/><x xmlns=""/></a>'
    started = [(e.name, dict(e.attrs)) for e in events(xml, "x", ("urn:own:",)) if e.kind == START]
    assert [name for name, _ in started] == ["a", "urn:other b", "x"]
    assert started[1][1]["xml:lang"] == "zh"


def test_a_tag_ends_behind_its_attributes() -> None:
    assert tag_end("<g id='>' b=\"'>\">x", 0) == len("<g id='>' b=\"'>\">")


LAUGHS = """<?xml version="1.0"?>
<!DOCTYPE lolz [
 <!ENTITY lol "lol">
 <!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">
]>
<a>&lol2;</a>"""


def test_a_file_that_declares_entities_is_refused() -> None:
    with pytest.raises(InputError, match=r'^x: line 3, column 15: declares the entity "lol"'):
        list(events(LAUGHS, "x"))


@pytest.mark.parametrize("kind", ["<!ENTITY e SYSTEM '{}'>", "<!ENTITY % e SYSTEM '{}'> %e;"])
def test_an_external_entity_is_not_fetched(tmp_path: Path, kind: str) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret", encoding="utf-8")
    told: list[str] = []
    with pytest.raises(InputError, match="declares the entity"):
        for event in events(f"<!DOCTYPE a [{kind.format(secret.as_uri())}]><a>&e;</a>", "x"):
            told.append(event.name)
    assert "secret" not in "".join(told)


def test_a_document_type_is_not_fetched_and_its_entities_stay_as_written(tmp_path: Path) -> None:
    dtd = tmp_path / "a.dtd"
    dtd.write_text('<!ENTITY own "secret">', encoding="utf-8")
    xml = f"<!DOCTYPE a SYSTEM '{dtd.as_uri()}'><a>x&nbsp;y&own;z</a>"
    assert "".join(text for text, _ in texts(xml)) == "x\xa0y&own;z"


@pytest.mark.parametrize(
    ("xml", "reason"),
    [
        ("<a>\n <b>新</a>", r"line 2, column 8: not well-formed \(mismatched tag\)"),
        ("<a>\n 新<b", r"line 2, column 5: not well-formed \(it ends too early\)"),
        ("<a>\n <b>", r"line 2, column 5: not well-formed \(it ends too early\)"),
        ("<a>\n &nbsp;", r"line 2, column 2: not well-formed \(undefined entity\)"),
        ("no XML", r"line 1, column 1: not well-formed \(syntax error\)"),
        ("<a>x\x01</a>", r"line 1, column 5: not well-formed \(invalid token\)"),
        ("<a/><b/>", r"line 1, column 5: not well-formed \(junk after document element\)"),
    ],
)
def test_a_fault_has_its_line_and_column(xml: str, reason: str) -> None:
    with pytest.raises(InputError, match=rf"^x: {reason}$"):
        list(events(xml, "x"))


def test_what_stands_before_a_fault_is_given_first() -> None:
    seen = []
    with pytest.raises(InputError):
        for event in events("<a>new<b></a>", "x"):
            seen.append(event.name)
    assert seen == ["a", "new", "b"]


DECLARED = '<?xml version="1.0" encoding="{}"?><a>新闻 é</a>'


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        (b"\xef\xbb\xbf" + DECLARED.format("utf-8").encode(), "UTF-8"),
        (DECLARED.format("UTF-8").encode(), "UTF-8"),
        ("<a>新闻 é</a>".encode(), "UTF-8"),
        (DECLARED.format("UTF-16").encode("utf-16"), "UTF-16LE"),
        (DECLARED.format("UTF-16").encode("utf-16-le"), "UTF-16LE"),
        (codecs.BOM_UTF16_BE + DECLARED.format("UTF-16").encode("utf-16-be"), "UTF-16BE"),
        ("<a>新闻 é</a>".encode("utf-16-be"), "UTF-16BE"),
        (DECLARED.format("GB18030").encode("gb18030"), "GB18030"),
        # As written by programs that turn a string into bytes without a look at its first line.
        (DECLARED.format("utf-16").encode(), "UTF-8"),
        (DECLARED.format("utf-16").encode() + b" ", "UTF-8"),
    ],
)
def test_an_encoding_is_told_by_its_mark_or_as_declared(raw: bytes, encoding: str) -> None:
    decoded = decode_xml(raw, "x")
    assert decoded.encoding == encoding
    assert texts(decoded.text) == [("新闻 é", decoded.text.index("新"))]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (DECLARED.format("klingon").encode(), 'it says that its encoding is "klingon"'),
        (DECLARED.format("zlib").encode(), 'it says that its encoding is "zlib"'),
        (DECLARED.format("utf-8").encode("gb18030").replace(b"\xd0", b"\xff"), "cannot be decoded"),
        (b"<a>\0\0</a>", "binary"),
        (b"", "is empty"),
    ],
)
def test_what_cannot_be_decoded_is_told(raw: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        decode_xml(raw, "x")


def test_a_file_of_one_line_takes_time_in_proportion() -> None:
    def seconds(count: int) -> float:
        xml = "<a>" + "<b>新闻&amp;é</b>" * count + "</a>"
        start = time.process_time()
        sum(1 for _ in events(xml, "x"))
        return time.process_time() - start

    small = min(seconds(4_000) for _ in range(3))
    large = min(seconds(80_000) for _ in range(2))
    assert large < 20 * small * 6  # time that grows with the square would be 400 times as much
