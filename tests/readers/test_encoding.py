"""Decoding: the encodings of news files, and what is refused."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.errors import InputError
from tqcheck.readers.encoding import decode

CHINESE = "本报南岭3月12日电 县气象局宣布，新一代天气雷达正式投入使用。\n这对山区的人们十分重要。"
ENGLISH = "NANLING, March 12 -- The county's new weather radar has gone into service."


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "UTF-8"),
        ("gb18030", "GB18030"),
        ("gbk", "GB18030"),
        ("utf-16-le", "UTF-16LE"),
        ("utf-16-be", "UTF-16BE"),
    ],
)
def test_chinese_is_decoded_without_any_mark(encoding: str, name: str) -> None:
    found = decode(CHINESE.encode(encoding), "x.txt")
    assert (found.text, found.encoding) == (CHINESE, name)
    assert (name in found.note) == (name != "UTF-8")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        "Правительство утвердило бюджет.",
        "政府は予算案を決定した。3日",
        CHINESE.replace("\n", "").replace(" ", ""),
    ],
)
def test_utf_16_without_a_mark_is_told_from_other_encodings(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "x").text == text


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_a_byte_order_mark_decides_and_is_no_part_of_the_text(mark: bytes, encoding: str) -> None:
    assert decode(mark + CHINESE.encode(encoding), "x").text == CHINESE


def test_traditional_chinese_in_gbk_is_read() -> None:
    text = "記者從水利部獲悉，今年全國改造工程進展順利。"
    assert decode(text.encode("gbk"), "x").text == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("中央社台北30日電 記者從水利署獲悉，今年全國灌區改造工程進展順利。", "big5"),
        ("政府は三日、来年度の予算案を閣議で決定したと発表しました。", "euc-jp"),
        ("政府は三日、来年度の予算案を閣議で決定したと発表しました。", "shift-jis"),
        ("정부는 3일 내년도 예산안을 국무회의에서 의결했다고 밝혔다.", "euc-kr"),
        ("Le président de la République où l'été dernier a déjà passé.", "latin-1"),
        ("Правительство утвердило проект бюджета на год.", "koi8-r"),
        ("Правительство утвердило проект бюджета на год.", "cp1251"),
        ("The “government” said it’s done – really.", "cp1252"),
    ],
)
def test_other_encodings_are_refused_rather_than_read_as_chinese(text: str, encoding: str) -> None:
    with pytest.raises(InputError, match="cannot be decoded"):
        decode(text.encode(encoding), "x")


def test_undecodable_bytes_are_named_with_their_offset_and_what_was_tried() -> None:
    with pytest.raises(InputError) as caught:
        decode(b"Good text \xff\xfe\xfa and more", "news.txt")
    assert (
        str(caught.value)
        == "news.txt: cannot be decoded: byte 0xff at offset 10 is not UTF-8 (GB18030 and UTF-16 were tried too)"
    )


def test_bytes_that_belie_their_mark_are_named_by_their_place_in_the_file() -> None:
    with pytest.raises(InputError, match="byte 0x80 at offset 5 is not UTF-8, which its byte order mark announces"):
        decode(codecs.BOM_UTF8 + b"ab\x80", "x")


@pytest.mark.parametrize(
    "raw", [b"", codecs.BOM_UTF8, b" \r\n\t\n", "\u3000\xa0".encode(), "\ufeff \n".encode("utf-16-le")]
)
def test_nothing_but_white_space_is_empty(raw: bytes) -> None:
    with pytest.raises(InputError, match="is empty$"):
        decode(raw, "x")


@pytest.mark.parametrize(
    "raw",
    [
        b"\x00\x01\x02\x03data",
        b"text with a \x00 byte",
        b"%PDF-1.7 text",
        b"PK\x03\x04abc",
        b"\x89PNG\r\n\x1a\n",
        b"\x01\x02\x03\x04abcdef",
        b"a\0b\0c",
    ],
)
def test_binary_files_are_called_so(raw: bytes) -> None:
    with pytest.raises(InputError, match="looks like a binary file"):
        decode(raw, "x")


def test_a_declared_encoding_is_tried_before_guessing() -> None:
    text = "中央社台北30日電"
    found = decode(text.encode("big5"), "x", "big5")
    assert (found.text, found.note) == (text, "read as BIG5, as the file says")
    assert decode(CHINESE.encode(), "x", "euc_kr").text == CHINESE


@given(st.text(min_size=1).filter(lambda t: t.strip("\ufeff\u200b \xa0\u3000").strip() and t.isprintable()))
def test_any_printable_text_survives_utf_8(text: str) -> None:
    assert decode(text.encode("utf-8"), "x").text == text


@given(st.binary())
def test_any_bytes_give_a_text_or_an_input_error(raw: bytes) -> None:
    try:
        assert decode(raw, "x").text.strip("\ufeff\u200b")
    except InputError as error:
        assert "\n" not in str(error)
