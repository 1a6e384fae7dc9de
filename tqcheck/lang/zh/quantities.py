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
from tqcheck.model.text import Span

_FIGURE = r"[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+(?![0-9０-９])(?:[.．][0-9０-９]+)?|[0-9０-９]+(?:[.．][0-9０-９]+)?"
_CN = "零〇○一二两兩三四五六七八九十百千廿卅"
_SCALE = "十百千万萬亿億兆"
_HEAD = rf"(?:{_FIGURE}|[{_CN}]+(?:[点點](?=[一二三四五六七八九零〇])[零〇一二三四五六七八九]+)?|(?<![几数一第])[万亿]{{1,2}})"
_NUMERAL = rf"(?:(?:{_FIGURE})(?:\s?[{_SCALE}]+(?:{_FIGURE}|[{_CN}]+)?)*|{_HEAD}(?:[{_SCALE}]+[{_CN}]*)*)"
_NUMBER = re.compile(
    rf"(?P<below>{_NUMERAL})分之(?P<above>{_NUMERAL})"
    r"|(?<![0-9/])(?P<over>[0-9]{1,2})/(?P<under>[0-9]{1,3})(?![0-9/])"
    rf"|(?P<several>[几幾数數][{_SCALE}]+)"
    rf"|(?P<mark>第|初|"
    rf"百分之)?\s?(?P<num>{_NUMERAL})(?P<mid>[多余餘来來几幾](?=[{_SCALE}]))?(?P<scale>(?<=[多余餘来來几幾])[{_SCALE}]+)?"
    r"(?P<few>[几幾])?"
    r"|(?P<half>半)(?=个?(?:年|小时|钟头|天|月|世纪|公里|米|斤|亩|数))"
    r"|(?P<roman>[Ⅰ-Ⅻ]|(?<![A-Za-z])[IVX]{1,4})(?=级|期|类|型|度)"
    r"|(?P<pair>双|雙|俩|倆|(?<=一)[对對])"
)
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
    "马力": "hp", "千卡": "kcal", "大卡": "kcal", "百帕": "hPa", "赫兹": "Hz", "兆赫": "MHz", "GB": "GB", "TB": "TB",
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
_NEED_COUNT = {"月", "世纪", "季度"}  # 3月 is March: only 3个月 is three months
_UNIT = re.compile(
    r"\s?(?P<more>[多余餘来來])?(?P<count>个|個)?(?P<more2>[多余餘])?(?P<half>半)?\s?(?P<u>"
    + "|".join(re.escape(u) for u in sorted(UNITS, key=len, reverse=True))
    + r")(?!线城市|级市|粉|饭|勒|里拉|兰|罗|尔)(?P<tail>半(?![个年天月小]))?"
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
    "不足|低于|少于|不超过|最多)(?:每|人民币)?$"
)
_AFTER = re.compile("(?P<h>左右|上下|以上|以下|以内|之内|多|余|許|许)")
_BOUNDS = {
    **dict.fromkeys(
        ("超过", "逾", "超", "突破", "至少", "多于", "高于", "大于", "不少于", "不低于", "以上", "多", "余"), Bound.OVER
    ),
    **dict.fromkeys(("约", "大约", "近", "将近", "接近", "左右", "上下", "上", "许", "許"), Bound.ABOUT),
    **dict.fromkeys(("不到", "不足", "低于", "少于", "不超过", "最多", "以下", "以内", "之内"), Bound.UNDER),
}
_PER_HOUR = re.compile(r"(?:每小时|时速|每个小时)[^，。；、\d]{0,6}$")
_PER_SECOND = re.compile(r"(?:每秒|秒速)[^，。；、\d]{0,6}$")
_NAMES = re.compile(
    "一带一路|九三学社|三门峡|第一时间|[0-9０-９]{2}后|[零〇一二三四五六七八九]{2}后|十[一二三四]?五(?=规|时期|”|"
    "期间|末|开局|收官)|"
    "十一(?=黄金周|假期|长假|国庆|期间|小长假)|[0-9]{1,2}[·•][0-9]{1,2}|五一|六一|七一|八一|双十一|双十二|三八|三农|"
    "两会|一一|万一|"
    "(?:110|119|120|122|12345)(?=急救|电话|热线|报警|救护|指挥|平台)|(?:拨打|致电|拨通)[0-9]+|"
    "[A-Za-z][A-Za-z/-]*[-－]?[0-9]+(?:[-.][0-9]+)*|[0-9]+[A-Za-z]{1,3}[0-9]*(?![A-Za-z]|/[hs小秒])|"
    "[0-9]{2,}(?:-[0-9]{2,}){2,}|"
    r"[0-9]{3,4}-[0-9]{7,8}|\[[0-9][0-9, ]*\]|(?<=[线楼幢])[0-9]+号|https?:\S+|万里|百姓|千万(?=不|别|要)|三星|四川|"
    r"三亚|百度|十足|千方百计"
)
_LATIN_UNITS = re.compile(r"[0-9](?:km|cm|mm|kg|m|GB|TB|MB|mph|m2|m3|km2)(?:/[hs])?$")
# What makes a scale character the prefix of a unit: 兆 is a trillion, but mega- in 兆瓦; 千 is kilo- in 千米.
_PREFIXED = {"兆": "焦瓦赫帕字比欧", "千": "米克瓦伏卡帕赫焦字"}
_HINT = re.compile(rf"[0-9０-９{_CN}万亿萬億半双雙俩对Ⅰ-ⅫIVX]")


_BEGIN = re.compile(rf"[0-9０-９第初Ⅰ-ⅫIVX几幾数數半双雙俩倆对對{_CN}{_SCALE}]")


@lru_cache(maxsize=256)
def read(text: str) -> Reading:
    """The numbers and the moments of `text`, read together, for a number within a date is none of its own."""
    if not _HINT.search(text):
        return Reading((), read_moments(text))
    moments = read_moments(text)
    taken = [(m.span.start, m.span.end) for m in moments if m.relative is None]
    names = [m.span() for m in _NAMES.finditer(text) if not _LATIN_UNITS.search(m[0])]
    found: list[Quantity] = []
    scaled: list[bool] = []
    reached = 0
    for begin in _BEGIN.finditer(text):
        if begin.start() < reached:
            continue
        match = _NUMBER.match(text, begin.start())
        if match is None:
            continue
        start, end = match.span()
        reached = end
        if any(a < end and start < b for a, b in taken):
            continue
        read_one = _read_one(text, match)
        if read_one is None:
            continue
        if any(a < end and start < b for a, b in names):
            read_one = replace(read_one, vague=True, unit=None)
        found.append(read_one)
        reached = max(reached, (read_one.whole or read_one.span).end)
        scaled.append(read_one.span.of(text)[-1] in "万亿萬億兆")
    return Reading(tuple(_share(text, found, scaled)), moments)


def _read_one(text: str, match: re.Match[str]) -> Quantity | None:
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
    if match["below"]:
        below, above = value(match["below"]), value(match["above"])
        if not below or above is None:
            return None
        if below == 100:
            return Quantity(span, above, above, Kind.PERCENT, digits=significant(above), whole=span)
        return Quantity(span, above / below, above / below, Kind.FRACTION, digits=2, whole=span)
    if match["over"]:
        over, under = int(match["over"]), int(match["under"])
        vague = not 0 < over < under
        return Quantity(
            span, over / (under or 1), over / (under or 1), Kind.FRACTION, digits=2, whole=span, vague=vague
        )
    if match["several"]:
        read = value("一" + match["several"][1:]) or 0.0
        return Quantity(span, 2 * read, 9.99 * read, bound=Bound.ABOUT, vague=True)
    raw = match["num"].replace(" ", "")
    if len(raw) > 1 and text[end : end + 1] in _PREFIXED.get(raw[-1], ""):
        raw, end = raw[:-1], end - 1
    span = Span(match.start("num"), end)
    kind = Kind.ORDINAL if match["mark"] in ("第", "初") else Kind.CARDINAL
    low, high = _value(raw)
    if low is None:
        return None
    bound = Bound.OVER if match["mid"] else Bound.EXACT
    if match["scale"] and len(match["scale"]) == 1 and text[end : end + 1] in _PREFIXED.get(match["scale"], ""):
        end, bound = end - 1, Bound.OVER
        span = Span(span.start, end)
    elif match["scale"]:
        factor = value("一" + match["scale"]) or 1.0
        high = (high + 9 if match["mid"] in "几幾" else high) * factor
        low *= factor
        if match["mid"] in "几幾":
            bound = Bound.ABOUT
    elif match["few"]:
        high, bound = high + 9, Bound.OVER
    digits = significant(low)
    if match["mark"] == "百分之":
        whole = Span(match.start(), end)
        return Quantity(span, low, high, Kind.PERCENT, bound=bound, digits=digits, whole=whole)
    return _measured(
        text, span, low, high, kind, bound, digits, not match["scale"] and _vague(raw, text, end, match["mark"])
    )


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


def _value(raw: str) -> tuple[float | None, float]:
    """The value of a numeral, or both ends where two digits in a row make a range: 三四十, 十七八, 一万六七."""
    pair = re.search("([一二两三四五六七八九])([二三四五六七八九])(?![一二三四五六七八九〇零])", raw)
    if pair and not re.search("[一二三四五六七八九〇零]{3}", raw):
        one, two = value(pair[1]) or 0.0, value(pair[2]) or 0.0
        if two == one + 1 or (one, two) == (3, 5):
            low = value(raw[: pair.start(2)] + raw[pair.end(2) :])
            high = value(raw[: pair.start(1)] + raw[pair.end(1) :])
            if low is not None and high is not None and low < high:
                return low, high
        elif pair.end() < len(raw) or pair.start():
            return None, 0.0
    read = value(raw)
    return read, read or 0.0


def _measured(
    text: str, span: Span, low: float, high: float, kind: Kind, bound: Bound, digits: int, vague: bool
) -> Quantity:
    """The number with the unit and the hedge around it."""
    start, end, unit = span.start, span.end, None
    if found := _PERCENT.match(text, end):
        kind, end, vague = Kind.PERCENT, found.end(), False
    elif kind is not Kind.ORDINAL and low < 10 and (found := _TENTHS.match(text, end)):
        more = {"半": 5}.get(found["five"] or "") or (value(found["five"]) if found["five"] else 0) or 0
        return Quantity(Span(start, found.end()), low * 10 + more, high * 10 + more, Kind.PERCENT, None, bound, digits,
                        Span(start, found.end()), vague=vague and low == 1)  # fmt: skip
    elif found := _TIMES.match(text, end):
        kind, end, vague = Kind.MULTIPLE, found.end(), False
    elif kind is not Kind.ORDINAL and (found := _UNIT.match(text, end)):
        counted = found["count"] or "个" in text[span.start : span.end]
        if counted or found["u"] not in _NEED_COUNT:
            unit, end = UNITS[found["u"]], found.end()
            if found["half"] or found["tail"]:
                low, high, digits = low + 0.5, high + 0.5, digits + 1
                vague = False
            if found["more"] or found["more2"]:
                bound = Bound.OVER
            if unit == "节":
                unit = None
    if unit in ("km", "m", "mi"):
        before = text[max(0, start - 12) : start]
        if _PER_HOUR.search(before):
            unit = {"km": "km/h", "mi": "mph"}.get(unit, unit)
        elif _PER_SECOND.search(before):
            unit = {"m": "m/s", "km": "km/s"}.get(unit, unit)
    if unit == "CNY?" and "人民币" in text[max(0, start - 5) : start]:
        unit = "CNY"
    if hedge := _HEDGE.search(text[max(0, start - 5) : start]):
        bound = _BOUNDS.get(hedge["h"], bound)
    elif bound is Bound.EXACT and (after := _AFTER.match(text, span.end) or _AFTER.match(text, end)):
        bound = _BOUNDS[after["h"]]
    return Quantity(span, low, high, kind, unit, bound, digits, Span(start, end), vague=vague)


_RANGE = re.compile(r"\s?(?:至|到|-|—|–|~|～|－|——)\s?|\s?(?:、|或)\s?")


def _share(text: str, found: list[Quantity], scaled: Sequence[bool]) -> list[Quantity]:
    """The ends of a range share what only the second prints: 600至850亿, 3到5公里, 80至90%."""
    for k in range(len(found) - 1):
        a, b = found[k], found[k + 1]
        gap = text[a.span.end : b.span.start]
        if len(gap) > 3 or not _RANGE.fullmatch(gap):
            continue
        if scaled[k + 1] and not scaled[k] and a.low < 10000 and a.kind is b.kind:
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
