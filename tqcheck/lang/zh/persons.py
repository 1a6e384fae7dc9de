"""Persons in Chinese text, found by tags, titles and enumeration, and every romanisation that their names may bear."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import lru_cache

from tqcheck.lang.base import Person
from tqcheck.lang.zh.tagged import tag_words
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
    "教授|研究员|工程师|医生|院士|专家|董事长|总裁|经理|秘书长|司令员|政治委员|政委|参谋长|委员|教练|选手|队员|运动员|村民|居民|市民|"
    "导演|演员|作家|设计师|律师|法官|检察官|校友|博士|先生|女士|同志|大使|参赞|总领事|司长|署长|馆长|台长|社长|编辑|队长|领队|理事长|"
    "负责人|护士|司机|学生|教师|老师|船长|创始人|老人|农户|旅客|顾客|患者|家长|志愿者|消防员|民警|指挥长|站长|主持人|主攻手|门将"
)
_POLITE = frozenset(
    ("先生", "女士", "小姐", "太太", "夫人", "同志", "老师", "教授", "博士", "医生", "某", "某某", "队长", "经理")
)
_NOUN_ENDINGS = "员长师手"
# What most titles end in; enough where the characters that follow are no word.
_TITLE_ENDINGS = "员长者手师民家人官记理席授士生事任督总裁监卿使友户护"
_BEFORE = re.compile(rf"(?:{_TITLES}|[、（(：:]|和|与|[{_TITLE_ENDINGS}])$")
_LISTED = re.compile(r"[、和与]|以及")
_SPEAKS = re.compile(r"说|表示|指出|强调|介绍|认为|透露|告诉|回答|回忆|解释|提醒|坦言")
_TITLED = re.compile(rf"(?:{_TITLES})$")
_AFTER = re.compile(
    r"^(?:[、，。）)；：:“\s]|$|和|与|等|说|表示|指出|强调|介绍|认为|透露|告诉|报道|称|摄|在|到|于|会见|出席|主持|出任|担任|宣布|率|同|"
    r"当选|获|夺|也|就|为|向|对|及|则|今|近日|日前|先生|女士|教授|同志|分别|一行|共同|两人|二人|三人|回答|回忆|解释|提醒|建议|呼吁|"
    r"坦言|感慨|笑|谈|还|已|曾|将|因|被|把|从|给|带|负责|任|是|用|前往|赴|参加|组织|的|一家|家|完成|没有|驾|正)"
)
# What goes on after a name that has a title before it: a verb.
_THEN = re.compile(
    r"^(?:作|做|参|讲|发|抵|访|来|接|种|救|捐|致|辞|授|鼓|揭|剪|撰|写|拍|创|研|设|开|赶|看|听|想|觉|希|期|愿|能|会|可|要|应|必|不|起|领|"
    r"演|唱|得|赢|夺|退|加|提|签|通|站|走|拿|打|送|养|教|修|治|带|回|遇|被|受|受伤|身亡|去世|逝世|高度|一直|仍|又)"
)
# Parts of speech that no surname has: 从 is a surname and, before 东京, a preposition.
_GRAMMAR = ("p", "c", "d", "u", "r")
# Characters that rather begin what follows a name than end it.
_NOT_LAST = frozenset(
    "摄同仍再又都均共先后曾只才却并便即因所由替跟说称等和与在到于也就为向对及则今将已曾还被把从给带是用的家正地得了着过们"
)
# Readings that bearers use beside the dictionary's.
_ALSO = {
    "盖": ("gai",), "翟": ("di",), "覃": ("tan",), "柏": ("bo",), "谌": ("chen",), "朴": ("pu", "park", "pak"),
    "乐": ("le", "yue"), "隗": ("wei", "kui"), "缪": ("mu", "miu"), "尉": ("wei",), "纪": ("ji",), "葛": ("ge",),
}  # fmt: skip
_HAN = re.compile(r"^[\u4e00-\u9fff]+$")
_LEVELS = "省州市县区乡镇村"
_HEAD_OF_LEVEL = re.compile(f"[{_LEVELS}]长$")  # 融安县长安镇 is two places, and no head of a county
_PLACE_ENDINGS = frozenset("河江湖海山岭岛县市镇乡村路街桥区州港湾坝寺庙塔门关雨雪风党队社团厂矿校院站")
_TAGS = frozenset({"nr", "nrfg", "nrt"})


def find_persons(text: str) -> Sequence[Person]:
    """Chinese persons' names in simplified `text`, in order, none overlapping.

    A name is a surname with one or two characters that are no word together, where the tagger says so, or where a
    title or enumeration stands before it and an end stands after it. Transliterated foreign names are not among them.
    """
    tokens = tag_words(text)
    ends = frozenset(start + len(word) for start, word, _ in tokens)
    tagged = {
        start: start + len(word)
        for start, word, tag in tokens
        if tag in _TAGS and _is_name(word) and word[-1] not in _PLACE_ENDINGS and not _is_word(word)
    }
    nouns = {start + len(word) for start, word, tag in tokens if tag in ("n", "b", "nz") and len(word) > 1}
    grammar = frozenset(
        start for start, word, tag in tokens if tag.startswith(_GRAMMAR) and not (tag == "r" and word in SURNAMES)
    )
    persons: list[Person] = []
    at = 0
    titled_end = -1
    for start in range(len(text)):
        if start < at:
            continue
        titled = _TITLED.search(text[max(0, start - 4) : start]) is not None
        # Any noun in 长, 员 or 师 is a title where no dictionary has the name as a word: 厂长, 护林员.
        noun = not titled and start in nouns and text[start - 1] in _NOUN_ENDINGS and start not in grammar
        titled = titled or (noun and not _is_word(text[start : start + 2]))
        listed = titled_end >= 0 and _LISTED.fullmatch(text[titled_end:start]) is not None
        if start in grammar and titled:
            continue
        cut = ends if titled else frozenset[int]()
        end = _signed(text, start, titled or listed, cut) or tagged.get(start, 0)
        if not end and (titled or listed) and _is_surname(text[start]):
            end = tagged.get(start + 1, 0)  # the tagger cut the name after its surname
        if not end:
            continue
        name = text[start:end]
        if name[1:] in _POLITE:
            continue
        speaks = _SPEAKS.match(text[end:]) is not None and _signed(text, start, titled, frozenset()) == end
        closed = _AFTER.match(text[end : end + 3]) is not None or (titled and end in ends)
        sure = _is_common(name) and closed and not _is_word(name)
        certain = sure and (titled or listed or speaks)
        persons.append(_person(name, Span(start, end), certain, text[end : end + 1]))
        at = end
        titled_end = end if titled or listed else -1
    return tuple(persons)


def _signed(text: str, start: int, titled: bool, ends: frozenset[int]) -> int:
    """Where the name ends that begins at `start` by the signs around it; 0 where none does.

    ends  where words end, which is sign enough after a title
    """
    width = 2 if text[start : start + 2] in COMPOUND_SURNAMES else 1
    if not _is_surname(text[start : start + width]):
        return 0
    ending = text[start - 1 : start] in _TITLE_ENDINGS if start else False
    if not titled and not _BEFORE.search(text[max(0, start - 4) : start]):
        return 0
    for given in (2, 1):
        end = start + width + given
        name = text[start:end]
        closed = _AFTER.match(text[end : end + 3]) is not None
        if len(name) < width + given or not _HAN.match(name):
            continue
        cut = end in ends and (_is_common(name) or given > 1)
        then = bool(ends) and given > 1 and _is_common(name) and _THEN.match(text[end:]) is not None
        if not closed and not cut and not (then and not _is_word(text[end - 1 : end + 1])):
            continue
        if name[-1] in _NOT_LAST and given > 1:
            continue
        if name[-1] in _LEVELS and _HEAD_OF_LEVEL.search(text, 0, start):
            continue
        if name[-1] in _PLACE_ENDINGS and not ((closed or cut) and (titled or ending)):
            continue
        if titled or not (_is_word(name) or _is_word(name[:2]) or _is_word(text[start - 1 : start + 1])):
            return end
    return 0


def _is_common(name: str) -> bool:
    """Whether the name bears one of the common surnames; dictionaries list many words as rare ones."""
    return name[0] in SURNAMES or name[:2] in COMPOUND_SURNAMES


def _is_word(text: str) -> bool:
    from tqcheck.lang.zh.dictionary import dictionary

    return text in dictionary()


def _is_surname(text: str) -> bool:
    from tqcheck.lang.zh.dictionary import dictionary

    return text in SURNAMES or text in COMPOUND_SURNAMES or bool(dictionary().surname(text))


def named(name: str, span: Span, text: str) -> Person | None:
    """The person called `name` at `span` of `text`; None where it has not the form of a Chinese name."""
    return _person(name, span, True, text[span.end : span.end + 1]) if _is_name(name) else None


def _person(name: str, span: Span, certain: bool, following: str = "") -> Person:
    """A person; where the name ends is not sure, so that the next character, or one fewer, may belong to it."""
    readings = tuple(frozenset(_readings(char, "pinyin")) for char in name)
    also: frozenset[str] = frozenset()
    if len(name) == 2 and following and _HAN.match(following):
        also = romanisations(name + following)
    elif len(name) == 3 and name[:2] not in COMPOUND_SURNAMES:
        also = romanisations(name[:2])
    return Person(span, name, spelling(name), romanisations(name), also, readings, certain)


def spelling(name: str) -> str:
    """How to write the name in Pinyin: `Ouyang Xuan`, the commonest readings."""
    from pypinyin import Style, pinyin

    from tqcheck.lang.zh.dictionary import dictionary

    surname, given = split_name(name)
    first = sorted(dictionary().surname(surname)) or ["".join(r[0] for r in pinyin(surname, style=Style.NORMAL))]
    rest = "".join(r[0] for r in pinyin(name, style=Style.NORMAL)[len(surname) :])
    return f"{first[0]} {rest}".replace("v", "u").title()


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
        known = dictionary().surname(surname)
        if style == "pinyin" and known:  # the common word may be read otherwise (单 dan, 解 jie)
            surnames = {form for reading in (*known, *_ALSO.get(surname, ())) for form in _umlaut(reading)}
        spelled.update(f"{s} {g}" for s in surnames for g in _readings(given, style))
    return frozenset(spelled)


def _readings(characters: str, style: str) -> Sequence[str]:
    from pypinyin import Style, pinyin

    plain = pinyin(characters, style=Style.NORMAL, heteronym=True, errors="ignore")
    found = [_current(c, r) for c, r in zip(characters, plain, strict=True)] if len(plain) == len(characters) else plain
    if style == "wade-giles":
        found = pinyin(characters, style=Style.WADEGILES, heteronym=True, errors="ignore")
        found = [[_wade_giles(r, own) for r in readings] for readings, own in zip(found, plain, strict=True)]
    by_char = [
        sorted({form for reading in readings for form in _umlaut(reading.replace("'", ""))})[:5] for readings in found
    ]
    return ["".join(parts) for parts in itertools.islice(itertools.product(*by_char), 40)]


def _current(character: str, readings: Sequence[str]) -> Sequence[str]:
    """The readings that the dictionary has as well: pypinyin's heteronyms include what no name is read as today."""
    from tqcheck.lang.zh.dictionary import dictionary

    known = {reading.replace("v", "u") for reading in dictionary().pinyin(character)}
    return [reading for reading in readings if reading.replace("v", "u") in known] or readings


def _wade_giles(reading: str, pinyin: Sequence[str]) -> str:
    """`reading` as Wade and Giles have it: pypinyin turns lai, mai, nai, hai, wai into lei, mei and so on."""
    right = reading[:-2] + "ai"
    return right if reading.endswith("ei") and reading not in pinyin and right in pinyin else reading


def _umlaut(reading: str) -> tuple[str, ...]:
    if "v" in reading:
        return (reading.replace("v", "u"), reading.replace("v", "yu"), reading)
    return (reading,)


def _is_name(word: str) -> bool:
    if not _HAN.match(word):
        return False
    if word[:2] in COMPOUND_SURNAMES:
        return len(word) in (3, 4)
    return _is_surname(word[0]) and len(word) in (2, 3)
