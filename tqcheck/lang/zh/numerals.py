"""Where numbers stand in Chinese text: the pattern of a numeral, its value, and the names that contain one."""

from __future__ import annotations

import re

from tqcheck.lang.cjk import GREAT, SMALL, value

_FIGURE = r"[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+(?![0-9０-９])(?:[.．][0-9０-９]+)?|[0-9０-９]+(?:[.．][0-9０-９]+)?"
_CN = "零〇○一二两兩三四五六七八九十百千廿卅"
_SCALE = "十百千万萬亿億兆"
_HEAD = rf"(?:{_FIGURE}|[{_CN}]+(?:[点點](?=[一二三四五六七八九零〇])[零〇一二三四五六七八九]+)?|(?<![几数一第])[万亿]{{1,2}})"
_NUMERAL = rf"(?:(?:{_FIGURE})(?:\s?[{_SCALE}]+(?:{_FIGURE}|[{_CN}]+)?)*|{_HEAD}(?:[{_SCALE}]+[{_CN}]*)*)"
_SHARE = rf"(?P<below>{_NUMERAL})分之(?P<above>{_NUMERAL})|"
_RATIO = r"(?<![0-9/])(?P<over>[0-9]{1,2})/(?P<under>[0-9]{1,3})(?![0-9/])|"
_ANY = (
    rf"(?P<mark>第|初|百分之)?\s?(?P<num>{_NUMERAL})(?P<mid>[多余餘来來几幾](?=[{_SCALE}]))?"
    rf"(?P<scale>(?<=[多余餘来來几幾])[{_SCALE}]+)?(?P<few>[几幾])?"
    rf"|(?P<several>[几幾数數][{_SCALE}]+)"
    r"|(?P<half>半)(?=个?(?:年|小时|钟头|天|月|世纪|公里|米|斤|亩|数))"
    r"|(?P<roman>[Ⅰ-Ⅻ]|(?<![A-Za-z])[IVX]{1,4})(?=级|期|类|型|度)"
    r"|(?P<pair>双|雙|俩|倆|(?<=一)[对對])"
)
# A numeral is gone over twice where it may be the lower half of a share: only where the text has one at all.
_NUMBER = re.compile(_ANY)
_NUMBER_OR_SHARE = re.compile(_SHARE + _RATIO + _ANY)
BEGIN = re.compile(rf"[0-9０-９第初Ⅰ-ⅫIVX半双雙俩倆{_CN}{_SCALE}]|[几幾数數](?=[{_SCALE}])|(?<=一)[对對]")
_NAMED = re.compile(
    # The first line says where one may begin, so that the others are not tried at every character.
    "(?=[一九三第0-9０-９零〇二四五六七八十双两万拨致A-Za-z\\[百千])(?:"
    "一带一路|九三学社|三门峡|第一时间|[0-9０-９]{2}后|[零〇一二三四五六七八九]{2}后|十[一二三四]?五(?=规|时期|”|"
    "期间|末|开局|收官)|"
    "十一(?=黄金周|假期|长假|国庆|期间|小长假)|[0-9]{1,2}[·•][0-9]{1,2}|五一|六一|七一|八一|双十一|双十二|三八|三农|"
    "两会|一一|万一|"
    "(?:110|119|120|122|12345)(?=急救|电话|热线|报警|救护|指挥|平台)|(?:拨打|致电|拨通)[0-9]+|"
    "[A-Za-z][A-Za-z/-]*[-－]?[0-9]+(?:[-.][0-9]+)*|[0-9]+[A-Za-z]{1,3}[0-9]*(?![A-Za-z]|/[hs小秒])|"
    "[0-9]{2,}(?:-[0-9]{2,}){2,}|"
    r"[0-9]{3,4}-[0-9]{7,8}|\[[0-9][0-9, ]*\]|(?<=[线楼幢])[0-9]+号|https?:\S+|万里|百姓|千万(?=不|别|要)|三星|四川|"
    r"三亚|百度|十足|千方百计)"
)
_LATIN_UNITS = re.compile(r"[0-9](?:km|cm|mm|kg|m|GB|TB|MB|mph|m2|m3|km2)(?:/[hs])?$")
_PAIR = re.compile("([一二两三四五六七八九])([二三四五六七八九])(?![一二三四五六七八九〇零])")
_ROW = re.compile("[一二三四五六七八九〇零]{3}")


def number_pattern(text: str) -> re.Pattern[str]:
    """What to match at each place that `BEGIN` finds in `text`."""
    return _NUMBER_OR_SHARE if "分之" in text or "/" in text else _NUMBER


def named(text: str) -> list[tuple[int, int]]:
    """Where names, set phrases and identifiers stand whose numerals count nothing."""
    return [m.span() for m in _NAMED.finditer(text) if not _LATIN_UNITS.search(m[0])]


def numeral(raw: str) -> tuple[float | None, float]:
    """The value of a numeral, or both ends where two digits in a row make a range: 三四十, 十七八, 一万六七."""
    figure, scale = (raw, "") if raw.isascii() else (raw[:-1], raw[-1])
    if figure.isascii() and figure and (not scale or scale in GREAT or scale in SMALL):
        read = float(figure.replace(",", "")) * (GREAT.get(scale) or SMALL.get(scale) or 1)
        return read, read
    pair = _PAIR.search(raw)
    if pair and "点" not in raw and not _ROW.search(raw):
        one, two = value(pair[1]) or 0.0, value(pair[2]) or 0.0
        if two == one + 1 or (one, two) == (3, 5):
            low = value(raw[: pair.start(2)] + raw[pair.end(2) :])
            high = value(raw[: pair.start(1)] + raw[pair.end(1) :])
            if low is not None and high is not None and low < high:
                return low, high
        elif pair.end() < len(raw) or pair.start():
            return None, 0.0
    found = value(raw)
    return found, found or 0.0
