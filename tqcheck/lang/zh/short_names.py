"""Where Chinese news calls a country by one character: 越新两国, 马方, 访柬."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tqcheck.model.text import Span

# What follows a pair of countries, or a country on its own, and what stands before one.
_PAIR = r"两国|双方|两军|两党|关系|友好|友谊|合作|边境|贸易|经贸|建交|战略|首脑|元首|领导人|联合|人民|青年|企业|协定|自贸|之间|文化|全面|各|三国|双边|传统|发表|签署|建立|举行|将|达成|宣布|同意"
_SIDE = r"方|军|警|媒|企|外长|总理|总统|防长|国防部|驻华|使馆|籍|裔|政府|财政|中央|两地|足协|台办|府|元"
_BEFORE = r"驻|访|赴|抵|援"
_LINKED = re.compile(rf"([\u4e00-\u9fff])([\u4e00-\u9fff])(?={_PAIR})")
_ALONE = re.compile(rf"([\u4e00-\u9fff])(?={_SIDE})|(?<={_BEFORE})([\u4e00-\u9fff])(?=[，。、的期大使总领]|$)")


def short_names(text: str, names: Sequence[str]) -> Iterator[Span]:
    """Where one of `names` stands for a country or body by itself.

    One character does beside another in a pair, or before 方, 军 and the like; longer ones wherever they stand.
    """
    characters = "".join(name for name in names if len(name) == 1)
    seen: set[int] = set()
    for name in names:
        if len(name) > 1:
            for match in re.finditer(re.escape(name), text):
                seen.update(range(*match.span()))
                yield Span(*match.span())
    for match in _LINKED.finditer(text):
        if match[1] in characters and match[2] in characters and match[1] != match[2]:
            for at in (match.start(1), match.start(2)):
                if at not in seen:
                    seen.add(at)
                    yield Span(at, at + 1)
    for match in _ALONE.finditer(text):
        group = 1 if match[1] else 2
        at = match.start(group)
        if match[group] in characters and at not in seen and not _within_word(text, at):
            seen.add(at)
            yield Span(at, at + 1)


def _within_word(text: str, at: int) -> bool:
    """Whether the character belongs to a word with its neighbour before it (官方, 东方, 罗马方面)."""
    from tqcheck.lang.zh.dictionary import dictionary

    book = dictionary()
    return any(at - k >= 0 and text[at - k : at + 1] in book for k in (1, 2)) or text[at : at + 2] in book
