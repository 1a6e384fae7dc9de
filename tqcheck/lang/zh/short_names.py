"""Where Chinese news calls a country by one character: 越新两国, 马方, 访柬."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tqcheck.model.text import Span

# What follows a pair of countries, or a country on its own, and what stands before one.
_PAIR = (
    r"两国|双方|两军|两党|关系|友好|友谊|合作|边境|贸易|经贸|建交|战略|首脑|元首|领导人|联合|人民|青年|企业|协定|自贸|之间|文化|全面|各|"
    r"三国|双边|传统|发表|签署|建立|举行|将|达成|宣布|同意|地震|强震|边界|冲突|局势|战争|停火|关税|外长|防长|总理|总统|两地"
)
_SIDE = r"方|军|警|媒|企|外长|总理|总统|防长|国防部|驻华|使馆|籍|裔|政府|财政|中央|两地|足协|台办|府|元"
_BEFORE = r"驻|访|赴|抵|援|供|输|来|旅"
_OF_ONES_OWN = r"本|全"
_LINKED = re.compile(rf"([\u4e00-\u9fff])([\u4e00-\u9fff])(?={_PAIR})")
_ALONE = re.compile(
    rf"([\u4e00-\u9fff])(?={_SIDE})|"
    rf"(?<={_BEFORE})([\u4e00-\u9fff])(?=[，。、的期大使总领二两三十食投]|$)|(?<={_OF_ONES_OWN})([澳港台])"
)
_LIST = re.compile(
    r"[\u4e00-\u9fff](?:、[\u4e00-\u9fff]){2,}(?:[和及][\u4e00-\u9fff])?(?=等?\s*\d*\s*(?:[种个]?语|文|国|双语))"
)
# Two characters that are a common word, and in news of the country its side.
_WORD_AND_SIDE = frozenset({"土方"})


def short_names(text: str, names: Sequence[str]) -> Iterator[Span]:
    """Where one of `names` stands for a country or body by itself.

    One character does beside another in a pair, before 方, 军 and the like, and in a list of languages or countries;
    longer ones wherever they stand.
    """
    characters = "".join(name for name in names if len(name) == 1)
    seen: set[int] = set()
    for name in sorted(names, key=len, reverse=True):
        if len(name) > 1:
            for match in re.finditer(re.escape(name), text):
                if seen.isdisjoint(range(*match.span())):
                    seen.update(range(*match.span()))
                    yield Span(*match.span())
    for at in _places(text, characters):
        if at not in seen:
            seen.add(at)
            yield Span(at, at + 1)


def _places(text: str, characters: str) -> Iterator[int]:
    for match in _LINKED.finditer(text):
        if match[1] in characters and match[2] in characters and match[1] != match[2]:
            yield from (match.start(1), match.start(2))
    for match in _LIST.finditer(text):
        yield from (at for at in range(*match.span()) if text[at] in characters)
    for match in _ALONE.finditer(text):
        group = next(n for n in (1, 2, 3) if match[n])
        at = match.start(group)
        if match[group] in characters and not _within_word(text, at):
            yield at


def in_list(text: str, at: int) -> bool:
    """Whether the character at `at` is one of a list of languages or countries: 中、英、法、西等语种."""
    return any(match.start() <= at < match.end() for match in _LIST.finditer(text))


def _within_word(text: str, at: int) -> bool:
    """Whether the character belongs to a word with a neighbour (官方, 东方, 罗马方面)."""
    from tqcheck.lang.zh.dictionary import dictionary

    book = dictionary()
    if text[at : at + 2] in _WORD_AND_SIDE:
        return False
    return any(at - k >= 0 and text[at - k : at + 1] in book for k in (1, 2)) or text[at : at + 2] in book
