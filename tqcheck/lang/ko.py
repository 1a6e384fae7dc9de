"""Korean."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import ClassVar

from tqcheck.lang.base import Language
from tqcheck.lang.cjk import value as cjk_value
from tqcheck.lang.numerals import Reading, significant
from tqcheck.lang.polarity import Polarity, polarity
from tqcheck.lang.quantity import Bound, Kind, Moment, Quantity
from tqcheck.model.text import Span


def value(text: str) -> float | None:
    """The value of a Sino-Korean numeral, spaces left out."""
    return cjk_value(text.replace(" ", ""), short=False)


_FIGURE = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
_MIXED = rf"(?:{_FIGURE})(?:\s?[십백천만억조]+(?:\s?(?:{_FIGURE}))?)*"
_S = "[일이삼사오육칠팔구십백천만억조]"
_SINO = rf"(?<![가-힣])(?=(?:{_S}+ ?)*[십백천만억조]){_S}+(?: {_S}*[천만억조]{_S}*)*(?: {_S}+(?=\s?(?:명|개|원|달러)))?(?=\s?(?:명|개|원|달러|년|일|퍼센트|톤|대|건|채|마리|킬로|미터|여))"
_NATIVE = {"하나": 1, "한": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "석": 3, "넷": 4, "네": 4, "다섯": 5, "여섯": 6,
           "일곱": 7, "여덟": 8, "아홉": 9,
           "열": 10, "스물": 20, "스무": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70, "여든": 80,
           "아흔": 90}  # fmt: skip
_COUNTERS = "명|개|살|번|시간|달|마리|대|가지|사람|군데|곳|채|권|차례|배|나라|주|팀|건|척|편|쌍|째|자녀|아이|형제|아들|딸|점|골|국가|도시"
_TENS = "열|스물|서른|마흔|쉰|예순|일흔|여든|아흔"
_ONES = "하나|한|둘|두|셋|세|넷|네|다섯|여섯|일곱|여덟|아홉"
UNITS: Mapping[str, str] = {
    "제곱킬로미터": "km2", "제곱미터": "m2", "㎡": "m2", "㎢": "km2", "세제곱미터": "m3", "킬로미터": "km",
    "㎞": "km", "km": "km", "센티미터": "cm",
    "cm": "cm", "밀리미터": "mm", "mm": "mm", "미터": "m", "마일": "mi", "피트": "ft", "헥타르": "ha",
    "에이커": "acre", "킬로그램": "kg", "kg": "kg",
    "그램": "g", "톤": "t", "리터": "l", "시간": "h", "분": "min", "초": "s", "일간": "d", "일": "d", "주간": "week",
    "주": "week", "개월": "month",
    "달": "month", "년간": "year", "년": "year", "세": "year", "살": "year", "세기": "century", "달러": "USD?",
    "미국 달러": "USD", "원": "KRW",
    "엔": "JPY", "위안": "CNY", "유로": "EUR", "파운드": "GBP?", "루블": "RUB", "도": "deg", "m": "m",
}  # fmt: skip
_UNIT = re.compile(r"\s?(?P<more>여)?\s?(?P<u>" + "|".join(sorted(UNITS, key=len, reverse=True)) + ")")
_PERCENT = re.compile(r"\s?(?:%|퍼센트|프로(?!젝|그|야|듀|세|모)|%포인트|포인트)")
_NUMBER = re.compile(
    rf"(?P<below>{_MIXED})분의\s?(?P<above>{_MIXED})|(?P<several>수(?:십|백|천|만|억|십만|백만)|몇)"
    rf"|(?P<mark>제)?(?P<num>{_MIXED}|{_SINO})|(?<![가-힣])(?P<tens>{_TENS})?(?P<ones>{_ONES})?(?=\s?(?:{_COUNTERS}))"
    r"|(?P<half>절반|반(?=\s?(?:년|시간|달|세기)))|(?P<pair>양(?=국|측|당|팀)|쌍둥이)"
)
_MOMENT = re.compile(
    r"(?P<century>(?<!\d)\d{1,2})\s?세기|(?P<decade>(?<!\d)(?:[12]\d{2}0|[2-9]0))년대"
    r"|(?P<year>(?<!\d)[12]\d{3})년(?!간|\s?전|\s?동안|\s?만)(?:\s?(?P<ym>\d{1,2})월(?:\s?(?P<yd>\d{1,2})일)?)?"
    r"|(?P<month>(?<![\d.개])\d{1,2})월(?:\s?(?P<day>\d{1,2})일)?|(?P<alone>(?<![\d.])\d{1,2})일(?!간|째|\s?동안|"
    r"\s?만|\s?전|\s?연속)"
    r"|(?P<part>오전|오후|새벽|아침|저녁|밤|낮)?\s?(?P<hour>(?<![\d.])\d{1,2}|열두|열한|열|한|두|세|네|다섯|여섯|"
    r"일곱|여덟|아홉)시(?!간|[가-힣]{2,})(?:\s?(?P<minute>\d{1,2})분|\s?(?P<half>반))?"
    r"|(?P<part2>오전|오후|새벽|아침|저녁|밤)?\s?(?P<hour2>(?<!\d)\d{1,2}):(?P<minute2>\d{2})(?!\.\d)"
    r"|(?<!\d)(?P<quarter>[1-4])\s?분기"
    r"|(?P<weekday>[월화수목금토일])요일|(?P<relative>오늘|어제|내일|올해|지난해|작년|내년|이달|지난달|이번 주|"
    r"지난주|당일)"
)
_DAYS = {c: n for n, c in enumerate("월화수목금토일")}
_HEDGE = re.compile(r"(?P<h>약|대략|거의|최소|적어도|최대)\s?$")
_AFTER = re.compile(
    r"(?:\s?(?:명|개|원|달러|년|톤|대|건|km|㎞))?\s?(?P<h>이상|이하|미만|넘|가까이|정도|가량|안팎|"
    r"여\s?(?:명|개|년|대|건|곳|차례))"
)
_BOUNDS = {**dict.fromkeys(("약", "대략", "거의", "최대", "가까이", "정도", "가량", "안팎"), Bound.ABOUT),
           **dict.fromkeys(("최소", "적어도", "이상", "넘"), Bound.OVER), **dict.fromkeys(("이하", "미만"),
               Bound.UNDER)}  # fmt: skip
_NAMES = re.compile(r"[A-Za-z]-?\d+|\d+(?!(?:[kcm]?m|kg|㎞)(?![a-z]))[A-Za-z]+")

_POLARITY = polarity(
    hard=("않", " 안 ", "못", "없", "아니", "말라", "마라", "지 마"),
    not_negative=("뿐만 아니라", "뿐 아니라", "뿐만아니라", "끊임없", "틀림없", "지 않을 수 없", "어쩔 수 없",
                  "아닌가", "아니라", "못지않", "변함없", "상관없", "잘못",
                  "아니면", "아니냐", "않을까", "수밖에 없"),
    soft=("불", "무", "비", "미", "반대", "금지", "거부", "거절", "부인", "부족", "결여", "실패", "중단", "방지",
          "피하", "막", "없이", "만 ", "밖에", "외에", "제외",
          "처음", "적은", "어렵", "어려", "힘들", "전에", "아직", "탈", "끊", "멈추", "잃", "놓치"),
    spaced=False,
)  # fmt: skip


@lru_cache(maxsize=256)
def _read(text: str) -> Reading:
    moments = [m for m in (_moment(match) for match in _MOMENT.finditer(text)) if m is not None]
    taken = [(m.span.start, m.span.end) for m in moments if m.relative is None]
    names = [m.span() for m in _NAMES.finditer(text)]
    found: list[Quantity] = []
    reached = 0
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        if start == end or start < reached or any(a < end and start < b for a, b in taken):
            continue
        quantity = _quantity(text, match, any(a < end and start < b for a, b in names))
        if quantity is not None:
            reached = (quantity.whole or quantity.span).end
            found.append(quantity)
    return Reading(tuple(found), tuple(moments))


def _moment(match: re.Match[str]) -> Moment | None:
    span, part = Span(*match.span()), match.groupdict()

    def number(name: str, high: int) -> int | None:
        return int(part[name]) if part[name] and 0 < int(part[name]) <= high else None

    if part["century"]:
        return Moment(span, century=number("century", 30))
    if part["decade"]:
        return Moment(span, decade=int(part["decade"]))
    if part["year"]:
        return Moment(span, year=int(part["year"]), month=number("ym", 12), day=number("yd", 31))
    if part["month"]:
        return Moment(span, month=number("month", 12), day=number("day", 31)) if number("month", 12) else None
    if part["alone"]:
        return Moment(span, day=number("alone", 31)) if number("alone", 31) else None
    if part["quarter"]:
        return Moment(span, quarter=int(part["quarter"]))
    if part["weekday"]:
        return Moment(span, weekday=_DAYS[part["weekday"]])
    if part["relative"]:
        return Moment(span, relative=part["relative"])
    raw = part["hour"] or part["hour2"] or ""
    hour = int(raw) if raw.isdecimal() else {"열두": 12, "열한": 11}.get(raw) or _NATIVE.get(raw, 0)
    minute = 30 if part["half"] else int(part["minute"] or part["minute2"] or 0)
    if hour > 24 or minute > 59:
        return None
    named = part["part"] or part["part2"]
    half = "am" if named in ("오전", "새벽", "아침") else "pm" if named in ("오후", "저녁", "밤") else None
    if half == "pm" and hour < 12:
        hour += 12
    elif half is None and hour >= 13:
        half = "pm"
    return Moment(span, hour=hour % 24, minute=minute, half=half)


def _quantity(text: str, match: re.Match[str], named: bool) -> Quantity | None:
    start, end = match.span()
    span = Span(start, end)
    if match["pair"]:
        return Quantity(span, 2, 2, vague=True)
    if match["several"]:
        base = value("일" + match["several"][1:]) or 1.0
        return Quantity(span, 2 * base, 9.99 * base, bound=Bound.ABOUT, vague=True)
    if match["below"]:
        below, above = value(match["below"]), value(match["above"])
        return (
            Quantity(span, (above or 0) / below, (above or 0) / below, Kind.FRACTION, digits=2, whole=span)
            if below
            else None
        )
    kind, vague = Kind.ORDINAL if match["mark"] else Kind.CARDINAL, named
    if match["half"]:
        low: float | None = 0.5
        vague = match["half"] == "절반"
        kind = Kind.FRACTION if vague else kind
    elif match["num"]:
        low = value(match["num"].replace(" ", ""))
        span = Span(*match.span("num"))
        vague = vague or (match["num"][0] not in "0123456789" and len(match["num"]) == 1)
    else:
        low = float(_NATIVE.get(match["tens"] or "", 0) + _NATIVE.get(match["ones"] or "", 0))
        vague = vague or low <= 1
    if low is None:
        return None
    unit, whole, bound = None, span.end, Bound.EXACT
    if found := _PERCENT.match(text, span.end):
        kind, whole = Kind.PERCENT, found.end()
    elif found := _UNIT.match(text, span.end):
        unit, whole = UNITS[found["u"]], found.end()
        if text.startswith(" 반", whole) and unit in ("h", "year", "month"):
            low += 0.5
        if unit == "km" and re.search(r"시속\s?(?:약\s?)?$", text[max(0, span.start - 6) : span.start]):
            unit = "km/h"
        bound = Bound.OVER if found["more"] else bound
    if hedge := _HEDGE.search(text[max(0, span.start - 4) : span.start]):
        bound = _BOUNDS[hedge["h"]]
    elif after := _AFTER.match(text, whole):
        bound = _BOUNDS.get(after["h"], Bound.OVER)
    return Quantity(span, low, low, kind, unit, bound, significant(low), Span(span.start, whole), vague=vague)


class Korean(Language):
    """Korean as news has it."""

    code: ClassVar[str] = "ko"
    name: ClassVar[str] = "Korean"
    capitals: ClassVar[bool] = False
    script: ClassVar[str] = "가-힣ᄀ-ᇿ"
    quotes: ClassVar[Sequence[tuple[str, str]]] = (("“", "”"), ("‘", "’"), ("「", "」"))
    reads_numbers: ClassVar[bool] = True
    polarity: ClassVar[Polarity | None] = _POLARITY

    def quantities(self, text: str) -> Sequence[Quantity]:
        """Numbers with their units, in digits, Sino-Korean and native words."""
        return _read(text).quantities

    def moments(self, text: str) -> Sequence[Moment]:
        """Dates and times."""
        return _read(text).moments

    def stretches(self, text: str) -> Sequence[str]:
        """Words and the names that may begin them."""
        from tqcheck.lang.ko_names import korean_stretches

        return korean_stretches(text)


LANGUAGE = Korean()
