"""How Korean names may be spelt in English: each family with its spellings, each person with or without a hyphen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_FAMILIES = {
    "김": "kim gim", "이": "lee yi rhee ri i", "박": "park pak bak", "최": "choi choe", "정": "jung jeong chung jong",
    "강": "kang gang", "조": "cho jo", "윤": "yoon yun", "장": "jang chang", "임": "lim im rim", "한": "han",
    "오": "oh o", "서": "seo suh", "신": "shin sin", "권": "kwon gwon", "황": "hwang", "안": "ahn an", "송": "song",
    "류": "ryu yoo ryoo", "유": "yoo yu you", "홍": "hong", "전": "jeon chun jun", "고": "ko go koh", "문": "moon mun",
    "양": "yang", "손": "son sohn", "배": "bae pae", "백": "baek paik", "허": "heo huh hur", "남": "nam", "심": "shim sim",
    "노": "roh noh no", "하": "ha", "곽": "kwak gwak", "성": "sung seong", "차": "cha", "주": "joo ju chu", "우": "woo u",
    "구": "koo gu ku", "나": "na ra", "민": "min", "진": "jin chin", "지": "ji chi", "엄": "um eom", "원": "won", "천": "cheon chun",
    "방": "bang pang", "현": "hyun hyeon", "리": "ri lee", "반": "ban",
}  # fmt: skip
"""Family names as their bearers spell them, most usual first."""
_VOWELS = (("eo", "u"), ("eo", "o"), ("eu", "u"), ("oo", "u"), ("ae", "ai"), ("hyeon", "hyun"), ("yeong", "young"))
_SYLLABLE = re.compile(r"[가-힣]+")
LONGEST_NAME = 4


def korean_stretches(text: str) -> Sequence[str]:
    """All that may be a name in `text`, in lower-case Latin letters: words, their beginnings, families and given names."""
    from tqcheck.lang.cognates import romanise

    made: dict[str, None] = {}
    for match in _SYLLABLE.finditer(text):
        word = match[0]
        made[romanise(word)] = None
        for end in range(2, min(len(word), LONGEST_NAME) + 1):
            made[romanise(word[:end])] = None
            if family := _FAMILIES.get(word[0]):
                made.update(dict.fromkeys(family.split()))
                for given in _spellings([romanise(c) for c in word[1:end]]):
                    made[given] = None
    return tuple(made)


def _spellings(syllables: Sequence[str]) -> Iterator[str]:
    """A given name closed up and by its syllables, as they are and as they are often written."""
    for form in ("".join(syllables), *syllables):
        yield form
        for official, usual in _VOWELS:
            if official in form:
                yield form.replace(official, usual)
