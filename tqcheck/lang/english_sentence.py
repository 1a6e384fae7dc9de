"""Signs in an English sentence: where it begins, what it lacks, whether it is a headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tqcheck.lang.english_lexical import STOP_WORDS
from tqcheck.lang.words import Word

HEADLINE = 0.9
"""Share of capitalised words, function words left out, from which a passage is a headline."""

_OPENS = re.compile(r"[.!?…:;\"“”(\[\n—–•*|/]|(?<!\w)['’‘]| - ")
_DERIVED = ("ly", "ing", "ed", "tion", "tions", "ness", "ment", "ments", "less", "able", "ists", "ity", "ers")
_VERBS = "is|was|has|had|have|are|were|will|would|said|says|reports|reported|announced|added|told|stated"
_HEADLESS = re.compile(
    rf"^\W*(?:(?:{_VERBS}|['’]s)\b(?! (?:not|it|there|the|he|she|they|we|you|i|this|that|a|an|your|his)\b)|[,;)])", re.I
)
_HOLE = re.compile(
    r"\b(?:in|of|to|from|by|with|for|at|on|and|the|than|as|between|near|against|about|into|or|an?)"
    rf"(?=\s*(?:[,.;:!?)]|$| (?:of|and|{_VERBS}|['’]s)\b))|(?:^|\s)['’]s\b|,,|\(,|\s[,.](?=\s)"
)


def opens(gap: str) -> bool:
    """Whether a capital after `gap`, what stands between two words, may be that of a sentence, a title or a label."""
    return bool(_OPENS.search(gap))


def derived(word: str) -> bool:
    """Whether the lower-case `word` ends as adverbs, participles and abstract nouns do, and names do not."""
    return word.endswith(_DERIVED)


def headless(text: str) -> bool:
    """Whether `text` begins without its subject: with a verb, a comma, a possessive ending."""
    return bool(_HEADLESS.search(text))


def has_hole(text: str) -> bool:
    """Whether a preposition, an article or a conjunction of `text` has nothing after it."""
    return bool(_HOLE.search(text))


def title_case(found: Sequence[Word]) -> bool:
    """Whether the words are those of a headline in capitals, where capitals tell nothing."""
    telling = [w for w in found if w.folded not in STOP_WORDS and not w.text[0].isdigit()]
    return len(telling) > 3 and sum(w.capitalised for w in telling) > HEADLINE * len(telling)
