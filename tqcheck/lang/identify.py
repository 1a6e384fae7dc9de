"""Which language a text is in: by its script where that decides, by pycld2 where several languages share it.

Scripts come first because statistical identifiers take Chinese datelines for Japanese or Malay.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

# First and last code point of the blocks that hold a script's letters (Unicode's Blocks.txt).
_BLOCKS: Sequence[tuple[int, int, str]] = (
    (0x0041, 0x005A, "Latin"), (0x0061, 0x007A, "Latin"), (0x00C0, 0x024F, "Latin"),
    (0x0370, 0x03FF, "Greek"), (0x0400, 0x052F, "Cyrillic"), (0x0531, 0x058F, "Armenian"),
    (0x05D0, 0x05F4, "Hebrew"), (0x0620, 0x06FF, "Arabic"), (0x0750, 0x077F, "Arabic"),
    (0x0900, 0x097F, "Devanagari"), (0x0980, 0x09FF, "Bengali"), (0x0A00, 0x0A7F, "Gurmukhi"),
    (0x0A80, 0x0AFF, "Gujarati"), (0x0B00, 0x0B7F, "Oriya"), (0x0B80, 0x0BFF, "Tamil"),
    (0x0C00, 0x0C7F, "Telugu"), (0x0C80, 0x0CFF, "Kannada"), (0x0D00, 0x0D7F, "Malayalam"),
    (0x0D80, 0x0DFF, "Sinhala"), (0x0E00, 0x0E7F, "Thai"), (0x0E80, 0x0EFF, "Lao"),
    (0x0F00, 0x0FFF, "Tibetan"), (0x1000, 0x109F, "Myanmar"), (0x10A0, 0x10FF, "Georgian"),
    (0x1100, 0x11FF, "Hangul"), (0x1200, 0x139F, "Ethiopic"), (0x1780, 0x17FF, "Khmer"),
    (0x1800, 0x18AF, "Mongolian"), (0x1E00, 0x1EFF, "Latin"), (0x3041, 0x30FF, "Kana"),
    (0x3130, 0x318F, "Hangul"), (0x31F0, 0x31FF, "Kana"), (0x3400, 0x4DBF, "Han"),
    (0x4E00, 0x9FFF, "Han"), (0xAC00, 0xD7A3, "Hangul"), (0xF900, 0xFAFF, "Han"),
    (0xFB50, 0xFDFF, "Arabic"), (0xFE70, 0xFEFC, "Arabic"), (0xFF66, 0xFF9F, "Kana"), (0x20000, 0x323AF, "Han"),
)  # fmt: skip
_STARTS = [first for first, _, _ in _BLOCKS]

# Scripts that tell the language by themselves.
_OWN = {
    "Greek": "el", "Armenian": "hy", "Gurmukhi": "pa", "Gujarati": "gu", "Oriya": "or", "Tamil": "ta",
    "Telugu": "te", "Kannada": "kn", "Malayalam": "ml", "Sinhala": "si", "Thai": "th", "Lao": "lo",
    "Tibetan": "bo", "Myanmar": "my", "Georgian": "ka", "Hangul": "ko", "Khmer": "km", "Mongolian": "mn",
}  # fmt: skip

# Scripts that several languages share: which those are, and letters that only some of them write.
_SHARED = {
    "Latin": frozenset[str](),
    "Cyrillic": frozenset(["ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg", "tt", "uz", "ba", "cv", "os"]),
    "Arabic": frozenset(["ar", "fa", "ur", "ps", "sd", "ug", "ku", "ckb"]),
    "Devanagari": frozenset(["hi", "mr", "ne", "sa", "kok"]),
    "Bengali": frozenset(["bn", "as"]),
    "Hebrew": frozenset(["he", "yi"]),
    "Ethiopic": frozenset(["am", "ti"]),
}
_LETTERS = (
    ("Cyrillic", re.compile("[ўЎ]"), "be"),
    ("Cyrillic", re.compile("[іїєґІЇЄҐ]"), "uk"),
    ("Cyrillic", re.compile("[ыэёЫЭЁ]"), "ru"),
    ("Arabic", re.compile("[ٹڈڑںے]"), "ur"),
    ("Arabic", re.compile("[ټډړښې]"), "ps"),
    ("Arabic", re.compile("[پچژگ]"), "fa"),
    ("Arabic", re.compile("[ةىكي]"), "ar"),
)

# pycld2 keeps some codes that BCP 47 has replaced.
_RENAMED = {"iw": "he", "jw": "jv", "in": "id", "ji": "yi", "zh-Hant": "zh"}

_DENSE = frozenset({"Han", "Kana", "Hangul"})
DENSITY = 3
"""Letters of an alphabet that one Chinese, Japanese or Korean character is worth when scripts are weighed."""
KANA = 0.04
"""Share of kana among kana and Han from which a text is Japanese; Chinese texts quote a の now and then."""
MAIN = 60
"""Per cent of the text that pycld2 must give to its first language."""

_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)


def identify(text: str) -> str | None:
    """The BCP 47 code of the language that `text` is in, or None where that cannot be told.

    Web and mail addresses do not count. Where a text mixes scripts, the one that carries most of it decides.
    """
    if "@" in text or "//" in text or "www." in text:
        text = _ADDRESS.sub(" ", text)
    weights = _weigh(text)
    if not weights:
        return None
    dense = weights["Han"] + weights["Kana"] + weights["Hangul"]
    script, most = max(weights.items(), key=lambda item: item[1])
    if dense > most or script in _DENSE:
        return _east_asian(weights)
    if script in _OWN:
        return _OWN[script]
    return _statistical(text, script) or _by_letters(text, script)


def _weigh(text: str) -> Counter[str]:
    weights: Counter[str] = Counter()
    for letter, count in Counter(text).items():
        script = _script(letter)
        if script:
            weights[script] += count * (DENSITY if script in _DENSE else 1)
    return weights


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    """The script of a letter; empty for what is none."""
    block = bisect_right(_STARTS, ord(letter)) - 1
    return _BLOCKS[block][2] if block >= 0 and ord(letter) <= _BLOCKS[block][1] and letter.isalpha() else ""


def _east_asian(weights: Counter[str]) -> str:
    han, kana, hangul = weights["Han"], weights["Kana"], weights["Hangul"]
    if hangul > han + kana:
        return "ko"
    return "ja" if kana >= KANA * (han + kana) else "zh"


def _statistical(text: str, script: str) -> str | None:
    import pycld2

    # pycld2 refuses control characters and whatever else is not interchange-valid UTF-8.
    clean = text if text.isprintable() else "".join(c if c.isprintable() else " " for c in text)
    try:
        reliable, _, details = pycld2.detect(clean, bestEffort=False)
    except (pycld2.error, UnicodeEncodeError):
        return None
    _, code, percent, _ = details[0]
    if not reliable or percent < MAIN or code == "un" or code[:2] in ("xx", "zz"):
        return None
    code = _RENAMED.get(code, code)
    candidates = _SHARED[script]
    return code if not candidates or code.split("-")[0] in candidates else None


def _by_letters(text: str, script: str) -> str | None:
    """What letters of its own decide where a text is too short for statistics."""
    for of, letters, code in _LETTERS:
        if of == script and letters.search(text):
            return code
    alone = {"Hebrew": "he", "Devanagari": "hi", "Bengali": "bn", "Ethiopic": "am"}
    return alone.get(script)
