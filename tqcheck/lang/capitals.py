"""Names in scripts that have capitals: runs of capitalised words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from tqcheck.lang.base import ProperName
from tqcheck.lang.cldr import months, weekdays
from tqcheck.lang.cognates import fold, romanise
from tqcheck.model.text import Span

_WORD = re.compile(r"[^\W\d_]+(?:\.(?=[^\W\d_]\.))?")
_MARKED = re.compile(r"[^\W\d_][^\W\d_\u0900-\u0903\u093a-\u094f]*(?:[\u0900-\u0903\u093a-\u094f]+[^\W\d_]*)*")
LINKED = 2
"""Words within which a capital may belong to the name before it (`Institut des Sciences`)."""

_LINK = re.compile(r"[\s'’]+\w+(?:[\s'’]+\w+)?[\s'’]+")
_ELISIONS = ("'", "’")
# After these a capital may be that of a sentence, a title or a label.
_OPENS = re.compile(r"[.!?…:;\"“”„«»‹›‘(\[\n—–•|/]|(?<!\w)['’]| - ")


# `ministra de Trabajo`: the capital is that of an office, whose name is translated.
_OFFICE = re.compile(
    r"(?i)\bminist\w+(?:\s\w+)?\s(?:d[aeo]s?|del|de la|de los|de las|du|de l['’]|della?|dello|delle|degli|dei|dell['’])\s?$"
)
_ROMAN = re.compile(r"[IVXLC]+(?:e|er|o|º)?$")


@cache
def calendar(code: str) -> frozenset[str]:
    """The months and days of the week of a language, none where CLDR has not the language."""
    from babel import UnknownLocaleError

    try:
        return frozenset({*months(code), *weekdays(code)})
    except (UnknownLocaleError, ValueError):
        return frozenset()


def latin(word: str) -> str:
    """`word` in lower-case Latin letters without accents."""
    return romanise(word) if not word.isascii() else word.lower()


def spelled_out(text: str) -> tuple[str, ...]:
    """Every word of `text` in lower-case Latin letters, once each."""
    return tuple(dict.fromkeys(w for m in _MARKED.finditer(text) if (w := latin(fold(m[0])))))


def capitalised(text: str, not_names: frozenset[str], articles: frozenset[str]) -> Sequence[ProperName]:
    """Capitalised words in order, each with the number of its run; one that only begins a sentence is not sure.

    not_names  lower-case words that may have a capital for other reasons
    articles   words before the names of bodies, but not before those of persons, towns and firms
    """
    found: list[ProperName] = []
    run, end, joined, before, strong, since = 0, 0, False, "", False, LINKED
    for match in _WORD.finditer(text):
        gap = text[end : match.start()]
        word = match[0]
        office = bool(_OFFICE.search(text, max(0, match.start() - 40), match.start()))
        opens = end == 0 or office or (bool(_OPENS.search(gap)) and gap not in _ELISIONS)
        end = match.end()
        named = word[0].isupper() and word.lower() not in not_names and len(word) > 1 and not _ROMAN.match(word)
        if not (joined and gap in (" ", "-", "\u00a0")):
            run += 1
            strong = bool(articles) and not opens and before not in articles and since > LINKED
        joined, before, since = named, word.lower(), 0 if named else since + 1
        if named and (spelt := latin(fold(word))):
            found.append(ProperName(Span(*match.span()), word, spelt, not opens, not opens, run, strong))
    # `Puerta de Alcalá`: what a capital follows may be a name made of common words.
    linked = {
        a.run
        for a, b in zip(found, found[1:], strict=False)
        if a.run != b.run and _LINK.fullmatch(text, a.span.end, b.span.start)
    }
    return [replace(name, strong=False) if name.run in linked else name for name in found]
