"""From bytes to text: which encoding it is, or why it is none."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from tqcheck.errors import EmptyError, InputError

# How files begin that people take for text (file(1)'s magic numbers).
_MAGIC = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP, or an office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"\x1f\x8b\x08", "gzip"),
    (b"\x89PNG\r\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x7fELF", "a program"),
)

_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32LE"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32BE"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16LE"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16BE"),
)

_CONTROLS = re.compile(r"[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f]")
MAX_CONTROLS = 0.02
"""Share of control characters above which a text is no text."""

# The most frequent characters of modern Chinese and of its news, simplified and traditional. They make up half of
# any Chinese text and a twentieth of bytes that are Chinese by accident.
_COMMON = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事"
    "成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此"
    "已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西月话合回特代内"
    "信化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活更别打女变四神总何电数安少报才"
    "结反受目太量再感建务做接必场件计管期市直德资命山金指许统区保至队形社便空决治展科司五基书非则听白界达光放强即像难权思"
    "王象完设式色路记南品住告类求据程北边死张该交规万取格望觉术领共确传师观清今切院让识候带导运华京省党府议济习席央委联际"
    "國們個來為說時會對發後過種經還進長開無與問見東實現動學當關點業將兩間應戰頭體產給門員條係氣題別數報結務場計資統區隊設"
)
_PUNCTUATION = frozenset("，。、；：！？（）《》“”‘’「」『』—…·　")
CHINESE = 0.2
"""Share of the most frequent characters among all Chinese ones from which bytes are taken for GB18030."""
KANA = 0.1
"""Most kana, as a share of Chinese characters, that a Chinese text is believed to hold."""
READABLE = 0.4
"""Share of everyday characters from which bytes without a mark are taken for UTF-16."""
KNOWN = 0.95
"""Share of characters that are everyday or Chinese below which it is no UTF-16 but a binary file."""
SHORTEST = 8
"""Bytes under which nothing is taken for UTF-16 without a mark."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text without byte order mark; `encoding` as people call it; `note` says what had to be guessed."""

    text: str
    encoding: str
    note: str = ""


def decode(raw: bytes, path: str, declared: str | None = None) -> Decoded:
    """The text of a file.

    declared  the name of an encoding that the file itself gives, tried after byte order marks

    Raises InputError where the file is empty, looks binary, or is in no encoding that can be told.
    """
    if not raw:
        raise EmptyError(path, "is empty")
    for magic, kind in _MAGIC:
        if raw.startswith(magic):
            raise InputError(path, f"looks like a binary file ({kind})")
    found = _marked(raw, path) or _declared(raw, declared) or _guessed(raw, path)
    if len(_CONTROLS.findall(found.text)) > MAX_CONTROLS * len(found.text) or "\0" in found.text:
        raise InputError(path, "looks like a binary file")
    if not found.text.strip("\ufeff\u200b \t\r\n\f\v\u3000\xa0"):
        raise EmptyError(path, "is empty")
    return found


def _marked(raw: bytes, path: str) -> Decoded | None:
    for mark, codec, name in _MARKS:
        if raw.startswith(mark):
            try:
                text = raw[len(mark) :].decode(codec)
            except UnicodeDecodeError as error:
                offset = error.start + len(mark)
                raise InputError(
                    path,
                    f"cannot be decoded: byte 0x{raw[offset]:02x} at offset {offset} is not {name}, "
                    "which its byte order mark announces",
                ) from None
            return Decoded(text, name, "" if codec == "utf-8" else f"read as {name}")
    return None


def _declared(raw: bytes, declared: str | None) -> Decoded | None:
    if not declared or b"\0" in raw:
        return None
    name = declared.upper()
    try:
        return Decoded(raw.decode(declared), name, "" if name == "UTF-8" else f"read as {name}, as the file says")
    except UnicodeDecodeError:
        return None


def _guessed(raw: bytes, path: str) -> Decoded:
    if b"\0" in raw:
        found = _utf16(raw)
        if found is None:
            raise InputError(path, "looks like a binary file")
        return found
    try:
        return Decoded(raw.decode("utf-8"), "UTF-8")
    except UnicodeDecodeError as error:
        first = error.start
    found = _gb18030(raw) or _utf16(raw)
    # UTF-16 without a zero byte holds no space and no line end: believed of Chinese only.
    if found is None or not _chinese(found.text):
        raise InputError(
            path,
            f"cannot be decoded: byte 0x{raw[first]:02x} at offset {first} is not UTF-8 "
            "(GB18030 and UTF-16 were tried too)",
        )
    return found


def _gb18030(raw: bytes) -> Decoded | None:
    # GBK and GB2312 are subsets of GB18030. Nearly any bytes decode as it, so that the text must also look Chinese.
    try:
        text = raw.decode("gb18030")
    except UnicodeDecodeError:
        return None
    return Decoded(text, "GB18030", "read as GB18030 (GBK)") if _chinese(text) else None


def _chinese(text: str) -> bool:
    chinese = [c for c in text if "\u3400" <= c <= "\u9fff"]
    if len(chinese) < 4 or sum(c in _COMMON for c in chinese) < CHINESE * len(chinese):
        return False
    # EUC-JP keeps its kana where GB18030 has them, and other Chinese characters.
    return sum("\u3041" <= c <= "\u30ff" for c in text) <= KANA * len(chinese)


def _utf16(raw: bytes) -> Decoded | None:
    if len(raw) % 2 or len(raw) < SHORTEST:
        return None
    scores: list[tuple[float, str, str]] = []
    for codec, name in (("utf-16-le", "UTF-16LE"), ("utf-16-be", "UTF-16BE")):
        try:
            text = raw.decode(codec)
        except UnicodeDecodeError:
            continue
        everyday = sum(map(_everyday, text))
        if everyday + sum("\u3400" <= c <= "\u9fff" and c not in _COMMON for c in text) >= KNOWN * len(text):
            scores.append((everyday / len(text), name, text))
    scores.sort(reverse=True)
    if not scores or scores[0][0] < READABLE or (len(scores) > 1 and scores[0][0] < 2 * scores[1][0]):
        return None
    _, name, text = scores[0]
    return Decoded(text, name, f"read as {name} (it has no byte order mark)")


def _everyday(c: str) -> bool:
    return (
        " " <= c <= "~"
        or c in "\t\r\n"
        or c in _PUNCTUATION
        or c in _COMMON
        or "\xa1" <= c <= "\u024f"
        or "\u0370" <= c <= "\u06ff"
        or "\u0900" <= c <= "\u0e7f"
        or "\u3041" <= c <= "\u30ff"
        or "\uac00" <= c <= "\ud7a3"
    )
