"""English words reduced to what a dictionary gloss or a cognate can be matched with."""

from __future__ import annotations

import re
from functools import lru_cache

from tqcheck.lang.base import Lexical

STEM_LETTERS = 6
"""Letters kept of a stem: enough to tell words apart, few enough to meet derived forms (nation, national)."""

STOP_WORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "to",
        "of",
        "in",
        "on",
        "at",
        "and",
        "or",
        "for",
        "with",
        "by",
        "from",
        "as",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "it",
        "its",
        "this",
        "that",
        "these",
        "those",
        "one",
        "sb",
        "sth",
        "etc",
        "esp",
        "also",
        "used",
        "not",
        "no",
        "into",
        "out",
        "up",
        "down",
        "about",
        "over",
        "he",
        "she",
        "his",
        "her",
        "they",
        "their",
        "them",
        "i",
        "you",
        "we",
        "my",
        "your",
        "our",
        "have",
        "has",
        "had",
        "do",
        "does",
        "did",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "must",
        "shall",
        "should",
        "if",
        "so",
        "than",
        "then",
        "there",
        "which",
        "who",
        "whom",
        "what",
        "when",
        "where",
        "how",
        "all",
        "any",
        "some",
        "such",
        "very",
        "more",
        "most",
    ]
)
"""Words that stand in most sentences, or in most glosses (`sb`, `esp`), and so tie nothing to anything."""

# Dictionaries gloss with the base form; news and novels narrate in the past.
_FORMS = (
    "say said, go went gone, take took taken, come came, see saw seen, know knew known, get got gotten, "
    "give gave given, find found, think thought, tell told, become became, leave left, feel felt, bring brought, "
    "begin began begun, keep kept, hold held, write wrote written, stand stood, hear heard, mean meant, meet met, "
    "run ran, pay paid, sit sat, speak spoke spoken, lie lay lain, lead led, grow grew grown, lose lost, "
    "fall fell fallen, send sent, build built, understand understood, draw drew drawn, break broke broken, "
    "spend spent, rise rose risen, drive drove driven, buy bought, wear wore worn, choose chose chosen, seek sought, "
    "fight fought, throw threw thrown, catch caught, deal dealt, win won, teach taught, eat ate eaten, sing sang sung, "
    "sleep slept, fly flew flown, drink drank drunk, ride rode ridden, sell sold, strike struck, swim swam swum, "
    "shoot shot, shake shook shaken, hide hid hidden, forget forgot forgotten, bear bore born borne, blow blew blown, "
    "wake woke woken, steal stole stolen, bite bit bitten, hang hung, dig dug, sink sank sunk, swear swore sworn, "
    "weep wept, sweep swept, make made, man men, woman women, child children, foot feet, tooth teeth, person people, "
    "wife wives, life lives, knife knives, leaf leaves, good better best, bad worse worst"
)
_IRREGULAR = {form: forms.split()[0] for forms in _FORMS.split(", ") for form in forms.split()[1:]}
_ENDINGS = (
    ("ies", "y", 2), ("ied", "y", 2), ("'s", "", 2), ("ing", "", 3), ("ed", "", 3), ("es", "", 3), ("ly", "", 5), ("s", "", 3)
)  # fmt: skip
"""Endings taken off, what is put in their place, and the fewest letters that must be left before them."""
_WORD = re.compile(r"[A-Za-z]+|\d[\d,.]*")
_CAPITALISED = re.compile(r"\b[A-Z][A-Za-z]+")


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """`word` in lower case without its commonest ending, at most `STEM_LETTERS` long; digits stay as they are."""
    word = word.lower()
    if word[:1].isdigit():
        return word.replace(",", "").rstrip(".")
    word = _IRREGULAR.get(word, word)
    for ending, instead, least in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            word = word.removesuffix(ending) + instead
            break
    if len(word) > 3:
        word = word.removesuffix("e")  # take, taking
        if word[-1] == word[-2] and word[-1] not in "lsfz":
            word = word[:-1]  # stop, stopping
    return word[:STEM_LETTERS]


def stems(text: str) -> list[str]:
    """The stems of the content words and figures of `text`, in order."""
    return [stem(word) for word in _content(text)]


@lru_cache(maxsize=256)
def lexical(text: str) -> Lexical:
    """Stems and figures as units; capitalised words as names. Text in other scripts is passed over.

    A unit may be matched by its stem, as the glosses of other languages have it, and by the plain beginning of the
    word, as their cognates do.
    """
    from tqcheck.lang.cognates import fold

    text = fold(text)
    units: dict[str, frozenset[str]] = {}
    for word in _WORD.findall(text):
        unit, keys = _matched(word)
        if unit:
            other = units.get(unit, keys)
            units[unit] = keys if other is keys else other | keys
    names = {key: unit for word in _CAPITALISED.findall(text) for key, unit in _name(word)}
    return Lexical(units, names)


@lru_cache(maxsize=1 << 16)
def _matched(word: str) -> tuple[str, frozenset[str]]:
    """A content word's stem, and all that it may be matched by; empty for other words."""
    if not _is_content(word):
        return "", frozenset()
    unit = stem(word)
    return unit, frozenset((unit,) if word[0].isdigit() else (unit, word.lower()[:STEM_LETTERS]))


@lru_cache(maxsize=1 << 16)
def _name(word: str) -> tuple[tuple[str, str], ...]:
    from tqcheck.lang.cognates import name_keys

    return tuple((key, stem(word)) for key in name_keys(word))


def _content(text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if _is_content(word)]


def _is_content(word: str) -> bool:
    return word[0].isdigit() or (len(word) > 1 and word.lower() not in STOP_WORDS)
