"""How the characters of a Chinese sentence sound, and which of them transcribe foreign names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tqcheck.lang.base import ProperName
from tqcheck.model.text import Span

TRANSCRIBING = frozenset(
    "阿埃艾爱安奥澳巴拜班邦保鲍贝本比彼毕宾波伯博布勃查茨达戴丹当道德登邓狄迪蒂丁东杜多顿厄恩尔耳法凡范方菲费芬丰冯佛夫弗福富盖"
    "甘冈高戈哥格葛根古瓜圭贵哈海汉豪赫黑亨洪侯胡华怀惠霍基吉季加佳贾简江杰金津久喀卡凯坎康考柯科克肯孔库夸奎昆拉莱赖兰朗劳勒"
    "雷蕾黎李里理丽莉利连列烈林琳伦龙隆卢鲁路露伦罗洛吕略马麦迈曼芒毛梅美门蒙孟米密缅明摩莫默姆木穆拿那娜纳乃奈南内尼涅宁纽农努"
    "诺欧帕派潘庞佩彭皮匹平泼蒲普奇齐恰钱强乔切琴丘曲屈热仁日荣茹儒瑞若撒萨塞赛桑瑟森沙莎山尚绍舍申什圣施石史士舒朔司丝斯松苏所"
    "索塔泰坦汤唐陶特腾提廷通图土托瓦万旺威韦维魏温文翁沃乌伍武西希锡席夏先香肖谢欣辛兴休许雪逊雅亚扬杨耶叶伊依易因英永尤于约"
    "扎詹珍哲芝直治朱竺卓兹宗佐楠尔妮妲娅姗婕黛琪薇芙茜蒂珀珊琼玛萝莲诺帝姬俄伐呼韓韩瑙汶伽迦乍得刘马玛穆豪佩珍嘉莹"
)
"""Characters by which Chinese usage (the Xinhua tables of transcription) writes foreign names, the commoner ones."""
LONGEST = 6

_LATIN = re.compile(r"[A-Za-z]+")
_RUN = re.compile(f"[{''.join(TRANSCRIBING)}]{{2,}}")
_NAME = re.compile(rf"[{''.join(TRANSCRIBING)}]{{2,}}(?:·[{''.join(TRANSCRIBING)}]{{2,}})+")
_IDEOGRAPHS = re.compile(r"[㐀-䶿一-鿿]+")


def stretches(text: str) -> tuple[str, ...]:
    """Lower-case Latin words, Pinyin of one to three characters, and the sounds of up to six transcribing ones."""
    found = [m[0].lower() for m in _LATIN.finditer(text)]
    for match in _IDEOGRAPHS.finditer(text):
        found += _windows(match[0], 1, 3)
    for match in _RUN.finditer(text):
        found += [_sounds(word) for word in _windows(match[0], 2, LONGEST)]
    return tuple(dict.fromkeys(found))


def _windows(run: str, least: int, most: int) -> list[str]:
    read = _read(run)
    return [
        "".join(read[at : at + width])
        for at in range(len(read))
        for width in range(least, most + 1)
        if at + width <= len(read)
    ]


@lru_cache(maxsize=1 << 12)
def _read(run: str) -> list[str]:
    from pypinyin import lazy_pinyin

    return [re.sub("[^a-z]", "", syllable) for syllable in lazy_pinyin(run)]


@lru_cache(maxsize=1 << 14)
def _sounds(pinyin: str) -> str:
    """Pinyin as English would hear it: x, q, c and zh are hisses, final -ng an n."""
    return re.sub("zh|[xqc]h?", "s", pinyin.replace("ng", "n"))


def names(text: str) -> Sequence[ProperName]:
    """Foreign names whose parts a point divides: nothing else in Chinese has that form."""
    found: list[ProperName] = []
    for number, match in enumerate(_NAME.finditer(text)):
        for part in re.finditer("[^·]+", match[0]):
            span = Span(match.start() + part.start(), match.start() + part.end())
            found.append(ProperName(span, part[0], _sounds("".join(_read(part[0]))), run=number))
    return found
