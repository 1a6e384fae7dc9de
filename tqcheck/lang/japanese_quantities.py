"""Numbers, dates and times in Japanese text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from tqcheck.lang.cjk import value as cjk_value
from tqcheck.lang.numerals import Reading, significant
from tqcheck.lang.quantity import Bound, Kind, Moment, Quantity
from tqcheck.model.text import Span


def value(text: str) -> float | None:
    """The value of a numeral."""
    return cjk_value(text, short=False)


_D = "0-9０-９"
_FIGURE = rf"[{_D}]{{1,3}}(?:[,，][{_D}]{{3}})+(?![{_D}])(?:[.．][{_D}]+)?|[{_D}]+(?:[.．・](?=[{_D}])[{_D}]+)?"
_CN = "〇零一二三四五六七八九十百千"
_POINT = "(?:[点・](?=[〇零一二三四五六七八九])[〇零一二三四五六七八九]+)?"
_NUMERAL = rf"(?:(?:{_FIGURE}|[{_CN}]+{_POINT})(?:[十百千万億兆]+(?:{_FIGURE}|[{_CN}]+)?)*)"
_TWO = rf"(?:[{_D}]{{1,2}}|[一二三四五六七八九十]{{1,3}})"
# The first year of each era less one: 令和2年 is 2020.
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867}
UNITS: Mapping[str, str] = {
    "平方キロメートル": "km2", "平方キロ": "km2", "km2": "km2", "km²": "km2", "平方メートル": "m2", "㎡": "m2",
    "m2": "m2", "立方メートル": "m3",
    "キロメートル": "km", "キロ": "km?", "km": "km", "㎞": "km", "メートル": "m", "センチメートル": "cm",
    "センチ": "cm", "cm": "cm", "㎝": "cm",
    "ミリメートル": "mm", "ミリ": "mm", "mm": "mm", "マイル": "mi", "フィート": "ft", "インチ": "in",
    "ヘクタール": "ha", "エーカー": "acre",
    "キログラム": "kg", "kg": "kg", "グラム": "g", "トン": "t", "ポンド": "GBP?", "リットル": "l", "時間": "h",
    "分間": "min", "秒間": "s",
    "分": "min", "秒": "s", "日間": "d", "週間": "week", "カ月": "month", "か月": "month", "ヶ月": "month",
    "ケ月": "month", "ヵ月": "month",
    "年間": "year", "年": "year", "歳": "year", "才": "year", "世紀": "century", "ドル": "USD?", "米ドル": "USD",
    "円": "JPY", "ユーロ": "EUR",
    "元": "CNY", "人民元": "CNY", "ウォン": "KRW", "ルピー": "INR?", "度": "deg", "℃": "degC", "キロワット": "kW",
    "m": "m", "g": "g",
    "時速": "", "メガワット": "MW",
}  # fmt: skip
_UNIT = re.compile(
    r"\s?(?P<more>余り?|あまり|超)?(?P<u>"
    + "|".join(sorted((u for u in UNITS if UNITS[u]), key=len, reverse=True))
    + ")"
)
_PER_HOUR = re.compile(r"時速(?:約|およそ)?$")
_PERCENT = re.compile(r"\s?(?:[%％]|パーセント|ポイント)")
_TENTHS = re.compile(r"割(?P<five>[一二三四五六七八九１-９1-9])?(?!引|合)")
_COUNTED = re.compile(
    "[人名個件カか箇ヶ年日月時分秒回本枚台匹頭羽冊軒社校国県市区町村つ度歳才階位番等戦試合点勝敗号代組種類隻機両席店棟戸世週割倍万億兆円]"
)
_NUMBER = re.compile(
    rf"(?P<below>{_NUMERAL})分の(?P<above>{_NUMERAL})|(?P<several>[数何][十百千万億])"
    rf"|(?P<mark>第)?(?P<num>{_NUMERAL})(?P<few>数)?(?P<tsu>つ)?|(?P<half>半)(?=年|日|月|世紀|時間|数)"
    r"|(?P<words>ふたり|ひとり|両(?=国|者|氏|チーム|社|党|方|親)|ダブル|トリプル|ペア)"
)
# 一時 is `for a time` unless a half of the day stands before it, or minutes or `about` behind.
_HOUR_ONE = rf"(?:(?<=午前)|(?<=午後)|(?!一時(?!\s?[{_D}一二三四五十]{{1,3}}分|半|ごろ|頃|すぎ|過ぎ)))"
_MOMENT = re.compile(
    rf"(?P<era>令和|平成|昭和|大正|明治)(?P<eray>[{_D}]{{1,2}}|元)年(?:(?P<em>{_TWO})月(?:(?P<ed>{_TWO})日)?)?"
    rf"|(?P<bc>紀元前)?(?P<century>{_TWO})世紀|(?P<decade>[12１２][{_D}]{{2}}[0０]|[2-9２-９][0０])年代(?:[前後]半)?"
    rf"|(?P<year>(?<![{_D}])[12１２][{_D}]{{3}}|[一二][一二三四五六七八九〇]{{3}})年(?!間|前|以上|後|"
    rf"ぶり)(?:(?P<ym>{_TWO})月(?:(?P<yd>{_TWO})日)?)?"
    rf"|(?P<month>(?<![{_D}.．カか箇ヶヵ]){_TWO})月(?:(?P<day>{_TWO})日)?"
    rf"|(?P<alone>(?<![{_D}.．第]){_TWO})日(?!本|間|後|目|以内|連続)"
    rf"|(?P<part>午前|午後|早朝|朝|昼|夕方|夜|深夜|未明)?\s?(?P<hour>(?<![{_D}.．]){_HOUR_ONE}{_TWO})(?:時(?!間|"
    rf"代)(?:\s?(?P<minute>{_TWO})分|(?P<half>半))?|[:：](?P<minute2>[{_D}]{{2}})(?!\.[0-9]))"
    r"|(?P<weekday>[月火水木金土日])曜|(?<=[（(])(?P<short>[月火水木金土日])(?=[）)])"
    r"|(?P<relative>今日|昨日|明日|今年|昨年|去年|来年|今月|先月|来月|今週|先週|来週|同日|同年|今夏|今季)"
)
_DAYS = {c: n for n, c in enumerate("月火水木金土日")}
_HEDGE = re.compile(r"(?P<h>約|およそ|ほぼ|推定|最大|少なくとも|最低)$")
_AFTER = re.compile(
    r"(?:人|名|個|件|台|円|年|本|社|ドル|万|億)?(?P<h>以上|以下|未満|余り?|超|近く|ほど|程度|前後|"
    r"くらい|ぐらい|を超え|を上回)"
)
_BOUNDS = {
    **dict.fromkeys(
        ("約", "およそ", "ほぼ", "推定", "最大", "近く", "ほど", "程度", "前後", "くらい", "ぐらい"), Bound.ABOUT
    ),
    **dict.fromkeys(("少なくとも", "最低", "以上", "余", "余り", "超", "を超え", "を上回"), Bound.OVER),
    **dict.fromkeys(("以下", "未満"), Bound.UNDER),
}
_NAMES = re.compile(
    r"[A-Za-zＡ-Ｚａ-ｚ][-‐－]?[0-9０-９]+|[0-9０-９]+(?![kcm]?m(?![a-z])|kg|km|GB|"
    r"MB)[A-Za-zＡ-Ｚａ-ｚ]+|一番|一部|一般|一方|一緒|一気|一体|一層|統一|唯一|一致|十分|三菱|三井|"
    r"四国|九州|千葉|百貨店|万が一|七夕|五輪|第一|一斉|一連|一時|一律"
)
_ASCII = str.maketrans("０１２３４５６７８９：．，", "0123456789:.,")


@lru_cache(maxsize=256)
def read(text: str) -> Reading:
    """The numbers and the moments of `text`, each in order."""
    moments = [m for m in (_moment(match) for match in _MOMENT.finditer(text)) if m is not None]
    taken = [(m.span.start, m.span.end) for m in moments if m.relative is None]
    names = [m.span() for m in _NAMES.finditer(text)]
    found: list[Quantity] = []
    reached = 0
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        if start < reached or any(a < end and start < b for a, b in taken):
            continue
        quantity = _quantity(text, match)
        if quantity is None:
            continue
        reached = (quantity.whole or quantity.span).end
        if any(a < end and start < b for a, b in names):
            quantity = replace(quantity, vague=True, unit=None)
        found.append(quantity)
    return Reading(tuple(_share(text, found)), tuple(moments))


def _int(text: str | None, low: int, high: int) -> int | None:
    if not text:
        return None
    read_one = value(text.translate(_ASCII))
    return int(read_one) if read_one is not None and low <= read_one <= high else None


def _moment(match: re.Match[str]) -> Moment | None:
    span, part = Span(*match.span()), match.groupdict()
    if part["era"]:
        year = _ERAS[part["era"]] + (1 if part["eray"] == "元" else _int(part["eray"], 1, 99) or 0)
        return Moment(span, year=year, month=_int(part["em"], 1, 12), day=_int(part["ed"], 1, 31))
    if part["century"]:
        century = _int(part["century"], 1, 30)
        return Moment(span, century=century) if century else None
    if part["decade"]:
        return Moment(span, decade=_int(part["decade"], 0, 2100))
    if part["year"]:
        return Moment(
            span, year=_int(part["year"], 1000, 2999), month=_int(part["ym"], 1, 12), day=_int(part["yd"], 1, 31)
        )
    if part["month"]:
        month = _int(part["month"], 1, 12)
        return Moment(span, month=month, day=_int(part["day"], 1, 31)) if month else None
    if part["alone"]:
        day = _int(part["alone"], 1, 31)
        return Moment(span, day=day) if day else None
    if part["hour"]:
        return _clock(match, span)
    if part["weekday"] or part["short"]:
        return Moment(span, weekday=_DAYS[part["weekday"] or part["short"]])
    return Moment(span, relative=part["relative"])


def _clock(match: re.Match[str], span: Span) -> Moment | None:
    hour, named = _int(match["hour"], 0, 30), match["part"]
    minute = 30 if match["half"] else _int(match["minute"] or match["minute2"], 0, 59) or 0
    if hour is None:
        return None
    half = "am" if named in ("午前", "早朝", "朝", "未明") else "pm" if named in ("午後", "夕方", "夜") else None
    if half == "pm" and hour < 12:
        hour += 12
    elif half is None and hour >= 13:
        half = "pm"
    return Moment(span, hour=hour % 24, minute=minute, half=half)


def _quantity(text: str, match: re.Match[str]) -> Quantity | None:
    start, end = match.span()
    span = Span(start, end)
    if match["words"]:
        low = {"ひとり": 1.0, "トリプル": 3.0}.get(match["words"], 2.0)
        return Quantity(span, low, low, vague=True)
    if match["several"]:
        base = value("一" + match["several"][1:]) or 0.0
        return Quantity(span, 2 * base, 9.99 * base, bound=Bound.ABOUT, vague=True)
    if match["half"]:
        return _measured(text, span, 0.5, Kind.CARDINAL, False)
    if match["below"]:
        below, above = value(match["below"].translate(_ASCII)), value(match["above"].translate(_ASCII))
        if not below or above is None:
            return None
        return Quantity(span, above / below, above / below, Kind.FRACTION, digits=2, whole=span)
    raw = match["num"].replace("・", "." if match["num"][0].isdecimal() else "点")
    low_value = value(raw.translate(_ASCII))
    if low_value is None:
        return None
    span = Span(match.start("num"), match.end("num"))
    kind = Kind.ORDINAL if match["mark"] else Kind.CARDINAL
    figures = raw[0] in "0123456789０１２３４５６７８９"
    vague = not figures and (
        raw in ("一", "〇",
                "零") or (len(raw) == 1 or all(c in "十百千万億" for c in raw)) and not _COUNTED.match(text, span.end)
    ) or (not figures and len(raw) > 1 and all(c in "〇零一二三四五六七八九" for c in raw))  # fmt: skip
    found = _measured(text, span, low_value, kind, vague)
    return replace(found, high=found.low + 9, bound=Bound.OVER) if match["few"] else found


def _measured(text: str, span: Span, low: float, kind: Kind, vague: bool) -> Quantity:
    end, unit, bound = span.end, None, Bound.EXACT
    if found := _PERCENT.match(text, end):
        kind, end, vague = Kind.PERCENT, found.end(), False
    elif low < 10 and (found := _TENTHS.match(text, end)):
        more = value((found["five"] or "0").translate(_ASCII)) or 0.0
        whole = Span(span.start, found.end())
        return Quantity(whole, low * 10 + more, low * 10 + more, Kind.PERCENT, digits=2, whole=whole)
    elif text.startswith("倍", end):
        kind, end = Kind.MULTIPLE, end + 1
    elif found := _UNIT.match(text, end):
        unit, end = UNITS[found["u"]], found.end()
        if unit in ("km?", "km") and _PER_HOUR.search(text[max(0, span.start - 5) : span.start]):
            unit = "km/h"
        elif unit == "km?":
            unit = None  # kilometres or kilograms
        bound = Bound.OVER if found["more"] else bound
        if text.startswith("半", end) and unit in ("h", "year", "month"):
            low, end = low + 0.5, end + 1
    if hedge := _HEDGE.search(text[max(0, span.start - 5) : span.start]):
        bound = _BOUNDS[hedge["h"]]
    elif bound is Bound.EXACT and (after := _AFTER.match(text, end)):
        bound = _BOUNDS[after["h"]]
    return Quantity(span, low, low, kind, unit, bound, significant(low), Span(span.start, end), vague=vague)


_RANGE = re.compile(r"\s?(?:[~～〜\-－–—]|から|ないし|または|、)\s?")


def _share(text: str, found: list[Quantity]) -> list[Quantity]:
    """The ends of a range share scale and unit: 3～5万人, 10から20％."""
    for k in range(len(found) - 1):
        a, b = found[k], found[k + 1]
        if not _RANGE.fullmatch(text[a.span.end : b.span.start]):
            continue
        last = text[b.span.end - 1]
        scale = {"万": 1e4, "億": 1e8, "兆": 1e12}.get(last, 1.0)
        if scale > 1 and text[a.span.end - 1] not in "万億兆" and a.low * scale <= b.low and a.kind is b.kind:
            a = replace(a, low=a.low * scale, high=a.high * scale)
        if a.unit is None and a.kind is Kind.CARDINAL and "、" not in text[a.span.end : b.span.start]:
            a = replace(a, unit=b.unit, kind=b.kind if b.kind is not Kind.ORDINAL else a.kind)
        found[k] = a
    return found
