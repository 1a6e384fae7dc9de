"""Quarters, halves of a year, five-year plans, lunar dates and years of reigns in Chinese text."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tqcheck.lang.cjk import value
from tqcheck.lang.quantity import Moment
from tqcheck.model.text import Span

# The year before the first of each era (Japan), of the Republic, and of reigns of the Qing, Ming and Tang.
ERAS: Mapping[str, int] = {
    "令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867, "民国": 1911,
    "宣统": 1908, "光绪": 1874, "同治": 1861, "咸丰": 1850, "道光": 1820, "嘉庆": 1795, "乾隆": 1735, "雍正": 1722,
    "康熙": 1661, "顺治": 1643, "崇祯": 1627, "天启": 1620, "万历": 1572, "隆庆": 1566, "嘉靖": 1521, "正德": 1505,
    "弘治": 1487, "成化": 1464, "宣德": 1425, "永乐": 1402, "洪武": 1367, "开元": 712, "贞观": 626,
}  # fmt: skip
_SOLAR = frozenset(("令和", "平成", "昭和", "大正", "民国"))
_N = "[一二三四五六七八九十]"
_PLAN = "十[一二三四五]?"
_PERIOD = re.compile(
    "|".join(
        (
            r"(?<![前头後后每个近])(?:第\s?)?(?P<quarter>[一二三四1-4])\s?季度",
            r"(?P<half>[上下])半年",
            rf"第(?P<whole>{_PLAN}|[一二三四五六七八九])个五年(?:规划|计划)",
            rf"[“「](?P<quoted>{_PLAN})五[”」]",
            rf"(?P<plan>{_PLAN})五[”」]?(?=\s?(?:规划|计划|时期|期间|末|开局|收官|以来))",
            rf"(?P<said>农历|阴历|夏历|旧历)?闰?(?P<month>正|腊|冬|{_N}{{1,2}})月"
            rf"(?P<day>初{_N}|[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?)(?![日号號个多余天一二三四五六七八九十])",
            rf"(?P<era>{'|'.join(ERAS)})(?P<reign>元|[0-9]{{1,3}}|{_N}{{1,3}})年(?!代|间|级)"
            rf"(?:(?P<rm>[0-9]{{1,2}}|{_N}{{1,2}})月(?:(?P<rd>[0-9]{{1,2}}|{_N}{{1,3}})日)?)?",
        )
    )
)
HINT = re.compile(f"季度|半年|五年|五[”」规计时期末开收以]|月[初廿十二三]|{'|'.join(ERAS)}")
"""What every text with one of these has."""
_MONTHS: Mapping[str, int] = {"正": 1, "冬": 11, "腊": 12}


def read_periods(text: str) -> list[Moment]:
    """The quarters, halves, plans, lunar dates and years of reigns in `text`, in order."""
    found = []
    for match in _PERIOD.finditer(text):
        moment = _moment(match, Span(*match.span()))
        if moment is not None:
            found.append(moment)
    return found


def _moment(match: re.Match[str], span: Span) -> Moment | None:
    named = match.groupdict()
    if named["quarter"]:
        return Moment(span, quarter=_int(named["quarter"]))
    if named["half"]:
        return Moment(span, half_year=1 if named["half"] == "上" else 2)
    plan = named["whole"] or named["quoted"] or named["plan"]
    if plan:
        return Moment(span, plan=_int(plan))
    if named["era"]:
        reign = 1 if named["reign"] == "元" else _int(named["reign"])
        solar = named["era"] in _SOLAR
        month, day = (_int(named[name]) if solar else None for name in ("rm", "rd"))
        return Moment(span, year=ERAS[named["era"]] + (reign or 1), month=month, day=day, reign=reign)
    month = _MONTHS.get(named["month"]) or _int(named["month"])
    digits = named["day"].replace("初", "").replace("廿", "二十")
    day = _int(digits)
    if not month or month > 12 or not day or day > 30:
        return None
    lunar = bool(named["said"]) or named["month"] in _MONTHS or named["day"][0] in "初廿"
    return Moment(span, month=month, day=day, lunar=lunar)


def _int(text: str | None) -> int | None:
    read = value(text) if text else None
    return int(read) if read is not None else None
