"""Dates and times in Chinese text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tqcheck.lang.cjk import value
from tqcheck.lang.quantity import Moment
from tqcheck.lang.zh.periods import HINT, read_periods
from tqcheck.lang.zones import named_before
from tqcheck.model.text import Span

_TWO = r"(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})"
_YEAR = r"(?:[12１２][0-9０-９]{3}|[一二三四五六七八九〇零○]{4})"
_TO = r"\s?(?:、|至|到|和|及|与|或|-|—|–|~|～|－|－)+\s?"
_PART = (
    "凌晨|清晨|早上|早晨|今晨|今早|早|上午|中午|正午|午间|午后|下午|傍晚|晚上|晚间|当晚|今晚|昨晚|晚|深夜|夜间|夜里|"
    "午夜|零晨"
)
_START = r"(?<![0-9０-９.．:：/])"
_RELATIVE = (
    "今年|去年|明年|前年|后年|当年|同年|翌年|次年|全年|上年|本年度?|年初|年中|年底|年末|年内|年前|近年|今天|今日|"
    "昨天|昨日|前天|明天|明日|"
    "后天|当天|当日|同日|同一天|次日|翌日|本月|上月|上个月|下月|下个月|当月|同月|月底|月初|近日|日前|日后|同期|今晚|"
    "昨晚|当晚|今晨|"
    "今夏|今春|今秋|今冬|去夏|去冬|目前|此前|当前|近期|本季|上季|上半年|下半年|本周(?![一二三四五六日天])|"
    "上周(?![一二三四五六日天])|下周(?![一二三四五六日天])"
)
_MOMENT = re.compile(
    "|".join(
        (
            rf"(?P<century>{_START}{_TWO})\s?世纪(?:(?P<cdec>[0-9０-９]0|[一二三四五六七八九]十)\s?年代)?",
            r"(?P<last>上个?世纪)(?:(?P<ldec>[0-9０-９]{2}|[一二三四五六七八九]十)\s?年代)?",
            rf"(?P<decade>{_START}(?:[12][0-9]{{2}}0|[0-9]0|[二三四五六七八九]十))\s?年代",
            rf"(?P<year>{_START}{_YEAR})(?:\s?年(?!前|来|间|以来|以上|历史|左右|多|余|代)(?:度)?\s?"
            rf"(?:(?P<ym>{_TWO})\s?月份?(?:\s?(?P<yd>{_TWO})\s?[日号號])?)?|(?={_TO}{_YEAR}\s?年(?!前|来|间|以来)))",
            rf"(?P<year2>(?<![0-9.％%])[0-9]{{2}})\s?年(?=\s?[0-9]{{1,2}}\s?月)(?:\s?(?P<y2m>{_TWO})\s?月份?"
            rf"(?:\s?(?P<y2d>{_TWO})\s?[日号號])?)?",
            rf"(?P<month>{_START}(?<!个){_TWO})(?:\s?月(?!球|亮|饼|薪|租|季|经|息|"
            rf"票)份?(?:\s?(?P<day>{_TWO})(?:\s?[日号號]|(?={_TO}{_TWO}\s?[日号號])))?|"
            rf"(?={_TO}{_TWO}\s?月(?!球|亮)))",
            rf"(?P<alone>{_START}(?<![第每数]){_TWO})(?:\s?日(?!本|元|圆|均|内|游|军|方|后)|"
            rf"\s?号(?=[，,。上下晚凌早至到起前（(）)]|$)|(?={_TO}{_TWO}\s?日(?!本|元|圆|均|内|游)))",
            rf"(?P<hour>{_START}{_TWO})(?:\s?时(?!代|间|速|期|尚|空)(?:\s?(?P<minute>{_TWO})\s?分|(?P<half>半))?|"
            rf"\s?点(?:\s?(?P<minute2>{_TWO})\s?分|(?P<half2>半))?(?P<after>钟|整|许|左右|刚过|(?=[前后开起至到]))?)",
            rf"{_START}(?P<hour2>[0-9０-９]{{1,2}})[:：](?P<minute3>[0-9０-９]{{2}})(?:[:：][0-9]{{2}})?(?![0-9０-９:：]|\.[0-9])",
            r"(?:(?<![一两几每0-9])周|星期|礼拜)(?P<weekday>[一二三四五六日天])(?!次|年|个|期)",
            r"(?P<iso>[12][0-9]{3}[-/.][0-9]{1,2}[-/.][0-9]{1,2})(?![0-9])",
        )
    )
)
# Which kind of moment it is by the last of its groups that took part.
_SORT = {
    **dict.fromkeys(("century", "cdec"), "century"), **dict.fromkeys(("last", "ldec"), "last"), "decade": "decade",
    **dict.fromkeys(("year", "ym", "yd"), "year"), **dict.fromkeys(("year2", "y2m", "y2d"), "year2"),
    **dict.fromkeys(("month", "day"), "month"), "alone": "alone", "weekday": "weekday", "iso": "iso",
    **dict.fromkeys(("hour", "minute", "half", "minute2", "half2", "after", "hour2", "minute3"), "clock"),
}  # fmt: skip
# A run of numerals with a word after it that makes a date of it, or a word that begins one.
_BEGIN = re.compile(
    r"([0-9０-９一二三四五六七八九十〇零○]+)(?=\s?[世年月日号號时点:：、至到和及与或—–~～－/.\-])|[上周星礼]"
)
_DAYPART = re.compile(f"(?:{_PART})\\s?$")
_SAID = re.compile(_RELATIVE)
_HINT = re.compile("[年月日号號时点周期拜代纪:：/-]")
_AM = {"凌晨", "清晨", "早上", "早晨", "今晨", "今早", "早", "上午", "零晨"}
_PM = {"午后", "下午", "傍晚", "晚上", "晚间", "当晚", "今晚", "昨晚", "晚"}
_WEEKDAYS = {c: n for n, c in enumerate("一二三四五六日")} | {"天": 6}
_ASCII = str.maketrans("０１２３４５６７８９：", "0123456789:")


def read_moments(text: str) -> Sequence[Moment]:
    """The dates and times in `text` in order; `text` in simplified characters."""
    found = [Moment(Span(*m.span()), relative=m[0]) for m in _SAID.finditer(text)]
    if not _HINT.search(text) and not HINT.search(text):
        return tuple(found)
    carried: tuple[int, str] | None = None
    reached = 0
    # The pattern is tried only where a moment may begin: three times as fast as a search.
    for run in _BEGIN.finditer(text):
        for start in range(*run.span(1) if run.lastindex else run.span()):
            if start < reached:
                continue
            match = _MOMENT.match(text, start)
            if match is None:
                continue
            reached = match.end()
            if (sort := _SORT[match.lastgroup or ""]) == "clock":
                moment, half = _clock(text, match, carried)
                if moment is not None and half:
                    carried = (match.end(), half)
            else:
                moment = _date(match, sort)
            if moment is not None:
                found.append(moment)
    if HINT.search(text):
        periods = read_periods(text)
        found = [m for m in found if not any(m.span.overlaps(p.span) for p in periods)] + periods
    if len(found) > 1:
        found.sort(key=_place)
    return tuple(found)


_DATELINE = re.compile(r"(?<![0-9])(?P<m>1[0-2]|[1-9])月(?P<d>3[01]|[12][0-9]|[1-9])日\s?(?:电|讯|消息)")


def read_dateline(text: str) -> Moment | None:
    """The month and day of a news text's dateline (新华社北京5月30日电); None where there is none, or several."""
    found = list(_DATELINE.finditer(text))
    if not found or len({m[0] for m in found}) > 1:
        return None
    return Moment(Span(*found[0].span()), month=int(found[0]["m"]), day=int(found[0]["d"]))


def _place(moment: Moment) -> tuple[int, int]:
    return moment.span.start, moment.span.end


def _number(text: str | None, low: int, high: int) -> int | None:
    if not text:
        return None
    read = int(text) if text.isdecimal() else value(text.translate(_ASCII))
    return int(read) if read is not None and low <= read <= high and read == int(read) else None


def _date(match: re.Match[str], sort: str) -> Moment | None:
    span, named = Span(*match.span()), match
    if sort == "weekday":
        return Moment(span, weekday=_WEEKDAYS[named["weekday"]])
    if sort == "iso":
        parts = [int(part) for part in re.split("[-/.]", named["iso"])]
        valid = 1 <= parts[1] <= 12 and 1 <= parts[2] <= 31
        return Moment(span, year=parts[0], month=parts[1], day=parts[2]) if valid else None
    if sort == "last":
        decade = _number(named["ldec"], 10, 90)
        return Moment(span, decade=1900 + decade) if decade else Moment(span, century=20)
    if sort == "century":
        century, decade = _number(named["century"], 1, 30), _number(named["cdec"], 10, 90)
        if century is None:
            return None
        return Moment(span, decade=(century - 1) * 100 + decade) if decade else Moment(span, century=century)
    if sort == "decade":
        return Moment(span, decade=_number(named["decade"], 0, 2100))
    if sort == "year":
        return Moment(
            span,
            year=_number(named["year"], 1000, 2999),
            month=_number(named["ym"], 1, 12),
            day=_number(named["yd"], 1, 31),
        )
    if sort == "year2":
        short = int(named["year2"])
        year = short + (2000 if short < 50 else 1900)
        return Moment(span, year=year, month=_number(named["y2m"], 1, 12), day=_number(named["y2d"], 1, 31))
    if sort == "month":
        month = _number(named["month"], 1, 12)
        return Moment(span, month=month, day=_number(named["day"], 1, 31)) if month else None
    day = _number(named["alone"], 1, 31)
    return Moment(span, day=day) if day else None


def _clock(text: str, match: re.Match[str], carried: tuple[int, str] | None) -> tuple[Moment | None, str | None]:
    named = match
    before = _DAYPART.search(text[max(0, match.start() - 3) : match.start()])
    part = before[0].strip() if before else None
    start = match.start() - (len(before[0]) if before else 0)
    hour = _number(named["hour"] or named["hour2"], 0, 24)
    minute = _number(named["minute"] or named["minute2"] or named["minute3"] or "0", 0, 59)
    if named["half"] or named["half2"]:
        minute = 30
    whole = match[0]
    if hour is None or minute is None:
        return None, None
    # 三点 is three points as often as three o'clock, unless something says which.
    if "点" in whole and not (part or named["minute2"] or named["half2"] or named["after"] is not None):
        return None, None
    half = "am" if part in _AM else "pm" if part in _PM else None
    if part is None and carried and match.start() - carried[0] <= 6 and hour < 13:
        half = carried[1]
    if half == "pm" and hour < 12:
        hour += 12
    elif (half == "am" and hour == 12) or hour == 24:
        hour = 0
    elif half is None and (hour >= 12 or "时" in whole):
        # 8时 with no part of the day is the 24-hour clock of news; 8点 is anyone's.
        half = "pm" if hour >= 12 else "am"
    zone = named_before(text, start) if "时间" in text or "世界时" in text else None
    return Moment(Span(start, match.end()), hour=hour, minute=minute, half=half, zone=zone), half
