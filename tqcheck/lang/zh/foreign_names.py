"""Persons of Vietnam, Korea and Japan in Chinese news: their names are written in characters and read otherwise at home."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tqcheck.lang.base import Person

_COUNTRIES = {
    "Vietnamese": re.compile(r"越南|越共|越通社|越方"),
    "Korean": re.compile(r"韩国|朝鲜|韩联社|韩方|朝方"),
    "Japanese": re.compile(r"日本|共同社|日方"),
}
_CHINESE = re.compile(r"中国|中共|我国|新华社|中方|国务院|台湾|香港|澳门")
NEAR = 18
"""Characters before a name within which a country and a title make its bearer a citizen of that country."""
MOSTLY = 3
"""How many times as often as China a document must name a country for the persons in it to be taken for its people."""

# Sino-Vietnamese readings of surnames and of characters common in given names (diacritics left out, as news does).
_VIETNAMESE = dict(
    pair.split(":")
    for pair in (
        "阮:Nguyen 陈:Tran 黎:Le 范:Pham 黄:Hoang 潘:Phan 武:Vu 邓:Dang 裴:Bui 杜:Do 胡:Ho 吴:Ngo 杨:Duong 李:Ly 梁:Luong 苏:To "
        "张:Truong 丁:Dinh 林:Lam 郑:Trinh 高:Cao 陶:Dao 段:Doan 何:Ha 谢:Ta 冯:Phung 朱:Chu 郭:Quach 孙:Ton 尹:Doan 蔡:Thai 赵:Trieu "
        "富:Phu 仲:Trong 春:Xuan 福:Phuc 明:Minh 政:Chinh 青:Thanh 清:Thanh 敏:Man 强:Cuong 文:Van 赏:Thuong 氏:Thi 金:Kim 银:Ngan "
        "海:Hai 玲:Linh 平:Binh 山:Son 河:Ha 江:Giang 南:Nam 德:Duc 忠:Trung 国:Quoc 家:Gia 英:Anh 勇:Dung 雄:Hung 兴:Hung 成:Thanh "
        "光:Quang 廷:Dinh 庭:Dinh 惠:Hue 慧:Hue 友:Huu 有:Huu 和:Hoa 孟:Manh 龙:Long 长:Truong 新:Tan 永:Vinh 荣:Vinh 善:Thien "
        "玉:Ngoc 花:Hoa 草:Thao 香:Huong 秋:Thu 水:Thuy 翠:Thuy 芳:Phuong 方:Phuong 红:Hong 鸿:Hong 云:Van 月:Nguyet 安:An 太:Thai "
        "泰:Thai 俊:Tuan 尊:Ton 孝:Hieu 智:Tri 志:Chi 知:Tri 诚:Thanh 信:Tin 义:Nghia 仁:Nhan 礼:Le 乐:Lac 保:Bao 宝:Bao 公:Cong 功:Cong "
        "创:Sang 胜:Thang 胜:Thang 凯:Khai 开:Khai 琼:Quynh 霞:Ha 香:Huong 秀:Tu 寿:Tho 禄:Loc 进:Tien 达:Dat 庆:Khanh 贤:Hien 显:Hien "
        "权:Quyen 才:Tai 财:Tai 同:Dong 东:Dong 西:Tay 北:Bac 中:Trung 日:Nhat 星:Tinh 松:Tung 竹:Truc 梅:Mai 兰:Lan 菊:Cuc 良:Luong "
        "丽:Le 美:My 心:Tam 灵:Linh 英:Anh 杰:Kiet 豪:Hao 伟:Vi 全:Toan 顺:Thuan 定:Dinh 静:Tinh 世:The 如:Nhu 子:Tu 登:Dang 晋:Tan"
    ).split()
)


def foreign_persons(persons: Sequence[Person], text: str, background: str) -> Sequence[tuple[Person, str]]:
    """Those of `persons` (found in `text`) whom the text or its document shows to be foreign, each with a nationality.

    background  the source's whole document
    The person's `spelling` is the name as it is read at home where that is known, and empty otherwise.
    """
    found: list[tuple[Person, str]] = []
    for person in persons:
        for nationality, signs in _COUNTRIES.items():
            before = text[max(0, person.span.start - NEAR) : person.span.start]
            clause = re.split(r"[，。；！？]", before)[-1]
            near = bool(signs.search(clause)) and not _CHINESE.search(clause) and person.certain
            if near or _mostly(signs, background):
                found.append((replace(person, spelling=_at_home(person.name, nationality)), nationality))
                break
    return found


def _mostly(signs: re.Pattern[str], background: str) -> bool:
    named = len(signs.findall(background))
    return named >= MOSTLY and named >= MOSTLY * len(_CHINESE.findall(background))


def _at_home(name: str, nationality: str) -> str:
    readings = [_VIETNAMESE.get(char, "") for char in name]
    return " ".join(readings) if nationality == "Vietnamese" and all(readings) else ""
