"""Numbers with their units in Chinese text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from tqcheck.lang.cjk import value
from tqcheck.lang.numerals import Reading, roman, significant
from tqcheck.lang.quantity import Bound, Kind, Quantity
from tqcheck.lang.zh.moments import read_moments
from tqcheck.lang.zh.numerals import BEGIN, named, number_pattern, numeral
from tqcheck.model.text import Span

UNITS: Mapping[str, str] = {
    "公里/小时": "km/h", "千米/小时": "km/h", "公里每小时": "km/h", "千米每小时": "km/h", "公里/时": "km/h",
    "千米/时": "km/h",
    "km/h": "km/h", "英里/小时": "mph", "英里每小时": "mph", "英里/时": "mph", "mph": "mph", "米/秒": "m/s",
    "米每秒": "m/s",
    "m/s": "m/s", "公里/秒": "km/s", "千米/秒": "km/s", "平方公里": "km2", "平方千米": "km2", "km2": "km2",
    "km²": "km2",
    "平方米": "m2", "平米": "m2", "㎡": "m2", "m2": "m2", "m²": "m2", "平方厘米": "cm2", "平方英里": "mi2",
    "平方英尺": "ft2",
    "立方米": "m3", "m3": "m3", "m³": "m3", "立方厘米": "cm3", "立方公里": "km3", "公顷": "ha", "英亩": "acre",
    "亩": "mu",
    "公里": "km", "千米": "km", "km": "km", "厘米": "cm", "cm": "cm", "毫米": "mm", "mm": "mm", "纳米": "nm",
    "微米": "um",
    "分米": "dm", "米": "m", "英里": "mi", "英尺": "ft", "英寸": "in", "海里": "nmi", "华里": "li", "光年": "ly",
    "节": "节",
    "公斤": "kg", "千克": "kg", "kg": "kg", "市斤": "jin", "斤": "jin", "毫克": "mg", "微克": "ug", "克拉": "ct",
    "克": "g",
    "吨": "t", "磅": "lb", "盎司": "oz", "毫升": "ml", "升": "l", "加仑": "gal", "摄氏度": "degC", "℃": "degC",
    "°C": "degC",
    "华氏度": "degF", "℉": "degF", "千瓦时": "kWh", "度电": "kWh", "兆瓦时": "MWh", "千瓦": "kW", "兆瓦": "MW",
    "吉瓦": "GW",
    "兆焦": "MJ", "千焦": "kJ", "吉焦": "GJ", "焦耳": "J", "两": "liang", "里": "li", "马力": "hp", "千卡": "kcal", "大卡": "kcal", "百帕": "hPa", "赫兹": "Hz", "兆赫": "MHz", "GB": "GB", "TB": "TB",
    "MB": "MB",
    "美元": "USD", "美金": "USD", "港元": "HKD", "港币": "HKD", "澳门元": "MOP", "澳元": "AUD", "日元": "JPY",
    "日圆": "JPY",
    "韩元": "KRW", "欧元": "EUR", "英镑": "GBP", "卢布": "RUB", "卢比": "INR?", "加元": "CAD", "新台币": "TWD",
    "台币": "TWD",
    "新元": "SGD", "瑞郎": "CHF", "瑞士法郎": "CHF", "法郎": "CHF?", "里拉": "TRY", "泰铢": "THB", "比索": "MXN?",
    "越南盾": "VND",
    "林吉特": "MYR", "人民币": "CNY", "元人民币": "CNY", "元": "CNY?", "块钱": "CNY?", "秒钟": "s", "秒": "s",
    "分钟": "min",
    "小时": "h", "钟头": "h", "天": "d", "昼夜": "d", "交易日": "d", "工作日": "d", "星期": "week", "礼拜": "week",
    "周年": "year",
    "周岁": "year", "周": "week", "季度": "quarter", "年": "year", "载": "year", "岁": "year", "月": "month",
    "世纪": "century",
}  # fmt: skip
_NEED_FIGURES = {"两", "里"}  # 三两 is two or three, and 万里 anything far
_NEED_COUNT = {"月", "世纪", "季度"}  # 3月 is March: only 3个月 is three months
_UNIT = re.compile(
    r"\s?(?P<more>[多余餘来來])?(?P<count>个|個)?(?P<more2>[多余餘])?(?P<half>半)?\s?(?P<u>"
    + "|".join(re.escape(u) for u in sorted(UNITS, key=len, reverse=True))
    + r")(?!线城市|级市|粉|饭|勒|里拉|兰|罗|尔)(?P<tail>半(?![个年天月小]))?"
)
# 一米八 is 1.8 metres, 1米75 is 1.75.
# A time in sport: 27秒46 is 27.46 seconds.
_HUNDREDTHS = re.compile(r"(?<=[0-9]秒)[0-9]{1,3}(?![0-9.%％年月日人名个次万亿元米岁分秒])")
_DECIMETRES = re.compile(
    r"[一二三四五六七八九]{1,2}(?![一二三四五六七八九十百千万个米厘])|(?<=[0-9]米)[0-9]{1,2}(?=[，。、；,.)）的]|$)"
)
_PERCENT = re.compile(r"\s?(?:[%％]|个?百分点)")
_TENTHS = re.compile(r"成(?P<five>[一二三四五六七八九半])?(?![为立员功果长品都绩本分就型熟份交人语千名吨书家])")
_TIMES = re.compile(r"(?P<more>[多余])?倍")
_COUNTED = re.compile(
    "[多余餘来來]|"
    "[个個名位条條件只隻头頭匹辆輛架艘座栋棟间間家所套张張本部台臺项項次场場届屆种種款起例宗笔筆批支枚颗顆块塊片段层層幢户戶口人国國"
    "省市县區区镇村校队隊组組级級期轮輪局盘集章节篇幅封份双對对副桌杯瓶箱袋包盒碗女男子连冠强强倍大项胞胎年天周岁歲元吨米公平立斤克升亩亿万分小月秒]"
)
_HEDGE = re.compile(
    "(?P<h>超过|逾|超|突破|至少|多于|高于|大于|不少于|不低于|约|大约|近|将近|接近|左右|上|达|不到|"
    "不足|低于|少于|不超过|最多)(?:每|人民币)?\\s?$"
)
_AFTER = re.compile("(?P<h>左右|上下|以上|以下|以内|之内|多|余|許|许)")
_BOUNDS = {
    **dict.fromkeys(
        ("超过", "逾", "超", "突破", "至少", "多于", "高于", "大于", "不少于", "不低于", "以上", "多", "余"), Bound.OVER
    ),
    **dict.fromkeys(("约", "大约", "近", "将近", "接近", "左右", "上下", "上", "许", "許"), Bound.ABOUT),
    **dict.fromkeys(("不到", "不足", "低于", "少于", "不超过", "最多", "以下", "以内", "之内"), Bound.UNDER),
}
_HEDGE_ENDS = frozenset(hedge[-1] for hedge in _BOUNDS) | set("每币上达 ")
# What a unit, per cent, tenths, times or the signs before them may begin with.
_FOLLOWERS = frozenset(unit[0] for unit in UNITS) | set("%％个個百成倍多余餘来來半 \t\n\r\u3000\xa0\u2009\u202f")
_PER_HOUR = re.compile(r"(?:每小时|时速|每个小时)[^，。；、\d]{0,6}$")
_PER_SECOND = re.compile(r"(?:每秒|秒速)[^，。；、\d]{0,6}$")
# What makes a scale character the prefix of a unit: 兆 is a trillion, but mega- in 兆瓦; 千 is kilo- in 千米.
_PREFIXED = {"兆": frozenset("焦瓦赫帕字比欧"), "千": frozenset("米克瓦伏卡帕赫焦字")}
_GREAT = "万萬亿億兆"


@lru_cache(maxsize=256)
def read(text: str) -> Reading:
    """The numbers and the moments of `text`, read together, for a number within a date is none of its own."""
    moments = read_moments(text)
    taken = [(m.span.start, m.span.end) for m in moments if m.relative is None]
    taken.append((len(text), len(text)))
    date, (opens, closes) = 0, taken[0]
    names: list[tuple[int, int]] | None = None
    found: list[Quantity] = []
    match_at = number_pattern(text).match
    reached = 0
    for begin in BEGIN.finditer(text):
        start = begin.start()
        if start < reached:
            continue
        while start >= closes:
            date += 1
            opens, closes = taken[date]
        if start >= opens and text[closes - 1] not in "一二三四五六":
            reached = closes
            continue
        match = match_at(text, start)
        if match is None:
            continue
        reached = end = match.end()
        if end > opens:
            continue
        quantity = _read_one(text, match)
        if quantity is None:
            continue
        if names is None:
            names = named(text)
        if names and _overlaps(names, start, end):
            quantity = replace(quantity, vague=True, unit=None)
        found.append(quantity)
        reached = max(reached, (quantity.whole or quantity.span).end)
    return Reading(tuple(_share(text, found)), moments)


def _overlaps(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    return any(low < end and start < high for low, high in spans)


def _read_one(text: str, match: re.Match[str]) -> Quantity | None:
    raw: str | None = match["num"]
    if raw is None:
        return _read_other(text, match)
    start, end = match.span("num")
    mark, mid, scale, few = match.group("mark", "mid", "scale", "few")
    if mid or scale or few:
        end = match.end()
    raw = raw.replace(" ", "")
    if len(raw) > 1 and text[end : end + 1] in _PREFIXED.get(raw[-1], ()):
        raw, end = raw[:-1], end - 1
    low, high = numeral(raw)
    if low is None:
        return None
    bound = Bound.OVER if mid else Bound.EXACT
    if scale and len(scale) == 1 and text[end : end + 1] in _PREFIXED.get(scale, ()):
        end, bound = end - 1, Bound.OVER
    elif scale:
        factor = value("一" + scale) or 1.0
        high = (high + 9 if mid in "几幾" else high) * factor
        low *= factor
        if mid in "几幾":
            bound = Bound.ABOUT
    elif few:
        high, bound = high + 9, Bound.OVER
    digits = len(raw.strip("0")) or 1 if raw.isdigit() and raw.isascii() and not scale else significant(low)
    span = Span(start, end)
    if mark == "百分之":
        whole = Span(match.start(), end)
        return Quantity(span, low, high, Kind.PERCENT, bound=bound, digits=digits, whole=whole)
    kind = Kind.ORDINAL if mark else Kind.CARDINAL
    return _measured(text, span, low, high, kind, bound, digits, not scale and _vague(raw, text, end, mark))


def _read_other(text: str, match: re.Match[str]) -> Quantity | None:
    """What is no plain numeral: a pair, a half, a share, several."""
    start, end = match.span()
    span = Span(start, end)
    if match["pair"]:
        return Quantity(span, 2, 2, vague=True)
    if match["roman"]:
        grade = unicodedata.normalize("NFKC", match["roman"])
        return Quantity(span, found, found, Kind.ORDINAL) if (found := roman(grade)) else None
    if match["half"]:
        part_of_year = text[max(0, start - 1) : start] in ("上", "下", "前", "后")
        return _measured(text, span, 0.5, 0.5, Kind.CARDINAL, Bound.EXACT, 1, part_of_year)
    if match["several"]:
        read = value("一" + match["several"][1:]) or 0.0
        return _measured(text, span, 2 * read, 9.99 * read, Kind.CARDINAL, Bound.ABOUT, 1, True)
    if match["below"]:
        below, above = value(match["below"]), value(match["above"])
        if not below or above is None:
            return None
        if below == 100:
            return Quantity(span, above, above, Kind.PERCENT, digits=significant(above), whole=span)
        return Quantity(span, above / below, above / below, Kind.FRACTION, digits=2, whole=span)
    over, under = int(match["over"]), int(match["under"])
    share = over / (under or 1)
    return Quantity(span, share, share, Kind.FRACTION, digits=2, whole=span, vague=not 0 < over < under)


def _vague(raw: str, text: str, end: int, mark: str | None) -> bool:
    """Whether a numeral may as well be part of a word: a lone character with nothing that is counted after it."""
    if raw[0].isascii() or "０" <= raw[0] <= "９":
        return mark == "初"
    if raw in ("一", "零", "〇") or mark == "初":
        return True
    if all(c in "零〇○一二两兩三四五六七八九" for c in raw) and len(raw) > 1:
        return len(raw) < 4
    if len(raw) == 1 or all(c in "十百千万亿萬億" for c in raw):
        return mark is None and not _COUNTED.match(text, end)
    return False


def _measured(
    text: str, span: Span, low: float, high: float, kind: Kind, bound: Bound, digits: int, vague: bool
) -> Quantity:
    """The number with the unit and the hedge around it."""
    start, end, unit = span.start, span.end, None
    if text[end : end + 1] not in _FOLLOWERS:
        pass
    elif found := _PERCENT.match(text, end):
        kind, end, vague = Kind.PERCENT, found.end(), False
    elif kind is not Kind.ORDINAL and low < 10 and (found := _TENTHS.match(text, end)):
        more = {"半": 5}.get(found["five"] or "") or (value(found["five"]) if found["five"] else 0) or 0
        return Quantity(Span(start, found.end()), low * 10 + more, high * 10 + more, Kind.PERCENT, None, bound, digits,
                        Span(start, found.end()), vague=vague and low == 1)  # fmt: skip
    elif found := _TIMES.match(text, end):
        kind, end, vague = Kind.MULTIPLE, found.end(), False
    elif kind is not Kind.ORDINAL and (found := _UNIT.match(text, end)):
        more_before, count, more_after, half, name, tail = found.groups()
        if name in _NEED_FIGURES and (
            not text[end - 1].isascii() or text[found.end() : found.end() + 1] in ("面", "程", "外")
        ):
            pass
        elif count or name not in _NEED_COUNT or "个" in text[span.start : span.end] or text[start - 1 : start] == "前":
            unit, end = UNITS[name], found.end()
            if half or tail:
                low, high, digits = low + 0.5, high + 0.5, digits + 1
                vague = False
            if more_before or more_after:
                bound = Bound.OVER
            if unit == "节":
                unit = None
            elif (unit == "m" and (rest := _DECIMETRES.match(text, end))) or (
                unit == "s" and (rest := _HUNDREDTHS.match(text, end))
            ):
                tenths = sum((value(c) or 0) / 10**k for k, c in enumerate(rest[0], 1))
                low = high = low + tenths
                end, digits, vague = rest.end(), digits + len(rest[0]), False
    if unit in ("km", "m", "mi"):
        before = text[max(0, start - 12) : start]
        if _PER_HOUR.search(before):
            unit = {"km": "km/h", "mi": "mph"}.get(unit, unit)
        elif _PER_SECOND.search(before):
            unit = {"m": "m/s", "km": "km/s"}.get(unit, unit)
    if unit == "CNY?" and "人民币" in text[max(0, start - 5) : start]:
        unit = "CNY"
    if start and text[start - 1] in _HEDGE_ENDS and (hedge := _HEDGE.search(text[max(0, start - 5) : start])):
        bound = _BOUNDS.get(hedge["h"], bound)
    elif bound is Bound.EXACT and (after := _AFTER.match(text, span.end) or _AFTER.match(text, end)):
        bound = _BOUNDS[after["h"]]
    whole = span if end == span.end else Span(start, end)
    return Quantity(span, low, high, kind, unit, bound, digits, whole, "", vague)


_RANGE = re.compile(r"\s?(?:至|到|-|—|–|~|～|－|——)\s?|\s?(?:、|或)\s?")


def _share(text: str, found: list[Quantity]) -> list[Quantity]:
    """The ends of a range share what only the second prints: 600至850亿, 3到5公里, 80至90%."""
    for k in range(len(found) - 1):
        a, b = found[k], found[k + 1]
        gap = text[a.span.end : b.span.start]
        if len(gap) > 3 or not _RANGE.fullmatch(gap):
            continue
        if text[b.span.end - 1] in _GREAT and text[a.span.end - 1] not in _GREAT and a.low < 10000 and a.kind is b.kind:
            scale = 1e8 if text[b.span.end - 1] in "亿億" else 1e4
            if text[b.span.end - 2 : b.span.end] == "万亿":
                scale = 1e12
            if a.low * scale <= b.low or "、" in gap:
                a = replace(a, low=a.low * scale, high=a.high * scale)
        if a.unit is None and a.kind is Kind.CARDINAL:
            a = replace(
                a, unit=b.unit, kind=b.kind if b.kind is not Kind.ORDINAL else a.kind, vague=a.vague and b.vague
            )
        found[k] = a
    return found
