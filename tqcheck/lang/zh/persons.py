"""Persons in Chinese text, found by tags, titles and enumeration, and every romanisation that their names may bear."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import lru_cache

from tqcheck.lang.base import Person
from tqcheck.model.text import Span

# The commonest surnames (together over 97% of bearers), two-character ones apart.
SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高梁郑谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭"
    "陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙黎史陶贺毛段郝顾龚邵覃武钱戴严莫孔向常汤康易乔赖文庞樊殷施洪翟安颜倪"
    "牛温鲁葛欧俞章毕聂焦齐翁关兰柳左尚涂宁耿岳迟闻苗房成包单裴翁冉柴鲍阮卜柯祝管申谷冷伍娄路时骆项甘景解区仇查朴栗应穆"
    "卓植明党闵季辛简盛饶蓝费储靳瞿桂艾鞠蒲沙游凌晏屈佟商苟麦衣车舒占敖占霍虞万支隋阎纪滕詹古岑桑边滑匡封蔺荆卫仲冀巩邢谌"
    "练阚詹窦揭丛倪郁强宫晋揭慕初雍鄂卞揭全班仰秋伊官司郜权郎劳蒙池满鱼扈危沃相楼干阳佘年琚皮米贝连丰臧苑乌华钮褚计原"
)
COMPOUND_SURNAMES = (
    "欧阳", "上官", "司马", "诸葛", "尉迟", "皇甫", "令狐", "慕容", "夏侯", "东方", "公孙", "司徒", "端木", "宇文", "长孙", "百里", "呼延",
)  # fmt: skip
_TITLES = (
    "记者|通讯员|发言人|主席|书记|部长|局长|主任|总理|院长|校长|会长|行长|厅长|处长|科长|所长|省长|市长|县长|区长|州长|镇长|村支书|"
    "教授|研究员|工程师|医生|院士|专家|董事长|总裁|经理|总经理|秘书长|司令员|政治委员|政委|参谋长|委员|代表|教练|选手|队员|运动员|"
    "导演|演员|作家|设计师|律师|法官|检察官|校友|博士|先生|女士|同志|大使|参赞|总领事|司长|署长|馆长|台长|社长|总编辑|编辑|摄"
)
_BEFORE = re.compile(rf"(?:{_TITLES}|[、（(：:]|和|与)$")
_AFTER = re.compile(
    r"^(?:[、，。）)；：:\s]|$|和|与|等|说|表示|指出|强调|介绍|认为|透露|告诉|报道|称|摄|在|到|于|会见|出席|主持|出任|担任|宣布|率|同|"
    r"当选|获|夺|也|就|为|向|对|及|则|今|近日|日前|先生|女士|教授|同志|分别|一行|共同|两人|二人|三人)"
)
_HAN = re.compile(r"^[\u4e00-\u9fff]+$")
_PLACE_ENDINGS = frozenset("河江湖海山岭岛县市镇乡村路街桥区州港湾坝寺庙塔门关雨雪风党队社团厂矿校院站")
_TAGS = frozenset({"nr", "nrfg", "nrt"})


def find_persons(text: str) -> Sequence[Person]:
    """Chinese persons' names in simplified `text`, in order, none overlapping.

    A name is a known surname with one or two characters, where the tagger says so or where a title or enumeration
    stands before it and an end stands after it. Transliterated foreign names are not among them.
    """
    found: dict[int, int] = {}
    tagged: dict[int, int] = {}
    for start, word, tag in _tagged(text):
        if tag in _TAGS and _is_name(word) and word[-1] not in _PLACE_ENDINGS:
            found[start] = tagged[start] = start + len(word)
    signed: set[int] = set()
    for start, char in enumerate(text):
        width = 2 if text[start : start + 2] in COMPOUND_SURNAMES else 1
        if width == 1 and char not in SURNAMES or not _BEFORE.search(text[max(0, start - 4) : start]):
            continue
        for given in (2, 1):
            end = start + width + given
            if _is_name(text[start:end]) and len(text[start:end]) == width + given and _AFTER.match(text[end : end + 3]):
                found[start] = end
                signed.add(start)
                break
    persons: list[Person] = []
    at = 0
    for start in sorted(found):
        if start >= at:
            name = text[start : found[start]]
            certain = start in signed and tagged.get(start) == found[start]
            readings = tuple(frozenset(_readings(char, "pinyin")) for char in name)
            persons.append(Person(Span(start, found[start]), name, romanisations(name), readings, certain))
            at = found[start]
    return tuple(persons)


def split_name(name: str) -> tuple[str, str]:
    """Surname and given name."""
    width = 2 if name[:2] in COMPOUND_SURNAMES and len(name) > 2 else 1
    return name[:width], name[width:]


@lru_cache(maxsize=8192)
def romanisations(name: str) -> frozenset[str]:
    """Spellings `surname given` in lower case, the given name closed up: every heteronym, Pinyin and Wade-Giles."""
    from tqcheck.lang.zh.dictionary import dictionary

    surname, given = split_name(name)
    spelled: set[str] = set()
    for style in ("pinyin", "wade-giles"):
        surnames = set(_readings(surname, style))
        if style == "pinyin":  # pypinyin reads many surnames as the common word (单 dan, 解 jie)
            surnames |= {form for reading in dictionary().surname(surname) for form in _umlaut(reading)}
        spelled.update(f"{s} {g}" for s in surnames for g in _readings(given, style))
    return frozenset(spelled)


def _readings(characters: str, style: str) -> Sequence[str]:
    from pypinyin import Style, pinyin

    chosen = Style.NORMAL if style == "pinyin" else Style.WADEGILES
    by_char = [
        sorted({form for reading in readings for form in _umlaut(reading.replace("'", ""))})[:5]
        for readings in pinyin(characters, style=chosen, heteronym=True, errors="ignore")
    ]
    return ["".join(parts) for parts in itertools.islice(itertools.product(*by_char), 40)]


def _umlaut(reading: str) -> tuple[str, ...]:
    if "v" in reading:
        return (reading.replace("v", "u"), reading.replace("v", "yu"), reading)
    return (reading,)


def _is_name(word: str) -> bool:
    if not _HAN.match(word):
        return False
    if word[:2] in COMPOUND_SURNAMES:
        return len(word) in (3, 4)
    return word[0] in SURNAMES and len(word) in (2, 3)


def _tagged(text: str) -> Sequence[tuple[int, str, str]]:
    import rjieba

    out: list[tuple[int, str, str]] = []
    at = 0
    for word, tag in rjieba.tag(text):
        start = text.find(word, at)
        if start < 0:
            continue
        out.append((start, word, tag))
        at = start + len(word)
    return out
