"""What a sentence in any language may share with its translation: figures, Latin words, romanised names."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from tqcheck.lang.base import Lexical

PREFIX_LETTERS = 6
"""Letters by which related words are compared (`Regierung`, `regierungs-`; `nation`, `nationale`)."""

_TOKEN = re.compile(r"\d[\d,.]*|[^\W\d_]+")
_IDEOGRAPHS = re.compile(r"[㐀-䶿一-鿿豈-﫿]+")
# Hiragana is grammar, not names, and would stick to the katakana before it.
_NOT_ALPHABETIC = re.compile(r"[㐀-䶿一-鿿豈-﫿ぁ-ゟ]+")
_VOWELS = re.compile(r"[aeiouy]+|(?<=[bcdgkpstz])h")
# Spellings of one sound in the usual romanisations: Moskva and Moscow, Gim and Kim.
_SOUNDS = str.maketrans(
    {"c": "k", "q": "k", "g": "k", "b": "p", "d": "t", "v": "f", "w": "f", "z": "s", "j": "s", "r": "l"}
)


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """`text` with accents taken off its letters (é to e, ø to o); other scripts stay as they are."""
    if text.isascii():
        return text
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return "".join(_plain(c) if "À" <= c <= "ɏ" else c for c in bare)


@lru_cache(maxsize=1 << 16)
def romanise(word: str) -> str:
    """`word` in lower-case Latin letters, by its letters alone and not by what they sound like in a language.

    Cyrillic has two letters for the j of `Joe`.
    """
    from anyascii import anyascii

    return re.sub(r"[^a-z]", "", str(anyascii(word)).lower()).replace("dzh", "j")


@lru_cache(maxsize=1 << 12)
def _plain(letter: str) -> str:
    from anyascii import anyascii

    return str(anyascii(letter))


@lru_cache(maxsize=1 << 16)
def name_keys(word: str) -> tuple[str, ...]:
    """Keys of a name: its spelling in Latin letters and, where that leaves three, its consonants by sound."""
    latin = romanise(word)
    bones = re.sub(r"(.)\1+", r"\1", _VOWELS.sub("", latin).translate(_SOUNDS))
    return tuple(f"~{key}" for key in (latin if len(latin) > 1 else "", f"={bones}" if len(bones) > 2 else "") if key)


def cognates(text: str) -> Lexical:
    """Units and names of `text` without knowing its language.

    Units are figures, six-letter prefixes of words in Latin letters, romanised ones of words in other alphabets, and
    pairs of ideographs. Names are capitalised words or, in scripts without capitals, any word of two letters or more.
    """
    units: dict[str, frozenset[str]] = {}
    names: dict[str, str] = {}
    for token in _TOKEN.findall(fold(text)):
        if token[0].isdigit():
            figure = token.replace(",", "").rstrip(".")
            units[figure] = frozenset((figure,))
            continue
        for run in _IDEOGRAPHS.findall(token):
            pairs = [run[i : i + 2] for i in range(max(1, len(run) - 1))]
            units.update((pair, frozenset((pair,))) for pair in pairs)
        for word in _NOT_ALPHABETIC.sub(" ", token).split():
            latin = word.lower() if word.isascii() else romanise(word)
            if len(latin) < 2:
                continue
            unit = latin[:PREFIX_LETTERS]
            units[unit] = frozenset((unit,))
            if not word.islower():
                names.update((key, unit) for key in name_keys(word))
    return Lexical(units, names)
