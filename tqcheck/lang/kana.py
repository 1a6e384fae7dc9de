"""What in a Japanese sentence may be a name in Latin letters."""

from __future__ import annotations

import re
from functools import lru_cache

from tqcheck.lang.capitals import latin
from tqcheck.model.text import Span

_KATAKANA = re.compile(r"[ァ-ヺー]+")
_KANJI = re.compile(r"[㐀-䶿一-鿿々]{1,}")
_LATIN = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ]+")
_MORA = re.compile(
    r"(?:(?:[kgnhbpmr]y?|[sztdfwyj]|sh|ch|ts|j|ky|gy|dj)?(?:[aiueo]|ou|uu|oh)|n(?![aiueoy])|m(?=[bmp])|[kstp](?=[kstpc]))+$"
)


def stretches(text: str) -> tuple[str, ...]:
    """Katakana words, Latin words, and Chinese readings of two to four characters of kanji."""
    found = [latin(m[0]) for m in _KATAKANA.finditer(text)]
    # Compounds of katakana are often written in one: `ヨークシャテリア`.
    found += [latin(m[0].lower()) for m in _LATIN.finditer(text)]
    for match in _KANJI.finditer(text):
        for at in range(len(match[0])):
            for width in (1, 2, 3, 4):
                if at + width <= len(match[0]):
                    found.append(_read(match[0][at : at + width]))
    return tuple(dict.fromkeys(word for word in found if word))


@lru_cache(maxsize=1 << 14)
def _read(characters: str) -> str:
    from pypinyin import lazy_pinyin

    return "".join(re.sub("[^a-z]", "", s) for s in lazy_pinyin(characters))


def may_spell(word: str, text: str) -> bool:
    """Whether `word` is made of Japanese syllables and `text` has kanji or hiragana that may be read so."""
    return bool(_MORA.match(word.replace("'", ""))) and bool(_KANJI.search(text))


def stands_alone(text: str, span: Span) -> bool:
    """Whether the word at `span` is katakana with none beside it, or ends in 国 (米国) with no kanji before it."""
    word = text[span.start : span.end]
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    if _KATAKANA.fullmatch(word):
        return not _KATAKANA.match(before) and not _KATAKANA.match(after)
    return word != "中国" and not _KANJI.match(before) and not _KANJI.match(after)
