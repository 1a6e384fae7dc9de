"""What a single Japanese word may stand for: kanji as Chinese has them, kana by their sound."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from tqcheck.lang.meaning import Meaning, Sense
from tqcheck.lang.meaning import meaning as spelled
from tqcheck.model.text import Span

_KANJI = re.compile(r"[㐀-䶿一-鿿々]+")
_PARTICLE = re.compile(r"[ぁ-ゟ]{1,2}")
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[ァ-ヿー]+|[㐀-䶿一-鿿々]+|[ぁ-ゟ]+|[^\W\d_ぁ-ヿ㐀-鿿]+|\S")


@lru_cache(maxsize=1 << 15)
def meaning(word: str) -> Meaning:
    """The gloss that Chinese has for the same characters; kana spelt out. One or two hiragana are grammar."""
    if _KANJI.search(word):
        from tqcheck.lang.zh.senses import meaning as chinese

        found = chinese(_traditional().convert(word))
        # How Chinese reads the characters tells nothing of a Japanese name.
        stems = {key: weight for key, weight in found.stems.items() if key[0] != "~"}
        return Meaning(stems, word, "", False, False, found.size)
    plain = spelled(word)
    light = _PARTICLE.fullmatch(word) is not None
    return Meaning({} if light else plain.stems, plain.key, "" if light else plain.spelling, light, not light)


def senses(word: str) -> tuple[Sense, ...]:
    """The senses that Chinese has for the same characters."""
    if not _KANJI.fullmatch(word):
        return ()
    from tqcheck.lang.zh.senses import senses as chinese

    return chinese(_traditional().convert(word))


def tokens(text: str) -> list[Span]:
    """Runs of one script, figures and marks."""
    return [Span(*match.span()) for match in _TOKEN.finditer(text)]


@lru_cache(maxsize=1)
def _traditional() -> Any:
    """A converter from Japan's forms of characters to the traditional ones."""
    import opencc

    return opencc.OpenCC("jp2t")
