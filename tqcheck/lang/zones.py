"""Which clock a time is told by: minutes ahead of UTC, where it is the same all the year round."""

from __future__ import annotations

import re
from collections.abc import Mapping

_CHINESE: Mapping[str, int] = {
    "北京时间": 480, "香港时间": 480, "台北时间": 480, "新加坡时间": 480, "东京时间": 540, "日本时间": 540, "首尔时间": 540,
    "莫斯科时间": 180, "格林尼治时间": 0, "格林尼治标准时间": 0, "格林威治时间": 0, "格林威治标准时间": 0, "世界时": 0,
    "协调世界时": 0, "印度时间": 330,
}  # fmt: skip
_LATIN: Mapping[str, int] = {
    "gmt": 0, "utc": 0, "beijing time": 480, "hong kong time": 480, "hkt": 480, "singapore time": 480, "sgt": 480,
    "taipei time": 480, "tokyo time": 540, "japan time": 540, "jst": 540, "kst": 540, "seoul time": 540,
    "moscow time": 180, "msk": 180,
}  # fmt: skip
_BEFORE = re.compile(f"(?P<zone>{'|'.join(sorted(_CHINESE, key=len, reverse=True))})[^，,。；;]{{0,16}}$")
_AFTER = re.compile(rf"\s?\(?(?P<zone>{'|'.join(sorted(_LATIN, key=len, reverse=True))})(?![\w+-])", re.I)
_ASIDE = re.compile(r"\s?(?:\([^()]{1,25}\)|[A-Z]{2,4}T\b)")


def named_before(text: str, at: int) -> int | None:
    """The clock that Chinese `text` names before the time at `at`; None where it names none."""
    found = _BEFORE.search(text[max(0, at - 26) : at])
    return _CHINESE[found["zone"]] if found else None


def named_after(text: str, at: int) -> int | None:
    """The clock that `text` in Latin letters names right after a time that ends at `at`."""
    found = _AFTER.match(text, at)
    return _LATIN[found["zone"].lower()] if found else None


def aside(text: str, at: int) -> int:
    """Where a clock named at `at`, between an hour and its half of the day, ends: `5:00 (EDT) in the morning`."""
    found = _ASIDE.match(text, at)
    return found.end() if found else at
