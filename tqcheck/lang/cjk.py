"""The value of numbers written with Chinese numerals, digits and scale characters, in Chinese, Japanese and Korean."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tqcheck.lang.numerals import MARKS

DIGITS: Mapping[str, int] = {
    **{c: v for v, c in enumerate("零一二三四五六七八九")}, "〇": 0, "○": 0, "两": 2, "兩": 2, "壹": 1, "贰": 2,
    "叁": 3,
    "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9, "일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6,
    "칠": 7, "팔": 8,
    "구": 9,
}  # fmt: skip
SMALL: Mapping[str, int] = {
    "十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000, "십": 10, "백": 100, "천": 1000, "廿": 20,
    "卅": 30,
}  # fmt: skip
GREAT: Mapping[str, float] = {
    "万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8, "兆": 1e12, "만": 1e4, "억": 1e8, "조": 1e12,
}  # fmt: skip
_TOKEN = re.compile(r"[\d０-９]+(?:[.．,，٬][\d０-９]+)*|.")


def value(text: str, short: bool = True) -> float | None:
    """The value of a numeral: `1.2亿`, `三百五`, `二〇二〇`, `2万5千`, `一万六`; None where it is none.

    short  whether a last digit straight after a scale character counts in the next scale, as it does in Chinese:
           三百五 is 350, 一万六 is 16,000
    """
    tokens = _TOKEN.findall(text)
    if len(tokens) > 1 and all(t in DIGITS for t in tokens):
        return float("".join(str(DIGITS[t]) for t in tokens))
    if "点" in text or "點" in text:
        whole, _, fraction = text.replace("點", "点").partition("点")
        tail = re.match(r"[^十百千万萬亿億兆]+", fraction)
        base = value(whole, short)
        if tail is None or base is None or any(c not in DIGITS for c in tail[0]):
            return None
        number = base + float("0." + "".join(str(DIGITS[c]) for c in tail[0]))
        for scale in fraction[tail.end() :]:
            number *= SMALL.get(scale) or GREAT.get(scale) or 1
        return number
    total, section, pending = 0.0, 0.0, None
    last_scale, spelt_zero = 0.0, False
    for token in tokens:
        if token in DIGITS:
            if DIGITS[token] == 0 and pending is None:
                spelt_zero = True
                continue
            if pending is not None:
                return None
            pending = float(DIGITS[token])
        elif token in ("廿", "卅"):
            section += SMALL[token]
        elif token in SMALL:
            section += (1 if pending is None else pending) * SMALL[token]
            pending, last_scale, spelt_zero = None, SMALL[token], False
        elif token in GREAT:
            here = section + (pending or 0)
            if here == 0 and pending is None and not total:
                here = 1
            if here:
                # 1万亿: what stands before a greater scale is multiplied as a whole.
                total = (total + here) * GREAT[token] if 0 < total < GREAT[token] else total + here * GREAT[token]
            else:
                total *= GREAT[token]
            section, pending, last_scale, spelt_zero = 0.0, None, GREAT[token], False
        elif token[0].isdigit():
            if pending is not None:
                return None
            try:
                pending = float(token.translate(MARKS).replace(",", ""))
            except ValueError:
                return None
        else:
            return None
    if pending is not None:
        shortened = short and last_scale >= 100 and not spelt_zero and tokens[-1] in DIGITS
        section += pending * last_scale / 10 if shortened else pending
    return total + section
